import { authorize } from "../../access/index.ts";
import type { TableClient } from "../../data/client.ts";
import type { Ctx } from "../../kernel/context.ts";
import { epochMs, type Instant, localDate, type PlainDate } from "../../kernel/time.ts";
import { keptEditions, type Numbered } from "./price-book.store.ts";
import { type DayPrices, type KeptEdition, pricesOn } from "./price-book.ts";

const longest = 60_000;
const known = new WeakMap<TableClient, { at: Instant; day: PlainDate; kept: readonly KeptEdition[] }>();

/**
 * What everything costs on a day, today where none is named. A process keeps the book for a minute, and never from
 * one day into the next: an edition is written on an earlier day than it takes effect, so nobody sells by a book
 * that lacks it.
 */
export async function dayPrices(ctx: Ctx, date?: PlainDate): Promise<DayPrices> {
  const now = ctx.now();
  const day = localDate(now);
  const had = known.get(ctx.table);
  if (had?.day === day && Math.abs(epochMs(now) - epochMs(had.at)) < longest)
    return pricesOn(had.kept, date ?? day);
  const kept = await keptEditions(ctx);
  known.set(ctx.table, { at: now, day, kept });
  return pricesOn(kept, date ?? day);
}

/** Has this process read the book again: for who has just written in it. */
export const forgetPrices = (ctx: Pick<Ctx, "table">): void => void known.delete(ctx.table);

/** The price book for whoever works on it: what is in force on a day, and everything the centre wrote. */
export async function readPriceBook(
  ctx: Ctx,
  date: PlainDate = localDate(ctx.now()),
): Promise<{ prices: DayPrices; kept: Numbered[] }> {
  authorize(ctx, "price:read", {});
  const kept = await keptEditions(ctx);
  return { prices: pricesOn(kept, date), kept };
}
