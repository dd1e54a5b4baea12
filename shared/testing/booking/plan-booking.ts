import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { addDays, addMinutes, type Instant, instantAt, localDate } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import { type Calendar, farthestDays, isAhead, type Slot, slotAt } from "../places/calendar.ts";
import {
  type Counter,
  changesOfPlaces,
  fullAmong,
  type Use,
  usesOf,
  wishesOf,
} from "../places/counters.store.ts";
import { type Keep, released } from "../places/release.ts";
import { bookedItems, knowsItems, refusal, scarceAmong } from "../places/scarce.ts";
import { type Booking, withoutClocks } from "./booking.ts";
import { addBooking, saveBooking } from "./bookings.store.ts";
import { visitOf } from "./visit.ts";

/** What a booking keeps of the idempotency key it was made under, to be known again by. */
export const requestMark = (ctx: Ctx, key: string): string => digest(`${ctx.actor.id} ${key}`).slice(0, 20);

/**
 * The id of a client's next booking of a day that was asked for `before` times. Two at once ask for the same id, and
 * only one gets it: that is what keeps it to one a day.
 */
export const bookingId = (client: string, date: string, before: number): string =>
  digest(`${client} ${date} ${before}`).slice(0, 20);

/** How long a place is kept for somebody who is still choosing, in minutes. */
export const holdMinutes = 15;

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
  quota?: Booking["quota"];
  request?: string | undefined;
}

/** How it is wanted: held until confirmed, or beyond the limits of counters that are full. */
export interface Way {
  /** How often this day was asked for before by the same client. */
  before: number;
  heldUntil?: Instant;
  override?: { reason: string; counters: ReadonlyMap<string, Counter> };
  /** A hold of the same client that this one replaces, its places with it. */
  instead?: Booking | undefined;
  keep?: Keep | undefined;
  /** Counters that are passed on to it. */
  given?: readonly Use[];
  /** The wait it is offered to. */
  offer?: string;
}

/**
 * What a new booking would be and what must be written for it: the booking and its places, in this order, so
 * that the same booking made twice is told so rather than that the slot is full.
 * @throws InvalidInput naming the field; CapacityFull where nothing is ever to be had.
 */
export function planBooking(
  ctx: Ctx,
  who: Booker,
  wanted: Wanted,
  calendar: Calendar,
  way: Way,
): { booking: Booking; changes: Change[] } {
  const now = ctx.now();
  const slot = openSlot(calendar, wanted, now, who.zone);
  if (!visitOf(wanted.package))
    throw refusal("package", { en: "Choose one of the packages.", zh: "请选择套餐。" });
  if (wanted.items) knowsItems(wanted.items, who.sex);
  const booking: Booking = {
    id: bookingId(who.client, wanted.date, way.before),
    client: who.client,
    centre: who.centre,
    package: wanted.package,
    ...(wanted.items ? { items: [...wanted.items] } : {}),
    date: wanted.date,
    time: wanted.time,
    resource: slot.resource,
    caps: capsFor({ ...wanted, items: wanted.items ?? wanted.looksAt }, who.sex),
    over: [],
    ...(wanted.quota ? { quota: wanted.quota } : {}),
    followUps: [...wanted.followUps],
    moves: [],
    ...(way.heldUntil
      ? { state: "held", heldUntil: way.heldUntil }
      : { state: "confirmed", ...clocksOf(wanted.date, now, who.zone) }),
    madeBy: ctx.actor.id,
    madeAt: now,
    ...(wanted.request ? { request: wanted.request } : {}),
    ...(way.offer ? { offer: way.offer } : {}),
    v: 1,
  };
  const placed = way.override ? beyond(ctx, booking, slot, way.override) : booking;
  const replaced: Booking[] = way.instead ? [{ ...withoutClocks(way.instead), state: "expired" }] : [];
  const kept = keepsOver(placed, way.instead);
  // What filled up since the counters were read is tried again, and then counted beyond its limit.
  const wishes = wishesOf(kept, limitOf(slot), way.override && (() => new Conflict()));
  const passedOn = (way.given ?? []).filter((use) =>
    wishes.some(({ pk, sk }) => pk === use.pk && sk === use.sk),
  );
  const places = way.instead ? released(way.instead, wishes, way.keep) : changesOfPlaces(passedOn, wishes);
  return {
    booking: kept,
    changes: [addBooking(kept), ...replaced.map(saveBooking), ...places],
  };
}

/** A booking that stands beyond the limits of those of its counters that are full. */
function beyond(
  ctx: Ctx,
  booking: Booking,
  slot: Slot,
  { reason, counters }: NonNullable<Way["override"]>,
): Booking {
  const over = fullAmong(booking, limitOf(slot), counters);
  return over.length ? { ...booking, over, override: { by: ctx.actor.id, reason, at: ctx.now() } } : booking;
}

/** A place that stays where it is stays beyond its limit if it was. */
export function keepsOver(booking: Booking, before: Booking | undefined): Booking {
  if (!before || before.date !== booking.date || !before.over.length) return booking;
  const marks = new Set(usesOf(booking).map(({ sk }) => sk));
  return { ...booking, over: [...new Set([...booking.over, ...before.over.filter((sk) => marks.has(sk))])] };
}

export const limitOf = ({ capacity, rev }: Slot): { limit: number; rev: number } => ({
  limit: capacity,
  rev,
});

/** The scarce items among what a booking is for. */
export const capsFor = (
  { package: bundle, items }: { package: string; items?: readonly string[] | undefined },
  sex: Sex,
): string[] =>
  scarceAmong(
    items ? items.flatMap((code) => catalogueItem(code) ?? []) : bookedItems({ package: bundle }, sex),
  );

/**
 * The slot that is wanted, open and ahead.
 * @throws InvalidInput naming the time or the date.
 */
export function openSlot(
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

/** The hour by which a day is over, whoever has not come. */
const dayEnd = "22:00";

/** Preparation is told the afternoon before, or at once when that has passed; the day ends in the evening. */
export function clocksOf(date: string, now: Instant, zone: string): { prepareAt: Instant; endsAt: Instant } {
  const dayBefore = instantAt(addDays(date, -1), "16:00", zone);
  return { prepareAt: dayBefore > now ? dayBefore : now, endsAt: instantAt(date, dayEnd, zone) };
}

/** Until when a place is kept for somebody who is choosing now. */
export const heldFrom = (now: Instant): Instant => addMinutes(now, holdMinutes);
