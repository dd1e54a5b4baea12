import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addDays, localDate, type PlainDate } from "../../kernel/time.ts";
import { changeFollowUp } from "./change-follow-up.ts";
import {
  type CallOutcome,
  calledTwice,
  callReached,
  type FollowUp,
  isClaimed,
  stillAsked,
} from "./follow-up.ts";
import { waiting } from "./reminder-steps.ts";
import { CallSchema } from "./wishes.ts";

/** Days until it is looked at again, by what the call came to. */
const againAfter: Record<CallOutcome, number> = {
  "will book": 3,
  "call again": 3,
  "no answer": 1,
  "wrong number": 1,
};

/**
 * Keeps one attempt to speak with a client about a re-check. It leaves the manager's present rows until the
 * day to look again. Whoever was lost and is reached now is not lost any more. It ends nothing.
 * @throws NotFound where it is not open for this client and actor.
 */
export async function recordCall(ctx: Ctx, input: z.input<typeof CallSchema>): Promise<FollowUp> {
  const { client, id, channel, outcome, note, again } = parse(CallSchema, input);
  const { zone } = await reachClient(ctx, "follow-up:work", client);
  const now = ctx.now();
  const call = { at: now, by: ctx.actor.id, channel, outcome, ...(note ? { note } : {}) };
  return changeFollowUp(
    ctx,
    { client, id },
    callReached(call) ? "follow-up.reached" : "follow-up.not-reached",
    (before) => {
      const { attention: _attention, ...rest } = before;
      const called: FollowUp = {
        ...rest,
        ...stillAsked(before),
        calls: [...before.calls, call],
        again: again ?? addDays(localDate(now, zone), againAfter[outcome]),
      };
      return before.state === "lost contact" && callReached(call) && !isClaimed(before)
        ? { ...waiting(called, now), again: called.again }
        : called;
    },
    { channel, outcome },
  );
}

/**
 * Puts a follow-up behind the others until a day, because its manager has seen to it for now; the day before
 * (`undefined`) puts it back. It ends nothing and moves no date.
 * @throws NotFound as `recordCall`.
 */
export async function lookAgain(
  ctx: Ctx,
  { client, id, on }: { client: string; id: string; on: PlainDate | undefined },
): Promise<FollowUp> {
  await reachClient(ctx, "follow-up:work", client);
  return changeFollowUp(ctx, { client, id }, "follow-up.looked-after", (before) => {
    const { again: _again, ...rest } = before;
    return on ? { ...rest, again: on } : rest;
  });
}

/**
 * Says that nobody can be reached: it stays open, with its manager.
 * @throws Conflict unless two attempts by different channels have failed; NotFound as `recordCall`.
 */
export async function loseClient(ctx: Ctx, client: string, id: string): Promise<FollowUp> {
  await reachClient(ctx, "follow-up:work", client);
  return changeFollowUp(ctx, { client, id }, "follow-up.lost-contact", (before) => {
    if (before.state === "lost contact") return before;
    if (!calledTwice(before)) throw tryAgain();
    return { ...before, state: "lost contact" };
  });
}

const tryAgain = () =>
  new Conflict({
    en: "Contact counts as lost after two failed attempts by different channels. Try another channel first.",
    zh: "须以两种不同方式联系均未成功，才可记为失联。请先换一种方式联系。",
  });
