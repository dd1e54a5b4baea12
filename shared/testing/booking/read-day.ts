import { authorize } from "../../access/index.ts";
import type { ClientCard } from "../../clients/index.ts";
import { clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { defaultZone, type PlainDate } from "../../kernel/time.ts";
import type { Booking } from "./booking.ts";
import { bookingsOn, placesTaken } from "./bookings.store.ts";
import { isAhead, type Slot, slotsOn } from "./calendar.ts";

export interface SlotLeft extends Slot {
  taken: number;
  left: number;
  ahead: boolean;
}

/** The slots of a day with the places left, for whoever may book. */
export async function slotsLeft(ctx: Ctx, centre: string, date: PlainDate): Promise<SlotLeft[]> {
  const taken = await placesTaken(ctx, centre, date);
  return slotsOn(date).map((slot) => {
    const gone = taken.get(`${slot.time}#${slot.resource}`) ?? 0;
    return {
      ...slot,
      taken: gone,
      left: Math.max(0, slot.capacity - gone),
      ahead: isAhead(slot, ctx.now(), defaultZone),
    };
  });
}

export interface Arrival {
  booking: Booking;
  client: ClientCard;
}

/** Everyone expected on a day, by time, with the day's slots. */
export async function readDay(
  ctx: Ctx,
  date: PlainDate,
): Promise<{ slots: SlotLeft[]; arrivals: Arrival[] }> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "day:read", { centre });
  const [slots, bookings] = await Promise.all([slotsLeft(ctx, centre, date), bookingsOn(ctx, centre, date)]);
  await openList(
    ctx,
    "day",
    bookings.map(({ client }) => client),
  );
  const cards = await clientCards(
    ctx,
    bookings.map(({ client }) => client),
  );
  const arrivals = bookings.flatMap((booking) => {
    const client = cards.get(booking.client);
    return client ? [{ booking, client }] : [];
  });
  return { slots, arrivals };
}
