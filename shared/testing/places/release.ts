import type { Change } from "../../data/commit.ts";
import type { Booking } from "../booking/booking.ts";
import { addFreed } from "../waiting/waiting.store.ts";
import { changesOfPlaces, dayOf, usesOf, type Wish } from "./counters.store.ts";

/**
 * Where what is given up goes while somebody waits for that day: it stays counted, under this id, until it is
 * offered. Without it the counters go down.
 */
export interface Keep {
  id: string;
  now: string;
}

/**
 * The counters a booking leaves for others. What stands beyond a limit, or in a company's quota, is nobody's to pass on:
 * it goes back at once.
 */
export function released(before: Booking, wanted: readonly Wish[], keep: Keep | undefined): Change[] {
  const uses = usesOf(before);
  if (!keep) return changesOfPlaces(uses, wanted);
  const pk = dayOf(before.centre, before.date);
  const left = uses.filter((use) => !wanted.some((wish) => wish.pk === use.pk && wish.sk === use.sk));
  const passedOn = left.filter((use) => use.pk === pk && !use.over);
  const stay = uses.filter((use) => !passedOn.includes(use));
  const { centre, date } = before;
  const marks = passedOn.map(({ sk }) => sk);
  return [
    ...changesOfPlaces(stay, wanted),
    ...(marks.length ? [addFreed({ centre, date, id: keep.id, marks }, keep.now)] : []),
  ];
}
