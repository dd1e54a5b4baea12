/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { ConclusionSchema, SignSchema } from "./assessment.ts";
export { ConversationSchema } from "./conversation.ts";
export { SettleSchema, WriteConclusionSchema } from "./departments/conclusion.ts";
export { EditTemplateSchema } from "./departments/template.ts";
export { AnsweredSchema } from "./questionnaires/answered.ts";
export { LicenceInputSchema } from "./questionnaires/licence.ts";
export { RecallSchema } from "./recall.ts";
export {
  CompareSchema,
  DraftSchema,
  RedraftSchema,
  RevokeSchema,
  SignOffNoteSchema,
  SignVersionSchema,
  WithdrawSchema,
} from "./rule-version.ts";
export { MakeShareSchema } from "./share.ts";
