/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { CloseCaseSchema, LookSchema, RecordContactSchema } from "./cases/case-wishes.ts";
export {
  CallSchema,
  ClaimSchema,
  DeclineSchema,
  ElsewhereSchema,
  OutcomeSchema,
  SendBackSchema,
  SettleAskedSchema,
  SnoozeSchema,
} from "./follow-ups/wishes.ts";
export { LogMeasurementSchema } from "./measurements/measurement.ts";
