/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { BookExamSchema, ChangeItemsSchema, MoveSchema, OverrideSchema } from "./booking/booking.ts";
export { SetQuotaSchema } from "./places/quota.ts";
