import { authorize, mayEver } from "../access/index.ts";
import { type Client, type ClientCard, clientCards, openList, openRecord } from "../clients/index.ts";
import type { Actor, Ctx } from "../kernel/context.ts";
import { NotAllowed, NotFound } from "../kernel/errors.ts";
import type { Case } from "./case.ts";
import { askOf, type CaseAsk } from "./case-clock.ts";
import { caseAt, casesAt, casesFor, listedCases } from "./cases.store.ts";

/** A case as its reader may see it: without `item` and `kind`, and with no value and no note, for a role that reads no results. */
export type CaseView = Omit<Case, "item" | "kind"> & Partial<Pick<Case, "item" | "kind">>;

export interface CaseRow {
  case: CaseView;
  client: ClientCard;
  ask: CaseAsk;
}

const mostRows = 200;

/**
 * The open cases of the actor's centre, the most pressing first: escalated, to be told, to be reached again,
 * to be looked after, to be closed, waiting. One trace names everybody it showed.
 * @throws NotAllowed for a role that reads no cases.
 */
export async function casesOf(ctx: Ctx): Promise<{ rows: CaseRow[]; more: number }> {
  const listed = await listedCases(ctx, centreOf(ctx));
  const rows = listed.slice(0, mostRows);
  await openList(
    ctx,
    "cases",
    rows.map(({ client }) => client),
  );
  const [cases, cards] = await Promise.all([
    casesAt(ctx, rows),
    clientCards(
      ctx,
      rows.map(({ client }) => client),
    ),
  ]);
  return {
    rows: cases.flatMap((one) => {
      const client = cards.get(one.client);
      const ask = askOf(one);
      return client && ask ? [{ case: asSeenBy(ctx.actor, one), client, ask }] : [];
    }),
    more: listed.length - rows.length,
  };
}

/** How many cases of the actor's centre a person has to act on now, as the clock last said. */
export async function pressingCases(ctx: Ctx): Promise<number> {
  const listed = await listedCases(ctx, centreOf(ctx));
  return listed.filter(({ ask }) => ask !== "close" && ask !== "wait").length;
}

/**
 * One case of a client, and the others of the same client; the reading is traced.
 * @throws NotFound where there is none for this client and actor.
 */
export async function caseOf(
  ctx: Ctx,
  number: string,
  id: string,
): Promise<{ case: CaseView; client: Client; others: CaseView[] }> {
  const client = await openRecord(ctx, "case:read", number, "case");
  const [one, every] = await Promise.all([caseAt(ctx, number, id), casesFor(ctx, number)]);
  if (!one) throw new NotFound();
  const others = every.filter((other) => other.id !== id).map((other) => asSeenBy(ctx.actor, other));
  return { case: asSeenBy(ctx.actor, one), client, others };
}

/** Every case of a client, the latest first; the reading is traced. */
export async function casesOfClient(ctx: Ctx, number: string): Promise<CaseView[]> {
  await openRecord(ctx, "case:read", number, "cases");
  return (await casesFor(ctx, number)).map((one) => asSeenBy(ctx.actor, one));
}

function centreOf({ actor }: Ctx): string {
  if (actor.kind !== "staff") throw new NotAllowed();
  authorize({ actor }, "case:read", { centre: actor.centre });
  return actor.centre;
}

/** A manager sees that a case waits, for whom and since when; what it is about is for care. */
function asSeenBy(actor: Actor, one: Case): CaseView {
  if (mayEver(actor, "results:read")) return one;
  const { item: _item, kind: _kind, ...rest } = one;
  return {
    ...rest,
    seen: [],
    contacts: one.contacts.map(({ note: _note, ...contact }) => contact),
    looks: one.looks.map(({ done, ...look }) => (done ? { ...look, done: { ...done, note: "" } } : look)),
    closings: one.closings.map((closing) => ({ ...closing, word: "" })),
  };
}
