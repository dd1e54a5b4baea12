import type { PlainDate } from "../../kernel/time.ts";
import type { FollowUp } from "../follow-ups/follow-up.ts";
import type { OpenBook } from "../follow-ups/open-book.ts";
import type { Case } from "./case.ts";
import { waitsForTelling } from "./case-clock.ts";
import { untoldWithoutCase } from "./settle-told.ts";

/**
 * What of an exam nobody has heard of yet: its cases that are not told, contact not given up after two attempts,
 * the value neither corrected nor old; and its follow-ups that ask for a telling no case stands for. While there
 * is one, the exam's report stays.
 */
export const untoldOf = (
  cases: readonly Case[],
  book: OpenBook,
  date: PlainDate,
): { cases: Case[]; followUps: FollowUp[] } => ({
  cases: cases.filter((one) => one.date === date && one.state === "open" && waitsForTelling(one)),
  followUps: untoldWithoutCase(book, cases, date),
});
