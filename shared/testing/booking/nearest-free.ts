import type { Ctx } from "../../kernel/context.ts";
import { addDays, daysBetween, localDate, type PlainDate } from "../../kernel/time.ts";
import { openDays } from "./calendar.ts";
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
  wanted: { date: PlainDate; time: string },
  besides: readonly PlainDate[] = [],
): Promise<SlotLeft[]> {
  const today = localDate(ctx.now());
  const earliest = addDays(wanted.date, -around);
  const from = [earliest, today].sort()[1] as PlainDate;
  const days = openDays(from, around * 2).filter((day) => !besides.includes(day));
  const slots = (await Promise.all(days.map((day) => slotsLeft(ctx, centre, day)))).flat();
  const distance = (slot: SlotLeft): number =>
    Math.abs(daysBetween(wanted.date, slot.date)) * 24 * 60 +
    Math.abs(minutesOf(slot.time) - minutesOf(wanted.time));
  return slots
    .filter((slot) => slot.left > 0 && slot.ahead)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, many);
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};
