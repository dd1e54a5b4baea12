import { authorize, type Staff, staffOf } from "../../access/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { addDays, defaultZone, localDate, localTime, type PlainDate } from "../../kernel/time.ts";
import type { Doctor } from "./doctor.ts";
import { doctorDays, doctorsAt } from "./doctors.store.ts";
import { freeStarts } from "./hours.ts";
import { type OfferId, offers } from "./offers.ts";

/** A doctor with the name, title and rank the staff list has. */
export type DoctorView = Doctor & Pick<Staff, "name" | "nameLatin" | "title" | "rank">;

const order = ["chief", "associate-chief", "attending", "resident", undefined];

/**
 * The directory of a centre, highest rank and longest practice first. A client sees those who are listed; staff
 * see all of their own centre.
 * @throws NotFound for staff who ask about another centre.
 */
export async function readDoctors(ctx: Ctx, centre: string): Promise<DoctorView[]> {
  authorize(ctx, "doctor:read", { centre });
  const [doctors, staff] = await Promise.all([doctorsAt(ctx, centre), staffOf(ctx, centre)]);
  const all = ctx.actor.kind === "staff";
  return doctors
    .filter(({ listed }) => all || listed)
    .map((doctor) => {
      const member = staff.find(({ id }) => id === doctor.id);
      const { name = doctor.id, nameLatin, title, rank } = member ?? {};
      return {
        ...doctor,
        name,
        ...(nameLatin ? { nameLatin } : {}),
        ...(title ? { title } : {}),
        ...(rank ? { rank } : {}),
      };
    })
    .sort((a, b) => order.indexOf(a.rank) - order.indexOf(b.rank) || a.since - b.since);
}

/** One of the directory. @throws NotFound where the reader would not find them in it. */
export async function readDoctor(ctx: Ctx, centre: string, id: string): Promise<DoctorView> {
  const found = (await readDoctors(ctx, centre)).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

export interface FreeDay {
  date: PlainDate;
  times: string[];
}

/**
 * The days, of `many` from a date on, on which a doctor may still be seen for something, with the times; never
 * one that has begun. Nothing where they do not offer it, or are not listed.
 */
export async function freeTimes(
  ctx: Ctx,
  doctor: Doctor,
  offer: OfferId,
  from: PlainDate,
  many: number,
): Promise<FreeDay[]> {
  authorize(ctx, "doctor:read", { centre: doctor.centre });
  if (!doctor.listed || !doctor.offers.includes(offer)) return [];
  const now = ctx.now();
  const today = localDate(now, defaultZone);
  const first = from > today ? from : today;
  const last = addDays(first, many - 1);
  const days = new Map(
    (await doctorDays(ctx, doctor.centre, doctor.id, first, last)).map((day) => [day.date, day]),
  );
  return Array.from({ length: many }, (_, at) => addDays(first, at)).flatMap((date) => {
    const day = days.get(date) ?? { centre: doctor.centre, doctor: doctor.id, date, taken: [], v: 0 };
    const times = freeStarts(doctor, day, offers[offer].minutes).filter(
      (time) => date > today || time > localTime(now, defaultZone),
    );
    return times.length ? [{ date, times }] : [];
  });
}
