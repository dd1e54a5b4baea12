import { InvalidInput } from "../../kernel/errors.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Closed } from "./close-by-evidence.ts";
import type { FollowUp, OutcomeKind } from "./follow-up.ts";
import { type OpenBook, openIn, withEnded } from "./open-book.ts";
import { outcomesOf } from "./record-outcome.ts";

/** A record that is to end a follow-up. */
export interface Recorded {
  followUp: string;
  record: OutcomeKind;
}

/**
 * Ends as done the open follow-ups that a talk settles, each by the record its rule asks for.
 * @throws InvalidInput where one is not open (any more), its rule asks for something else, or the day lies before
 * the finding; then nothing ends.
 */
export function closeByRecord(
  before: OpenBook,
  records: readonly Recorded[],
  on: { date: PlainDate; now: Instant; by: string; note: string },
): Pick<Closed, "book" | "closed"> {
  const closed: FollowUp[] = [];
  const book = records.reduce((so, { followUp: id, record }) => {
    const followUp = openIn(so).find((one) => one.id === id);
    if (!followUp || !outcomesOf(followUp.rule).includes(record) || on.date < followUp.openedBy.date)
      throw notByThis();
    closed.push(followUp);
    const evidence = { items: [], date: on.date, record };
    return withEnded(so, followUp, "done", { at: on.now, by: on.by, evidence, reason: on.note });
  }, before);
  return { book, closed };
}

const notByThis = () =>
  new InvalidInput([
    {
      field: "settles",
      message: {
        en: "This follow-up is not open, or a record of this kind does not end it.",
        zh: "该随访已结束，或此类记录不能结束这项随访。",
      },
    },
  ]);
