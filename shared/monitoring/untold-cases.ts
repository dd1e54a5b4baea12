import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import { type Case, isCorrected, tellingOf } from "./case.ts";
import { casesFor } from "./cases.store.ts";

/**
 * The cases of an exam that nobody has heard of yet: not told, contact not given up after two attempts, and
 * the value not corrected. While there is one, the exam's report stays.
 */
export async function untoldCases(ctx: Ctx, client: string, date: PlainDate): Promise<Case[]> {
  const every = await casesFor(ctx, client);
  return every.filter((one) => one.date === date && waitsForTelling(one));
}

/** Closed without a telling means corrected, or contact lost. */
const waitsForTelling = (one: Case): boolean => one.state === "open" && !tellingOf(one) && !isCorrected(one);
