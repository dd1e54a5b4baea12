import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Share, ShareSchema } from "./share.ts";

const begins = "SHARE#";
const keyOf = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `${begins}${id}` });
const item = (share: Share): Item & { v: number } => ({ ...keyOf(share.client, share.id), ...share });

export const addShare = (share: Share): Change => putNew(item(share));
export const saveShare = (share: Share): Change => save(item(share));

export async function shareOf(ctx: Ctx, client: string, id: string): Promise<Share | undefined> {
  const found = await getItem(ctx, keyOf(client, id));
  return found ? ShareSchema.parse(found) : undefined;
}

/** Every link a client ever made, newest first. */
export async function sharesOf(ctx: Ctx, client: string): Promise<Share[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins, newestFirst: true });
  return items.map((one) => ShareSchema.parse(one));
}
