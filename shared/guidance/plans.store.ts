import { type Change, putNew, save } from "../data/commit.ts";
import { type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Plan, PlanSchema } from "./plan.ts";

const item = (plan: Plan): Item & { v: number } => ({
  pk: `C#${plan.client}`,
  sk: `PLAN#${String(plan.number).padStart(3, "0")}`,
  ...plan,
});

/** The item a plan is kept as. */
export const itemOfPlan = (plan: Plan): Item & { v: number } => item(plan);

/** Every plan among a client's items. */
export const plansIn = (items: readonly Item[]): Plan[] =>
  items.filter(({ sk }) => sk.startsWith("PLAN#")).map((found) => PlanSchema.parse(found));

export const addPlan = (plan: Plan): Change => putNew(item(plan));
export const savePlan = (plan: Plan): Change => save(item(plan));

/** Every plan a client has had, the present one first. */
export async function plansOf(ctx: Ctx, client: string): Promise<Plan[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "PLAN#", newestFirst: true });
  return items.map((found) => PlanSchema.parse(found));
}

/** The plan a client has now, among the client's items: the newest that no recall took back. */
export function planIn(items: readonly Item[]): Plan | undefined {
  const newest = items.findLast(({ sk, state }) => sk.startsWith("PLAN#") && state !== "withdrawn");
  return newest ? PlanSchema.parse(newest) : undefined;
}

/** The plan a client has now. */
export async function planOf(ctx: Ctx, client: string): Promise<Plan | undefined> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "PLAN#", newestFirst: true, limit: 1 });
  const newest = items[0] ? PlanSchema.parse(items[0]) : undefined;
  if (newest?.state !== "withdrawn") return newest;
  return (await plansOf(ctx, client)).find(({ state }) => state !== "withdrawn");
}
