import type { TableClient } from "../data/client.ts";
import type { Ctx } from "../kernel/context.ts";
import { epochMs, type Instant, localDate, type PlainDate } from "../kernel/time.ts";
import { writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";

const longest = 60_000;
const kept = new WeakMap<TableClient, { at: Instant; day: PlainDate; book: RuleBook }>();

/**
 * The rule book as assessments use it. A process keeps it for a minute, and never from one day into the
 * next: a version is signed on an earlier day than it takes effect, so nobody works with a book that lacks it.
 */
export async function ruleBook(ctx: Ctx): Promise<RuleBook> {
  const now = ctx.now();
  const day = localDate(now);
  const known = kept.get(ctx.table);
  if (known?.day === day && Math.abs(epochMs(now) - epochMs(known.at)) < longest) return known.book;
  const { versions, signOffs } = await writtenBook(ctx);
  const book = bookOf(versions, signOffs);
  kept.set(ctx.table, { at: now, day, book });
  return book;
}

/** Has this process read the book again: for who has just written in it. */
export const forgetRuleBook = (ctx: Pick<Ctx, "table">): void => void kept.delete(ctx.table);

/** The book, read again where this process's does not know an edition yet: another has just signed it. */
export async function ruleBookWith(ctx: Ctx, edition: string): Promise<RuleBook> {
  const book = await ruleBook(ctx);
  if (book.editionCalled(edition)) return book;
  forgetRuleBook(ctx);
  return ruleBook(ctx);
}
