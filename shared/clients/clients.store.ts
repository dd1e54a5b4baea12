import { type Change, putNew, save } from "../data/commit.ts";
import { deriveItems } from "../data/derive.ts";
import { getItem, getItems, getRecent, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { Conflict } from "../kernel/errors.ts";
import { type Client, ClientSchema } from "./client.ts";

/** What else is written when a client's profile is, in the same commit. */
export type Along = (client: Client, before: Client) => Promise<Change[]>;
export const nothingAlong: Along = async () => [];

export const subjectOf = (number: string): string => `C#${number}`;

const profileKey = (number: string): Key => ({ pk: subjectOf(number), sk: "FILE#PROFILE" });
const guardKey = (guard: string): Key => ({ pk: `U#${guard}`, sk: "GUARD" });
const termsKey = (number: string): Key => ({ pk: subjectOf(number), sk: "TERMS" });

function clientItem(client: Client): Item & { v: number } {
  return {
    ...profileKey(client.number),
    ...client,
    ...(client.state === "prospect"
      ? {}
      : { listPk: `PANEL#${client.centre}#${client.manager || "none"}`, listSk: client.number }),
  };
}

export const addClient = (client: Client, refusal: () => Error): Change =>
  putNew(clientItem(client), refusal);
export const saveClient = (client: Client): Change => save(clientItem(client));

/** One person, one file: the second file for the same document is refused here. */
export const claimIdentity = (guard: string, number: string, refusal: () => Error): Change =>
  putNew({ ...guardKey(guard), client: number }, refusal);

/** A document that led to one file leads to another. */
export const repointIdentity = (guard: string, from: string, to: string): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: guardKey(guard),
      UpdateExpression: "SET #client = :to",
      ExpressionAttributeNames: { "#client": "client" },
      ConditionExpression: "#client = :from",
      ExpressionAttributeValues: { ":from": from, ":to": to },
    },
  }),
  refusal: () => new Conflict(),
});

/** The profile as it is, or (`recent`) as it was a moment ago, for whoever only asks whose it is. */
export async function clientOf(ctx: Ctx, number: string, recent = false): Promise<Client | undefined> {
  const item = await (recent ? getRecent : getItem)(ctx, profileKey(number));
  return item ? ClientSchema.parse(item) : undefined;
}

/** The file a document belongs to, if there is one. */
export async function numberByGuard(ctx: Ctx, guard: string): Promise<string | undefined> {
  return (await getItem(ctx, guardKey(guard)))?.["client"] as string | undefined;
}

/** The profile among the items of a file. */
export function clientIn(items: readonly Item[]): Client | undefined {
  const item = items.find(({ sk }) => sk === "FILE#PROFILE");
  return item ? ClientSchema.parse(item) : undefined;
}

/** Several clients in the order asked; numbers without a file are left out. */
export async function clientsOf(ctx: Ctx, numbers: readonly string[]): Promise<Client[]> {
  const items = await getItems(ctx, numbers.map(profileKey));
  return items.map((item) => ClientSchema.parse(item));
}

/** Everyone on a manager's panel, or without a manager. */
export async function panelOf(ctx: Ctx, centre: string, manager: string, limit = 200): Promise<string[]> {
  const { items } = await query(ctx, { index: "list", pk: `PANEL#${centre}#${manager}`, limit });
  return items.map((item) => item["listSk"] as string);
}

/** A page of a panel, from the number after `after`. */
export async function panelPage(
  ctx: Ctx,
  centre: string,
  manager: string,
  limit: number,
  after: string,
): Promise<string[]> {
  const { items } = await query(ctx, {
    index: "list",
    pk: `PANEL#${centre}#${manager}`,
    limit,
    ...(after ? { from: `${after}~` } : {}),
  });
  return items.map((item) => item["listSk"] as string);
}

const termKey = (centre: string, drawer: string, term: string, number: string): Key => ({
  pk: `FIND#${centre}#${drawer}`,
  sk: `${term}~${number}`,
});

export interface Term {
  drawer: string;
  term: string;
}

/** Puts a client under new search terms and takes the old ones away. A projection: rebuilt at will. */
export async function refile(
  ctx: Ctx,
  centre: string,
  number: string,
  terms: readonly Term[],
): Promise<void> {
  const before = ((await getItem(ctx, termsKey(number)))?.["terms"] ?? []) as Term[];
  const keyOf = ({ drawer, term }: Term) => termKey(centre, drawer, term, number);
  const gone = before.filter(
    (old) => !terms.some((now) => now.drawer === old.drawer && now.term === old.term),
  );
  const added = terms.filter(
    (now) => !before.some((old) => now.drawer === old.drawer && now.term === old.term),
  );
  if (!gone.length && !added.length) return;
  await deriveItems(ctx, {
    puts: [...added.map((term) => ({ ...keyOf(term), number })), { ...termsKey(number), terms }],
    drops: gone.map(keyOf),
  });
}

/** Numbers of all clients filed under this very term. */
export async function numbersAt(ctx: Ctx, centre: string, { drawer, term }: Term): Promise<string[]> {
  const { items } = await query(ctx, {
    pk: `FIND#${centre}#${drawer}`,
    begins: `${term}~`,
    consistent: false,
  });
  return items.map((item) => item["number"] as string);
}

/** Numbers of clients filed under terms that begin so. */
export async function numbersUnder(ctx: Ctx, centre: string, find: Term, limit: number): Promise<string[]> {
  const { items } = await query(ctx, {
    pk: `FIND#${centre}#${find.drawer}`,
    begins: find.term,
    limit,
    consistent: false,
  });
  return [...new Set(items.map((item) => item["number"] as string))];
}
