import { bucketOf } from "../../kernel/ids.ts";
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  localDate,
  type PlainDate,
} from "../../kernel/time.ts";
import type { FollowUp } from "./follow-up.ts";

export interface Step {
  id: string;
  date: PlainDate;
  /** `remind` writes to the client, `overdue` says so, `escalate` puts it before the manager. */
  does: "remind" | "overdue" | "escalate";
}

/** Days from the due date. What has a window of a day gets one word, and then a person. */
const sequences = {
  usual: [
    { id: "T-14", days: -14, does: "remind" },
    { id: "T-3", days: -3, does: "remind" },
    { id: "T", days: 0, does: "remind" },
    { id: "T+7", days: 7, does: "remind" },
    { id: "T+14", days: 14, does: "escalate" },
  ],
  critical: [
    { id: "T", days: 0, does: "remind" },
    { id: "T+1", days: 1, does: "escalate" },
  ],
} as const satisfies Record<string, readonly { id: string; days: number; does: Step["does"] }[]>;

/** A client's word that it was done elsewhere, that nobody looks at, comes back to the manager after so many days. */
const daysAfterClaim = 3;

/** A visit that was booked and settled nothing comes back to its manager after so many days. */
const daysAfterBooking = 14;

/** Local time of the day's first letter, and the minutes over which clients are spread after it. */
const firstLetter = "09:00";
export const spreadMinutes = 180;

type Dated = Pick<
  FollowUp,
  "client" | "critical" | "due" | "overdueAfter" | "zone" | "booking" | "state" | "claim"
>;

/**
 * The steps of a follow-up in order of time: the sequence around its due date, and the day after its window
 * closes. A booked one has a single step: somebody looks if the visit settled nothing.
 */
export function stepsOf(followUp: Dated): Step[] {
  if (followUp.state === "booked" && followUp.booking)
    return [{ id: "visit", date: addDays(followUp.booking.date, daysAfterBooking), does: "escalate" }];
  if (followUp.claim?.state === "waiting") {
    const said = localDate(followUp.claim.at, followUp.zone);
    return [{ id: "claim", date: addDays(said, daysAfterClaim), does: "escalate" }];
  }
  const sequence = followUp.critical ? sequences.critical : sequences.usual;
  const steps: Step[] = sequence.map(({ id, days, does }) => ({
    id,
    date: addDays(followUp.due, days),
    does,
  }));
  const overdue: Step = { id: "overdue", date: addDays(followUp.overdueAfter, 1), does: "overdue" };
  return [...steps, overdue].sort((a, b) => a.date.localeCompare(b.date));
}

/** When a step happens: in the morning of its date, where the client is, never all clients at once. */
export const stepAt = (followUp: Dated, step: Step): Instant =>
  addMinutes(instantAt(step.date, firstLetter, followUp.zone), bucketOf(followUp.client, spreadMinutes));

/**
 * The first step a follow-up waits for when its sequence begins now. Letters of earlier days are dropped;
 * what puts it before a person never is, so one that opens late goes to its manager at once.
 */
export function firstStep(followUp: Dated, now: Instant): FollowUp["next"] {
  const today = localDate(now, followUp.zone);
  const step = stepsOf(followUp).find(({ date, does }) => date >= today || does !== "remind");
  return step && { at: stepAt(followUp, step), step: step.id };
}

/** The follow-up without a booking, waiting for its sequence from here on. */
export function waiting(followUp: FollowUp, now: Instant): FollowUp {
  const { booking: _booking, next: _next, again: _again, ...rest } = followUp;
  const today = localDate(now, followUp.zone);
  const state = today > followUp.overdueAfter ? "overdue" : today >= followUp.due ? "due" : "planned";
  const free: FollowUp = { ...rest, state };
  const next = firstStep(free, now);
  return next ? { ...free, next } : free;
}
