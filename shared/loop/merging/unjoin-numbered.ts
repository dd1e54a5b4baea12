import { everythingOf, type Merge, type Part, put, take } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { Item } from "../../data/read.ts";
import { examOf, itemOfPlan, joinPlans, plansIn } from "../../guidance/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { cyclesIn, itemOfCycle, joinCycles } from "../../monitoring/index.ts";

type Joined = NonNullable<Part["joined"]>;

/**
 * Turns or plans of two files counted by themselves again: the other file's as they were, this one's as they
 * were with what came since, numbered on.
 */
export async function unjoinNumbered(ctx: Ctx, merge: Merge, joined: Joined): Promise<Change[]> {
  const begins = joined.what === "cycles" ? "CYC#" : "PLAN#";
  const marks = joined.what === "cycles" ? cycleMarks : planMarks;
  const now = (await everythingOf(ctx, merge.keep)).filter(({ sk }) => sk.startsWith(begins));
  const known = new Set([...marks(joined.keep), ...marks(joined.gone)]);
  const since = now.filter((item) => !marks([item]).every((mark) => known.has(mark)));
  const all = [...joined.keep, ...since];
  const numbered =
    joined.what === "cycles"
      ? joinCycles(merge.keep, cyclesIn(all)).map(itemOfCycle)
      : joinPlans(merge.keep, plansIn(all)).map(itemOfPlan);
  const kept = new Map(numbered.map((item) => [item.sk, item]));
  return [
    ...now.flatMap((item) => {
      const after = kept.get(item.sk);
      return after ? [over(after, item)] : [take(item)];
    }),
    ...joined.gone.map((item) => put({ ...item })),
  ];
}

const cycleMarks = (items: readonly Item[]): string[] =>
  cyclesIn(items).map(({ openedBy, openedAt }) => `${openedBy.date} ${openedBy.version} ${openedAt}`);

const planMarks = (items: readonly Item[]): string[] =>
  plansIn(items).map((plan) => `${examOf(plan).date} ${examOf(plan).version} ${plan.draftedOn} ${plan.path}`);

/** An item in the place of one that was read. */
export const over = (item: Item, before: Item): Change => {
  const v = Number(before["v"] ?? 1);
  return {
    write: (TableName) => ({
      Put: {
        TableName,
        Item: { ...item, v: v + 1 },
        ConditionExpression: "v = :v",
        ExpressionAttributeValues: { ":v": v },
      },
    }),
    refusal: take(before).refusal,
  };
};
