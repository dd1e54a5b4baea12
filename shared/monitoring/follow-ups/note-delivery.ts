import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { letGo, type Message } from "../../messaging/index.ts";
import type { FollowUp } from "./follow-up.ts";
import { changesOf, openBook } from "./follow-ups.store.ts";
import { openIn, withOpen } from "./open-book.ts";

const attentionFor: Partial<Record<Message["state"], NonNullable<FollowUp["attention"]>>> = {
  failed: "not delivered",
  unknown: "delivery unknown",
};

/**
 * A reminder that did not arrive, or that nobody knows about, puts its open follow-ups before their
 * manager; only then does the message leave the clock. Any other message changes nothing.
 */
export async function noteDelivery(ctx: Ctx, message: Message): Promise<void> {
  const attention = attentionFor[message.state];
  if (!attention || !message.lookAt) return;
  const about = new Set(message.about.flatMap(({ type, id }) => (type === "follow-up" ? [id] : [])));
  await withRetry(ctx, async () => {
    const book = await openBook(ctx, message.client);
    const meant = openIn(book).filter(
      (followUp) => about.has(followUp.id) && followUp.state !== "booked" && followUp.attention !== attention,
    );
    if (!meant.length) return;
    const after = meant.reduce(
      (so, followUp) => withOpen(so, { ...followUp, attention, state: "escalated" }),
      book,
    );
    await commit(ctx, {
      changes: changesOf(after),
      log: {
        subject: `C#${message.client}`,
        action: "follow-up.escalated",
        refs: { followUps: meant.map(({ id }) => id), message: message.id },
      },
    });
  });
  await letGo(ctx, message);
}
