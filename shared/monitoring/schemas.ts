/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { CloseCaseSchema, LookSchema, RecordContactSchema } from "./cases/case-wishes.ts";
export { DeclineSchema, ElsewhereSchema, OutcomeSchema, SnoozeSchema } from "./follow-ups/wishes.ts";
export { LogMeasurementSchema } from "./measurements/measurement.ts";
