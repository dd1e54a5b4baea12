import { type OutcomeKind, outcomesOf } from "../../monitoring/index.ts";
import { talkRecords } from "./end-schema.ts";

/** The records of a talk that end a follow-up of this re-check rule; none where only a value or a report does. */
export const recordsOfTalk = (rule: string): OutcomeKind[] =>
  outcomesOf(rule).filter((kind) => (talkRecords as readonly OutcomeKind[]).includes(kind));
