import { addDays, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { DoctorView, Exception, Span } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";

type Named = Pick<DoctorView, "name" | "nameLatin">;

/** A doctor's name in the reader's script. */
export const doctorName = (t: Text, { name, nameLatin }: Named): string =>
  t.language === "en" ? (nameLatin ?? name) : name;

/** What stands in the round field where others have a photograph: the surname, or Latin initials. */
export function initials(t: Text, doctor: Named): string {
  const name = doctorName(t, doctor);
  if (/\p{Script=Han}/u.test(name)) return [...name][0] ?? "";
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
}

/** Whole years since the first year of practice. */
export const yearsOf = ({ since }: Pick<DoctorView, "since">, now: string): number =>
  Math.max(0, Number(localDate(now).slice(0, 4)) - since);

const someMonday = "2024-01-01";

/** The name of an ISO weekday, Monday = 1. */
export const weekdayName = (t: Text, weekday: number): string => t.weekday(addDays(someMonday, weekday - 1));

/** 08:30–11:30, 14:00–16:00 */
export const spansInWords = (t: Text, spans: readonly Span[]): string =>
  t.list(spans.map(({ from, to }) => `${from}–${to}`));

/** The week in lines: days with the same hours stand together, in order of the week. */
export function weekInWords(t: Text, { week }: Pick<DoctorView, "week">): string[] {
  const byHours = new Map<string, number[]>();
  for (const { weekday, hours } of week.toSorted((a, b) => a.weekday - b.weekday)) {
    const said = spansInWords(t, hours);
    if (said) byHours.set(said, [...(byHours.get(said) ?? []), weekday]);
  }
  return [...byHours].map(([hours, days]) => `${daysInWords(t, days)} ${hours}`);
}

function daysInWords(t: Text, days: readonly number[]): string {
  const [first = 1, last = first] = [days[0], days.at(-1)];
  const together = days.length > 2 && last - first === days.length - 1;
  return together
    ? `${weekdayName(t, first)}–${weekdayName(t, last)}`
    : t.list(days.map((day) => weekdayName(t, day)));
}

/** The days an entry of other hours is for. */
export const daysOf = (t: Text, { from, to }: Pick<Exception, "from" | "to">): string =>
  from === to ? t.day(from) : `${t.day(from)} – ${t.day(to)}`;

/** Entries that are not over, the nearest first. */
export const entriesAhead = (exceptions: readonly Exception[], today: PlainDate): Exception[] =>
  exceptions.filter(({ to }) => to >= today).sort((a, b) => a.from.localeCompare(b.from));
