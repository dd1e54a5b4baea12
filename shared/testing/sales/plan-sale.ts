import type * as z from "zod";
import type { Client } from "../../clients/index.ts";
import { inputHash } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, AppError, InvalidInput } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { localDate } from "../../kernel/time.ts";
import { requestMark } from "../booking/plan-booking.ts";
import type { DayPrices } from "../prices/price-book.ts";
import { type Priced, type PriceLine, priceOf } from "../prices/price-of.ts";
import {
  type Charge,
  linesOf,
  packLines,
  type Sale,
  type SaleFile,
  standingLines,
  type WantedSchema,
} from "./sale.ts";

type Wanted = z.output<typeof WantedSchema>;
type Who = Pick<Client, "number" | "sex" | "centre">;

/** The marks an entry keeps of the key and the input it was made under, to be known again by. */
export const marksOf = (ctx: Ctx, key: string | undefined, input: unknown) =>
  key ? { request: requestMark(ctx, key), input: inputHash(input) } : {};

/**
 * The one of these that was made under the same key.
 * @throws AppError `Unprocessable` where that key was used for something else.
 */
export function madeUnder<E extends { request?: string | undefined; input?: string | undefined }>(
  entries: readonly E[],
  marks: { request?: string; input?: string },
): E | undefined {
  const same = marks.request === undefined ? undefined : entries.find((one) => one.request === marks.request);
  if (same && same.input !== marks.input)
    throw new AppError("Unprocessable", {
      en: "This form has been sent before with other words. Open it again (or use a new Idempotency-Key).",
      zh: "该表单此前已用其他内容提交，请重新打开后再提交（或换用新的 Idempotency-Key）。",
    });
  return same;
}

/** @throws AppError `Unprocessable` when the price is not what the client was told. */
export function mustCost(priced: Pick<Priced, "netFen">, toldFen: number): void {
  if (priced.netFen !== toldFen)
    throw new AppError(
      "Unprocessable",
      {
        en: "The price is not the one shown. Look at it again before selling.",
        zh: "价格与此前显示的不同，请重新核对后再成交。",
      },
      { facts: { netFen: priced.netFen } },
    );
}

/**
 * A new sale at the prices of today, and its first charge. A booking has one sale of its package: two at once ask
 * for the same id, and only one gets it; what is added later is a sale of its own.
 * @throws AlreadyThere (`facts.sale`) where the booking's package is sold; InvalidInput as `priceOf`.
 */
export function planSale(
  ctx: Ctx,
  client: Who,
  { wanted, booking, toldFen }: { wanted: Wanted; booking: string | undefined; toldFen: number },
  before: readonly SaleFile[],
  prices: DayPrices,
  marks: { request?: string; input?: string },
): { sale: Sale; charge: Charge } {
  const sold = before.find(
    ({ sale }) =>
      booking !== undefined && sale.booking === booking && sale.wanted.package && standingLines(sale).length,
  );
  if (sold && wanted.package)
    throw new AlreadyThere(
      {
        en: "The package of this booking is sold already. Change that sale.",
        zh: "该预约的套餐已售出，请修改原单。",
      },
      { sale: sold.sale.id },
    );
  const priced = priceOf(wanted, client, prices);
  if (!priced.lines.length)
    throw new InvalidInput([
      { field: "add", message: { en: "Choose at least one thing.", zh: "请至少选择一项。" } },
    ]);
  mustCost(priced, toldFen);
  const id = digest(`sale ${client.number} ${booking ?? ""} ${before.length}`).slice(0, 20);
  const at = ctx.now();
  const sale: Sale = {
    id,
    client: client.number,
    centre: client.centre,
    ...(booking === undefined ? {} : { booking }),
    wanted,
    date: prices.date,
    currency: "CNY",
    lines: packLines(priced.lines),
    reasons: priced.reasons,
    listFen: priced.listFen,
    givenUp: [],
    netFen: priced.netFen,
    paidFen: 0,
    invoicedFen: 0,
    entries: 1,
    madeBy: { id: ctx.actor.id, name: ctx.actor.name },
    madeAt: at,
    ...marks,
    v: 1,
  };
  return { sale, charge: chargeOf(ctx, sale, 1, "sale", [], priced.lines, { lines: sale.lines }) };
}

/**
 * The sale with other wishes, by the prices of the day it was made and the same price lists, and the charge that
 * is the difference.
 */
export function planChange(
  ctx: Ctx,
  client: Who,
  before: Sale,
  wished: Pick<Wanted, "drop" | "add" | "swap">,
  toldFen: number,
  prices: DayPrices,
  marks: { request?: string; input?: string },
): { sale: Sale; charge: Charge } {
  const wanted: Wanted = { ...before.wanted, ...wished };
  const priced = priceOf(wanted, client, prices);
  mustCost(priced, toldFen);
  const n = before.entries + 1;
  const lines = packLines(priced.lines);
  const { listFen, netFen, reasons } = priced;
  const sale: Sale = { ...before, wanted, lines, listFen, netFen, reasons, entries: n };
  return {
    sale,
    charge: chargeOf(ctx, sale, n, "change", linesOf(before), priced.lines, { lines, ...marks }),
  };
}

/** The sale without what was given up, and the charge taken back: each line's own price, nothing else. */
export function planGivingUp(
  ctx: Ctx,
  before: Sale,
  items: readonly string[],
  reason: string,
  marks: { request?: string; input?: string },
): { sale: Sale; charge: Charge } {
  const standing = standingLines(before);
  const rest = standing.filter(({ code }) => !items.includes(code));
  const n = before.entries + 1;
  const netFen = rest.reduce((sum, line) => sum + line.netFen, 0);
  const sale: Sale = { ...before, givenUp: [...before.givenUp, ...items], netFen, entries: n };
  return {
    sale,
    charge: chargeOf(ctx, sale, n, "refund", standing, rest, { items: [...items], reason, ...marks }),
  };
}

function chargeOf(
  ctx: Ctx,
  sale: Sale,
  n: number,
  kind: Charge["kind"],
  before: readonly PriceLine[],
  after: readonly PriceLine[],
  more: Partial<Charge>,
): Charge {
  const byCategory: Record<string, number> = {};
  let [amountFen, costFen] = [0, 0];
  for (const [lines, sign] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const line of lines) {
      byCategory[line.category] = (byCategory[line.category] ?? 0) + sign * line.netFen;
      amountFen += sign * line.netFen;
      costFen += sign * line.costFen;
    }
  return {
    sale: sale.id,
    client: sale.client,
    n,
    at: ctx.now(),
    date: localDate(ctx.now()),
    by: { id: ctx.actor.id, name: ctx.actor.name },
    kind,
    amountFen,
    costFen,
    currency: "CNY",
    byCategory: Object.fromEntries(Object.entries(byCategory).filter(([, fen]) => fen !== 0)),
    items: [],
    ...more,
    v: 1,
  };
}
