import { authorize } from "../access/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";

/** The rule book as it is this moment, for who reads it rather than works with it. */
export async function readRules(ctx: Ctx): Promise<RuleBook> {
  authorize(ctx, "rules:read", {});
  const { versions, signOffs } = await writtenBook(ctx);
  return bookOf(versions, signOffs);
}
