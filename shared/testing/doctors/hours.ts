import { CapacityFull } from "../../kernel/errors.ts";
import { type PlainDate, weekday } from "../../kernel/time.ts";
import { minutesOf, timeOf } from "../places/calendar.ts";
import type { Doctor, DoctorDay, Span, Taken } from "./doctor.ts";

/** A doctor's hours on a date: the week's, or those of the exception entered last for that day. */
export function hoursOn({ week, exceptions }: Pick<Doctor, "week" | "exceptions">, date: PlainDate): Span[] {
  const other = exceptions.findLast(({ from, to }) => from <= date && date <= to);
  const hours = other
    ? other.hours
    : week.filter((one) => one.weekday === weekday(date)).flatMap((one) => one.hours);
  return hours.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Whether a time of so many minutes lies within hours. */
export function isWithin(
  hours: readonly Span[],
  { time, minutes }: Pick<Taken, "time" | "minutes">,
): boolean {
  const end = minutesOf(time) + minutes;
  return hours.some(({ from, to }) => from <= time && end <= minutesOf(to));
}

/** The times at which one of so many minutes may begin: one after the other from the beginning of each span. */
export const startsIn = (hours: readonly Span[], minutes: number): string[] =>
  hours.flatMap(({ from, to }) => {
    const many = Math.floor((minutesOf(to) - minutesOf(from)) / minutes);
    return Array.from({ length: Math.max(0, many) }, (_, at) => timeOf(minutesOf(from) + at * minutes));
  });

const overlap = (a: Pick<Taken, "time" | "minutes">, b: Pick<Taken, "time" | "minutes">): boolean =>
  minutesOf(a.time) < minutesOf(b.time) + b.minutes && minutesOf(b.time) < minutesOf(a.time) + a.minutes;

/** Whether nobody else is seen then. */
export const isFree = (
  { taken }: Pick<DoctorDay, "taken">,
  wanted: Pick<Taken, "time" | "minutes">,
): boolean => !taken.some((one) => overlap(one, wanted));

/**
 * The day with one more time taken.
 * @throws CapacityFull where any minute of it is taken: a doctor sees one client at a time.
 */
export function withTaken(day: DoctorDay, wanted: Taken): DoctorDay {
  if (!isFree(day, wanted)) throw new CapacityFull();
  return { ...day, taken: [...day.taken, wanted].sort((a, b) => a.time.localeCompare(b.time)) };
}

/** The day with the time of an appointment given back; what is not there any more is not given back again. */
export const withoutTaken = (day: DoctorDay, appointment: string): DoctorDay => ({
  ...day,
  taken: day.taken.filter((one) => one.appointment !== appointment),
});

/** The times of a day at which a doctor may still be seen for so many minutes. */
export const freeStarts = (
  doctor: Pick<Doctor, "week" | "exceptions">,
  day: DoctorDay,
  minutes: number,
): string[] => startsIn(hoursOn(doctor, day.date), minutes).filter((time) => isFree(day, { time, minutes }));

/** What was taken of a day and lies outside the hours the doctor has now: somebody must move it. */
export const outsideHours = (doctor: Pick<Doctor, "week" | "exceptions">, day: DoctorDay): Taken[] =>
  day.taken.filter((one) => !isWithin(hoursOn(doctor, day.date), one));
