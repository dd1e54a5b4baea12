import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DoctorDay } from "../../shared/testing/doctors/doctor.ts";
import {
  freeStarts,
  hoursOn,
  outsideHours,
  startsIn,
  withoutTaken,
  withTaken,
} from "../../shared/testing/doctors/hours.ts";
import { minutesOf, timeOf } from "../../shared/testing/places/calendar.ts";
import { profile } from "../support/doctors.ts";

const monday = "2026-11-23";
const doctor = { ...profile(), id: "d", centre: "c", exceptions: [], v: 1 };
const empty: DoctorDay = { centre: "c", doctor: "d", date: monday, taken: [], v: 0 };
const span = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 50 }))
  .map(([from, long]) => ({ from: timeOf(from), to: timeOf(from + long) }));
const wishes = fc.array(
  fc.record({ time: fc.integer({ min: 480, max: 720 }).map(timeOf), minutes: fc.constantFrom(15, 20, 30) }),
);

describe("a doctor's hours", () => {
  test("the times of a span follow each other without overlap and none runs over its end", () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 5, max: 60 }), (hours, minutes) => {
        const starts = startsIn([hours], minutes).map(minutesOf);
        for (const [at, start] of starts.entries()) {
          expect(start).toBe(minutesOf(hours.from) + at * minutes);
          expect(start + minutes).toBeLessThanOrEqual(minutesOf(hours.to));
        }
        expect(minutesOf(hours.to) - (minutesOf(hours.from) + starts.length * minutes)).toBeLessThan(minutes);
      }),
    );
  });

  test("however times are asked for, no minute is given twice, and what is given back is free again", () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const day = asked.reduce((so, one, at) => {
          try {
            return withTaken(so, { ...one, appointment: String(at) });
          } catch {
            return so;
          }
        }, empty);
        const minutes = day.taken.flatMap((one) =>
          Array.from({ length: one.minutes }, (_, at) => minutesOf(one.time) + at),
        );
        expect(new Set(minutes).size).toBe(minutes.length);
        for (const one of day.taken) {
          const freed = withoutTaken(day, one.appointment);
          expect(withTaken(freed, one).taken).toEqual(day.taken);
          expect(withoutTaken(freed, one.appointment)).toEqual(freed);
        }
        for (const time of freeStarts(doctor, day, 15))
          expect(() => withTaken(day, { time, minutes: 15, appointment: "new" })).not.toThrow();
      }),
    );
  });

  test("the entry made last for a day counts; without one the week does", () => {
    const leave = { id: "1", from: "2026-11-20", to: "2026-11-30", hours: [] };
    const back = { id: "2", from: monday, to: monday, hours: [{ from: "14:00", to: "15:00" }] };
    expect(hoursOn(doctor, monday)).toEqual([{ from: "08:30", to: "11:30" }]);
    expect(hoursOn({ ...doctor, exceptions: [leave] }, monday)).toEqual([]);
    expect(hoursOn({ ...doctor, exceptions: [leave, back] }, monday)).toEqual(back.hours);
    expect(hoursOn({ ...doctor, exceptions: [back, leave] }, monday)).toEqual([]);
    expect(hoursOn(doctor, "2026-11-22")).toEqual([]);
  });

  test("what runs over the end of the hours is outside them, and the rest is not", () => {
    const day = {
      ...empty,
      taken: ["08:30", "11:00", "11:15"].map((time) => ({
        time,
        minutes: 30,
        client: "P",
        appointment: time,
      })),
    };
    expect(outsideHours(doctor, day).map(({ time }) => time)).toEqual(["11:15"]);
  });
});
