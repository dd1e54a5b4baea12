import { authorize } from "../../access/index.ts";
import {
  type ClientCard,
  clientCards,
  clientOf,
  findClients,
  knowDocument,
  numberByGuard,
  openList,
  parseDocument,
} from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { readExamNumber } from "../../testing/index.ts";
import { readArrivalCode } from "./arrival-code.ts";
import { examByNumber } from "./exam-by-number.ts";

/**
 * Who stands at the desk, by what was scanned or typed there: the code of their booking, an exam number, a national
 * id, else as `findClients` (client number, hanzi, pinyin, initials, phone). Only people of this centre; traced.
 */
export async function findArrival(ctx: Ctx, typed: string): Promise<ClientCard[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "client:search", { centre });
  const number = await namedBy(ctx, centre, typed);
  if (number === undefined) return findClients(ctx, typed);
  const client = await clientOf(ctx, number);
  if (client?.centre !== centre) return [];
  await openList(ctx, "clients", [number]);
  return [...(await clientCards(ctx, [number])).values()];
}

/** The one client that a scanned or typed text names, if it is of that kind; `""` where it names nobody. */
async function namedBy(ctx: Ctx, centre: string, typed: string): Promise<string | undefined> {
  const arriving = await readArrivalCode(ctx, centre, typed);
  if (arriving !== undefined) return arriving;
  if (readExamNumber(typed)) return (await examByNumber(ctx, centre, typed))?.client ?? "";
  if (!parseDocument("national-id", typed).ok) return undefined;
  const { stored } = await knowDocument(ctx, "national-id", typed);
  return (await numberByGuard(ctx, stored.guard)) ?? "";
}
