import type { Ctx } from "../../kernel/context.ts";
import { type Link, messageOf } from "../../messaging/index.ts";
import type { FollowUp } from "./follow-up.ts";
import { openBook } from "./follow-ups.store.ts";
import { openIn } from "./open-book.ts";

/**
 * The follow-ups a reminder's link speaks of that are still open (booked ones too), the most pressing
 * first. The link is the proof of who asks: `readLink` has checked it.
 */
export async function followUpsBehind(ctx: Ctx, { client, about }: Link): Promise<FollowUp[]> {
  const message = await messageOf(ctx, client, about);
  const meant = new Set(message?.about.map(({ id }) => id));
  return openIn(await openBook(ctx, client))
    .filter(({ id }) => meant.has(id))
    .sort((a, b) => a.overdueAfter.localeCompare(b.overdueAfter));
}
