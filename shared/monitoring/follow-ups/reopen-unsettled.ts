import type { Change } from "../../data/commit.ts";
import type { Looked } from "./close-by-evidence.ts";
import { type FollowUp, lineKey } from "./follow-up.ts";
import { dropEnded } from "./follow-ups.store.ts";
import { type OpenBook, openIn, withLine, withOpen, withoutAsking } from "./open-book.ts";
import { waiting } from "./reminder-steps.ts";
import { settleByExams } from "./settle-by-exams.ts";

export interface Reopened {
  book: OpenBook;
  reopened: FollowUp[];
  changes: Change[];
}

/**
 * Opens again what only results that were taken out of a file had ended: the follow-ups an exam of `date`
 * settled, and no exam that is left (`looked`, all of them as they are now) does. Where the place has been taken
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
  const anew = settleByExams(reopen(before, free), looked, { now, by });
  const still = new Set(anew.ended.map(({ id }) => id));
  const reopened = free.filter(({ id }) => !still.has(id));
  const asked = settleByExams(reopen(before, reopened), looked, { now, by });
  return { book: asked, reopened, changes: reopened.map(dropEnded) };
}
