import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import type { Calendar } from "../places/calendar.ts";
import { wishesOf } from "../places/counters.store.ts";
import { type Keep, released } from "../places/release.ts";
import { knowsItems } from "../places/scarce.ts";

import { type Booking, withoutClocks } from "./booking.ts";
import { claimDay, saveBooking } from "./bookings.store.ts";
import { bookingId, capsFor, clocksOf, keepsOver, limitOf, openSlot } from "./plan-booking.ts";

/** A booking as it would be, and what must be written for that over the version that was read. */
export interface PlannedBooking {
  booking: Booking;
  changes: Change[];
}

/**
 * A hold becomes a visit; its places stay where they are.
 * @throws AppError `Expired` once its time is over, even before the place went back.
 */
export function planConfirming(held: Booking, now: string, zone: string): PlannedBooking {
  if (held.heldUntil && held.heldUntil <= now)
    throw new AppError("Expired", {
      en: "The place was held until now and is given back. Please choose a time again.",
      zh: "预留已到期，名额已释放，请重新选择时间。",
    });
  const { heldUntil: _until, ...rest } = held;
  const booking: Booking = { ...rest, state: "confirmed", ...clocksOf(held.date, now, zone) };
  return { booking, changes: [saveBooking(booking)] };
}

/** A place that is no longer needed: every counter goes back exactly once, kept by the booking's version. */
export function planCancelling(booking: Booking, reason: string, keep?: Keep): PlannedBooking {
  return giveUp(booking, { ...withoutClocks(booking), state: "cancelled", reason }, keep);
}

/** A hold whose time is over, or that was let go. */
export function planExpiring(held: Booking, keep?: Keep): PlannedBooking {
  return giveUp(held, { ...withoutClocks(held), state: "expired" }, keep);
}

function giveUp(before: Booking, booking: Booking, keep?: Keep): PlannedBooking {
  return { booking, changes: [saveBooking(booking), ...released(before, [], keep)] };
}

/** The day is over: who came has been here, who has not did not come. Their places were theirs. */
export function planEnding(booking: Booking): PlannedBooking {
  const ended: Booking = {
    ...withoutClocks(booking),
    state: booking.state === "arrived" ? "done" : "no-show",
  };
  return { booking: ended, changes: [saveBooking(ended)] };
}

/**
 * What must be written so that a booking is for these items: the caps of those left out go back, those of the new
 * ones are taken, its place stays.
 * @throws InvalidInput for items that cannot be booked, or too many scarce ones.
 */
export function planItems(before: Booking, items: readonly string[], sex: Sex, keep?: Keep): PlannedBooking {
  knowsItems(items, sex);
  const caps = capsFor({ ...before, items }, sex);
  const booking = keepsOver({ ...before, items: [...items], caps, over: [] }, before);
  const places = released(before, wishesOf(booking, { limit: 0 }), keep);
  return { booking, changes: [saveBooking(booking), ...places] };
}

/**
 * Another place for a booking: the old counters go back and the new ones are taken together; where it was before is
 * kept. `before` is how often the new day was asked for already.
 * @throws InvalidInput for a time that is not to be had; CapacityFull.
 */
export function planMoving(
  ctx: Ctx,
  before: Booking,
  to: Pick<Booking, "date" | "time" | "resource" | "quota">,
  calendar: Calendar,
  { zone, claimed, keep }: { zone: string; claimed: number; keep?: Keep | undefined },
): PlannedBooking {
  const now = ctx.now();
  const slot = openSlot(calendar, to, now, zone);
  const { date, time, resource } = before;
  const sameDay = date === to.date;
  const moved: Booking = {
    ...before,
    date: to.date,
    time: to.time,
    resource: to.resource,
    ...(to.quota ? { quota: to.quota } : {}),
    over: [],
    moves: [...before.moves, { date, time, resource, at: now, by: ctx.actor.id }],
    ...(before.state === "confirmed" ? clocksOf(to.date, now, zone) : {}),
  };
  const booking = keepsOver(moved, before);
  return {
    booking,
    changes: [
      saveBooking(booking),
      ...(sameDay
        ? []
        : [claimDay(before.client, bookingId(before.client, to.date, claimed), before.id, to.date)]),
      ...released(before, wishesOf(booking, limitOf(slot)), keep),
    ],
  };
}
