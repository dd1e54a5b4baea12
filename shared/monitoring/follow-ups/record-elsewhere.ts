import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { endFollowUp } from "./end-follow-up.ts";
import type { FollowUp } from "./follow-up.ts";
import { openBook } from "./follow-ups.store.ts";
import { openIn } from "./open-book.ts";
import { ElsewhereSchema } from "./wishes.ts";

/**
 * Ends a follow-up that was looked at in another place, after staff have seen the document: the day, the place
 * and what it says stay with it, and the document the client sent, if there is one.
 * @throws InvalidInput for a day still to come or before the finding; NotFound where it is not open for
 * this client and actor.
 */
export async function recordElsewhere(ctx: Ctx, input: z.input<typeof ElsewhereSchema>): Promise<FollowUp> {
  const { client, id, ...seen } = parse(ElsewhereSchema, input);
  const { zone } = await reachClient(ctx, "follow-up:work", client);
  const today = localDate(ctx.now(), zone);
  const { date = today, place, reason } = seen;
  if (date > today) throw wrongDay();
  const document = openIn(await openBook(ctx, client)).find((one) => one.id === id)?.claim?.document;
  return endFollowUp(ctx, {
    client,
    id,
    state: "verified elsewhere",
    closed: { reason, place, evidence: { items: [], date }, ...(document ? { document } : {}) },
    check(followUp) {
      if (date < followUp.openedBy.date) throw wrongDay();
    },
  });
}

const wrongDay = () =>
  new InvalidInput([
    {
      field: "date",
      message: {
        en: "Give the day it was looked at: after the finding, and not in the future.",
        zh: "请填写实际复查日期：应晚于本次发现，且不晚于今天。",
      },
    },
  ]);
