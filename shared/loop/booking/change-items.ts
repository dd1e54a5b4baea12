import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Booking, bookingOf, ChangeItemsSchema, planItems } from "../../testing/index.ts";

/**
 * Chooses other items for a booking to come: the caps of the scarce ones left out go back and those of the new ones
 * are taken in one commit, so the booking is never for what the day cannot give.
 * @throws CapacityFull naming the item; InvalidInput; Conflict once the visit has begun or is over.
 */
export async function changeItems(
  ctx: Ctx,
  wanted: { client: string; booking: string; items: readonly string[] },
): Promise<Booking> {
  const client = await reachClient(ctx, "booking:make", wanted.client);
  const { items } = parse(ChangeItemsSchema, { items: wanted.items });
  return withRetry(ctx, async () => {
    const before = await bookingOf(ctx, client.number, wanted.booking);
    if (!before) throw new NotFound();
    if (before.state !== "held" && before.state !== "confirmed")
      throw new Conflict({
        en: "This visit has begun or is over; its items are changed at the desk of the day.",
        zh: "到检已开始或已结束，请在当日服务台调整项目。",
      });
    const { booking, changes } = planItems(before, items, client.sex);
    await commit(ctx, {
      changes,
      log: {
        subject: `C#${client.number}`,
        action: "booking.items-changed",
        refs: { booking: booking.id },
        v: before.v + 1,
      },
    });
    return { ...booking, v: before.v + 1 };
  });
}
