import type { Change } from "../../data/commit.ts";
import { closeByEvidence, type Looked } from "./close-by-evidence.ts";
import { type FollowUp, lineKey } from "./follow-up.ts";
import { dropEnded } from "./follow-ups.store.ts";
import { type OpenBook, openIn, withLine, withOpen, withoutAsking } from "./open-book.ts";
import { waiting } from "./reminder-steps.ts";

export interface Reopened {
  book: OpenBook;
  reopened: FollowUp[];
  changes: Change[];
}

/**
 * Opens again what only results that were taken out of a file had ended: the follow-ups an exam of `date`
 * settled and what is left of it (`looked`, all exams as they are now) does not. Where the place has been taken
 * by a newer follow-up since, that one stands.
 */
export function reopenUnsettled(
  found: OpenBook,
  ended: readonly FollowUp[],
  { date, looked, now, by }: { date: string; looked: readonly Looked[]; now: string; by: string },
): Reopened {
  const before = openIn(found)
    .filter(({ asked }) => asked?.date === date)
    .reduce((so, one) => withOpen(so, withoutAsking(one)), found);
  const settled = ended.filter(
    ({ state, closed }) => state === "done" && closed?.evidence?.date === date && !closed.evidence.record,
  );
  const reopen = (book: OpenBook, followUps: readonly FollowUp[]): OpenBook =>
    followUps.reduce((so, { closed: _closed, ...followUp }) => {
      const line = so.lines.get(lineKey(followUp.concern, followUp.site));
      if (!line) return so;
      const { last: _last, ...rest } = line;
      return withLine(so, { ...rest, open: waiting(followUp, now) });
    }, book);
  const free = settled.filter(({ concern, site }) => !before.lines.get(lineKey(concern, site))?.open);
  const left = looked.find((exam) => exam.date === date);
  const seen = left && { ...left, others: looked, now, by };
  const still = seen ? closeByEvidence(reopen(before, free), seen).closed.map(({ id }) => id) : [];
  const reopened = free.filter(({ id }) => !still.includes(id));
  const book = reopen(before, reopened);
  return { book: seen ? closeByEvidence(book, seen).book : book, reopened, changes: reopened.map(dropEnded) };
}
