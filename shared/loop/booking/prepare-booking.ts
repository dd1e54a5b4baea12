import { authorize } from "../../access/index.ts";
import { recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { localDate } from "../../kernel/time.ts";
import { addMessage, composeMessage, deliver, type Message, type Ways } from "../../messaging/index.ts";
import { noteDelivery } from "../../monitoring/index.ts";
import { bookingOf, saveBooking } from "../../testing/index.ts";
import { bookingFacts, preparationStep } from "../messages/message-facts.ts";

/**
 * Tells a client the afternoon before how to prepare for a visit: once, however often the job comes. A
 * visit that was cancelled or has begun is told nothing.
 * @returns the message, where one was due.
 */
export async function prepareBooking(
  ctx: Ctx,
  ways: Ways,
  { client, booking: id }: { client: string; booking: string },
): Promise<Message | undefined> {
  authorize(ctx, "due:run", { client });
  const to = await recipientOf(ctx, client);
  const claimed = await withRetry(ctx, async () => {
    const booking = await bookingOf(ctx, client, id);
    if (!booking?.prepareAt || booking.prepareAt > ctx.now()) return undefined;
    const { prepareAt: _told, ...told } = booking;
    const late = booking.state !== "confirmed" || booking.date < localDate(ctx.now(), to?.zone);
    const about = [{ type: "booking", id, step: preparationStep(booking) }];
    const message = late
      ? undefined
      : composeMessage(to, { client, template: "booking-preparation", about }, ctx.now());
    await commit(ctx, {
      changes: [saveBooking(told), ...(message ? [addMessage(message)] : [])],
      log: {
        subject: `C#${client}`,
        action: "booking.preparation-told",
        refs: { booking: id, ...(message ? { message: message.id, state: message.state } : {}) },
        v: booking.v + 1,
      },
    });
    return message && { message, facts: bookingFacts(booking) };
  });
  if (!to || !claimed?.facts || claimed.message.state !== "sending") return claimed?.message;
  const delivered = await deliver(ctx, ways, claimed.message, to, claimed.facts);
  await noteDelivery(ctx, delivered);
  return delivered;
}
