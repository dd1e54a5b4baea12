import { type Change, drop, putNew, save } from "../../data/commit.ts";
import { dueKey } from "../../data/due.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import { dayOf, slotMark } from "../places/counters.store.ts";
import { rankOf, type Wait, WaitSchema } from "./waiting.ts";

const waitKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `WAIT#${id}` });
const rowKey = (wait: Wait): Key => ({ pk: dayOf(wait.centre, wait.date), sk: `WAIT#${rankOf(wait)}` });

function waitItem(wait: Wait): Item & { v: number } {
  const key = waitKey(wait.client, wait.id);
  return { ...key, ...wait, ...(wait.lookAt ? dueKey("care", `${key.pk}#${key.sk}`, wait.lookAt) : {}) };
}

/** The wait in the client's file and its row in the day's list. */
export const addWait = (wait: Wait): Change[] => [
  putNew(waitItem(wait)),
  putNew({ ...rowKey(wait), client: wait.client, id: wait.id, mark: slotMark(wait) }),
];

export const saveWait = (wait: Wait): Change => save(waitItem(wait));

/** Takes a wait off the day's list, once. */
export const dropRow = (wait: Wait): Change => drop({ ...rowKey(wait), v: 1 });

export async function waitOf(ctx: Ctx, client: string, id: string): Promise<Wait | undefined> {
  const item = await getItem(ctx, waitKey(client, id));
  return item ? WaitSchema.parse(item) : undefined;
}

/** Everything a client ever waited for, newest day first. */
export async function waitsOf(ctx: Ctx, client: string): Promise<Wait[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "WAIT#" });
  return items.map((item) => WaitSchema.parse(item)).sort((a, b) => b.date.localeCompare(a.date));
}

/** Who waits for a day, in the order in which they are offered a place. */
export async function waitingOn(
  ctx: Pick<Ctx, "table" | "now">,
  centre: string,
  date: PlainDate,
  limit?: number,
): Promise<{ client: string; id: string }[]> {
  const { items } = await query(ctx, {
    pk: dayOf(centre, date),
    begins: "WAIT#",
    ...(limit ? { limit } : {}),
  });
  return items.map((item) => ({ client: String(item["client"]), id: String(item["id"]) }));
}

/** Places that were given up while somebody waits: still counted, until they are offered or given back. */
export interface Freed {
  centre: string;
  date: PlainDate;
  id: string;
  /** Names of the day's counters it still stands in. */
  marks: string[];
  v: number;
}

const freedKey = (centre: string, date: PlainDate, id: string): Key => ({
  pk: dayOf(centre, date),
  sk: `FREED#${id}`,
});

function freedItem(freed: Freed, now: Instant): Item & { v: number } {
  const key = freedKey(freed.centre, freed.date, freed.id);
  return { ...key, ...freed, ...dueKey("care", `${key.pk}#${key.sk}`, now) };
}

export const addFreed = (freed: Omit<Freed, "v">, now: Instant): Change =>
  putNew(freedItem({ ...freed, v: 1 }, now));
export const saveFreed = (freed: Freed, now: Instant): Change => save(freedItem(freed, now));
export const dropFreed = (freed: Freed): Change =>
  drop({ ...freedKey(freed.centre, freed.date, freed.id), v: freed.v });

export async function freedOf(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  id: string,
): Promise<Freed | undefined> {
  const item = await getItem(ctx, freedKey(centre, date, id));
  if (!item) return undefined;
  return { centre, date, id, marks: item["marks"] as string[], v: item["v"] as number };
}
