import type * as z from "zod";
import { type Client, reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import {
  addCharge,
  addSale,
  type Booking,
  bookedItems,
  bookingOf,
  ChangeSaleSchema,
  dayPrices,
  linesOf,
  madeUnder,
  marksOf,
  planChange,
  planItems,
  planSale,
  type Sale,
  type SaleFile,
  SellSchema,
  saleFilesOf,
  saveSale,
  standingLines,
  stands,
} from "../../testing/index.ts";
import { keepFor } from "../booking/offered.ts";

/**
 * Sells what was quoted: the sale with its lines, its first charge and, with a booking, the items the booking is
 * for, with the caps of the scarce ones; all in one commit. The same idempotency key is the same sale.
 * @throws AppError `Unprocessable` when the price is not the one that was told; AlreadyThere where the booking's
 * package is sold; CapacityFull; InvalidInput.
 */
export async function sell(
  ctx: Ctx,
  number: string,
  input: z.input<typeof SellSchema>,
  idempotencyKey?: string,
): Promise<Sale> {
  const { netFen: toldFen, booking: id, ...wanted } = parse(SellSchema, input);
  const client = await reachClient(ctx, "sale:make", number, true);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const before = await saleFilesOf(ctx, number);
    const same = madeUnder(
      before.map(({ sale }) => sale),
      marks,
    );
    if (same) return same;
    const booking = id === undefined ? undefined : await openBooking(ctx, number, id);
    const prices = await dayPrices(ctx);
    const { sale, charge } = planSale(ctx, client, { wanted, booking: id, toldFen }, before, prices, marks);
    const sold = [...before.map((one) => one.sale), sale];
    await commit(ctx, {
      changes: [addSale(sale), addCharge(charge), ...(await itemsChanges(ctx, client, booking, sold))],
      log: {
        subject: `C#${number}`,
        action: "sale.made",
        refs: {
          sale: sale.id,
          charge: charge.n,
          amountFen: charge.amountFen,
          ...(id ? { booking: id } : {}),
        },
        v: 1,
      },
    });
    return sale;
  });
}

/**
 * Changes what a sale is for before the visit: priced anew by the prices and lists it was made by, the difference
 * charged or owed back, the booking's items with it; all in one commit. The same idempotency key is one change.
 * @throws as `sell`; Conflict once the visit has begun or something was given up: then items are given up one by
 * one, and what is added is a sale of its own.
 */
export async function changeSale(
  ctx: Ctx,
  number: string,
  id: string,
  input: z.input<typeof ChangeSaleSchema>,
  idempotencyKey?: string,
): Promise<Sale> {
  const { netFen: toldFen, ...wished } = parse(ChangeSaleSchema, input);
  const client = await reachClient(ctx, "sale:make", number, true);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const files = await saleFilesOf(ctx, number);
    const file = files.find((one) => one.sale.id === id);
    if (!file) throw new NotFound();
    const before = file.sale;
    if (madeUnder(file.charges, marks)) return before;
    if (before.givenUp.length) throw tooLate();
    const booking = before.booking === undefined ? undefined : await openBooking(ctx, number, before.booking);
    const prices = await dayPrices(ctx, before.date);
    const { sale, charge } = planChange(ctx, client, before, wished, toldFen, prices, marks);
    const sold = files.map((one) => (one.sale.id === id ? sale : one.sale));
    await commit(ctx, {
      changes: [saveSale(sale), addCharge(charge), ...(await itemsChanges(ctx, client, booking, sold))],
      log: {
        subject: `C#${number}`,
        action: "sale.changed",
        refs: { sale: id, charge: charge.n, amountFen: charge.amountFen },
        v: before.v + 1,
      },
    });
    return { ...sale, v: before.v + 1 };
  });
}

const tooLate = () =>
  new Conflict({
    en: "The visit has begun or something was given up. Refund items one by one; sell what is added by itself.",
    zh: "到检已开始或已有弃检。请逐项退款；新增项目请另行开单。",
  });

/** A booking that stands or was kept: what was done may be sold afterwards, as it was. */
async function openBooking(ctx: Ctx, client: string, id: string): Promise<Booking> {
  const booking = await bookingOf(ctx, client, id);
  if (!booking) throw new NotFound();
  if (!stands(booking) && booking.state !== "done") throw tooLate();
  return booking;
}

/** What must be written so that the booking is for what all its sales hold. Nothing where it is that already. */
async function itemsChanges(
  ctx: Ctx,
  client: Client,
  booking: Booking | undefined,
  sales: readonly SaleFile["sale"][],
): Promise<Change[]> {
  if (!booking) return [];
  const own = sales.filter((sale) => sale.booking === booking.id);
  eachSoldOnce(own);
  const ofSales = own.flatMap((sale) =>
    linesOf(sale).flatMap(({ code, category }) =>
      category === "exam" && !sale.givenUp.includes(code) ? [code] : [],
    ),
  );
  const hasPackage = own.some(({ wanted }) => wanted.package !== undefined);
  const now = bookedItems(booking, client.sex).map(({ code }) => code);
  const wanted = [...new Set(hasPackage ? ofSales : [...now, ...ofSales])];
  const same = wanted.length === now.length && wanted.every((code) => now.includes(code));
  if (same || !wanted.length) return [];
  if (booking.state === "arrived" || booking.state === "done") throw tooLate();
  return planItems(booking, wanted, client.sex, await keepFor(ctx, booking)).changes;
}

/** @throws InvalidInput for an examination that two sales of one visit would charge. */
function eachSoldOnce(sales: readonly Sale[]): void {
  const codes = sales.flatMap((sale) =>
    standingLines(sale).flatMap(({ code, category }) => (category === "exam" ? [code] : [])),
  );
  const twice = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  if (twice.length)
    throw new InvalidInput([
      {
        field: "add",
        message: {
          en: `Sold for this visit already: ${twice.join(", ")}.`,
          zh: `本次预约已售：${twice.join("、")}。`,
        },
      },
    ]);
}
