/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { BookExamSchema, ChangeItemsSchema } from "./booking/booking.ts";
export { FloorChangeSchema, OrderChangeSchema, PassOnSchema, RejectSchema } from "./exam-day/wishes.ts";
