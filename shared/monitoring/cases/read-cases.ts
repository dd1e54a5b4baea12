import { authorize, mayEver } from "../../access/index.ts";
import { type Client, type ClientCard, clientCards, openList, openRecord } from "../../clients/index.ts";
import type { Actor, Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Case, isCorrected } from "./case.ts";
import { askedBy, askOf, type CaseAsk, caseAsks } from "./case-clock.ts";
import { caseAt, casesAt, casesFor, listedCases } from "./cases.store.ts";

/**
 * A case as its reader may see it, with what it asks for (nothing once it is closed) and by when. A role that
 * reads no results sees neither `item` nor `kind`, no value and no note.
 */
export interface CaseView extends Omit<Case, "item" | "kind"> {
  item?: string;
  kind?: Case["kind"];
  ask?: CaseAsk;
  askBy: Instant;
  corrected: boolean;
}

export interface CaseRow {
  case: CaseView;
  client: ClientCard;
}

export interface CaseList {
  rows: CaseRow[];
  /** Open ones beyond those given. */
  more: number;
  /** How many of all a person has to act on now. */
  pressing: number;
}

const mostRows = 200;
const isPressing = ({ ask }: { ask: CaseAsk }): boolean => ask !== "close" && ask !== "wait";

/**
 * The open cases of the actor's centre, the most pressing first: escalated, to be told, to be reached again,
 * to be looked after, to be closed, waiting; among these an answer about safety first, for those who may see
 * that it is one. One trace names everybody it showed.
 * @throws NotAllowed for a role that reads no cases.
 */
export async function casesOf(ctx: Ctx, limit = mostRows): Promise<CaseList> {
  const listed = await listedCases(ctx, centreOf(ctx));
  const rows = listed.slice(0, limit);
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
  const shown = cases.flatMap((one) => {
    const client = cards.get(one.client);
    return client && one.state !== "closed" ? [{ case: caseView(ctx.actor, one), client }] : [];
  });
  return {
    rows: mayEver(ctx.actor, "results:read") ? shown : shown.toSorted(byAskAndTime),
    more: listed.length - rows.length,
    pressing: listed.filter(isPressing).length,
  };
}

const byAskAndTime = ({ case: a }: CaseRow, { case: b }: CaseRow): number =>
  caseAsks.indexOf(a.ask ?? "wait") - caseAsks.indexOf(b.ask ?? "wait") || a.askBy.localeCompare(b.askBy);

/** How many cases of the actor's centre a person has to act on now, as the clock last said. */
export async function pressingCases(ctx: Ctx): Promise<number> {
  const listed = await listedCases(ctx, centreOf(ctx));
  return listed.filter(isPressing).length;
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
  const others = every.filter((other) => other.id !== id).map((other) => caseView(ctx.actor, other));
  return { case: caseView(ctx.actor, one), client, others };
}

/** Every case of a client, the latest first; the reading is traced. */
export async function casesOfClient(ctx: Ctx, number: string): Promise<CaseView[]> {
  await openRecord(ctx, "case:read", number, "cases");
  return (await casesFor(ctx, number)).map((one) => caseView(ctx.actor, one));
}

export function centreOf({ actor }: Pick<Ctx, "actor">): string {
  if (actor.kind !== "staff") throw new NotAllowed();
  authorize({ actor }, "case:read", { centre: actor.centre });
  return actor.centre;
}

/** A manager sees that a case waits, for whom and since when; what it is about is for care. */
export function caseView(actor: Actor, one: Case): CaseView {
  const ask = askOf(one);
  const clock = { ...(ask ? { ask } : {}), askBy: askedBy(one), corrected: isCorrected(one) };
  if (mayEver(actor, "results:read")) return { ...one, ...clock };
  const { item: _item, kind: _kind, ...rest } = one;
  return {
    ...rest,
    ...clock,
    seen: [],
    contacts: one.contacts.map(({ note: _note, ...contact }) => contact),
    looks: one.looks.map(({ done, ...look }) => (done ? { ...look, done: { ...done, note: "" } } : look)),
    closings: one.closings.map((closing) => ({ ...closing, word: "" })),
  };
}
