/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { CloseCaseSchema, LookSchema, RecordContactSchema } from "./case-wishes.ts";
export { LogMeasurementSchema } from "./measurement.ts";
export { DeclineSchema, ElsewhereSchema, OutcomeSchema, SnoozeSchema } from "./wishes.ts";
