import { addDays, type Instant, localDate, localTime, type PlainDate, weekday } from "../../kernel/time.ts";

/** A place to be examined at: a half hour of one day on one resource. */
export interface Slot {
  date: PlainDate;
  time: string;
  resource: string;
  capacity: number;
}

interface Band {
  /** ISO weekdays, Monday = 1. */
  weekdays: readonly number[];
  times: readonly string[];
  resource: string;
  capacity: number;
}

/** The centre's ordinary week: fasting mornings, quicker re-check visits after them. */
export const weeklyDefault: readonly Band[] = [
  {
    weekdays: [1, 2, 3, 4, 5, 6],
    times: ["07:30", "08:00", "08:30", "09:00", "09:30", "10:00"],
    resource: "general",
    capacity: 10,
  },
  {
    weekdays: [1, 2, 3, 4, 5],
    times: ["13:30", "14:00", "14:30", "15:00"],
    resource: "general",
    capacity: 4,
  },
];

/** Every slot a day has by the weekly default, in order of time. */
export function slotsOn(date: PlainDate, week: readonly Band[] = weeklyDefault): Slot[] {
  return week
    .filter((band) => band.weekdays.includes(weekday(date)))
    .flatMap((band) =>
      band.times.map((time) => ({ date, time, resource: band.resource, capacity: band.capacity })),
    )
    .sort((a, b) => a.time.localeCompare(b.time));
}

/** The slot that begins then, or undefined where the week has none. */
export const slotAt = (date: PlainDate, time: string): Slot | undefined =>
  slotsOn(date).find((slot) => slot.time === time);

/** Whether a slot still lies ahead. */
export const isAhead = (slot: Pick<Slot, "date" | "time">, now: Instant, zone: string): boolean =>
  `${slot.date} ${slot.time}` > `${localDate(now, zone)} ${localTime(now, zone)}`;

/** The next days on which the centre examines, from a date on. */
export function openDays(from: PlainDate, many: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (let date = from; days.length < many; date = addDays(date, 1))
    if (slotsOn(date).length) days.push(date);
  return days;
}
