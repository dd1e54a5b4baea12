import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type Doctor, type DoctorDay, DoctorDaySchema, DoctorSchema } from "./doctor.ts";

const doctorKey = (centre: string, id: string): Key => ({ pk: `DOCTORS#${centre}`, sk: id });
const dayKey = ({ centre, doctor, date }: Pick<DoctorDay, "centre" | "doctor" | "date">): Key => ({
  pk: `DOCTOR#${centre}#${doctor}`,
  sk: `DAY#${date}`,
});

/** Writes an item as it was read, or for the first time (`v` 0). */
const write = (item: Item & { v: number }): Change => (item.v === 0 ? putNew({ ...item, v: 1 }) : save(item));

export const saveDoctor = (doctor: Doctor): Change =>
  write({ ...doctorKey(doctor.centre, doctor.id), ...doctor });

export async function doctorOf(ctx: Ctx, centre: string, id: string): Promise<Doctor | undefined> {
  const item = await getItem(ctx, doctorKey(centre, id));
  return item ? DoctorSchema.parse(item) : undefined;
}

/** Everyone of a centre who may be seen or might be listed again. */
export async function doctorsAt(ctx: Ctx, centre: string): Promise<Doctor[]> {
  const { items } = await query(ctx, { pk: `DOCTORS#${centre}` });
  return items.map((item) => DoctorSchema.parse(item));
}

/** What is taken of a doctor's day; nothing where nobody asked for it yet. */
export async function doctorDay(
  ctx: Ctx,
  centre: string,
  doctor: string,
  date: PlainDate,
): Promise<DoctorDay> {
  const item = await getItem(ctx, dayKey({ centre, doctor, date }));
  return item ? DoctorDaySchema.parse(item) : { centre, doctor, date, taken: [], v: 0 };
}

/** The days of a doctor, from a date on, of which something is or was taken, in order. */
export async function doctorDays(
  ctx: Ctx,
  centre: string,
  doctor: string,
  from: PlainDate,
  to: PlainDate = "9999",
): Promise<DoctorDay[]> {
  const { pk } = dayKey({ centre, doctor, date: from });
  const { items } = await query(ctx, { pk, from: `DAY#${from}`, to: `DAY#${to}~` });
  return items.map((item) => DoctorDaySchema.parse(item));
}

/** Writes a day; refused when somebody else has taken or given back a time of it meanwhile. */
export const saveDay = (day: DoctorDay): Change => write({ ...dayKey(day), ...day });
