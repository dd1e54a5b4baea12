import { assessmentsOf, visibleIn } from "../../assessment/index.ts";
import { type Client, reachClient, recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { changesOf, markBooked, type OpenBook, openBook, openIn } from "../../monitoring/index.ts";
import {
  type Appointment,
  appointmentsOf,
  asSeenBy,
  doctorDay,
  doctorOf,
  type MakeAppointment,
  MakeAppointmentSchema,
  planAppointment,
  requestMark,
} from "../../testing/index.ts";
import { recordsOfTalk } from "./records.ts";
import { tellOf } from "./tell.ts";

/** A doctor's day is one item, so everybody who takes a time of it at once meets everybody else. */
export const retries = 16;

/**
 * Gives a client a time with a doctor: the time, the appointment, the follow-ups it is meant to settle and the
 * words about it in one commit, so a doctor is never with two clients at once. The same idempotency key is the
 * same appointment.
 * @throws CapacityFull; AlreadyThere (`facts.appointment`) for a client who is with a doctor then; InvalidInput
 * for a time the doctor does not have, a report that is not there to be read, or a follow-up no talk can settle;
 * Unprocessable where the key made another appointment; Conflict where that one was cancelled since.
 */
export async function makeAppointment(
  ctx: Ctx,
  input: MakeAppointment,
  idempotencyKey?: string,
): Promise<Appointment> {
  const wanted = parse(MakeAppointmentSchema, input);
  const client = await reachClient(ctx, "appointment:make", wanted.client, true);
  if (wanted.exam) await mustBeReadable(ctx, client, wanted.exam);
  const request = idempotencyKey ? requestMark(ctx, idempotencyKey) : undefined;
  const to = await recipientOf(ctx, client.number);
  return withRetry(
    ctx,
    async () => {
      const book = wanted.followUps.length ? await openBook(ctx, client.number) : undefined;
      // The day before the client's own: a time this very form took meanwhile is then seen among them.
      const doctor = await doctorOf(ctx, client.centre, wanted.doctor);
      const day = await doctorDay(ctx, client.centre, wanted.doctor, wanted.date);
      const there = await appointmentsOf(ctx, client.number);
      const same = request && there.find((one) => one.request === request);
      if (same) return madeBefore(ctx, same, wanted);
      if (book && !maySettle(ctx, book, wanted.followUps)) throw notByTalk();
      if (!doctor) throw noDoctor();
      const { offer, time, exam, followUps } = wanted;
      const { appointment, changes } = planAppointment(
        ctx,
        { client: client.number, zone: client.zone },
        { doctor, day },
        { offer, time, followUps, ...(exam ? { exam } : {}), ...(request ? { request } : {}) },
        there,
      );
      const marked = book && markBooked(book, followUps, appointment, ctx.now());
      const told = tellOf(ctx, to, appointment);
      await commit(ctx, {
        changes: [...changes, ...(marked ? changesOf(marked) : []), ...told.changes],
        log: [
          {
            subject: `C#${client.number}`,
            action: "appointment.made",
            refs: { appointment: appointment.id, ...(followUps.length ? { followUps } : {}) },
            v: 1,
          },
          ...told.log,
        ],
      });
      return asSeenBy(ctx.actor, appointment);
    },
    retries,
  );
}

/** A report is read with a doctor once there is an assessment; a client names one they have been given. */
async function mustBeReadable(ctx: Ctx, { number }: Client, exam: string): Promise<void> {
  const all = await assessmentsOf(ctx, number);
  const readable = ctx.actor.kind === "client" ? visibleIn(all) : all;
  if (!readable.some(({ date, recalled }) => date === exam && !recalled))
    throw new InvalidInput([
      {
        field: "exam",
        message: { en: "There is no report of this day to read.", zh: "没有该日期可供解读的报告。" },
      },
    ]);
}

/** Staff say what a talk is meant to settle: open follow-ups whose rules accept a record of it. */
function maySettle({ actor }: Ctx, book: OpenBook, ids: readonly string[]): boolean {
  const open = openIn(book).filter(({ rule }) => recordsOfTalk(rule).length);
  return actor.kind !== "client" && ids.every((id) => open.some((one) => one.id === id));
}

function madeBefore(ctx: Ctx, same: Appointment, wanted: MakeAppointment): Appointment {
  const first = same.moves[0]?.from ?? same;
  if (same.state === "cancelled")
    throw new AppError("Conflict", {
      en: "This appointment was made and then cancelled. Open the form again to book anew.",
      zh: "该预约已成功提交，后又被取消。如需再次预约，请重新打开表单。",
    });
  const asked = [wanted.doctor, wanted.date, wanted.time, wanted.offer].join();
  if (asked !== [first.doctor, first.date, first.time, same.offer].join())
    throw new AppError("Unprocessable", {
      en: "This form has been sent before, for another time or doctor. Open it again (or use a new Idempotency-Key).",
      zh: "该表单此前已用于其他时间或医生的预约，请重新打开后再提交（或换用新的 Idempotency-Key）。",
    });
  return asSeenBy(ctx.actor, same);
}

export const noDoctor = () =>
  new InvalidInput([{ field: "doctor", message: { en: "Choose one of the doctors.", zh: "请选择医生。" } }]);

const notByTalk = () =>
  new InvalidInput([
    {
      field: "followUps",
      message: {
        en: "This follow-up is not open, or a talk cannot settle it.",
        zh: "该随访已结束，或不能通过面谈结束。",
      },
    },
  ]);
