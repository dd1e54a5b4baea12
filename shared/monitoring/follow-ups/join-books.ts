import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Looked } from "./close-by-evidence.ts";
import { type FollowUp, lineKey } from "./follow-up.ts";
import { type Line, type OpenBook, withEnded, withLine } from "./open-book.ts";
import { recheckRule } from "./recheck-rule.ts";
import { waiting } from "./reminder-steps.ts";
import { settleByExams } from "./settle-by-exams.ts";

/** Why one of two follow-ups of one place ended: the files of one person were put together. */
export const joinedReason = "two files of one person were merged";

/**
 * The lines of another file of the same person in the book of the file that stays: one line a concern and site.
 * What an exam of either has answered ends first; where both still have one open, the more urgent stays, by the
 * earlier dates of both and with the visit that is booked, and the other ends as superseded. Nothing that is
 * to be looked at again is without one afterwards.
 */
export function joinBooks(
  ours: OpenBook,
  theirs: readonly Line[],
  exams: readonly Looked[],
  { manager, now, by }: { manager: string; now: Instant; by: string },
): OpenBook {
  const asOurs = theirs.map(({ open, ...line }) => ({
    ...line,
    ...(open ? { open: { ...open, client: ours.client, manager } } : {}),
  }));
  const lines = new Map(asOurs.map((line) => [lineKey(line.concern, line.site), line]));
  const gone = settleByExams({ ...ours, lines, touched: new Set(), ended: [] }, exams, { now, by });
  const keep = settleByExams(ours, exams, { now, by });
  const joined = [...gone.lines.values()].reduce((book, line) => withTheirs(book, line, now, by), keep);
  return { ...joined, ended: [...joined.ended, ...gone.ended] };
}

function withTheirs(book: OpenBook, { v: _v, ...line }: Line, now: Instant, by: string): OpenBook {
  const ours = book.lines.get(lineKey(line.concern, line.site));
  if (!ours) return withLine(book, { ...line, v: 0 });
  const last = [ours.last, line.last]
    .filter((one) => one !== undefined)
    .sort((a, b) => b.exam.localeCompare(a.exam))[0];
  const joined: Line = { ...ours, turn: Math.max(ours.turn, line.turn), ...(last ? { last } : {}) };
  const theirs = line.open;
  if (!theirs) return withLine(book, joined);
  if (!ours.open) return withLine(book, { ...joined, open: theirs });
  const [stays, goes] = presses(theirs, ours.open) ? [theirs, ours.open] : [ours.open, theirs];
  const closed = { at: now, by, reason: joinedReason };
  const ended = withEnded(withLine(book, { ...joined, open: goes }), goes, "superseded", closed);
  return withLine(ended, { ...joined, open: withDatesOf(stays, goes, now) });
}

const presses = (a: FollowUp, b: FollowUp): boolean => {
  const [one, other] = [recheckRule(a.rule), recheckRule(b.rule)];
  return one.maxDays !== other.maxDays ? one.maxDays < other.maxDays : a.overdueAfter < b.overdueAfter;
};

function withDatesOf(stays: FollowUp, goes: FollowUp, now: Instant): FollowUp {
  const booking = stays.booking ?? goes.booking;
  const dated: FollowUp = {
    ...stays,
    due: earlier(stays.due, goes.due),
    overdueAfter: earlier(stays.overdueAfter, goes.overdueAfter),
    told: [...new Set([...stays.told, ...goes.told])],
    calls: [...goes.calls, ...stays.calls].sort((a, b) => a.at.localeCompare(b.at)),
  };
  if (stays.booking || !booking)
    return dated.due === stays.due && dated.overdueAfter === stays.overdueAfter
      ? dated
      : again(dated, stays, now);
  return { ...dated, booking, state: "booked", ...(goes.next ? { next: goes.next } : {}) };
}

const earlier = (...dates: [PlainDate, PlainDate]): PlainDate => dates.sort()[0] as PlainDate;

/** Its letters begin anew around the earlier day; a state only a person changes is kept. */
const again = (dated: FollowUp, { state, attention, again }: FollowUp, now: Instant): FollowUp => {
  if (state === "booked" || state === "escalated" || state === "lost contact") return dated;
  const anew = waiting(dated, now);
  return { ...anew, ...(attention ? { attention } : {}), ...(again ? { again } : {}) };
};
