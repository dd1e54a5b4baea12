import type * as z from "zod";
import type { Action } from "../../access/index.ts";
import { openRecord, reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { bookingOf, saveBooking } from "../booking/bookings.store.ts";
import { type Exam, hasEnded, type Order, withOrders } from "./exam.ts";
import { examOf, saveExam } from "./exams.store.ts";
import { noteDrawn, ticketOf } from "./floor.store.ts";
import { collect } from "./orders.ts";
import { tellOrders } from "./orders-out.store.ts";
import { planAfter, planArrival, type WholeFloor } from "./plan-ticket.ts";
import { floorOf } from "./read-floor.ts";
import { settledRecalls } from "./settle-recalls.ts";
import { type OrderChange, OrderChangeSchema } from "./wishes.ts";

/** One exam for whoever may see its orders, the reading traced. */
export async function readExamDay(ctx: Ctx, client: string, id: string): Promise<Exam> {
  await openRecord(ctx, "exam:read", client, "exam");
  const exam = await examOf(ctx, client, id);
  if (!exam) throw new NotFound();
  return exam;
}

/**
 * Changes what becomes of some items of an exam: given up (弃检), put off (迟检), wanted after all, or done. The
 * floor, the recalls and the systems that were told of the orders follow in the same commit.
 * @throws InvalidInput (`items`) for an item that is not of this exam, or too far to be changed so.
 */
export function changeOrders(ctx: Ctx, client: string, id: string, input: OrderChange): Promise<Exam> {
  const wanted = parse(OrderChangeSchema, input);
  return workExam(ctx, "exam:work", client, id, (exam) => {
    const chosen = exam.orders.filter(({ item }) => wanted.items.includes(item));
    const may =
      chosen.length === new Set(wanted.items).size && chosen.every((one) => mayBecome(one, wanted.to));
    if (!may) throw tooFar();
    const told = wanted.to === "ordered" ? "NW" : wanted.to === "collected" ? undefined : "CA";
    const after =
      wanted.to === "collected"
        ? collect(exam, wanted.items, { at: ctx.now(), by: ctx.actor.id })
        : withOrders(exam, (order) => (chosen.includes(order) ? become(order, wanted) : undefined));
    return {
      exam: after,
      action: `exam.items-${wanted.to === "ordered" ? "wanted-again" : wanted.to}`,
      refs: { items: wanted.items.length },
      changes: [...(told ? tellOrders(ctx, exam, wanted.items, told) : []), ...drawnLate(ctx, exam, after)],
      comesBack: wanted.to === "ordered",
    };
  });
}

/** Samples that came on another day than the exam's are handed over on theirs. */
function drawnLate(ctx: Ctx, before: Exam, after: Exam): Change[] {
  const today = localDate(ctx.now());
  const fresh = after.samples[before.samples.length];
  return fresh && before.date !== today ? [noteDrawn(before, today, fresh.n)] : [];
}

const mayBecome = ({ state, madeUpBy }: Order, to: OrderChange["to"]): boolean =>
  to === "ordered" ? (state === "declined" || state === "deferred") && !madeUpBy : state === "ordered";

function become({ item, makesUpFor }: Order, wanted: z.output<typeof OrderChangeSchema>): Order {
  const order: Order = { item, state: wanted.to, ...(makesUpFor ? { makesUpFor } : {}) };
  if (wanted.to === "declined") return { ...order, reason: wanted.reason };
  if (wanted.to === "deferred")
    return { ...order, reason: wanted.reason, ...(wanted.until ? { until: wanted.until } : {}) };
  return order;
}

const tooFar = () =>
  new InvalidInput([
    {
      field: "items",
      message: {
        en: "One of these is not of this exam, or has gone too far for that. Look at the list again.",
        zh: "所选项目不属于本次体检，或进度已不允许此操作，请刷新后查看。",
      },
    },
  ]);

/** What was typed here counts as checked: `resulted` becomes `verified`, of all items or those named. */
export const verifyOrders = (
  ctx: Ctx,
  client: string,
  id: string,
  items?: readonly string[],
): Promise<Exam> =>
  workExam(ctx, "exam:verify", client, id, (exam) => {
    const due = exam.orders.filter(
      ({ item, state }) => state === "resulted" && (!items || items.includes(item)),
    );
    if (!due.length) throw new Conflict({ en: "Nothing waits to be verified.", zh: "没有待审核的结果。" });
    return {
      exam: withOrders(exam, (order) => (due.includes(order) ? { ...order, state: "verified" } : undefined)),
      action: "exam.verified",
      refs: { items: due.length },
    };
  });

/**
 * Ends an exam whose every order has ended; its booking is done.
 * @throws Conflict, with how many are open (`facts.open`).
 */
export const concludeExam = (ctx: Ctx, client: string, id: string): Promise<Exam> =>
  workExam(ctx, "exam:work", client, id, async (exam) => {
    const open = exam.orders.filter((order) => !hasEnded(order)).length;
    if (open)
      throw new Conflict(
        {
          en: `${open} items have not ended yet: enter or verify them, give them up or put them off.`,
          zh: `还有 ${open} 项未结束：请录入或审核结果，或登记弃检、迟检。`,
        },
        { open },
      );
    const booking = await bookingOf(ctx, client, id);
    return {
      exam: { ...exam, state: "concluded" },
      action: "exam.concluded",
      changes: booking ? [saveBooking({ ...booking, state: "done" })] : [],
    };
  });

interface Act {
  exam: Exam;
  action: string;
  refs?: LogEntry["refs"];
  changes?: readonly Change[];
  /** Whoever had left the floor has something to do there again. */
  comesBack?: boolean;
}

/** Loads an open exam, lets `act` decide, and writes it with what follows from it on the floor and for recalls. */
export async function workExam(
  ctx: Ctx,
  action: Action,
  client: string,
  id: string,
  act: (exam: Exam) => Act | Promise<Act>,
): Promise<Exam> {
  await reachClient(ctx, action, client);
  return withRetry(
    ctx,
    async () => {
      const exam = await examOf(ctx, client, id);
      if (!exam) throw new NotFound();
      if (exam.state !== "open")
        throw new Conflict({ en: "This exam is concluded.", zh: "本次体检已结束。" });
      const done = await act(exam);
      const ticket = await ticketOf(ctx, exam.centre, exam.date, exam.queue);
      const now = ctx.now();
      const here = ticket !== undefined || (done.comesBack && exam.date === localDate(now));
      const floor = here ? await floorOf(ctx, exam.centre, exam.date) : undefined;
      const arrive = (on: WholeFloor) => planArrival(done.exam, on, now).changes;
      const onFloor = floor ? (ticket ? planAfter(ticket, done.exam, floor, now) : arrive(floor)) : [];
      const recalls = await settledRecalls(ctx, exam, done.exam);
      await commit(ctx, {
        changes: [saveExam(done.exam), ...onFloor, ...recalls, ...(done.changes ?? [])],
        log: {
          subject: `C#${client}`,
          action: done.action,
          refs: { exam: id, ...done.refs },
          v: exam.v + 1,
        },
      });
      return { ...done.exam, v: exam.v + 1 };
    },
    12,
  );
}
