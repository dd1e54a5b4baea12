/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { AnswersSchema } from "./education.ts";
