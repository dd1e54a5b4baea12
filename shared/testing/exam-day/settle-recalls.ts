import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Exam } from "./exam.ts";
import { recallsOf, saveRecall } from "./recalls.store.ts";

/**
 * What must be written for the recalls an act settles: a recall ends when none of its items waits any more, by a
 * new sample, or by the client's word against it.
 */
export async function settledRecalls(ctx: Ctx, before: Exam, after: Exam): Promise<Change[]> {
  if (!before.samples.some(({ state }) => state === "rejected")) return [];
  const open = (await recallsOf(ctx, before.client, before.id)).filter(({ ended }) => !ended);
  const stateOf = new Map(after.orders.map(({ item, state }) => [item, state]));
  return open.flatMap((recall) => {
    if (recall.items.some((item) => stateOf.get(item) === "ordered")) return [];
    const how = recall.items.some((item) => stateOf.get(item) === "collected") ? "collected" : "declined";
    return [saveRecall({ ...recall, ended: { at: ctx.now(), by: ctx.actor.id, how } })];
  });
}
