import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, InvalidInput } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { addDays, localDate, localTime } from "../../kernel/time.ts";
import type { Doctor, DoctorDay } from "../doctors/doctor.ts";
import { saveDay } from "../doctors/doctors.store.ts";
import { hoursOn, startsIn, withoutTaken, withTaken } from "../doctors/hours.ts";
import { type OfferId, offers } from "../doctors/offers.ts";
import { minutesOf } from "../places/calendar.ts";
import type { Appointment, Place } from "./appointment.ts";
import { addAppointment, saveAppointment } from "./appointments.store.ts";

/** Appointments are made at most so many days ahead. */
export const farthestAppointment = 180;

/**
 * The id of a client's next appointment beside `others`. Two at once ask for the same id and only one gets it: the
 * other then sees the first, which may be at the same time.
 */
function idBeside(client: string, others: readonly Appointment[]): string {
  for (let n = others.length; ; n++) {
    const id = digest(`${client} appointment ${n}`).slice(0, 20);
    if (!others.some((one) => one.id === id)) return id;
  }
}

export interface Planned {
  appointment: Appointment;
  changes: Change[];
}

/**
 * A new appointment and what must be written for it: the doctor's day as it was read takes the time in the same
 * commit, so that nobody is seen twice at a time. Leave entered at the same moment lists it for moving.
 * @throws InvalidInput for a time the doctor does not have; CapacityFull; AlreadyThere for a client who is with
 * somebody else then.
 */
export function planAppointment(
  ctx: Ctx,
  who: { client: string; zone: string },
  { doctor, day }: { doctor: Doctor; day: DoctorDay },
  wanted: { offer: OfferId; time: string; exam?: string; followUps: readonly string[]; request?: string },
  others: readonly Appointment[],
): Planned {
  const { offer, time, exam, followUps, request } = wanted;
  const { minutes } = offers[offer];
  const place = { doctor: doctor.id, date: day.date, time };
  mayBe(ctx, who.zone, doctor, place, offer);
  alone(others, place, minutes);
  const appointment: Appointment = {
    client: who.client,
    id: idBeside(who.client, others),
    centre: doctor.centre,
    ...place,
    offer,
    minutes,
    state: "booked",
    ...(exam ? { exam } : {}),
    followUps: [...followUps],
    moves: [],
    madeBy: ctx.actor.id,
    madeAt: ctx.now(),
    ...(request ? { request } : {}),
    v: 1,
  };
  return {
    appointment,
    changes: [addAppointment(appointment), saveDay(withTaken(day, takenBy(appointment)))],
  };
}

/**
 * A booked appointment at another time, perhaps with somebody else: the old time goes back and the new one is
 * taken in one commit; where it stood is kept.
 * @throws as `planAppointment`.
 */
export function planMove(
  ctx: Ctx,
  zone: string,
  before: Appointment,
  old: DoctorDay,
  { doctor, day, time }: { doctor: Doctor; day: DoctorDay; time: string },
  others: readonly Appointment[],
): Planned {
  const place = { doctor: doctor.id, date: day.date, time };
  mayBe(ctx, zone, doctor, place, before.offer);
  alone(
    others.filter(({ id }) => id !== before.id),
    place,
    before.minutes,
  );
  const { doctor: from, date, time: at } = before;
  const move = { at: ctx.now(), by: ctx.actor.id, from: { doctor: from, date, time: at } };
  const appointment: Appointment = { ...before, ...place, moves: [...before.moves, move] };
  const freed = withoutTaken(old, before.id);
  const sameDay = old.doctor === day.doctor && old.date === day.date;
  const taken = takenBy(appointment);
  return {
    appointment,
    changes: [
      saveAppointment(appointment),
      ...(sameDay ? [saveDay(withTaken(freed, taken))] : [saveDay(withTaken(day, taken)), saveDay(freed)]),
    ],
  };
}

/** A cancelled appointment: its time goes back exactly once, kept by the versions of both. */
export function planCancelled(before: Appointment, day: DoctorDay, reason: string): Planned {
  const appointment: Appointment = { ...before, state: "cancelled", reason };
  return { appointment, changes: [saveAppointment(appointment), saveDay(withoutTaken(day, before.id))] };
}

const takenBy = ({ time, minutes, id }: Appointment) => ({ time, minutes, appointment: id });

function mayBe(ctx: Ctx, zone: string, doctor: Doctor, { date, time }: Place, offer: OfferId): void {
  if (!doctor.listed || !doctor.offers.includes(offer))
    throw refused("offer", {
      en: "This doctor does not offer it. Choose another one.",
      zh: "该医生不提供此项服务，请另选医生。",
    });
  const now = ctx.now();
  const today = localDate(now, zone);
  if (date > addDays(today, farthestAppointment))
    throw refused("date", {
      en: `Appointments are made at most ${farthestAppointment} days ahead.`,
      zh: `最多可提前 ${farthestAppointment} 天预约。`,
    });
  if (`${date} ${time}` <= `${today} ${localTime(now, zone)}`)
    throw refused("time", {
      en: "This time has passed. Choose a later one.",
      zh: "该时段已过，请选择之后的时间。",
    });
  if (!startsIn(hoursOn(doctor, date), offers[offer].minutes).includes(time))
    throw refused("time", {
      en: "The doctor is not there at this time. Choose another time.",
      zh: "该时间医生不出诊，请选择其他时间。",
    });
}

/** @throws AlreadyThere where the client is with a doctor at that time. */
function alone(others: readonly Appointment[], { date, time }: Place, minutes: number): void {
  const begins = minutesOf(time);
  const there = others.find(
    (one) =>
      one.state === "booked" &&
      one.date === date &&
      minutesOf(one.time) < begins + minutes &&
      begins < minutesOf(one.time) + one.minutes,
  );
  if (there)
    throw new AlreadyThere(
      { en: "There is an appointment at this time already.", zh: "该时间已有其他面谈预约。" },
      { appointment: there.id },
    );
}

const refused = (field: string, message: Bilingual) => new InvalidInput([{ field, message }]);
