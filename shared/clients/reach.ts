import { type Action, authorize, mustEver } from "../access/index.ts";
import { logRead } from "../data/log.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Client } from "./client.ts";
import { clientOf, subjectOf } from "./clients.store.ts";

/**
 * The profile of a client the actor may do this to; `recent` where a moment ago will do.
 * @throws NotAllowed when the role or title never may; NotFound when there is no such client or not for this actor.
 */
export async function reachClient(ctx: Ctx, action: Action, number: string, recent = false): Promise<Client> {
  mustEver(ctx.actor, action);
  const client = await clientOf(ctx, number, recent);
  if (!client) throw new NotFound();
  authorize(ctx, action, { centre: client.centre, client: number });
  return client;
}

/**
 * Opens a client's record for reading: allowed, and the trace written first.
 * @throws as `reachClient`; `Unavailable` when the trace cannot be written.
 */
export async function openRecord(
  ctx: Ctx,
  action: Action,
  number: string,
  what: string,
  recent = false,
): Promise<Client> {
  const client = await reachClient(ctx, action, number, recent);
  await logRead(ctx, { subject: subjectOf(number), action: `${what}.opened` });
  return client;
}

/** Leaves one trace of a list that showed these clients. */
export async function openList(ctx: Ctx, what: string, numbers: readonly string[]): Promise<void> {
  if (numbers.length)
    await logRead(ctx, {
      subject: `A#${ctx.actor.id}`,
      action: `${what}.listed`,
      refs: { clients: [...new Set(numbers)] },
    });
}
