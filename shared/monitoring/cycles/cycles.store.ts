import { type Change, putNew, save } from "../../data/commit.ts";
import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Cycle, CycleSchema } from "./cycle.ts";

const cycleItem = (cycle: Cycle): Item & { v: number } => ({
  pk: `C#${cycle.client}`,
  sk: `CYC#${String(cycle.number).padStart(3, "0")}`,
  ...cycle,
});

/** The item a turn is kept as. */
export const itemOfCycle = (cycle: Cycle): Item & { v: number } => cycleItem(cycle);

export const addCycle = (cycle: Cycle): Change => putNew(cycleItem(cycle));
export const saveCycle = (cycle: Cycle): Change => save(cycleItem(cycle));

/** Every turn of the loop a client has made, the present one last. */
export async function cyclesOf(ctx: Ctx, client: string): Promise<Cycle[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "CYC#" });
  return cyclesIn(items);
}

/** The turns among the items of a client, the present one last. */
export const cyclesIn = (items: readonly Item[]): Cycle[] =>
  items.filter(({ sk }) => sk.startsWith("CYC#")).map((item) => CycleSchema.parse(item));
