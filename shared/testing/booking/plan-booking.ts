import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { digest } from "../../kernel/ids.ts";
import { addDays, type Instant, instantAt, localDate } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import { type Calendar, farthestDays, isAhead, type Slot, slotAt } from "../places/calendar.ts";
import { changesOfPlaces, usesOf, wishesOf } from "../places/counters.store.ts";
import { bookedItems, knowsItems, refusal, scarceAmong } from "../places/scarce.ts";
import type { Booking } from "./booking.ts";
import { addBooking, saveBooking } from "./bookings.store.ts";
import { visitOf } from "./visit.ts";

/** What a booking keeps of the idempotency key it was made under, to be known again by. */
export const requestMark = (ctx: Ctx, key: string): string => digest(`${ctx.actor.id} ${key}`).slice(0, 20);

/**
 * The id of a client's next booking of a day that had `before` that are over or cancelled. Two at once ask for the
 * same id, and only one gets it: that is what keeps it to one a day.
 */
const idOf = (client: string, date: string, before: number): string =>
  digest(`${client} ${date} ${before}`).slice(0, 20);

/** Whom a place is for, as far as planning needs to know. */
export interface Booker {
  client: string;
  centre: string;
  zone: string;
  sex: Sex;
}

/** What is wanted. `looksAt` are the codes a re-check would look at, where nobody chose items. */
export interface Wanted {
  package: string;
  items?: readonly string[] | undefined;
  looksAt?: readonly string[] | undefined;
  date: string;
  time: string;
  resource: string;
  followUps: readonly string[];
  before: number;
  request?: string | undefined;
}

/**
 * What a new booking would be and what must be written for it: the booking and its places, in this order, so
 * that the same booking made twice is told so rather than that the slot is full. `before` counts the client's
 * earlier bookings of that day.
 * @throws InvalidInput naming the field; CapacityFull where nothing is ever to be had.
 */
export function planBooking(
  ctx: Ctx,
  who: Booker,
  wanted: Wanted,
  calendar: Calendar,
): { booking: Booking; changes: Change[] } {
  const now = ctx.now();
  const slot = openSlot(calendar, wanted, now, who.zone);
  if (!visitOf(wanted.package))
    throw refusal("package", { en: "Choose one of the packages.", zh: "请选择套餐。" });
  if (wanted.items) knowsItems(wanted.items, who.sex);
  const booking: Booking = {
    id: idOf(who.client, wanted.date, wanted.before),
    client: who.client,
    centre: who.centre,
    package: wanted.package,
    ...(wanted.items ? { items: [...wanted.items] } : {}),
    date: wanted.date,
    time: wanted.time,
    resource: slot.resource,
    state: "confirmed",
    caps: capsFor({ ...wanted, items: wanted.items ?? wanted.looksAt }, who.sex),
    followUps: [...wanted.followUps],
    prepareAt: prepareAt(wanted.date, now, who.zone),
    madeBy: ctx.actor.id,
    madeAt: now,
    ...(wanted.request ? { request: wanted.request } : {}),
    v: 1,
  };
  const places = changesOfPlaces([], wishesOf(booking, { limit: slot.capacity, rev: slot.rev }));
  return { booking, changes: [addBooking(booking), ...places] };
}

/** The scarce items among what a booking is for. */
const capsFor = (
  { package: bundle, items }: { package: string; items?: readonly string[] | undefined },
  sex: Sex,
): string[] =>
  scarceAmong(
    items ? items.flatMap((code) => catalogueItem(code) ?? []) : bookedItems({ package: bundle }, sex),
  );

/** The slot that is wanted, open and ahead. */
function openSlot(
  calendar: Calendar,
  wanted: Pick<Wanted, "date" | "time" | "resource">,
  now: Instant,
  zone: string,
): Slot {
  const slot = slotAt(calendar, wanted);
  if (!slot) throw refusal("time", { en: "The centre has no place at this time.", zh: "该时间不开放预约。" });
  if (wanted.date > addDays(localDate(now, zone), farthestDays))
    throw refusal("date", { en: "Bookings are made at most a year ahead.", zh: "最多可提前一年预约。" });
  if (!isAhead(slot, now, zone))
    throw refusal("date", {
      en: "This time has passed. Choose a later one.",
      zh: "该时段已过，请选择之后的时间。",
    });
  return slot;
}

/** Preparation is told the afternoon before, or at once when that has passed. */
function prepareAt(date: string, now: string, zone: string): string {
  const dayBefore = instantAt(addDays(date, -1), "16:00", zone);
  return dayBefore > now ? dayBefore : now;
}

/** What must be written to cancel: every place goes back exactly once, kept by the booking's version. */
export function planCancelling(booking: Booking, reason: string): { booking: Booking; changes: Change[] } {
  const { prepareAt: _done, ...rest } = booking;
  const cancelled: Booking = { ...rest, state: "cancelled", reason };
  return {
    booking: cancelled,
    changes: [saveBooking(cancelled), ...changesOfPlaces(usesOf(booking), [])],
  };
}

/**
 * What must be written so that a booking is for these items: the caps of those left out go back, those of the new
 * ones are taken, its place stays.
 * @throws InvalidInput for items that cannot be booked, or too many scarce ones.
 */
export function planItems(
  booking: Booking,
  items: readonly string[],
  sex: Sex,
): { booking: Booking; changes: Change[] } {
  knowsItems(items, sex);
  const changed: Booking = { ...booking, items: [...items], caps: capsFor({ ...booking, items }, sex) };
  const places = changesOfPlaces(usesOf(booking), wishesOf(changed, { limit: 0 }));
  return { booking: changed, changes: [saveBooking(changed), ...places] };
}
