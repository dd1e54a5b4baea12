import { Temporal } from "temporal-polyfill";

/** An instant as ISO 8601 UTC with milliseconds, so that text order is time order. */
export type Instant = string;
/** A calendar date, `YYYY-MM-DD`, in the centre's or the client's own zone. */
export type PlainDate = string;

export const defaultZone = "Asia/Shanghai";

/** The machine's own clock; every other reading of time arrives in `ctx`. */
export const systemClock = (): Instant => new Date().toISOString();

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();
export const epochMs = (at: Instant): number => Date.parse(at);

export const addMinutes = (at: Instant, minutes: number): Instant =>
  instantOf(epochMs(at) + minutes * 60_000);

/** The calendar date of an instant in a zone. */
export function localDate(at: Instant, zone = defaultZone): PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The wall-clock time `HH:MM` of an instant in a zone. */
export function localTime(at: Instant, zone = defaultZone): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}

/** The instant of a local date and time; a time the clock skips moves to the next that exists. */
export function instantAt(date: PlainDate, time: string, zone = defaultZone): Instant {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return instantOf(zoned.epochMilliseconds);
}

export const addDays = (date: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Months keep to the calendar: 30 November + 3 months = 28 February. */
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ months }).toString();

export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** Completed years of age on a date; who was born on 29 February completes one on 1 March. */
export function ageOn(birthDate: PlainDate, date: PlainDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years;
}

export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** ISO weekday, Monday = 1. */
export const weekday = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek;
