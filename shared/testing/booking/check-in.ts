import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import type { Booking } from "./booking.ts";
import { bookingOf, noteEaten, saveBooking } from "./bookings.store.ts";

/**
 * Marks a client as arrived, with what was said about fasting: results of this day that come from now on are
 * judged by it.
 * @throws Conflict when the booking is not waiting any more; it says since when (`facts.at`).
 */
export async function checkIn(ctx: Ctx, client: string, id: string, fasting: boolean): Promise<Booking> {
  await reachClient(ctx, "booking:check-in", client);
  return withRetry(ctx, async () => {
    const before = await bookingOf(ctx, client, id);
    if (!before) throw new NotFound();
    if (before.state === "arrived") return before;
    if (before.state !== "confirmed")
      throw new Conflict({ en: "This booking is no longer waiting.", zh: "该预约已不在等候状态。" });
    const { prepareAt: _told, ...rest } = before;
    const booking: Booking = { ...rest, state: "arrived", arrivedAt: ctx.now(), fasting };
    const log = { subject: `C#${client}`, action: "booking.arrived", refs: { booking: id }, v: before.v + 1 };
    const eaten = fasting ? [] : await noteEaten(ctx, client, before.date);
    await commit(ctx, { changes: [saveBooking(booking), ...eaten], log });
    return { ...booking, v: before.v + 1 };
  });
}
