import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Freed } from "../waiting/waiting.store.ts";
import { type Calendar, slotsOn } from "./calendar.ts";
import { type Counter, dayOf, type Placed, slotMark, type Use, usesOf } from "./counters.store.ts";

/** How far a day's counter goes by its plan: 0 for a slot that is closed, or an item without a cap. */
export function limitOfMark(mark: string, calendar: Calendar, date: string): number {
  const [kind = "", what = "", resource = ""] = mark.split("#");
  if (kind === "CAP") return catalogueItem(what)?.dailyCap ?? 0;
  return slotsOn(calendar, date, resource).find((slot) => slotMark(slot) === mark)?.capacity ?? 0;
}

/** Whether a booking gets in: each of its counters has room, or is passed on to it. */
export const roomIn = (
  booking: Placed,
  calendar: Calendar,
  counters: ReadonlyMap<string, Counter>,
  given: readonly Use[],
): boolean =>
  usesOf(booking)
    .filter(({ pk }) => pk === dayOf(booking.centre, booking.date))
    .filter((use) => !given.some(({ pk, sk }) => pk === use.pk && sk === use.sk))
    .every(({ sk }) => (counters.get(sk)?.taken ?? 0) < limitOfMark(sk, calendar, booking.date));

/** Every counter that freed places stand in. */
export const usesOfFreed = ({ centre, date, marks }: Freed): Use[] =>
  marks.map((sk) => ({ pk: dayOf(centre, date), sk, over: false }));

/** Those of them that are to be had: a counter beyond its limit (an override, a lowered capacity) passes nothing on. */
export const spareUses = (freed: Freed, calendar: Calendar, counters: ReadonlyMap<string, Counter>): Use[] =>
  usesOfFreed(freed).filter(
    ({ sk }) => (counters.get(sk)?.taken ?? 0) <= limitOfMark(sk, calendar, freed.date),
  );
