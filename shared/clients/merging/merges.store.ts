import { type Change, drop, putNew, save } from "../../data/commit.ts";
import { dueKey } from "../../data/due.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { DueLane } from "../../data/table.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Merge, MergeSchema } from "./merge.ts";

const partition = (number: string): string => `C#${number}`;
const headKey = (keep: string, id: string): Key => ({ pk: partition(keep), sk: `MERGE#${id}` });
const aliasKey = (number: string): Key => ({ pk: partition(number), sk: "ALIAS" });
const stays = "MERGED#";

/** One step of the journal: what was moved from where to where, and items as they were before they were joined. */
export interface Part {
  moved: { from: string; to: string; of?: "keep" }[];
  /** Items of the file that stays, and of the other, as they were; `written`: where the joined ones stand. */
  joined?: { what: string; keep: Item[]; gone: Item[]; written: string[] };
}

function headItem(merge: Merge): Item & { v: number } {
  const key = headKey(merge.keep, merge.id);
  return { ...key, ...merge, ...(merge.lookAt ? dueKey("care", `${key.pk}#${key.sk}`, merge.lookAt) : {}) };
}

export const addMerge = (merge: Merge): Change => putNew(headItem(merge));
export const saveMerge = (merge: Merge): Change => save(headItem(merge));

export async function mergeOf(ctx: Ctx, keep: string, id: string): Promise<Merge | undefined> {
  const item = await getItem(ctx, headKey(keep, id));
  return item && MergeSchema.parse(item);
}

/** Every merge into a file, the latest first. */
export async function mergesInto(ctx: Ctx, keep: string): Promise<Merge[]> {
  const { items } = await query(ctx, { pk: partition(keep), begins: "MERGE#", newestFirst: true });
  return items.map((item) => MergeSchema.parse(item));
}

const partKey = (merge: Merge, n: number): Key => ({
  pk: `MERGE#${merge.id}`,
  sk: `PART#${String(n).padStart(4, "0")}`,
});

export const addPart = (merge: Merge, part: Part): Change =>
  putNew({ ...partKey(merge, merge.parts + 1), ...part });

export async function partOf(ctx: Ctx, merge: Merge, n: number): Promise<(Part & { v: number }) | undefined> {
  return (await getItem(ctx, partKey(merge, n))) as (Item & Part & { v: number }) | undefined;
}

/** A part whose steps were all taken back. */
export const dropPart = (merge: Merge, n: number, part: { v: number }): Change =>
  drop({ ...partKey(merge, n), v: part.v });

/** From now on this number leads to that file; and no more. */
export const addAlias = ({ gone, keep, centre, id }: Merge): Change =>
  putNew({ ...aliasKey(gone), to: keep, centre, merge: id });
export const dropAlias = ({ gone }: Merge): Change => drop({ ...aliasKey(gone), v: 1 });

export interface Alias {
  to: string;
  centre: string;
  merge: string;
}

/** The file a number leads to since it was merged, through every merge there was; undefined for any other. */
export async function aliasOf(ctx: Ctx, number: string): Promise<Alias | undefined> {
  let found: Alias | undefined;
  for (let hop = 0, at = number; hop < 8; hop++) {
    const item = await getItem(ctx, aliasKey(at));
    if (!item) return found;
    found = { to: item["to"] as string, centre: item["centre"] as string, merge: item["merge"] as string };
    at = found.to;
  }
  return found;
}

/** Everything of a file; what stays behind a merge, its journal and its alias are left out. */
export async function everythingOf(ctx: Ctx, number: string): Promise<Item[]> {
  const { items } = await query(ctx, { pk: partition(number) });
  return items.filter(
    ({ sk }) => !sk.startsWith(stays) && !sk.startsWith("MERGE#") && sk !== "ALIAS" && sk !== "TERMS",
  );
}

export const itemAt = (ctx: Ctx, number: string, sk: string): Promise<Item | undefined> =>
  getItem(ctx, { pk: partition(number), sk });

/** Where an item waits that finds no place in the other file. */
export const asideOf = (sk: string): string => `${stays}${sk}`;

/** The same item under another key of the same or of the other file, whose it says it is. */
function itemMoved(item: Item, from: string, to: string, sk: string): Item {
  const { pk: _pk, sk: _sk, duePk, dueSk, listPk, listSk, setAside, ...facts } = item;
  const key: Key = { pk: partition(to), sk };
  const places = (setAside ?? { duePk, dueSk, listPk, listSk }) as Places;
  const moved = { ...key, ...(renamed(facts, from, to) as Record<string, unknown>) };
  return sk.startsWith(stays)
    ? { ...moved, setAside: places }
    : { ...moved, ...placed(places, key, from, to) };
}

type Places = Partial<Record<"duePk" | "dueSk" | "listPk" | "listSk", string>>;

/** The places of an item in lists and clocks, under its new key. */
function placed({ duePk, dueSk, listPk, listSk }: Places, key: Key, from: string, to: string): Partial<Item> {
  const lane = duePk?.split("#")[1] as DueLane | undefined;
  const at = dueSk?.slice(0, dueSk.indexOf("#"));
  return {
    ...(listPk && listSk ? { listPk, listSk: rekeyed(listSk, from, to) } : {}),
    ...(lane && at ? dueKey(lane, `${key.pk}#${key.sk}`, at) : {}),
  };
}

/** Writes the item in its new place and takes it from the old one: both, or neither. */
export const move = (item: Item, from: string, to: string, sk: string): Change[] => [
  putNew(itemMoved(item, from, to, sk)),
  drop({ pk: item.pk, sk: item.sk, v: Number(item["v"] ?? 1) }),
];

export const put = (item: Item): Change => putNew(item);
export const take = (item: Item): Change => drop({ pk: item.pk, sk: item.sk, v: Number(item["v"] ?? 1) });

/** Every text that is the one number becomes the other; words that only hold it stay as they were said. */
function renamed(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => renamed(one, from, to));
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, from, to)]));
}

const rekeyed = (sortKey: string, from: string, to: string): string =>
  sortKey
    .split("#")
    .map((part) => (part === from ? to : part))
    .join("#");
