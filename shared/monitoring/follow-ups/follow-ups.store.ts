import { type Change, drop, putNew, save } from "../../data/commit.ts";
import { dueKey } from "../../data/due.ts";
import { getItem, getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { asksManager, type FollowUp, FollowUpSchema, isUnanswered, lineKey } from "./follow-up.ts";
import { type Line, LineSchema, type OpenBook, openBookOfNobody, openIn } from "./open-book.ts";

const partition = (client: string): string => `C#${client}`;
const lineItemKey = (client: string, line: Pick<Line, "concern" | "site">): Key => ({
  pk: partition(client),
  sk: `FILE#LINE#${lineKey(line.concern, line.site)}`,
});
const endedKey = (client: string, id: string): Key => ({ pk: partition(client), sk: `FUP#${id}` });
const worklistOf = (centre: string, manager: string): string => `WORK#${centre}#${manager || "none"}`;

/** A line with its open follow-up inside: the one item that is the guard, the record, the list row and the clock. */
function lineItem(client: string, line: Line): Item & { v: number } {
  const key = lineItemKey(client, line);
  return { ...key, ...line, ...(line.open ? openKeys(line.open, key) : {}) };
}

function openKeys(open: FollowUp, key: Key): Record<string, string> {
  const urgency = open.high ? "high" : "usual";
  const asks = asksManager(open);
  return {
    listPk: worklistOf(open.centre, open.manager),
    listSk: `${open.overdueAfter}#${urgency}#${asks === true ? "asks" : asks || "waits"}#${open.client}#${open.id}#${isUnanswered(open) ? "unanswered" : ""}`,
    ...(open.next ? dueKey(open.critical ? "critical" : "care", `${key.pk}#${key.sk}`, open.next.at) : {}),
  };
}

/** Every line of a client, open or free: the start of any decision about follow-ups. One query. */
export async function openBook(ctx: Ctx, client: string, consistent = true): Promise<OpenBook> {
  const { items } = await query(ctx, { pk: partition(client), begins: "FILE#LINE#", consistent });
  return openBookIn(client, items);
}

/** The book among the items of a file. */
export function openBookIn(client: string, items: readonly Item[]): OpenBook {
  const lines = items.filter(({ sk }) => sk.startsWith("FILE#LINE#")).map((item) => LineSchema.parse(item));
  return {
    ...openBookOfNobody(client),
    lines: new Map(lines.map((line) => [lineKey(line.concern, line.site), line])),
  };
}

/** What must be written so that the table says what the book says; refused when a line changed meanwhile. */
export const changesOf = (book: OpenBook): Change[] => [
  ...[...book.touched].map((key) => {
    const line = book.lines.get(key) as Line;
    const item = lineItem(book.client, line);
    return line.v === 0 ? putNew({ ...item, v: 1 }) : save(item);
  }),
  ...book.ended.map((followUp) => putNew({ ...endedKey(book.client, followUp.id), ...followUp })),
];

/** Takes the end of a follow-up back, as far as its record goes; its line must hold it again. */
export const dropEnded = ({ client, id }: FollowUp): Change => drop({ ...endedKey(client, id), v: 1 });

/** Everything ever followed up for a client: open ones by last day in time, then ended ones, latest first. */
export async function followUpsOf(ctx: Ctx, client: string): Promise<FollowUp[]> {
  const [lines, ended] = await Promise.all(
    ["FILE#LINE#", "FUP#"].map((begins) => query(ctx, { pk: partition(client), begins })),
  );
  return followUpsIn(client, [...(lines?.items ?? []), ...(ended?.items ?? [])]);
}

/** The same among the items of a client. */
export function followUpsIn(client: string, items: readonly Item[]): FollowUp[] {
  const ended = items.filter(({ sk }) => sk.startsWith("FUP#")).map((item) => FollowUpSchema.parse(item));
  return [
    ...openIn(openBookIn(client, items)).sort((a, b) => a.overdueAfter.localeCompare(b.overdueAfter)),
    ...ended.sort((a, b) => (b.closed?.at ?? "").localeCompare(a.closed?.at ?? "")),
  ];
}

/** One follow-up of a client, open or ended. */
export async function followUpOf(ctx: Ctx, client: string, id: string): Promise<FollowUp | undefined> {
  const ended = await getItem(ctx, endedKey(client, id));
  if (ended) return FollowUpSchema.parse(ended);
  return openIn(await openBook(ctx, client)).find((followUp) => followUp.id === id);
}

/** A row of a manager's list as its key tells it, without reading the record. */
export interface ListedRow {
  key: Key;
  client: string;
  overdueAfter: string;
  high: boolean;
  /** It was put before its manager, whatever its date; or the day from which it is. */
  asks: boolean | string;
  /** Written to or called, and nothing came of it. */
  unanswered: boolean;
}

/** Every open follow-up of a manager, the most pressing first; keys only. */
export async function listedFor(ctx: Ctx, centre: string, manager: string): Promise<ListedRow[]> {
  const { items } = await query(ctx, { index: "list", pk: worklistOf(centre, manager) });
  return items.map(({ pk, sk, listSk }) => {
    const [overdueAfter = "", urgency, asks, client = "", , answer] = (listSk as string).split("#");
    return {
      key: { pk, sk },
      client,
      overdueAfter,
      high: urgency === "high",
      asks: asksFrom(asks),
      unanswered: answer === "unanswered",
    };
  });
}

const asksFrom = (word: string | undefined): ListedRow["asks"] =>
  word === "asks" || word === "waits" || word === undefined ? word === "asks" : word;

/** The open follow-ups of listed rows, in that order; one that ended meanwhile is left out. */
export async function openAt(ctx: Ctx, rows: readonly ListedRow[]): Promise<FollowUp[]> {
  const items = await getItems(
    ctx,
    rows.map(({ key }) => key),
  );
  return items.flatMap((item) => LineSchema.parse(item).open ?? []);
}
