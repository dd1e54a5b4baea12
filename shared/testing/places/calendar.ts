import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { says } from "../../kernel/parse.ts";
import { BilingualSchema } from "../../kernel/text.ts";
import { addDays, type Instant, localDate, localTime, type PlainDate, weekday } from "../../kernel/time.ts";

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Starting times from `from` to `last` (both included) every so many minutes, so many places at each. */
export const HoursSchema = z.strictObject({
  from: z.string().regex(clock),
  last: z.string().regex(clock),
  every: z.number().int().min(10).max(240),
  capacity: z.number().int().min(0).max(500),
});
export type Hours = z.infer<typeof HoursSchema>;

/** Hours of some weekdays (ISO, Monday = 1). */
export const BandSchema = HoursSchema.extend({ weekdays: z.array(z.number().int().min(1).max(7)).min(1) });

/**
 * What one resource of a centre offers: an ordinary week from a date on, and days that are otherwise (closed
 * where they have no hours). An off-site resource has such days only.
 */
export const ResourceSchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  /** Held at a company: only those whom it invites are booked there. */
  offSite: z.object({ account: z.string() }).optional(),
  weeks: z.array(z.object({ from: z.string(), bands: z.array(BandSchema) })),
  days: z.array(z.object({ date: z.string(), hours: z.array(HoursSchema), why: z.string() })),
  /** Version of the plan; 0 while it is the one a centre starts with. */
  v: z.number().int(),
});
export type Resource = z.infer<typeof ResourceSchema>;

/** The resources of a centre, the general one first. */
export type Calendar = readonly Resource[];

/** The resource a visit is booked on unless it says otherwise. */
export const general = "general";

/** A place to be examined at: a starting time of one day on one resource. */
export interface Slot {
  date: PlainDate;
  time: string;
  resource: string;
  capacity: number;
  /** Version of the plan it was read from. */
  rev: number;
}

export const resourceIn = (calendar: Calendar, id: string): Resource | undefined =>
  calendar.find((resource) => resource.id === id);

/** Every slot a resource has on a day, in order of time: by its exception where there is one, else by its week. */
export function slotsOn(calendar: Calendar, date: PlainDate, resource = general): Slot[] {
  const plan = resourceIn(calendar, resource);
  return plan ? slotsOf(plan, date) : [];
}

/** The same of a resource at hand. Hours that overlap do not add up: the greater capacity stands. */
export function slotsOf(plan: Resource, date: PlainDate): Slot[] {
  const places = new Map<string, number>();
  for (const hours of hoursOn(plan, date))
    for (const time of timesOf(hours)) places.set(time, Math.max(places.get(time) ?? 0, hours.capacity));
  return [...places]
    .filter(([, capacity]) => capacity > 0)
    .map(([time, capacity]) => ({ date, time, resource: plan.id, capacity, rev: plan.v }))
    .sort((a, b) => a.time.localeCompare(b.time));
}

function hoursOn(plan: Resource, date: PlainDate): readonly Hours[] {
  const otherwise = plan.days.find((day) => day.date === date);
  if (otherwise) return otherwise.hours;
  const week = plan.weeks.filter(({ from }) => from <= date).sort((a, b) => b.from.localeCompare(a.from))[0];
  return week?.bands.filter(({ weekdays }) => weekdays.includes(weekday(date))) ?? [];
}

function timesOf({ from, last, every }: Hours): string[] {
  const times: string[] = [];
  for (let at = minutesOf(from); at <= minutesOf(last); at += every) times.push(timeOf(at));
  return times;
}

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The slot that begins then, or undefined where there is none. */
export const slotAt = (
  calendar: Calendar,
  { date, time, resource }: Pick<Slot, "date" | "time" | "resource">,
): Slot | undefined => slotsOn(calendar, date, resource).find((slot) => slot.time === time);

/** Whether a slot still lies ahead. */
export const isAhead = (slot: Pick<Slot, "date" | "time">, now: Instant, zone: string): boolean =>
  `${slot.date} ${slot.time}` > `${localDate(now, zone)} ${localTime(now, zone)}`;

/** A centre plans its year, no further. */
export const farthestDays = 366;

/** The next days on which a resource is open, from a date on; fewer where the year has no more. */
export function openDays(calendar: Calendar, from: PlainDate, many: number, resource = general): PlainDate[] {
  const days: PlainDate[] = [];
  for (let n = 0; n <= farthestDays && days.length < many; n++) {
    const date = addDays(from, n);
    if (slotsOn(calendar, date, resource).length) days.push(date);
  }
  return days;
}

const inOrder = says({ en: "The last start is before the first.", zh: "末次时间早于首次时间。" });
const HoursAsked = HoursSchema.refine(({ from, last }) => from <= last, inOrder);
const BandAsked = BandSchema.refine(({ from, last }) => from <= last, inOrder);

/** Starts of a day: its slots before and after a change of plan fit into one commit. */
const mostStarts = 45;
const tooMany = says({
  en: `A day has at most ${mostStarts} starts.`,
  zh: `一天最多${mostStarts}个时段。`,
});
const fitsDay = (hours: readonly Hours[]): boolean => new Set(hours.flatMap(timesOf)).size <= mostStarts;

/** An ordinary week of a resource from a day on. */
export const SetWeekSchema = z.strictObject({
  resource: z.string().max(40),
  from: PlainDateSchema,
  bands: z
    .array(BandAsked)
    .max(14)
    .refine(
      (bands) =>
        [1, 2, 3, 4, 5, 6, 7].every((day) => fitsDay(bands.filter(({ weekdays }) => weekdays.includes(day)))),
      tooMany,
    ),
});
export type SetWeek = z.input<typeof SetWeekSchema>;

/** Days that are otherwise than the week says, for some resources: closed where there are no hours. */
export const SetDaysSchema = z.strictObject({
  resources: z.array(z.string().max(40)).min(1).max(20),
  from: PlainDateSchema,
  until: PlainDateSchema,
  hours: z.array(HoursAsked).max(6).refine(fitsDay, tooMany),
  why: z.string().trim().min(1).max(60),
});
export type SetDays = z.input<typeof SetDaysSchema>;

/** Days that are as the week says again. */
export const ClearDaysSchema = SetDaysSchema.pick({ resources: true, from: true, until: true });
export type ClearDays = z.input<typeof ClearDaysSchema>;
