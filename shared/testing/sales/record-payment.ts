import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { openCashDay } from "./cash.store.ts";
import { madeUnder, marksOf } from "./plan-sale.ts";
import { openFen, type Payment, PaySchema, ReturnSchema, type Sale, type SaleFile } from "./sale.ts";
import { saleFileOf, saveSale } from "./sales.store.ts";
import { mustBeDesk, planMoney, returnsOf } from "./take-money.ts";

/** @throws NotFound where the client has no such sale. */
export async function fileOf(ctx: Ctx, client: string, id: string): Promise<SaleFile> {
  const file = await saleFileOf(ctx, client, id);
  if (!file) throw new NotFound();
  return file;
}

export const saleEntry = (
  sale: Pick<Sale, "client" | "id" | "v">,
  action: string,
  refs: NonNullable<LogEntry["refs"]>,
): LogEntry => ({ subject: `C#${sale.client}`, action, refs: { sale: sale.id, ...refs }, v: sale.v + 1 });

/**
 * Records money taken for a sale: by whom, how, with the slip's number; in the sale's book and the desk's in one
 * commit. Several payers are several payments. The same idempotency key is the same payment.
 * @throws InvalidInput for more than is open.
 */
export async function recordPayment(
  ctx: Ctx,
  client: string,
  id: string,
  input: z.input<typeof PaySchema>,
  idempotencyKey?: string,
): Promise<Payment> {
  const { desk, ...money } = parse(PaySchema, input);
  mustBeDesk(desk);
  const { centre } = await reachClient(ctx, "payment:record", client);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const { sale, payments } = await fileOf(ctx, client, id);
    const same = madeUnder(payments, marks);
    if (same) return same;
    if (money.amountFen > openFen(sale))
      throw new InvalidInput([
        {
          field: "amountFen",
          message: {
            en: `At most ¥${(Math.max(0, openFen(sale)) / 100).toFixed(2)} is open.`,
            zh: `待付金额最多 ¥${(Math.max(0, openFen(sale)) / 100).toFixed(2)}。`,
          },
        },
      ]);
    const day = await openCashDay(ctx, centre, desk, localDate(ctx.now()));
    const planned = planMoney(ctx, sale, day, [money], marks);
    const [made] = planned.payments as [Payment];
    await commit(ctx, {
      changes: [saveSale(planned.sale), ...planned.changes],
      log: saleEntry(sale, "payment.recorded", { payment: made.n, amountFen: made.amountFen, desk }),
    });
    return made;
  });
}

/**
 * Gives back what was paid above the price, after a change: the way it came. Again, nothing is open and nothing moves.
 * @throws AppError `Unprocessable` where nothing is to go back.
 */
export async function returnOverpaid(
  ctx: Ctx,
  client: string,
  id: string,
  input: z.input<typeof ReturnSchema>,
  idempotencyKey?: string,
): Promise<Payment[]> {
  const { desk } = parse(ReturnSchema, input);
  mustBeDesk(desk);
  const { centre } = await reachClient(ctx, "payment:record", client);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const { sale, payments } = await fileOf(ctx, client, id);
    if (madeUnder(payments, marks)) return payments.filter(({ request }) => request === marks.request);
    const back = -openFen(sale);
    if (back <= 0)
      throw new AppError("Unprocessable", {
        en: "Nothing is to go back.",
        zh: "没有需要退还的金额。",
      });
    const day = await openCashDay(ctx, centre, desk, localDate(ctx.now()));
    const planned = planMoney(ctx, sale, day, returnsOf(payments, back), marks);
    await commit(ctx, {
      changes: [saveSale(planned.sale), ...planned.changes],
      log: saleEntry(sale, "payment.returned", { amountFen: -back, desk }),
    });
    return planned.payments;
  });
}
