import { authorize, mayEver } from "../../access/index.ts";
import { type ClientCard, clientCards, openList, openRecord } from "../../clients/index.ts";
import type { Actor, Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import { localDate, type PlainDate } from "../../kernel/time.ts";
import { doctorDays, doctorsAt } from "../doctors/doctors.store.ts";
import { outsideHours } from "../doctors/hours.ts";
import type { Appointment, TalkNote } from "./appointment.ts";
import { appointmentOf, appointmentsOf, appointmentsOn, noteOf } from "./appointments.store.ts";

export interface Seen {
  appointment: Appointment;
  client: ClientCard;
}

/**
 * What an actor may know of an appointment: what it settled and to whom it referred tells of findings, so only
 * those who read results see it. A client is told where a referral goes, not what staff noted.
 */
export function asSeenBy(actor: Actor, appointment: Appointment): Appointment {
  if (mayEver(actor, "results:read") && actor.kind !== "client") return appointment;
  const { ended, request: _request, ...rest } = appointment;
  if (!ended) return rest;
  const { to, settled: _settled, ...kept } = ended;
  const told = to && actor.kind === "client" ? { to } : {};
  return { ...rest, ended: { ...kept, ...told, settled: [] } };
}

/** A client's appointments, newest first; the reading is traced. */
export async function readAppointments(ctx: Ctx, number: string): Promise<Appointment[]> {
  const client = await openRecord(ctx, "appointment:read", number, "appointments");
  return (await appointmentsOf(ctx, client.number)).map((one) => asSeenBy(ctx.actor, one));
}

/** One appointment and, for those who care for the client, the note of the talk; the reading is traced. */
export async function readAppointment(
  ctx: Ctx,
  number: string,
  id: string,
): Promise<{ appointment: Appointment; note?: TalkNote }> {
  const client = await openRecord(ctx, "appointment:read", number, "appointments");
  const found = await appointmentOf(ctx, client.number, id);
  if (!found) throw new NotFound();
  const appointment = asSeenBy(ctx.actor, found);
  const mayRead = ctx.actor.kind === "staff" && mayEver(ctx.actor, "results:read");
  const note = mayRead ? await noteOf(ctx, client.number, id) : undefined;
  return note ? { appointment, note } : { appointment };
}

/** Who is seen on a day, by time: by one doctor or by all of the centre. */
export async function readAppointmentDay(ctx: Ctx, date: PlainDate, doctor?: string): Promise<Seen[]> {
  const centre = staffCentre(ctx);
  const found = await appointmentsOn(ctx, centre, date);
  return withClients(
    ctx,
    "appointment-day",
    found.filter((one) => !doctor || one.doctor === doctor),
  );
}

/** What is booked from today on outside the hours its doctor has now, by date: somebody must move it. */
export async function appointmentsToMove(ctx: Ctx): Promise<Seen[]> {
  const centre = staffCentre(ctx);
  const today = localDate(ctx.now());
  const outside = await Promise.all(
    (await doctorsAt(ctx, centre)).map(async (doctor) => {
      const days = await doctorDays(ctx, centre, doctor.id, today);
      return days.flatMap((day) => outsideHours(doctor, day).map((one) => ({ ...one, date: day.date })));
    }),
  );
  const ids = new Set(outside.flat().map(({ appointment }) => appointment));
  const dates = [...new Set(outside.flat().map(({ date }) => date))].sort();
  const found = (await Promise.all(dates.map((date) => appointmentsOn(ctx, centre, date)))).flat();
  const waiting = found.filter(({ id, state }) => state === "booked" && ids.has(id));
  return withClients(ctx, "appointments-to-move", waiting);
}

function staffCentre(ctx: Ctx): string {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  authorize(ctx, "appointment:read", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}

async function withClients(ctx: Ctx, what: string, found: readonly Appointment[]): Promise<Seen[]> {
  const numbers = found.map(({ client }) => client);
  await openList(ctx, what, numbers);
  const cards = await clientCards(ctx, numbers);
  return found.flatMap((one) => {
    const client = cards.get(one.client);
    return client ? [{ appointment: asSeenBy(ctx.actor, one), client }] : [];
  });
}
