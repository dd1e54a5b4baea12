import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import type { Booking } from "../booking/booking.ts";
import { bookingOf } from "../booking/bookings.store.ts";
import { type Exam, givenUpOf } from "../exam-day/exam.ts";
import { examOf } from "../exam-day/exams.store.ts";
import { itemsLookedAt } from "../results/result-words.ts";
import { resultGroupsOf } from "../results/results.store.ts";
import { examsOf } from "../results/results.ts";
import { openCashDay } from "./cash.store.ts";
import { madeUnder, marksOf, planGivingUp } from "./plan-sale.ts";
import { fileOf, saleEntry } from "./record-payment.ts";
import { type Charge, linesOf, openFen, RefundSchema, type Sale } from "./sale.ts";
import { addCharge, saveSale } from "./sales.store.ts";
import { mustBeDesk, planMoney, returnsOf } from "./take-money.ts";

/**
 * Takes given-up items (弃检) off a sale, each exactly once and at its own line's price, and gives back what is then
 * paid too much, the way it came; all of it in one commit.
 * @throws AlreadyThere for an item that was given up before; InvalidInput for one that is not in the sale, whose
 * result is there, or that the exam still awaits, and as long as the visit is still to come.
 */
export async function refundItems(
  ctx: Ctx,
  client: string,
  id: string,
  input: z.input<typeof RefundSchema>,
  idempotencyKey?: string,
): Promise<Charge> {
  const { desk, items, reason } = parse(RefundSchema, input);
  mustBeDesk(desk);
  const { centre } = await reachClient(ctx, "payment:record", client);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const { sale, charges, payments } = await fileOf(ctx, client, id);
    const same = madeUnder(charges, marks);
    if (same) return same;
    mustStand(sale, items);
    const booking = sale.booking === undefined ? undefined : await bookingOf(ctx, client, sale.booking);
    mustHaveBegun(booking);
    mustBeUndone(items, await examinedFor(ctx, sale, booking));
    mustBeGivenUp(items, await examFor(ctx, sale));
    const given = planGivingUp(ctx, sale, [...new Set(items)], reason, marks);
    const back = Math.max(0, -openFen(given.sale));
    const day = await openCashDay(ctx, centre, desk, localDate(ctx.now()));
    const planned = planMoney(ctx, given.sale, day, returnsOf(payments, back));
    const { n, amountFen } = given.charge;
    await commit(ctx, {
      changes: [saveSale(planned.sale), addCharge(given.charge), ...planned.changes],
      log: saleEntry(sale, "sale.refunded", { charge: n, amountFen, returnedFen: back, desk }),
    });
    return given.charge;
  });
}

function mustStand(sale: Sale, items: readonly string[]): void {
  if (items.some((code) => sale.givenUp.includes(code)))
    throw new AlreadyThere({ en: "This was given up and refunded before.", zh: "该项已弃检并退款。" });
  const sold = new Set(linesOf(sale).map(({ code }) => code));
  const unknown = items.filter((code) => !sold.has(code));
  if (unknown.length)
    throw new InvalidInput([
      {
        field: "items",
        message: {
          en: `Not in this sale: ${unknown.join(", ")}.`,
          zh: `不在本单内：${unknown.join("、")}。`,
        },
      },
    ]);
}

/** Before the visit the sale is changed, and the booking with it: an item given back here would still be done. */
function mustHaveBegun(booking: Booking | undefined): void {
  const problem: FieldProblem = {
    field: "items",
    message: {
      en: "The visit is still to come. Change the sale instead: the booking follows.",
      zh: "尚未到检。请改为修改本单，预约项目随之调整。",
    },
  };
  if (booking?.state === "held" || booking?.state === "confirmed") throw new InvalidInput([problem]);
}

/** What was examined on the day of the sale's booking, or, without one, since it was sold. */
async function examinedFor(ctx: Ctx, sale: Sale, booking: Booking | undefined): Promise<ReadonlySet<string>> {
  const exams = examsOf(await resultGroupsOf(ctx, sale.client)).filter(({ date }) =>
    booking ? date === booking.date : date >= sale.date,
  );
  return new Set(exams.flatMap(({ results }) => itemsLookedAt(results)));
}

/** The day at the centre a sale was for, once it has begun. */
const examFor = async (
  ctx: Ctx,
  { client, booking }: Pick<Sale, "client" | "booking">,
): Promise<Exam | undefined> => (booking === undefined ? undefined : examOf(ctx, client, booking));

/** On the exam day the floor says what was given up; the desk gives back for nothing else. */
function mustBeGivenUp(items: readonly string[], exam: Exam | undefined): void {
  const givenUp = new Set(exam && givenUpOf(exam).map(({ item }) => item));
  const wanted = items.filter((code) => exam?.orders.some(({ item }) => item === code) && !givenUp.has(code));
  const problem: FieldProblem = {
    field: "items",
    message: {
      en: `Still ordered on the exam: ${wanted.join(", ")}. Record there first that it is given up.`,
      zh: `体检中仍为待检：${wanted.join("、")}。请先在体检单上登记弃检。`,
    },
  };
  if (wanted.length) throw new InvalidInput([problem]);
}

function mustBeUndone(items: readonly string[], done: ReadonlySet<string>): void {
  const examined = items.filter((code) => done.has(code));
  const problem: FieldProblem = {
    field: "items",
    message: {
      en: `Examined already, so not given up: ${examined.join(", ")}.`,
      zh: `已有结果，不能按弃检退款：${examined.join("、")}。`,
    },
  };
  if (examined.length) throw new InvalidInput([problem]);
}
