import { type Client, reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { localDate } from "../../kernel/time.ts";
import {
  addExam,
  type Booking,
  bookingOf,
  type Exam,
  examDaysOf,
  examNumber,
  floorOf,
  isOffSite,
  nextQueue,
  noteEaten,
  type Order,
  planArrival,
  putOffIn,
  saveBooking,
  saveExam,
  takeQueue,
  tellOrders,
  withOrders,
} from "../../testing/index.ts";
import { itemsOfVisit } from "./items-of-visit.ts";

export interface CheckedIn {
  booking: Booking;
  exam: Exam;
  /** The first room, where one is open to them. */
  room?: string;
}

/** All desks of a centre take numbers of one row. */
const tries = 20;

/**
 * Marks a client as arrived and makes their exam of the day: an order per item, a number people can say aloud, a
 * place in the queue and the first room (on a team day none: they are at their company); the laboratory and the imaging departments hear of their orders. What was
 * put off on an earlier visit (迟检) and is examined now makes up for it (补检). All in one commit; a second time
 * gives what the first one made.
 * @param fasting what was said: results of this day that come from now on are judged by it.
 * @throws Conflict when the booking is not waiting any more.
 */
export async function checkIn(ctx: Ctx, number: string, id: string, fasting: boolean): Promise<CheckedIn> {
  const client = await reachClient(ctx, "booking:check-in", number);
  return withRetry(
    ctx,
    async () => {
      const before = await bookingOf(ctx, number, id);
      if (!before) throw new NotFound();
      const days = await examDaysOf(ctx, number);
      const there = days.find((one) => one.id === id);
      if (before.state === "arrived" && there) return { booking: before, exam: there };
      if (before.state !== "confirmed")
        throw new Conflict({ en: "This booking is no longer waiting.", zh: "该预约已不在等候状态。" });
      const now = ctx.now();
      if (before.date !== localDate(now)) throw anotherDay(before.date);
      const { prepareAt: _told, ...rest } = before;
      const booking: Booking = { ...rest, state: "arrived", arrivedAt: now, fasting };
      const { exam, earlier } = await examFrom(ctx, client, booking, days);
      const floor = await floorOf(ctx, before.centre, before.date);
      const { ticket, changes: onFloor } = planArrival(exam, floor, now);
      const changes: Change[] = [
        saveBooking(booking),
        takeQueue(exam),
        addExam(exam),
        ...onFloor,
        ...earlier.map(saveExam),
        ...tellOrders(
          ctx,
          exam,
          exam.orders.map(({ item }) => item),
        ),
        ...(fasting ? [] : await noteEaten(ctx, number, before.date)),
      ];
      const refs = { booking: id, exam: exam.number };
      const log = { subject: `C#${number}`, action: "booking.arrived", refs, v: before.v + 1 };
      await commit(ctx, { changes, log });
      return {
        booking: { ...booking, v: before.v + 1 },
        exam,
        ...(ticket?.at ? { room: ticket.at.room } : {}),
      };
    },
    tries,
  );
}

const anotherDay = (date: string) =>
  new Conflict({
    en: `This visit is on ${date}. Move it to today first.`,
    zh: `该预约的日期是 ${date}，请先改约到今天。`,
  });

async function examFrom(
  ctx: Ctx,
  client: Client,
  booking: Booking,
  days: readonly Exam[],
): Promise<{ exam: Exam; earlier: Exam[] }> {
  const items = await itemsOfVisit(ctx, client, booking);
  const queue = await nextQueue(ctx, booking.centre, booking.date);
  const putOff = days
    .filter((one) => one.state !== "passed")
    .flatMap((one) => putOffIn(one).map(({ item }) => ({ item, exam: one.id })));
  const orders = items.map((item): Order => {
    const owed = putOff.find((one) => one.item === item);
    return { item, state: "ordered", ...(owed ? { makesUpFor: owed.exam } : {}) };
  });
  const exam: Exam = {
    id: booking.id,
    client: client.number,
    centre: booking.centre,
    number: examNumber(booking.date, queue),
    queue,
    date: booking.date,
    package: booking.package,
    arrivedAt: booking.arrivedAt ?? ctx.now(),
    fasting: booking.fasting === true,
    ...(isOffSite(booking) ? { offSite: true } : {}),
    state: "open",
    orders,
    samples: [],
    steps: [],
    v: 1,
  };
  const earlier = days
    .filter((one) => orders.some(({ makesUpFor }) => makesUpFor === one.id))
    .map((one) =>
      withOrders(one, (order) =>
        order.state === "deferred" && !order.madeUpBy && items.includes(order.item)
          ? { ...order, madeUpBy: booking.id }
          : undefined,
      ),
    );
  return { exam, earlier };
}
