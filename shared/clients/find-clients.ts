import { authorize } from "../access/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotAllowed } from "../kernel/errors.ts";
import { type ClientCard, cardOf } from "./client.ts";
import { clientsOf, numbersAt, numbersUnder, panelOf } from "./clients.store.ts";
import { isClientNumber, readClientNumber } from "./identity.ts";
import { openList } from "./reach.ts";
import { termFor } from "./search-terms.ts";

const most = 20;

/**
 * Clients of the actor's centre found by hanzi, pinyin, initials, phone tail (four digits or more)
 * or client number; best first, at most 20. Nothing typed finds nobody.
 */
export async function findClients(ctx: Ctx, typed: string): Promise<ClientCard[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "client:search", { centre });
  const numbers = await numbersFor(ctx, centre, typed);
  const found = (await clientsOf(ctx, numbers)).filter((client) => client.centre === centre);
  await openList(
    ctx,
    "clients",
    found.map(({ number }) => number),
  );
  return found.map(cardOf);
}

/** The clients a manager looks after; `none` for those nobody does yet. */
export async function panelClients(ctx: Ctx, manager: string, limit = 200): Promise<ClientCard[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "client:search", { centre });
  const clients = await clientsOf(ctx, await panelOf(ctx, centre, manager, limit));
  await openList(
    ctx,
    "panel",
    clients.map(({ number }) => number),
  );
  return clients.map(cardOf);
}

/** Numbers of clients of the same name and birth date, however many share the name. */
export async function similarClients(
  ctx: Ctx,
  centre: string,
  name: string,
  birthDate: string,
): Promise<string[]> {
  const term = termFor(name);
  const found = term ? await clientsOf(ctx, await numbersAt(ctx, centre, term)) : [];
  return found.filter((one) => one.name === name && one.birthDate === birthDate).map(({ number }) => number);
}

async function numbersFor(ctx: Ctx, centre: string, typed: string): Promise<string[]> {
  if (isClientNumber(typed)) return [readClientNumber(typed)];
  const term = termFor(typed);
  return term ? numbersUnder(ctx, centre, term, most) : [];
}
