import type { Instant, PlainDate } from "../../kernel/time.ts";
import { type FollowUp, followUpId, lineKey } from "./follow-up.ts";
import { type OpenBook, openIn, withLine, withOpen, withoutAsking } from "./open-book.ts";
import { planFollowUps, type SignedExam } from "./plan-follow-ups.ts";
import { waiting } from "./reminder-steps.ts";

/** A recalled exam, as far as monitoring cares. */
export type UndoneExam = Pick<SignedExam, "client" | "centre" | "manager" | "zone" | "exam" | "now" | "by">;

/**
 * A client's follow-ups as if an exam had never been: what it raised is voided, or gives way to what it had
 * replaced; what it seemed to have settled is open again, as the next turn of its line.
 */
export function undoExam(
  before: OpenBook,
  everEnded: readonly FollowUp[],
  undone: UndoneExam,
): { book: OpenBook; voided: FollowUp[]; opened: FollowUp[] } {
  const { date, version } = undone.exam;
  const { book } = planFollowUps(before, { ...undone, exam: { date, version: version + 1 }, findings: [] });
  const unasked = openIn(book)
    .filter(({ asked }) => asked?.date === date)
    .reduce((so, one) => withOpen(so, withoutAsking(one)), book);
  const opened = everEnded
    .filter((one) => settledBy(one, date) && isLast(one, everEnded, date))
    .reduce((so, one) => reopened(so, one, undone.now), unasked);
  const there = new Set(openIn(book).map(({ id }) => id));
  return { book: opened, voided: [...book.ended], opened: openIn(opened).filter(({ id }) => !there.has(id)) };
}

const settledBy = ({ state, closed }: FollowUp, date: PlainDate): boolean =>
  (state === "done" || state === "superseded") && closed?.evidence?.date === date;

/** No exam but the undone one has raised anything in this line since. */
const isLast = ({ concern, site, turn, openedBy }: FollowUp, all: readonly FollowUp[], date: PlainDate) =>
  openedBy.date !== date &&
  all.every(
    (other) =>
      lineKey(other.concern, other.site) !== lineKey(concern, site) ||
      other.turn <= turn ||
      other.openedBy.date === date,
  );

/** Nothing is opened twice: where the line is open, that one stands. */
function reopened(book: OpenBook, ended: FollowUp, now: Instant): OpenBook {
  const line = book.lines.get(lineKey(ended.concern, ended.site));
  if (!line || line.open) return book;
  const { closed: _closed, booking: _booking, ...facts } = ended;
  const turn = line.turn + 1;
  const id = followUpId(ended.client, ended.concern, ended.site, turn);
  const open = waiting({ ...facts, id, turn, openedAt: now, state: "planned", told: [] }, now);
  return withLine(book, { ...line, turn, open });
}
