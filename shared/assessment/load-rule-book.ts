import type { TableClient } from "../data/client.ts";
import type { Ctx } from "../kernel/context.ts";
import { epochMs, type Instant, localDate } from "../kernel/time.ts";
import { writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";

const longest = 60_000;
const kept = new WeakMap<TableClient, { at: Instant; book: RuleBook }>();

/**
 * The rule book as assessments use it. A process keeps it for a minute, and never from one day into the
 * next: a version is signed on an earlier day than it takes effect, so nobody works with a book that lacks it.
 */
export async function ruleBook(ctx: Ctx): Promise<RuleBook> {
  const now = ctx.now();
  const known = kept.get(ctx.table);
  if (known && isFresh(known.at, now)) return known.book;
  const { versions, signOffs } = await writtenBook(ctx);
  const book = bookOf(versions, signOffs);
  kept.set(ctx.table, { at: now, book });
  return book;
}

/** Has this process read the book again: for who has just written in it. */
export const forgetRuleBook = (ctx: Pick<Ctx, "table">): void => void kept.delete(ctx.table);

const isFresh = (at: Instant, now: Instant): boolean =>
  localDate(at) === localDate(now) && Math.abs(epochMs(now) - epochMs(at)) < longest;
