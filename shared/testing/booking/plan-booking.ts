import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { addDays, instantAt, localDate } from "../../kernel/time.ts";
import type { Booking } from "./booking.ts";
import { addBooking, givePlaceBack, saveBooking, takePlace } from "./bookings.store.ts";
import { isAhead, slotAt } from "./calendar.ts";
import { visitOf } from "./visit.ts";

/** A centre plans its year, no further. */
const farthestDays = 366;

/** What a booking keeps of the idempotency key it was made under, to be known again by. */
export const requestMark = (ctx: Ctx, key: string): string => digest(`${ctx.actor.id} ${key}`).slice(0, 20);

/**
 * The id of a client's next booking of a day that had `before` that are over or cancelled. Two at once ask for the
 * same id, and only one gets it: that is what keeps it to one a day.
 */
const idOf = (client: string, date: string, before: number): string =>
  digest(`${client} ${date} ${before}`).slice(0, 20);

/**
 * What a new booking would be and what must be written for it: the booking and the place, in this order, so
 * that the same booking made twice is told so rather than that the slot is full. `before` counts the client's
 * earlier bookings of that day.
 */
export function planBooking(
  ctx: Ctx,
  who: { client: string; centre: string; zone: string },
  wanted: {
    package: string;
    date: string;
    time: string;
    followUps: readonly string[];
    before: number;
    request?: string | undefined;
  },
): { booking: Booking; changes: Change[] } {
  const slot = slotAt(wanted.date, wanted.time);
  if (!slot)
    throw new InvalidInput([
      { field: "time", message: { en: "The centre has no place at this time.", zh: "该时间不开放预约。" } },
    ]);
  const now = ctx.now();
  if (wanted.date > addDays(localDate(now, who.zone), farthestDays))
    throw new InvalidInput([
      {
        field: "date",
        message: { en: "Bookings are made at most a year ahead.", zh: "最多可提前一年预约。" },
      },
    ]);
  if (!isAhead(slot, now, who.zone))
    throw new InvalidInput([
      {
        field: "date",
        message: { en: "This time has passed. Choose a later one.", zh: "该时段已过，请选择之后的时间。" },
      },
    ]);
  if (!visitOf(wanted.package))
    throw new InvalidInput([
      { field: "package", message: { en: "Choose one of the packages.", zh: "请选择套餐。" } },
    ]);
  const booking: Booking = {
    id: idOf(who.client, wanted.date, wanted.before),
    client: who.client,
    centre: who.centre,
    package: wanted.package,
    date: wanted.date,
    time: wanted.time,
    resource: slot.resource,
    state: "confirmed",
    followUps: [...wanted.followUps],
    prepareAt: prepareAt(wanted.date, now, who.zone),
    madeBy: ctx.actor.id,
    madeAt: now,
    ...(wanted.request ? { request: wanted.request } : {}),
    v: 1,
  };
  return { booking, changes: [addBooking(booking), takePlace(who.centre, slot)] };
}

/** Preparation is told the afternoon before, or at once when that has passed. */
function prepareAt(date: string, now: string, zone: string): string {
  const dayBefore = instantAt(addDays(date, -1), "16:00", zone);
  return dayBefore > now ? dayBefore : now;
}

/** What must be written to cancel: the place goes back exactly once, kept by the booking's version. */
export function planCancelling(booking: Booking, reason: string): { booking: Booking; changes: Change[] } {
  const slot = slotAt(booking.date, booking.time);
  const { prepareAt: _done, ...rest } = booking;
  const cancelled: Booking = { ...rest, state: "cancelled", reason };
  return {
    booking: cancelled,
    changes: [saveBooking(cancelled), ...(slot ? [givePlaceBack(booking.centre, slot)] : [])],
  };
}
