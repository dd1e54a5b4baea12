import { authorize } from "../../access/index.ts";
import type { ClientCard } from "../../clients/index.ts";
import { clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { defaultZone, type PlainDate } from "../../kernel/time.ts";
import { type Calendar, general, isAhead, type Slot, slotsOn } from "../places/calendar.ts";
import { calendarOf } from "../places/calendars.store.ts";
import { countersOf, slotMark } from "../places/counters.store.ts";
import type { Booking } from "./booking.ts";
import { bookingsOn } from "./bookings.store.ts";

export interface SlotLeft extends Slot {
  taken: number;
  waiting: number;
  left: number;
  ahead: boolean;
}

/** The slots a resource has on a day, with the places left. */
export async function slotsLeft(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  resource = general,
  calendar?: Calendar,
): Promise<SlotLeft[]> {
  const [plan, taken] = await Promise.all([
    calendar ?? calendarOf(ctx, centre),
    countersOf(ctx, centre, date),
  ]);
  return slotsOn(plan, date, resource).map((slot) => {
    const { taken: gone, waiting } = taken.get(slotMark(slot)) ?? { taken: 0, waiting: 0 };
    return {
      ...slot,
      taken: gone,
      waiting,
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
