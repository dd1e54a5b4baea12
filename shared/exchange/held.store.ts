import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, getItems, type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Held, HeldSchema } from "./held.ts";

const partition = (centre: string): string => `HELD#${centre}`;
const lists = { waiting: "HELD", linked: "HELD-LINKED", aside: "HELD-ASIDE" } as const;

function item({ centre, mark, ...rest }: Held): Item & { v: number } {
  return {
    pk: partition(centre),
    sk: mark,
    ...rest,
    listPk: `${lists[rest.state]}#${centre}`,
    listSk: `${rest.linked?.at ?? rest.aside?.at ?? rest.date}#${mark}`,
  };
}

const heldIn = (found: Item): Held =>
  HeldSchema.parse({ ...found, centre: found.pk.slice("HELD#".length), mark: found.sk });

export const addHeld = (held: Held): Change => putNew(item(held));
export const saveHeld = (held: Held): Change => save(item(held));

export async function heldAt(ctx: Ctx, centre: string, mark: string): Promise<Held | undefined> {
  const found = await getItem(ctx, { pk: partition(centre), sk: mark });
  return found && heldIn(found);
}

/** The latest that were linked, or set aside, at a centre; the latest first. */
export async function heldLately(
  ctx: Ctx,
  centre: string,
  state: Exclude<Held["state"], "waiting">,
  limit: number,
): Promise<Held[]> {
  const { items } = await query(ctx, {
    index: "list",
    pk: `${lists[state]}#${centre}`,
    newestFirst: true,
    limit,
  });
  return (await getItems(ctx, items)).map(heldIn);
}

/** A page of what waits, how many wait in all, and where the pages before and after it begin. */
export interface WaitingPage {
  waiting: Held[];
  total: number;
  /** How many wait before this page. */
  before: number;
  next?: string;
}

/**
 * What waits at a centre, the oldest exam first, from a place in the list on. A place that is gone since is the
 * next one.
 */
export async function waitingAt(
  ctx: Ctx,
  centre: string,
  { from = "", limit }: { from?: string | undefined; limit: number },
): Promise<WaitingPage> {
  const { items } = await query(ctx, { index: "list", pk: `${lists.waiting}#${centre}` });
  const place = (item: Item | undefined): string | undefined => item?.["listSk"] as string | undefined;
  const found = items.findIndex((item) => (place(item) ?? "") >= from);
  const before = found < 0 ? Math.max(0, items.length - limit) : found;
  const next = place(items[before + limit]);
  const shown = await getItems(ctx, items.slice(before, before + limit));
  return { waiting: shown.map(heldIn), total: items.length, before, ...(next ? { next } : {}) };
}
