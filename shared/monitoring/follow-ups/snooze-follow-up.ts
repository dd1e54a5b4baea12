import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { type FollowUp, stillAsked } from "./follow-up.ts";
import { changesOf, openBook } from "./follow-ups.store.ts";
import { openIn, withOpen } from "./open-book.ts";
import { waiting } from "./reminder-steps.ts";
import { SnoozeSchema } from "./wishes.ts";

/**
 * Moves the day a follow-up asks for, at most to the last day its rule allows; its letters begin again
 * around the new day.
 * @throws InvalidInput for a day that has come already or lies past the window; NotFound where it is not
 * open for this client and actor; Conflict where a visit is booked.
 */
export async function snoozeFollowUp(ctx: Ctx, input: z.input<typeof SnoozeSchema>): Promise<FollowUp> {
  const { client, id, until } = parse(SnoozeSchema, input);
  const { zone } = await reachClient(ctx, "follow-up:snooze", client);
  return withRetry(ctx, async () => {
    const book = await openBook(ctx, client);
    const followUp = openIn(book).find((one) => one.id === id);
    if (!followUp) throw new NotFound();
    if (followUp.state === "booked") throw booked();
    if (followUp.due === until) return followUp;
    if (until <= localDate(ctx.now(), zone) || until > followUp.overdueAfter)
      throw outside(followUp.overdueAfter);
    const { attention: _attention, ...rest } = followUp;
    const moved = { ...rest, ...stillAsked(followUp), due: until, snoozes: followUp.snoozes + 1 };
    const later = waiting(moved, ctx.now());
    await commit(ctx, {
      changes: changesOf(withOpen(book, later)),
      log: { subject: `C#${client}`, action: "follow-up.snoozed", refs: { followUp: id, until } },
    });
    return later;
  });
}

const booked = () =>
  new Conflict({
    en: "A visit is booked for this. Change the visit instead.",
    zh: "已预约复查，请直接更改预约。",
  });

const outside = (last: string) =>
  new InvalidInput([
    {
      field: "until",
      message: {
        en: `Choose a day after today and no later than ${last}.`,
        zh: `请选择今天之后、不晚于 ${last} 的日期。`,
      },
    },
  ]);
