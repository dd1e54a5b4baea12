import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import { addCashEntry, saveCashDay } from "./cash.store.ts";
import { type CashDay, desks, withEntry } from "./cash.ts";
import type { Payment, Sale } from "./sale.ts";
import { addPayment } from "./sales.store.ts";

type Moved = Pick<Payment, "payer" | "method" | "reference" | "amountFen"> & { returns?: number };

/** @throws InvalidInput for a desk the centre does not have. */
export function mustBeDesk(desk: string): void {
  const problem: FieldProblem = { field: "desk", message: { en: "Choose a desk.", zh: "请选择窗口。" } };
  if (!desks.some(({ id }) => id === desk)) throw new InvalidInput([problem]);
}

/**
 * What must be written for money that moved: in the sale's book and in the desk's, each once. The sale that comes
 * back knows of it and is not written yet.
 */
export function planMoney(
  ctx: Ctx,
  before: Sale,
  day: CashDay,
  moved: readonly Moved[],
  marks: { request?: string; input?: string } = {},
): { sale: Sale; payments: Payment[]; changes: Change[] } {
  let [sale, cash] = [before, day];
  const payments: Payment[] = [];
  const changes: Change[] = [];
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  for (const money of moved) {
    const n = sale.entries + 1;
    const common = { client: sale.client, sale: sale.id, date: day.date, at: ctx.now(), by, v: 1 };
    const payment: Payment = { ...common, n, desk: day.desk, currency: "CNY", ...money, ...marks };
    const { method, amountFen, reference } = money;
    sale = { ...sale, entries: n, paidFen: sale.paidFen + amountFen };
    cash = withEntry(cash, money);
    const { centre, desk, entries } = cash;
    payments.push(payment);
    changes.push(
      addPayment(payment),
      addCashEntry({
        ...common,
        centre,
        desk,
        n: entries,
        payment: n,
        method,
        amountFen,
        reference,
        currency: "CNY",
      }),
    );
  }
  return { sale, payments, changes: moved.length ? [...changes, saveCashDay(cash)] : [] };
}

/**
 * Money goes back the way it came: to the payer and by the method of the payment, the last paid first, none above
 * what is left of it.
 */
export function returnsOf(payments: readonly Payment[], amountFen: number): Moved[] {
  const left = (payment: Payment): number =>
    payments.filter(({ returns }) => returns === payment.n).reduce((sum, one) => sum + one.amountFen, 0) +
    payment.amountFen;
  let rest = amountFen;
  return payments
    .filter(({ returns }) => returns === undefined)
    .toSorted((a, b) => b.n - a.n)
    .flatMap((payment): Moved[] => {
      const back = Math.min(rest, left(payment));
      rest -= back;
      const { payer, method, reference, n } = payment;
      return back > 0 ? [{ payer, method, reference, amountFen: -back, returns: n }] : [];
    });
}
