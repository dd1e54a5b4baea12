import type { Ctx } from "../../../../shared/kernel/context.ts";
import { addDays, isPlainDate, type PlainDate, weekday } from "../../../../shared/kernel/time.ts";
import {
  type Calendar,
  calendarOf,
  general,
  type SlotLeft,
  slotsLeft,
  slotsOn,
} from "../../../../shared/testing/index.ts";

/** A week's places: its open days from Monday on, and the hours any of them has. */
export interface Week {
  /** Which resource it is of, and those there are. */
  resource: string;
  resources: Calendar;
  monday: PlainDate;
  days: { date: PlainDate; slots: SlotLeft[] }[];
  times: string[];
}

const closedDay = 7;

/** The week a date falls into; from a Sunday one looks ahead. */
const mondayOf = (date: PlainDate): PlainDate =>
  weekday(date) === closedDay ? addDays(date, 1) : addDays(date, 1 - weekday(date));

export async function weekFrom(ctx: Ctx, centre: string, date: PlainDate, resource = general): Promise<Week> {
  const monday = mondayOf(date);
  const calendar = await calendarOf(ctx, centre);
  const open = Array.from({ length: 7 }, (_, at) => addDays(monday, at)).filter(
    (day) => slotsOn(calendar, day, resource).length,
  );
  const days = await Promise.all(
    open.map(async (day) => ({ date: day, slots: await slotsLeft(ctx, centre, day, resource, calendar) })),
  );
  const times = [...new Set(days.flatMap(({ slots }) => slots.map(({ time }) => time)))].sort();
  return { resource, resources: calendar, monday, days, times };
}

/** A slot as a radio sends it, and back. */
export const slotValue = ({ date, time }: { date: PlainDate; time: string }): string => `${date} ${time}`;
export function slotIn(text: string): { date: PlainDate; time: string } | undefined {
  const found = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text);
  return found?.[1] && found[2] && isPlainDate(found[1]) ? { date: found[1], time: found[2] } : undefined;
}
