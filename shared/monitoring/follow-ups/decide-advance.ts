import type { Recipient } from "../../clients/index.ts";
import { bucketOf } from "../../kernel/ids.ts";
import { type Instant, localDate } from "../../kernel/time.ts";
import { type About, isAllowedAt, nextAllowed } from "../../messaging/index.ts";
import { type FollowUp, stillAsked } from "./follow-up.ts";
import { type OpenBook, openIn, withOpen } from "./open-book.ts";
import { type Step, spreadMinutes, stepAt, stepsOf } from "./reminder-steps.ts";

export interface Advanced {
  book: OpenBook;
  /** Follow-ups the client is to be reminded of now, in one message; in that message, one step each. */
  remind: { followUp: FollowUp; about: About }[];
  /** Letters of earlier steps that this one message stands for. */
  merged: number;
  moved: FollowUp[];
}

/**
 * What time does to a client's follow-ups: every step that has come is taken, in order. Several letters
 * become one; outside the client's hours a letter waits for the morning, while `overdue` and `escalated`
 * do not wait.
 */
export function decideAdvance(before: OpenBook, to: Recipient | undefined, now: Instant): Advanced {
  let book = before;
  const remind: Advanced["remind"] = [];
  const moved: FollowUp[] = [];
  let merged = 0;
  for (const followUp of openIn(before)) {
    if (!followUp.next || followUp.next.at > now) continue;
    const { come, ahead } = split(followUp, now);
    const letters = come.filter(
      (step) => step.does === "remind" && !followUp.told.includes(stepOf(followUp, step)),
    );
    const letter = letters.at(-1);
    const wait = letter && to && !isAllowedAt("care", now, to.zone) ? letter : undefined;
    const { next: _next, ...rest } = followUp;
    const state = stateAfter(followUp, come, now);
    const next = wait
      ? {
          at: nextAllowed("care", now, to?.zone ?? followUp.zone, bucketOf(followUp.client, spreadMinutes)),
          step: wait.id,
        }
      : ahead && { at: stepAt(followUp, ahead), step: ahead.id };
    const after: FollowUp = { ...rest, state, ...(next ? { next } : {}) };
    if (!letter || wait) {
      book = withOpen(book, after);
      moved.push(after);
      continue;
    }
    const told = { ...after, told: [...after.told, ...letters.map((step) => stepOf(followUp, step))] };
    book = withOpen(book, told);
    moved.push(told);
    merged += letters.length - 1;
    remind.push({
      followUp: told,
      about: { type: "follow-up", id: followUp.id, step: stepOf(followUp, letter) },
    });
  }
  return { book, remind, merged: merged + Math.max(0, remind.length - 1), moved };
}

/** A step after a snooze is another step than the one before it. */
const stepOf = ({ snoozes }: FollowUp, { id }: Step): string => (snoozes ? `${id} (${snoozes})` : id);

function split(followUp: FollowUp, now: Instant): { come: Step[]; ahead: Step | undefined } {
  const steps = stepsOf(followUp);
  const from = Math.max(
    0,
    steps.findIndex(({ id }) => id === followUp.next?.step),
  );
  const ahead = steps.findIndex((step, at) => at > from && stepAt(followUp, step) > now);
  return ahead < 0
    ? { come: steps.slice(from), ahead: undefined }
    : { come: steps.slice(from, ahead), ahead: steps[ahead] };
}

const rank = ["planned", "due", "reminded", "overdue", "escalated"] as const;

/** States only move on: a letter to somebody who is overdue leaves it overdue. */
function stateAfter(followUp: FollowUp, come: readonly Step[], now: Instant): FollowUp["state"] {
  const says = (does: Step["does"]) => come.some((step) => step.does === does);
  const now_ = says("escalate")
    ? "escalated"
    : says("overdue")
      ? "overdue"
      : localDate(now, followUp.zone) >= followUp.due
        ? "due"
        : "planned";
  if (followUp.state === "booked" || followUp.state === "lost contact")
    return now_ === "escalated" ? now_ : followUp.state;
  const before = rank.indexOf(followUp.state as (typeof rank)[number]);
  return rank.indexOf(now_) > before ? now_ : followUp.state;
}

/** A follow-up whose client has just been written to. */
export const reminded = (followUp: FollowUp): FollowUp => {
  const { attention: _attention, ...rest } = followUp;
  const early = followUp.state === "planned" || followUp.state === "due";
  return { ...rest, ...stillAsked(followUp), state: early ? "reminded" : followUp.state };
};
