import { authorize } from "../../access/index.ts";
import { withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Ways } from "../../messaging/index.ts";
import { changesOf, openBook, unbook } from "../../monitoring/index.ts";
import { bookingOf, planEnding, planExpiring } from "../../testing/index.ts";
import { type Which, write } from "./change-booking.ts";
import { endOffer, keepFor } from "./offered.ts";
import { prepareBooking } from "./prepare-booking.ts";

/**
 * Does what is due about a booking, once however often the job comes: a hold whose time is over gives its places
 * back, preparation is told, and after its day a visit is done, or missed and its follow-ups wait again.
 */
export async function advanceBooking(ctx: Ctx, ways: Ways, which: Which): Promise<void> {
  authorize(ctx, "due:run", { client: which.client });
  const { client, booking: id } = which;
  const booking = await bookingOf(ctx, client, id);
  if (booking?.prepareAt && booking.prepareAt <= ctx.now()) await prepareBooking(ctx, ways, which);
  await withRetry(ctx, async () => {
    const before = await bookingOf(ctx, client, id);
    const now = ctx.now();
    if (before?.state === "held" && before.heldUntil && before.heldUntil <= now) {
      const plan = planExpiring(before, await keepFor(ctx, before));
      await write(ctx, before, plan, "booking.expired", await endOffer(ctx, before, "lapsed"));
      return;
    }
    if (!before?.endsAt || before.endsAt > now) return;
    if (before.state === "arrived") await write(ctx, before, planEnding(before), "booking.done");
    if (before.state === "confirmed") {
      const book = unbook(await openBook(ctx, client), id, now);
      await write(ctx, before, planEnding(before), "booking.missed", changesOf(book));
    }
  });
}
