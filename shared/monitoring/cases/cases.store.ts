import { type Change, putNew, save } from "../../data/commit.ts";
import { dueKey } from "../../data/due.ts";
import { getItem, getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type Case, CaseSchema } from "./case.ts";
import { askedBy, askOf, type CaseAsk, caseAsks } from "./case-clock.ts";

const begins = "FILE#CASE#";
const keyOf = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `${begins}${id}` });
const listOf = (centre: string): string => `CASES#${centre}`;

/** A clock's place in its group of the list: an answer about safety stands before every value. */
const placeOf = (one: Case): string => `${one.kind === "safety" ? "!" : ""}${askedBy(one)}`;

/** The case, its row in the centre's list and its clock in one item. */
function caseItem(one: Case): Item & { v: number } {
  const key = keyOf(one.client, one.id);
  const ask = askOf(one);
  return {
    ...key,
    ...one,
    ...(ask
      ? {
          listPk: listOf(one.centre),
          listSk: `${caseAsks.indexOf(ask)}#${placeOf(one)}#${one.client}#${one.id}`,
        }
      : {}),
    ...(one.next ? dueKey("critical", `${key.pk}#${key.sk}`, one.next.at) : {}),
  };
}

export const addCase = (one: Case): Change => putNew(caseItem(one));
/** The open cases of an exam whose report was recalled, saying so; their clocks go on until a person has looked. */
export const casesRecalled = (
  cases: readonly Case[],
  date: string,
  recalled: NonNullable<Case["recalled"]>,
): { marked: Case[]; changes: Change[] } => {
  const marked = cases
    .filter((one) => one.date === date && one.state !== "closed")
    .map((one) => ({ ...one, recalled }));
  return { marked, changes: marked.map(saveCase) };
};

export const saveCase = (one: Case): Change => save(caseItem(one));

/**
 * Holds the open cases of an exam to what was read of them: a word written meanwhile, or on what was read before
 * this, is refused once and decided again.
 */
export const casesAsRead = (cases: readonly Case[], date: PlainDate): Change[] =>
  cases.filter((one) => one.date === date && one.state !== "closed").map(saveCase);

/** Cases among the items of a file, the latest opened first. */
export const casesIn = (items: readonly Item[]): Case[] =>
  items
    .filter(({ sk }) => sk.startsWith(begins))
    .map((item) => CaseSchema.parse(item))
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt) || a.item.localeCompare(b.item));

/** Every case a client has had. */
export async function casesFor(ctx: Ctx, client: string): Promise<Case[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins });
  return casesIn(items);
}

export async function caseAt(ctx: Ctx, client: string, id: string): Promise<Case | undefined> {
  const item = await getItem(ctx, keyOf(client, id));
  return item && CaseSchema.parse(item);
}

/** A row of the centre's list as its key tells it. */
export interface ListedCase {
  key: Key;
  ask: CaseAsk;
  client: string;
}

/** Every case of a centre that is not closed, the most pressing first; keys only. */
export async function listedCases(ctx: Ctx, centre: string): Promise<ListedCase[]> {
  const { items } = await query(ctx, { index: "list", pk: listOf(centre) });
  return items.map(({ pk, sk, listSk }) => {
    const [rank, , client = ""] = (listSk as string).split("#");
    return { key: { pk, sk }, ask: caseAsks[Number(rank)] ?? "wait", client };
  });
}

/** The cases of listed rows, in that order. */
export async function casesAt(ctx: Ctx, rows: readonly ListedCase[]): Promise<Case[]> {
  const items = await getItems(
    ctx,
    rows.map(({ key }) => key),
  );
  return items.map((item) => CaseSchema.parse(item));
}
