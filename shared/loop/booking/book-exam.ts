import { type Client, reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, AppError, Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { changesOf, markBooked, type OpenBook, openBook, openIn, unbook } from "../../monitoring/index.ts";
import {
  type BookExam,
  BookExamSchema,
  type Booking,
  bookingOf,
  bookingsOf,
  calendarOf,
  dayPrices,
  general,
  itemsOfDay,
  planBooking,
  planCancelling,
  requestMark,
  stands,
} from "../../testing/index.ts";
import { recheckItems } from "./recheck-items.ts";

/**
 * Books an exam or a re-check into a slot: the place, the caps of its scarce items, the booking and the follow-ups
 * it is meant to settle in one commit, so never more bookings than places, and one a day for a client. The same
 * idempotency key is the same booking.
 * @throws CapacityFull; AlreadyThere (`facts.booking`) when the client is booked that day; Unprocessable where
 * the key made a booking of another time or package; Conflict where that one was cancelled since.
 */
export async function bookExam(ctx: Ctx, input: BookExam, idempotencyKey?: string): Promise<Booking> {
  const wanted = parse(BookExamSchema, input);
  const client = await reachClient(ctx, "booking:make", wanted.client, true);
  const booking = await bookFor(ctx, client, wanted, idempotencyKey);
  if (!(["package", "date", "time"] as const).every((what) => booking[what] === wanted[what]))
    throw new AppError("Unprocessable", {
      en: "This form has been sent before, for another time or package. Open it again (or use a new Idempotency-Key).",
      zh: "该表单此前已用于其他时间或套餐的预约，请重新打开后再提交（或换用新的 Idempotency-Key）。",
    });
  return booking;
}

/** @throws InvalidInput for a follow-up that is not open: a booking never promises to settle what is not there. */
function knowsAll(book: OpenBook, followUps: readonly string[]): void {
  const open = new Set(openIn(book).map(({ id }) => id));
  if (followUps.some((id) => !open.has(id)))
    throw new InvalidInput([
      { field: "followUps", message: { en: "This re-check is no longer open.", zh: "该复查已不在进行中。" } },
    ]);
}

/**
 * The same for a client already reached: by an actor's right, or by a signed link of their own. What the key
 * made before is given back as it is.
 */
export async function bookFor(
  ctx: Ctx,
  client: Client,
  wanted: {
    package: string;
    items?: readonly string[] | undefined;
    date: string;
    time: string;
    resource?: string;
    followUps: readonly string[];
  },
  idempotencyKey?: string,
): Promise<Booking> {
  const request = idempotencyKey ? requestMark(ctx, idempotencyKey) : undefined;
  return withRetry(ctx, async (again) => {
    // Follow-ups before bookings: whoever books them meanwhile is met here, or refused by their version.
    const lines = wanted.followUps.length ? await openBook(ctx, client.number) : undefined;
    if (lines) knowsAll(lines, wanted.followUps);
    const [there, calendar] = await Promise.all([
      bookingsOf(ctx, client.number, again || lines !== undefined),
      calendarOf(ctx, client.centre, again),
    ]);
    const same = request && there.find((one) => one.request === request);
    if (same && same.state === "cancelled")
      throw new AppError("Conflict", {
        en: "This booking was made and then cancelled. Open the form again to book anew.",
        zh: "该预约已成功提交，后又被取消。如需再次预约，请重新打开表单。",
      });
    if (same) return same;
    const ofDay = there.filter((one) => one.date === wanted.date);
    const sameDay = ofDay.find(stands);
    if (sameDay)
      throw new AlreadyThere(
        { en: "There is a booking on this day. Cancel it first.", zh: "当天已有预约，请先取消。" },
        { booking: sameDay.id },
      );
    const { booking, changes } = planBooking(
      ctx,
      { ...client, client: client.number },
      {
        resource: general,
        ...wanted,
        items: wanted.items ?? itemsOfDay(await dayPrices(ctx), wanted.package, client.sex),
        looksAt: lines && recheckItems(openIn(lines).filter(({ id }) => wanted.followUps.includes(id))),
        before: ofDay.length,
        request,
      },
      calendar,
    );
    const book = lines && markBooked(lines, wanted.followUps, booking, ctx.now());
    await commit(ctx, {
      changes: [...changes, ...(book ? changesOf(book) : [])],
      log: {
        subject: `C#${client.number}`,
        action: "booking.made",
        refs: {
          booking: booking.id,
          date: booking.date,
          ...(wanted.followUps.length ? { followUps: [...wanted.followUps] } : {}),
        },
        v: 1,
      },
    });
    return booking;
  });
}

/**
 * Cancels a booking: its place goes back exactly once, its follow-ups wait again.
 * @throws Conflict for a booking that is over.
 */
export async function cancelBooking(ctx: Ctx, number: string, id: string, reason: string): Promise<Booking> {
  await reachClient(ctx, "booking:cancel", number);
  return withRetry(ctx, async () => {
    const before = await bookingOf(ctx, number, id);
    if (!before) throw new NotFound();
    if (before.state === "cancelled") return before;
    if (before.state !== "confirmed")
      throw new Conflict({
        en: "This visit has begun and cannot be cancelled.",
        zh: "到检已开始，无法取消。",
      });
    const { booking, changes } = planCancelling(before, reason);
    const book = unbook(await openBook(ctx, number), id, ctx.now());
    await commit(ctx, {
      changes: [...changes, ...changesOf(book)],
      log: { subject: `C#${number}`, action: "booking.cancelled", refs: { booking: id }, v: before.v + 1 },
    });
    return { ...booking, v: before.v + 1 };
  });
}
