import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type Appointment, AppointmentSchema, type TalkNote, TalkNoteSchema } from "./appointment.ts";

const appointmentKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `MEET#${id}` });
const noteKey = (client: string, appointment: string): Key => ({
  pk: `C#${client}`,
  sk: `NOTE#${appointment}`,
});
const listOf = (centre: string, date: PlainDate): string => `MEET#${centre}#${date}`;

function appointmentItem(appointment: Appointment): Item & { v: number } {
  const { client, id, centre, date, time, doctor, state } = appointment;
  const listed =
    state === "cancelled"
      ? {}
      : { listPk: listOf(centre, date), listSk: `${time}#${doctor}#${client}#${id}` };
  return { ...appointmentKey(client, id), ...appointment, ...listed };
}

export const addAppointment = (appointment: Appointment): Change => putNew(appointmentItem(appointment));
export const saveAppointment = (appointment: Appointment): Change => save(appointmentItem(appointment));

export async function appointmentOf(ctx: Ctx, client: string, id: string): Promise<Appointment | undefined> {
  const item = await getItem(ctx, appointmentKey(client, id));
  return item ? AppointmentSchema.parse(item) : undefined;
}

/** Every appointment a client ever had, newest date first. */
export async function appointmentsOf(ctx: Ctx, client: string): Promise<Appointment[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "MEET#" });
  return appointmentsIn(items);
}

/** The same among the items of a client. */
export const appointmentsIn = (items: readonly Item[]): Appointment[] =>
  items
    .filter(({ sk }) => sk.startsWith("MEET#"))
    .map((item) => AppointmentSchema.parse(item))
    .sort((a, b) => `${b.date}${b.time}`.localeCompare(`${a.date}${a.time}`));

/** Who is seen on a day at a centre, in order of time. */
export async function appointmentsOn(ctx: Ctx, centre: string, date: PlainDate): Promise<Appointment[]> {
  const { items } = await query(ctx, { index: "list", pk: listOf(centre, date) });
  const found = await getItems(
    ctx,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
  return found.map((item) => AppointmentSchema.parse(item));
}

/** One note for one appointment: the second is refused. */
export const addNote = (note: TalkNote): Change =>
  putNew({ ...noteKey(note.client, note.appointment), ...note });

/** What was said in a client's talks, among the items of the file, newest first. */
export const notesIn = (items: readonly Item[]): TalkNote[] =>
  items
    .filter(({ sk }) => sk.startsWith("NOTE#"))
    .map((item) => TalkNoteSchema.parse(item))
    .sort((a, b) => b.at.localeCompare(a.at));

export async function noteOf(ctx: Ctx, client: string, appointment: string): Promise<TalkNote | undefined> {
  const item = await getItem(ctx, noteKey(client, appointment));
  return item ? TalkNoteSchema.parse(item) : undefined;
}
