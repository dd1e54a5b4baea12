import type { Ctx } from "../../../shared/kernel/context.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { isPlainDate } from "../../../shared/kernel/time.ts";
import * as load from "../contexts.ts";
import { route } from "../route.ts";

/** Whose directory somebody asks for: the centre they work at, or the one that has their file. */
async function centreOf({ actor, ...ctx }: Ctx): Promise<string> {
  if (actor.kind !== "client") return "centre" in actor ? actor.centre : "";
  return (await (await load.clients()).reachClient({ actor, ...ctx }, "client:read", actor.client, true))
    .centre;
}

const one = "/clients/:client/appointments/:appointment";

export const appointmentRoutes = [
  route({
    method: "GET",
    path: "/doctors",
    action: "doctor:read",
    summary: "Who may be seen: title, rank, specialty, experience, languages, hours, what they offer",
    run: async ({ ctx }) => ({ doctors: await (await load.testing()).readDoctors(ctx, await centreOf(ctx)) }),
  }),
  route({
    method: "GET",
    path: "/doctors/:doctor/times",
    action: "doctor:read",
    summary: "The days and times at which a doctor may still be seen",
    query: "FreeTimes",
    run: async ({ ctx, params, query }) => {
      const { readDoctor, freeTimes } = await load.testing();
      const doctor = await readDoctor(ctx, await centreOf(ctx), params["doctor"] ?? "");
      return { days: await freeTimes(ctx, doctor, query.offer, query.from, query.days) };
    },
  }),
  route({
    method: "PUT",
    path: "/doctors/:doctor",
    action: "doctor:change",
    summary: "Write a member of staff's entry in the directory, with the week's hours",
    body: "DoctorProfileSchema",
    run: async ({ ctx, params, body }) =>
      (await load.testing()).changeDoctor(ctx, params["doctor"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/doctors/:doctor/hours",
    action: "doctor:change",
    summary: "Enter leave (no hours) or other hours for some days; what is booked then is listed for moving",
    body: "OtherHoursSchema",
    run: async ({ ctx, params, body }) =>
      (await load.testing()).enterHours(ctx, params["doctor"] ?? "", body),
  }),
  route({
    method: "DELETE",
    path: "/doctors/:doctor/hours/:exception",
    action: "doctor:change",
    summary: "Take entered leave or other hours back",
    run: async ({ ctx, params }) =>
      (await load.testing()).withdrawHours(ctx, params["doctor"] ?? "", params["exception"] ?? ""),
  }),
  route({
    method: "POST",
    path: "/appointments",
    action: "appointment:make",
    summary: "Give a client a time with a doctor: consultation, report reading, referral talk",
    body: "MakeAppointmentSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.loop()).makeAppointment(ctx, body, key),
  }),
  route({
    method: "GET",
    path: "/appointments/to-move",
    action: "doctor:change",
    summary: "What is booked outside the hours its doctor has now",
    run: async ({ ctx }) => ({ appointments: await (await load.testing()).appointmentsToMove(ctx) }),
  }),
  route({
    method: "GET",
    path: "/appointment-days/:date",
    action: "day:read",
    summary: "Who is seen on a day, by time",
    query: "ByDoctor",
    run: async ({ ctx, params, query }) => {
      const date = params["date"] ?? "";
      if (!isPlainDate(date)) throw new NotFound();
      return { appointments: await (await load.testing()).readAppointmentDay(ctx, date, query.doctor) };
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/appointments",
    action: "appointment:read",
    summary: "A client's appointments that are not exams, newest first",
    run: async ({ ctx, params }) => ({
      appointments: await (await load.testing()).readAppointments(ctx, params["client"] ?? ""),
    }),
  }),
  route({
    method: "GET",
    path: one,
    action: "appointment:read",
    summary: "One appointment and, for those who care for the client, the note of the talk",
    run: async ({ ctx, params }) =>
      (await load.testing()).readAppointment(ctx, params["client"] ?? "", params["appointment"] ?? ""),
  }),
  route({
    method: "POST",
    path: `${one}/move`,
    action: "appointment:make",
    summary: "Move an appointment to another time, perhaps with another doctor",
    body: "MoveAppointmentSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).moveAppointment(ctx, params["client"] ?? "", params["appointment"] ?? "", body),
  }),
  route({
    method: "POST",
    path: `${one}/cancel`,
    action: "appointment:make",
    summary: "Cancel an appointment; its time goes back",
    body: "Cancelling",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).cancelAppointment(
        ctx,
        params["client"] ?? "",
        params["appointment"] ?? "",
        body.reason,
      ),
  }),
  route({
    method: "POST",
    path: `${one}/end`,
    action: "appointment:end",
    summary: "Record how it ended, what was said, and which follow-ups it settles by which record",
    body: "EndAppointmentSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).endAppointment(ctx, params["client"] ?? "", params["appointment"] ?? "", body),
  }),
  route({
    method: "GET",
    path: "/clients/:client/put-off",
    action: "booking:read",
    summary: "What of a client's exams was put off and waits for a second visit",
    run: async ({ ctx, params }) => {
      const client = await (await load.clients()).openRecord(
        ctx,
        "booking:read",
        params["client"] ?? "",
        "bookings",
      );
      const found = await (await load.loop()).putOffFor(ctx, client.number);
      return {
        putOff: found.map(({ exam, ...rest }) => ({ exam: exam.id, number: exam.number, ...rest })),
      };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/second-visit",
    action: "booking:make",
    summary: "Book a second visit for exactly what was put off at an exam",
    body: "SecondVisitSchema",
    creates: true,
    run: async ({ ctx, params, body }) =>
      (await load.loop()).bookSecondVisit(ctx, params["client"] ?? "", params["exam"] ?? "", body),
  }),
];
