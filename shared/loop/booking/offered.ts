import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Booking, ended, type Keep, saveWait, waitingOn, waitOf } from "../../testing/index.ts";

/** Where what a booking gives up goes: kept for the day's waiting list, if anybody is on it. */
export async function keepFor(ctx: Ctx, booking: Booking): Promise<Keep | undefined> {
  const [first] = await waitingOn(ctx, booking.centre, booking.date, 1);
  return first && { id: `${booking.id}#${booking.v}`, now: ctx.now() };
}

/** What becomes of the wait behind an offered place when it is taken, let go or not answered. */
export async function endOffer(
  ctx: Ctx,
  booking: Booking,
  state: "taken" | "lapsed" | "left",
): Promise<Change[]> {
  const wait = booking.offer ? await waitOf(ctx, booking.client, booking.offer) : undefined;
  return wait?.state === "offered" ? [saveWait(ended(wait, state))] : [];
}
