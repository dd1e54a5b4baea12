import type { Change } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Exam, OrderState } from "./exam.ts";
import { type Recall, recallsOf, saveRecall } from "./recalls.store.ts";

/**
 * What must be written for the recalls an act settles: a recall ends when none of its items waits any more, by a
 * new sample, a result that came after all, or the client's word: not at all, or another day.
 */
export async function settledRecalls(ctx: Ctx, before: Exam, after: Exam): Promise<Change[]> {
  if (!before.samples.some(({ state }) => state === "rejected")) return [];
  const open = (await recallsOf(ctx, before.client, before.id)).filter(({ ended }) => !ended);
  const stateOf = new Map(after.orders.map(({ item, state }) => [item, state]));
  return open.flatMap((recall) => {
    const states = recall.items.map((item) => stateOf.get(item));
    if (states.includes("ordered")) return [];
    const how = howEnded(states);
    return [saveRecall({ ...recall, ended: { at: ctx.now(), by: ctx.actor.id, how } })];
  });
}

function howEnded(states: readonly (OrderState | undefined)[]): NonNullable<Recall["ended"]>["how"] {
  if (states.includes("collected")) return "collected";
  if (states.includes("resulted") || states.includes("verified")) return "resulted";
  return states.includes("deferred") ? "deferred" : "declined";
}
