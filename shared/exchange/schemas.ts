/** What may be asked of this context: schemas only, for doors that load the verbs later. */

export { AcknowledgeSchema, OrdersViewSchema, OutboxSchema } from "./orders-out/wishes.ts";
export { ResultsSchema } from "./results-schema.ts";
