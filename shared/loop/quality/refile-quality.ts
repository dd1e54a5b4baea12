import { authorize } from "../../access/index.ts";
import { aliasOf, clientIn, everythingOf } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { addDays, type PlainDate } from "../../kernel/time.ts";
import { refileRows, subjectsOf } from "./quality.store.ts";
import { qualityRowsOf } from "./rows-of.ts";

/**
 * Keeps the rows behind the indicators in step with a client's records. A projection: it may run twice or late, and
 * reads the records as they are now; of a file that went into another one nothing is left.
 */
export async function refileQuality(ctx: Ctx, client: string): Promise<void> {
  const items = await everythingOf(ctx, client);
  const profile = clientIn(items);
  const centre = profile?.centre ?? (await aliasOf(ctx, client))?.centre;
  if (!centre) return;
  const rows = profile ? qualityRowsOf(client, profile.zone, items) : [];
  await refileRows(ctx, centre, client, rows);
}

/**
 * Derives the rows of everybody anew whom something was written about in these days; stretch by stretch it makes
 * them all.
 * @returns how many clients, and the day it is here.
 */
export async function recountQuality(
  ctx: Ctx,
  { from, days }: { from: PlainDate; days: number },
): Promise<{ clients: number; today: PlainDate }> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  authorize(ctx, "quality:read", { centre: ctx.actor.centre });
  const clients = new Set<string>();
  for (let day = 0; day < days; day++)
    for (const client of await subjectsOf(ctx, addDays(from, day))) clients.add(client);
  for (const client of clients) await refileQuality(ctx, client);
  return { clients: clients.size, today: ctx.now().slice(0, 10) };
}
