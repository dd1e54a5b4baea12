import { reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { changesOf, openBook, unbook } from "../../monitoring/index.ts";
import {
  addBooking,
  type Booking,
  bookingId,
  bookingOf,
  bookingsAndClaims,
  changesOfPlaces,
  clocksOf,
  dropTicket,
  type Exam,
  examDaysOf,
  examOf,
  type PassOn,
  PassOnSchema,
  requestMark,
  saveBooking,
  saveExam,
  stands,
  tellOrders,
  ticketOf,
  toDo,
  usesOf,
  wishesOf,
  withOrders,
} from "../../testing/index.ts";
import { itemsOfVisit } from "./items-of-visit.ts";

/**
 * Another person comes instead (替检): the place passes to a booking in their own file, and the first person's
 * visit ends; nothing of it can ever be resulted. The place itself changes hands, so that neither counter moves.
 * The same idempotency key is the same booking.
 * @returns the other person's booking. @throws Conflict once anything of the first person was taken;
 * AlreadyThere when the other is booked that day.
 */
export async function passOn(
  ctx: Ctx,
  number: string,
  id: string,
  input: PassOn,
  idempotencyKey?: string,
): Promise<Booking> {
  const { to, reason } = parse(PassOnSchema, input);
  await reachClient(ctx, "exam:pass-on", number);
  const other = await reachClient(ctx, "exam:pass-on", to);
  if (to === number)
    throw new InvalidInput([
      { field: "to", message: { en: "Choose another person.", zh: "请选择另一位客户。" } },
    ]);
  const request = idempotencyKey ? requestMark(ctx, idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const before = await bookingOf(ctx, number, id);
    if (!before) throw new NotFound();
    const { bookings, claims } = await bookingsAndClaims(ctx, to);
    const same = request && bookings.find((one) => one.request === request);
    if (same) return same;
    if (before.state !== "confirmed" && before.state !== "arrived")
      throw new Conflict({ en: "This visit is over.", zh: "该次到检已结束。" });
    if (before.centre !== other.centre) throw new NotFound();
    const exam = await examOf(ctx, number, id);
    const sameDay = bookings.find((one) => one.date === before.date && stands(one));
    if (sameDay)
      throw new AlreadyThere(
        { en: "They have a booking on this day.", zh: "对方当天已有预约。" },
        { booking: sameDay.id },
      );
    const now = ctx.now();
    const {
      prepareAt: _told,
      arrivedAt: _came,
      fasting: _said,
      followUps: _own,
      request: _key,
      offer: _offer,
      ...place
    } = before;
    const { items, caps, given } = whatTheyTake(before, await itemsOfVisit(ctx, other, before));
    const theirs: Booking = {
      ...place,
      items,
      caps,
      ...(before.date > localDate(now) ? clocksOf(before.date, now, other.zone) : {}),
      id: bookingId(to, before.date, claims(before.date)),
      moves: [],
      client: to,
      state: "confirmed",
      followUps: [],
      madeBy: ctx.actor.id,
      madeAt: now,
      ...(request ? { request } : {}),
      v: 1,
    };
    const { prepareAt: _never, ...ended } = before;
    const passed: Booking = { ...ended, state: "cancelled", reason };
    const lines = before.followUps.length ? unbook(await openBook(ctx, number), id, now) : undefined;
    await commit(ctx, {
      changes: [
        saveBooking(passed),
        addBooking(theirs),
        ...given,
        ...(exam ? await examEnds(ctx, exam, reason) : []),
        ...(exam ? await owedAgain(ctx, exam) : []),
        ...(lines ? changesOf(lines) : []),
      ],
      log: [
        { subject: `C#${number}`, action: "booking.passed-on", refs: { booking: id }, v: before.v + 1 },
        { subject: `C#${to}`, action: "booking.taken-over", refs: { booking: theirs.id }, v: 1 },
      ],
    });
    return theirs;
  });
}

/** The items that are done for the other person, and what must be written to give back the caps of the rest. */
function whatTheyTake(before: Booking, items: string[]) {
  const caps = before.caps.filter((code) => items.includes(code));
  const changed = { ...before, caps };
  return { items, caps, given: changesOfPlaces(usesOf(before), wishesOf(changed, { limit: 0 })) };
}

/** The first person's exam: every order passed, the floor and the other systems told. */
async function examEnds(ctx: Ctx, exam: Exam, reason: string): Promise<Change[]> {
  if (exam.orders.some(({ state }) => ["collected", "resulted", "verified"].includes(state)))
    throw new Conflict({
      en: "Something of this person was taken already. What is left can be given up or put off, not passed on.",
      zh: "该客户已有项目完成采集，剩余项目只能登记弃检或迟检，不能替检。",
    });
  const ticket = await ticketOf(ctx, exam.centre, exam.date, exam.queue);
  if (ticket?.at?.called !== undefined)
    throw new Conflict({ en: "They are inside a room just now.", zh: "客户正在检查室内。" });
  const passed: Exam = {
    ...withOrders(exam, (order) => ({ item: order.item, state: "passed", reason })),
    state: "passed",
  };
  return [
    saveExam(passed),
    ...(ticket ? [dropTicket(ticket)] : []),
    ...tellOrders(ctx, exam, toDo(exam), "CA"),
  ];
}

/** What an earlier visit had put off (迟检) and this one was to make up for is still owed to the first person. */
async function owedAgain(ctx: Ctx, exam: Exam): Promise<Change[]> {
  const from = new Set(exam.orders.flatMap(({ makesUpFor }) => makesUpFor ?? []));
  const earlier = (await examDaysOf(ctx, exam.client)).filter(({ id }) => from.has(id));
  return earlier.map((one) =>
    saveExam(withOrders(one, ({ madeUpBy, ...order }) => (madeUpBy === exam.id ? order : undefined))),
  );
}
