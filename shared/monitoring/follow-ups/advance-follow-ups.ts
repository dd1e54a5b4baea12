import { authorize } from "../../access/index.ts";
import { recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import {
  addMessage,
  composeMessage,
  deliver,
  type Facts,
  type Message,
  type Ways,
} from "../../messaging/index.ts";
import { decideAdvance, reminded } from "./decide-advance.ts";
import type { FollowUp } from "./follow-up.ts";
import { changesOf, openBook } from "./follow-ups.store.ts";
import { handOver } from "./mark-booked.ts";
import { noteDelivery } from "./note-delivery.ts";
import { type OpenBook, openIn, withOpen } from "./open-book.ts";

/**
 * Takes every step of a client's follow-ups whose time has come, and writes to the client at most once
 * about all of them. The states and the claimed message are one commit, so a second worker, a repeated
 * job or a crash in between finds nothing left to take; the message is then handed over, or taken up
 * later by `settle`. Follow-ups of a client who has another manager by now move to that list.
 * @returns the message, if there was one to write.
 */
export async function advanceFollowUps(ctx: Ctx, ways: Ways, client: string): Promise<Message | undefined> {
  authorize(ctx, "due:run", { client });
  const to = await recipientOf(ctx, client);
  const decide = async (consistent: boolean) => {
    const found = await openBook(ctx, client, consistent);
    return decideAdvance(to ? handOver(found, to.manager ?? "") : found, to, ctx.now());
  };
  const claimed = await withRetry(ctx, async (again) => {
    const soon = await decide(again);
    const decided = soon.moved.length || again ? soon : await decide(true);
    if (!decided.moved.length) return undefined;
    const about = decided.remind.map((one) => one.about);
    const message = about.length
      ? composeMessage(to, { client, template: "recheck-reminder", about }, ctx.now())
      : undefined;
    const told = message?.state === "sending" ? reminded : unwritten;
    const book = decided.remind.reduce((so, { followUp }) => withOpen(so, told(followUp)), decided.book);
    await commit(ctx, {
      changes: [...changesOf(book), ...(message ? [addMessage(message)] : [])],
      log: {
        subject: `C#${client}`,
        action: "follow-up.advanced",
        refs: {
          followUps: decided.moved.map(({ id }) => id),
          ...(message ? { message: message.id, state: message.state, merged: decided.merged } : {}),
          ...(message?.reason ? { reason: message.reason } : {}),
        },
      },
    });
    return message && { message, facts: factsFor(message, openIn(book)) };
  });
  if (!to || !claimed?.facts || claimed.message.state !== "sending") return claimed?.message;
  const delivered = await deliver(ctx, ways, claimed.message, to, claimed.facts);
  await noteDelivery(ctx, delivered);
  return delivered;
}

const unwritten = (followUp: FollowUp): FollowUp => ({ ...followUp, attention: "not written" });

/** What a reminder says as of now; undefined when everything it is about has ended or is booked. */
export async function reminderFacts(ctx: Ctx, message: Message): Promise<Facts | undefined> {
  const book: OpenBook = await openBook(ctx, message.client);
  return factsFor(message, openIn(book));
}

function factsFor(message: Message, open: readonly FollowUp[]): Facts | undefined {
  const dates = open
    .filter(({ id, state }) => state !== "booked" && message.about.some((about) => about.id === id))
    .map(({ due }) => due)
    .sort();
  const [date] = dates;
  return date === undefined
    ? undefined
    : { words: { date }, link: { purpose: "recheck", about: message.id } };
}
