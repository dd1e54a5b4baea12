import type { Ctx } from "../../kernel/context.ts";
import { addDays, type PlainDate } from "../../kernel/time.ts";
import { calendarOf } from "./calendars.store.ts";
import { countersOf } from "./counters.store.ts";
import { limitOfMark } from "./room.ts";

/** A slot with more people in it than its plan and its overrides allow: the plan was changed after they were booked. */
export interface Overfull {
  date: PlainDate;
  time: string;
  resource: string;
  taken: number;
  over: number;
  capacity: number;
}

const atOnce = 20;

/** Every such slot of so many days, by day and time. */
export async function overfull(ctx: Ctx, centre: string, from: PlainDate, many: number): Promise<Overfull[]> {
  const calendar = await calendarOf(ctx, centre, true);
  const found: Overfull[] = [];
  for (let first = 0; first < many; first += atOnce) {
    const dates = Array.from({ length: Math.min(atOnce, many - first) }, (_, n) => addDays(from, first + n));
    const days = await Promise.all(dates.map((date) => countersOf(ctx, centre, date, true)));
    for (const [at, counters] of days.entries())
      for (const [mark, { taken, over }] of counters) {
        const [kind, time = "", resource = ""] = mark.split("#");
        const date = dates[at] as PlainDate;
        if (kind !== "SLOT" || taken === 0) continue;
        const capacity = limitOfMark(mark, calendar, date);
        if (taken > capacity + over) found.push({ date, time, resource, taken, over, capacity });
      }
  }
  return found.sort((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`));
}
