import type { Ctx } from "../../kernel/context.ts";
import { addDays, daysBetween, localDate, type PlainDate } from "../../kernel/time.ts";
import { general, minutesOf, openDays } from "../places/calendar.ts";
import { calendarOf } from "../places/calendars.store.ts";
import { type SlotLeft, slotsLeft } from "./read-day.ts";

const around = 7;
const many = 3;

/**
 * The free slots nearest to the one that was wanted, by day first and then by hour, earlier before later;
 * looked for a week of open days to either side, never in the past and never on the days in `besides`.
 */
export async function nearestFree(
  ctx: Ctx,
  centre: string,
  wanted: { date: PlainDate; time: string; resource?: string },
  besides: readonly PlainDate[] = [],
): Promise<SlotLeft[]> {
  const today = localDate(ctx.now());
  const earliest = addDays(wanted.date, -around);
  const from = [earliest, today].sort()[1] as PlainDate;
  const { resource = general } = wanted;
  const calendar = await calendarOf(ctx, centre);
  const days = openDays(calendar, from, around * 2, resource).filter((day) => !besides.includes(day));
  const slots = (
    await Promise.all(days.map((day) => slotsLeft(ctx, centre, day, resource, calendar)))
  ).flat();
  const distance = (slot: SlotLeft): number =>
    Math.abs(daysBetween(wanted.date, slot.date)) * 24 * 60 +
    Math.abs(minutesOf(slot.time) - minutesOf(wanted.time));
  return slots
    .filter((slot) => slot.left > 0 && slot.ahead)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, many);
}
