import { addDays, type Instant, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { type FollowUp, isOpen, recheckRule } from "../../../../shared/monitoring/index.ts";
import { answersOnlyDays, type Booking, roomsOf, toDo } from "../../../../shared/testing/index.ts";

/** One thing a client can do now. */
export type Step =
  | { is: "book"; due: PlainDate; last: PlainDate; count: number; late: boolean }
  | { is: "measure"; day: number; days: { at: PlainDate; done: boolean; today: boolean }[] }
  | { is: "read"; content: string; title: { en: string; zh: string }; minutes: number }
  | { is: "agree" }
  | { is: "visit"; booking: Booking };

const seriesDays = 7;

/** Everything that waits for the client, the most pressing first; the first is the page's main act. */
export function stepsOf(file: ClientFile, now: Instant): Step[] {
  const today = localDate(now, file.client.zone);
  const open = file.followUps.filter(isOpen);
  const waiting = open.filter(({ state }) => state !== "booked");
  const due = waiting.filter((one) => one.due <= today);
  const soon = waiting.filter((one) => one.due > today && one.due <= addDays(today, 30));
  const unread = file.shelf.filter(({ assignment }) => assignment.state !== "understood");
  const next = unread.at(-1);
  const visit = file.bookings
    .filter(({ state, date }) => state === "confirmed" && date >= today)
    .sort((a, b) => a.date.localeCompare(b.date))[0];
  const near = visit && visit.date <= addDays(today, 7) ? visit : undefined;
  return [
    ...bookStep(due, today),
    ...measureStep(file, open, today),
    ...visitStep(near),
    ...(next
      ? [
          {
            is: "read" as const,
            content: next.piece.id,
            title: next.piece.title,
            minutes: next.piece.minutes,
          },
        ]
      : []),
    ...(file.plan?.state === "drafted" || file.plan?.state === "revised" ? [{ is: "agree" as const }] : []),
    ...visitStep(visit === near ? undefined : visit),
    ...bookStep(soon, today),
  ];
}

const visitStep = (booking: Booking | undefined): Step[] => (booking ? [{ is: "visit", booking }] : []);

function bookStep(followUps: readonly FollowUp[], today: PlainDate): Step[] {
  const due = followUps.map((one) => one.due).sort()[0];
  const last = followUps.map((one) => one.overdueAfter).sort()[0];
  return due && last ? [{ is: "book", due, last, count: followUps.length, late: last < today }] : [];
}

/** Seven mornings at home, where a follow-up takes a home series for an answer and today has no reading yet. */
function measureStep(file: ClientFile, open: readonly FollowUp[], today: PlainDate): Step[] {
  const asks = open.find(({ rule }) =>
    recheckRule(rule).closedBy.anyOf.some((one) => "record" in one && one.record === "home series"),
  );
  if (!asks) return [];
  const measured = new Set(
    file.measurements
      .filter(({ kind, date }) => kind === "blood-pressure" && date > asks.openedBy.date)
      .map(({ date }) => date),
  );
  if (measured.has(today)) return [];
  const earliest = addDays(today, 1 - seriesDays);
  const start = [...measured, today].filter((date) => date >= earliest).sort()[0] ?? today;
  const days = Array.from({ length: seriesDays }, (_, index) => {
    const at = addDays(start, index);
    return { at, done: measured.has(at), today: at === today };
  });
  return [{ is: "measure", day: days.findIndex(({ at }) => at === today) + 1, days }];
}

/** Whether nothing is left to be examined on a visit: what was taken is with those who judge it. */
const everywhere = ({ days }: ClientFile, visit: string): boolean => {
  const day = days.find(({ id }) => id === visit);
  return day !== undefined && roomsOf(toDo(day)).length === 0;
};

/** How far a visit's report has come, as an index of booked, checked in, at the lab, reviewed, released. */
export function parcelOf(file: ClientFile): { at: number; date: PlainDate } | undefined {
  const signed = file.unreleased.at(-1);
  if (signed) return { at: 3, date: signed.openedBy.date };
  const answers = answersOnlyDays(file.exams);
  const released = new Set([
    ...file.assessments.flatMap(({ date }) => (answers.has(date) ? [] : [date])),
    ...file.recalled.map(({ date }) => date),
  ]);
  const visits = file.bookings
    .filter(({ state, date }) => state !== "cancelled" && state !== "no-show" && !released.has(date))
    .sort((a, b) => a.date.localeCompare(b.date));
  const here = visits.filter(({ state }) => state !== "confirmed").at(-1);
  if (here) return { at: here.state === "done" || everywhere(file, here.id) ? 2 : 1, date: here.date };
  const booked = visits[0];
  return booked && !released.size ? { at: 0, date: booked.date } : undefined;
}
