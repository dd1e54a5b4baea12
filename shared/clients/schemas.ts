/** What may be asked of this context: schemas only, for doors that load the verbs later. */

export { EnrolSchema, PlainDateSchema } from "./client.ts";
export { MergeFilesSchema, UndoMergeSchema } from "./merging/merge.ts";
export { ChangeClientSchema, ChangeHealthSchema, ConsentSchema } from "./wishes.ts";
