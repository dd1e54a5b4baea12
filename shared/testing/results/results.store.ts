import { type Change, putNew, save } from "../../data/commit.ts";
import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import {
  type NewResult,
  type Provenance,
  type ResultGroup,
  ResultGroupSchema,
  type Values,
} from "./results.ts";

const begins = "FILE#RES#";

/** Whose, of which exam and which of its groups stands in the key and nowhere else. */
function groupItem({ client, date, n, ...rest }: ResultGroup): Item & { v: number } {
  return { pk: `C#${client}`, sk: `${begins}${date}#${String(n).padStart(2, "0")}`, ...rest };
}

function groupOf(item: Item): ResultGroup {
  const [date, n] = item.sk.slice(begins.length).split("#");
  return ResultGroupSchema.parse({ ...item, client: item.pk.slice(2), date, n: Number(n) });
}

/** Groups of results among the items of a file, oldest first. */
export const resultGroupsIn = (items: readonly Item[]): ResultGroup[] =>
  items.filter(({ sk }) => sk.startsWith(begins)).map(groupOf);

/** Every group of results a client has, oldest first. */
export async function resultGroupsOf(ctx: Ctx, client: string): Promise<ResultGroup[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins });
  return resultGroupsIn(items);
}

/**
 * Writes what one source brought as one item. `n` counts the groups of that exam, so that two writers
 * who read the same state cannot both add: the second is told to look again.
 */
export function addResults(
  ctx: Ctx,
  client: string,
  date: string,
  groups: readonly ResultGroup[],
  fresh: readonly NewResult[],
  from: Provenance,
  fasting: boolean,
): { group: ResultGroup; change: Change } {
  const n = groups.filter((group) => group.date === date).length + 1;
  const values: Values = Object.fromEntries(
    fresh.flatMap(({ item, value, unit, comparator, status }) =>
      status === "deleted" ? [] : [[item, comparator ? [value, unit, comparator] : [value, unit]]],
    ),
  );
  const removed = fresh.filter(({ status }) => status === "deleted").map(({ item }) => item);
  const preliminary = fresh.filter(({ status }) => status === "preliminary").map(({ item }) => item);
  const group: ResultGroup = {
    client,
    date,
    n,
    values: JSON.stringify(values),
    ...(preliminary.length ? { preliminary } : {}),
    ...(removed.length ? { removed } : {}),
    source: from.source,
    ...(fasting ? {} : { fasting }),
    ...(from.examNumber ? { examNumber: from.examNumber } : {}),
    ...(from.file ? { file: from.file } : {}),
    ...(from.line === undefined ? {} : { line: from.line }),
    ...(from.held ? { held: from.held } : {}),
    ...(from.heard ? { heard: from.heard } : {}),
    by: ctx.actor.id,
    at: ctx.now(),
    v: 1,
  };
  return { group, change: putNew(groupItem(group)) };
}

/**
 * The group as one that proved to be somebody else's, or whose import was undone: it stays, and counts for nothing.
 */
export function withdrawResults(
  ctx: Ctx,
  group: ResultGroup,
  why: { reason: string; undone?: true },
): { group: ResultGroup; change: Change } {
  const withdrawn: ResultGroup = { ...group, withdrawn: { at: ctx.now(), by: ctx.actor.id, ...why } };
  return { group: withdrawn, change: save(groupItem(withdrawn)) };
}
