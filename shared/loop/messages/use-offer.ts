import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type Booking, bookingsOf } from "../../testing/index.ts";
import { confirmFor, letGoFor } from "../booking/change-booking.ts";
import { reach } from "./open-link.ts";

/**
 * Takes the place a link offers, for the link's own client; pressed again it is the same visit.
 * @throws AppError `Expired` once it was given to the next; Conflict where it was declined.
 */
export async function acceptOffer(ctx: Ctx, token: string): Promise<Booking> {
  const { by, link, client } = await reach(ctx, token, "offer");
  const offered = await offeredBy(by, client.number, link.about);
  return confirmFor(by, client, offered.id);
}

/** Lets the offered place go to the next one. @throws Conflict where it was taken. */
export async function declineOffer(ctx: Ctx, token: string): Promise<void> {
  const { by, link, client } = await reach(ctx, token, "offer");
  await letGoFor(by, client.number, (await offeredBy(by, client.number, link.about)).id);
}

async function offeredBy(ctx: Ctx, client: string, wait: string): Promise<Booking> {
  const booking = (await bookingsOf(ctx, client)).find(({ offer }) => offer === wait);
  if (!booking) throw new NotFound();
  return booking;
}
