import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import {
  type Booking,
  bookingsOf,
  type Exam,
  examDaysOf,
  examOf,
  putOffIn,
  stands,
} from "../../testing/index.ts";
import { bookFor } from "../booking/make-booking.ts";
import { SecondVisitSchema } from "./second-visit-schema.ts";

/** What of an exam was put off (迟检), from when on it may be done, and the visit that will, where there is one. */
export interface PutOff {
  exam: Exam;
  items: string[];
  /** The latest of the days the items wait for. */
  from?: string;
  booked?: Booking;
}

/** What of one exam waits for a second visit; undefined where nothing does. */
export function putOffOf(exam: Exam, bookings: readonly Booking[]): PutOff | undefined {
  const orders = putOffIn(exam);
  if (!orders.length) return undefined;
  const items = orders.map(({ item }) => item);
  const from = orders
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  const booked = bookings.find(
    (one) => stands(one) && one.id !== exam.id && items.some((item) => one.items?.includes(item)),
  );
  return { exam, items, ...(from ? { from } : {}), ...(booked ? { booked } : {}) };
}

/** Everything of a client's exams that waits for a second visit, oldest exam first. */
export async function putOffFor(ctx: Ctx, number: string): Promise<PutOff[]> {
  await reachClient(ctx, "booking:read", number, true);
  const [exams, bookings] = await Promise.all([examDaysOf(ctx, number), bookingsOf(ctx, number)]);
  return exams.filter(({ state }) => state !== "passed").flatMap((exam) => putOffOf(exam, bookings) ?? []);
}

/**
 * Books a second visit (补检) for exactly what was put off at an exam: an ordinary booking of those items. Asked for
 * again it is the one that stands.
 * @throws Conflict where nothing is put off (any more); AlreadyThere (`facts.booking`) where they are booked for
 * another time; CapacityFull; as `bookExam`.
 */
export async function bookSecondVisit(
  ctx: Ctx,
  number: string,
  examId: string,
  input: { date: string; time: string },
): Promise<Booking> {
  const wanted = parse(SecondVisitSchema, input);
  const client = await reachClient(ctx, "booking:make", number);
  const exam = await examOf(ctx, number, examId);
  if (!exam || exam.state === "passed") throw new NotFound();
  const bookings = await bookingsOf(ctx, number);
  const putOff = putOffOf(exam, bookings);
  if (!putOff)
    throw new Conflict({ en: "Nothing of this exam is put off any more.", zh: "本次体检已无迟检项目。" });
  if (putOff.booked) return theSame(putOff.booked, wanted);
  const earlier = bookings.filter((one) => one.items?.join() === putOff.items.join()).length;
  const visit = { package: exam.package, items: putOff.items, ...wanted, followUps: [] };
  return theSame(await bookFor(ctx, client, visit, `second visit ${examId} ${earlier}`), wanted);
}

function theSame(booking: Booking, wanted: { date: string; time: string }): Booking {
  if (booking.date === wanted.date && booking.time === wanted.time) return booking;
  throw new AlreadyThere(
    {
      en: `This is booked already, for ${booking.date} at ${booking.time}.`,
      zh: `已预约 ${booking.date} ${booking.time}。`,
    },
    { booking: booking.id },
  );
}
