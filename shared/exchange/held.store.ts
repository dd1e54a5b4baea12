import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, getItems, type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Held, HeldSchema } from "./held.ts";

const partition = (centre: string): string => `HELD#${centre}`;
const lists = { waiting: "HELD", linked: "HELD-LINKED" } as const;

function item({ centre, mark, ...rest }: Held): Item & { v: number } {
  return {
    pk: partition(centre),
    sk: mark,
    ...rest,
    listPk: `${lists[rest.state]}#${centre}`,
    listSk: `${rest.linked?.at ?? rest.date}#${mark}`,
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

/** What waits at a centre, the oldest exam first; or what was linked, the latest first. */
export async function heldAtCentre(
  ctx: Ctx,
  centre: string,
  state: Held["state"],
  limit: number,
): Promise<Held[]> {
  const { items } = await query(ctx, {
    index: "list",
    pk: `${lists[state]}#${centre}`,
    newestFirst: state === "linked",
    limit,
  });
  return (await getItems(ctx, items)).map(heldIn);
}
