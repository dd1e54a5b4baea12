import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import {
  type BookExam,
  BookExamSchema,
  type Booking,
  heldFrom,
  type Override,
  OverrideSchema,
} from "../../testing/index.ts";
import { makeBooking } from "./make-booking.ts";

/**
 * Books an exam or a re-check into a slot: the place, the caps of its scarce items, its company's quota, the booking
 * and the follow-ups it is meant to settle in one commit, so never more bookings than places, and one a day for a
 * client. The same idempotency key is the same booking.
 * @throws CapacityFull; AlreadyThere (`facts.booking`) when the client is booked that day; Unprocessable where
 * the key made a booking of another time or package; Conflict where that one was cancelled since.
 */
export async function bookExam(ctx: Ctx, input: BookExam, idempotencyKey?: string): Promise<Booking> {
  const wanted = parse(BookExamSchema, input);
  const client = await reachClient(ctx, "booking:make", wanted.client, true);
  return asAsked(await makeBooking(ctx, client, wanted, { key: idempotencyKey }), wanted);
}

/**
 * Keeps a place for somebody who is still choosing: everything scarce is taken in one commit, and goes back by itself
 * after 15 minutes unless it is confirmed. A client has one hold at a time: a new one replaces it.
 * @throws as `bookExam`.
 */
export async function holdPlace(ctx: Ctx, input: BookExam, idempotencyKey?: string): Promise<Booking> {
  const wanted = parse(BookExamSchema, input);
  const client = await reachClient(ctx, "booking:make", wanted.client, true);
  const manner = { key: idempotencyKey, heldUntil: heldFrom(ctx.now()) };
  return asAsked(await makeBooking(ctx, client, wanted, manner), wanted);
}

/**
 * Books beyond what the day holds, for a reason that is kept with the booking: counters that are full count it apart
 * (`over`), so that taken ≤ capacity + overrides; those with room count it as usual. A quota is a company's own and
 * cannot be overridden.
 * @throws as `bookExam`, save that slot and caps are never full.
 */
export async function overbook(ctx: Ctx, input: Override, idempotencyKey?: string): Promise<Booking> {
  const { reason, ...wanted } = parse(OverrideSchema, input);
  const client = await reachClient(ctx, "booking:override", wanted.client);
  return asAsked(await makeBooking(ctx, client, wanted, { key: idempotencyKey, override: reason }), wanted);
}

function asAsked(booking: Booking, wanted: Pick<BookExam, "package" | "date" | "time">): Booking {
  if (!(["package", "date", "time"] as const).every((what) => booking[what] === wanted[what]))
    throw new AppError("Unprocessable", {
      en: "This form has been sent before, for another time or package. Open it again (or use a new Idempotency-Key).",
      zh: "该表单此前已用于其他时间或套餐的预约，请重新打开后再提交（或换用新的 Idempotency-Key）。",
    });
  return booking;
}
