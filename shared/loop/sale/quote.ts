import type * as z from "zod";
import { mayEver } from "../../access/index.ts";
import { type Client, reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addMonths, localDate, type PlainDate } from "../../kernel/time.ts";
import {
  type AddOn,
  type Booking,
  bookingOf,
  type DayPrices,
  dayPrices,
  type Priced,
  priceOf,
  proposeAddOns,
  QuoteSchema,
  type Sale,
  saleFilesOf,
  type Tells,
  tellsOf,
} from "../../testing/index.ts";
import { addOnFacts, withoutFindings } from "./add-on-facts.ts";

/** A package as it is offered: its price as a whole, what it looks at, what it may do, when it would be due again. */
export interface Level {
  id: string;
  priced: Priced;
  tells: Tells;
  next: PlainDate;
}

export interface Quote {
  client: Client;
  booking: Booking | undefined;
  /** The sale that would be changed. */
  sale: Sale | undefined;
  prices: DayPrices;
  /** The day it would be done: the booking's, else today. */
  on: PlainDate;
  levels: Level[];
  priced: Priced;
  tells: Tells;
  addOns: AddOn[];
}

/**
 * What the wanted things cost a client today, beside every package as a whole, with what could be added and why.
 * Nothing in the proposals knows a price list: what is offered is the same for everybody alike in body.
 */
export async function quote(ctx: Ctx, number: string, input: z.input<typeof QuoteSchema>): Promise<Quote> {
  const { booking: id, sale: changed, ...wished } = parse(QuoteSchema, input);
  const client = await reachClient(ctx, "sale:quote", number, true);
  const today = localDate(ctx.now());
  const sale = changed === undefined ? undefined : await soldAs(ctx, number, changed);
  const wanted = sale ? { ...wished, package: sale.wanted.package, lists: sale.wanted.lists } : wished;
  const bookingId = sale ? sale.booking : id;
  const [booking, prices] = await Promise.all([
    bookingId === undefined ? undefined : bookingOf(ctx, number, bookingId),
    dayPrices(ctx, sale?.date ?? today),
  ]);
  if (bookingId !== undefined && !booking) throw new NotFound();
  const on = booking && booking.date > today ? booking.date : today;
  const facts = await addOnFacts(ctx, number, on);
  const priced = priceOf(wanted, client, prices);
  const chosen = priced.lines.map(({ code }) => code);
  const addOns = proposeAddOns(facts, new Set(chosen));
  const levels = prices.bundles.map((bundle): Level => {
    const whole = priceOf({ package: bundle.id, lists: wanted.lists }, client, prices);
    return {
      id: bundle.id,
      priced: whole,
      tells: tellsOf(whole.lines.map(({ code }) => code)),
      next: addMonths(on, 12),
    };
  });
  return {
    client,
    booking,
    sale,
    prices,
    on,
    levels,
    priced,
    tells: tellsOf(chosen),
    addOns: mayEver(ctx.actor, "results:read") ? addOns : withoutFindings(addOns),
  };
}

async function soldAs(ctx: Ctx, client: string, id: string): Promise<Sale> {
  const file = (await saleFilesOf(ctx, client)).find(({ sale }) => sale.id === id);
  if (!file) throw new NotFound();
  return file.sale;
}
