import { type Client, reachClient, recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate, localTime } from "../../kernel/time.ts";
import { changesOf, markBooked, openBook, unbook } from "../../monitoring/index.ts";
import {
  type Appointment,
  appointmentOf,
  appointmentsOf,
  asSeenBy,
  doctorDay,
  doctorOf,
  type MoveAppointment,
  MoveAppointmentSchema,
  planCancelled,
  planMove,
} from "../../testing/index.ts";
import { noDoctor, retries } from "./make-appointment.ts";
import { tellCancelled, tellOf } from "./tell.ts";

/**
 * Moves an appointment to another time, perhaps with another doctor: the old time goes back and the new one is
 * taken in one commit, and the client is told where staff did it. Moved to where it stands, it stays.
 * @throws as `makeAppointment`; Conflict for one that is over, or for a client whose time has begun.
 */
export async function moveAppointment(
  ctx: Ctx,
  number: string,
  id: string,
  input: MoveAppointment,
): Promise<Appointment> {
  const wanted = parse(MoveAppointmentSchema, input);
  const client = await reachClient(ctx, "appointment:make", number);
  const to = await recipientOf(ctx, number);
  return withRetry(
    ctx,
    async () => {
      const before = await appointmentOf(ctx, number, id);
      if (!before) throw new NotFound();
      if (before.doctor === wanted.doctor && before.date === wanted.date && before.time === wanted.time)
        return asSeenBy(ctx.actor, before);
      mayStillChange(ctx, client, before);
      const doctor = await doctorOf(ctx, before.centre, wanted.doctor);
      if (!doctor) throw noDoctor();
      const [old, day, others] = await Promise.all([
        doctorDay(ctx, before.centre, before.doctor, before.date),
        doctorDay(ctx, before.centre, wanted.doctor, wanted.date),
        appointmentsOf(ctx, number),
      ]);
      const { appointment, changes } = planMove(
        ctx,
        client.zone,
        before,
        old,
        { doctor, day, time: wanted.time },
        others,
      );
      const { followUps } = appointment;
      const book = followUps.length
        ? markBooked(await openBook(ctx, number), followUps, appointment, ctx.now())
        : undefined;
      const told = tellOf(ctx, to, appointment);
      await commit(ctx, {
        changes: [...changes, ...(book ? changesOf(book) : []), ...told.changes],
        log: [
          {
            subject: `C#${number}`,
            action: "appointment.moved",
            refs: { appointment: id },
            v: before.v + 1,
          },
          ...told.log,
        ],
      });
      return asSeenBy(ctx.actor, { ...appointment, v: before.v + 1 });
    },
    retries,
  );
}

/**
 * Cancels an appointment: its time goes back exactly once, its follow-ups wait again, and the client is told where
 * staff did it. Cancelled before is cancelled.
 * @throws Conflict for one that is over, or for a client whose time has begun.
 */
export async function cancelAppointment(
  ctx: Ctx,
  number: string,
  id: string,
  reason: string,
): Promise<Appointment> {
  const client = await reachClient(ctx, "appointment:make", number);
  const to = await recipientOf(ctx, number);
  return withRetry(
    ctx,
    async () => {
      const before = await appointmentOf(ctx, number, id);
      if (!before) throw new NotFound();
      if (before.state === "cancelled") return asSeenBy(ctx.actor, before);
      mayStillChange(ctx, client, before);
      const day = await doctorDay(ctx, before.centre, before.doctor, before.date);
      const { appointment, changes } = planCancelled(before, day, reason);
      const book = unbook(await openBook(ctx, number), id, ctx.now());
      const told = tellCancelled(ctx, to, appointment);
      await commit(ctx, {
        changes: [...changes, ...changesOf(book), ...told.changes],
        log: [
          {
            subject: `C#${number}`,
            action: "appointment.cancelled",
            refs: { appointment: id },
            v: before.v + 1,
          },
          ...told.log,
        ],
      });
      return asSeenBy(ctx.actor, { ...appointment, v: before.v + 1 });
    },
    retries,
  );
}

function mayStillChange(ctx: Ctx, { zone }: Client, { state, date, time }: Appointment): void {
  if (state !== "booked") throw new Conflict({ en: "This appointment is over.", zh: "该预约已结束。" });
  const now = `${localDate(ctx.now(), zone)} ${localTime(ctx.now(), zone)}`;
  if (ctx.actor.kind === "client" && `${date} ${time}` <= now)
    throw new Conflict({
      en: "This appointment has begun. Please call the centre.",
      zh: "该预约时间已到，请致电健康管理中心。",
    });
}
