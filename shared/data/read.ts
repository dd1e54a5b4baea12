import { BatchGetCommand, type BatchGetCommandOutput, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Ctx } from "../kernel/context.ts";

export interface Key {
  pk: string;
  sk: string;
}

export type Item = Key & Record<string, unknown>;

/** One item of `records`, or undefined; an item past its time reads as gone. */
export async function getItem(
  ctx: Pick<Ctx, "table" | "now">,
  key: Key,
  consistent = true,
): Promise<Item | undefined> {
  const { Item } = await ctx.table.doc.send(
    new GetCommand({
      TableName: ctx.table.records,
      Key: { pk: key.pk, sk: key.sk },
      ConsistentRead: consistent,
    }),
  );
  return alive(ctx, Item as Item | undefined);
}

/** One item as it was a moment ago, at half the price; what does not seem to be there is looked for again. */
export const getRecent = async (ctx: Pick<Ctx, "table" | "now">, key: Key): Promise<Item | undefined> =>
  (await getItem(ctx, key, false)) ?? getItem(ctx, key);

/** Many items in the order asked, gaps left out; any number of keys. */
export async function getItems(ctx: Pick<Ctx, "table" | "now">, keys: readonly Key[]): Promise<Item[]> {
  const found = new Map<string, Item>();
  for (let start = 0; start < keys.length; start += 100) {
    let ask: Key[] | undefined = keys.slice(start, start + 100).map(({ pk, sk }) => ({ pk, sk }));
    while (ask?.length) {
      const answer: BatchGetCommandOutput = await ctx.table.doc.send(
        new BatchGetCommand({ RequestItems: { [ctx.table.records]: { Keys: ask } } }),
      );
      for (const item of (answer.Responses?.[ctx.table.records] ?? []) as Item[])
        found.set(`${item.pk} ${item.sk}`, item);
      ask = answer.UnprocessedKeys?.[ctx.table.records]?.Keys as Key[] | undefined;
    }
  }
  return keys.flatMap((key) => {
    const item = alive(ctx, found.get(`${key.pk} ${key.sk}`));
    return item ? [item] : [];
  });
}

export interface Question {
  /** `records`, or one of its indexes. */
  index?: "due" | "list";
  pk: string;
  /** Sort keys that begin so. */
  begins?: string;
  /** Sort keys from here (inclusive) … */
  from?: string;
  /** … to here (inclusive). */
  to?: string;
  newestFirst?: boolean;
  /** At most so many; without it, all of them. */
  limit?: number;
  after?: Record<string, unknown> | undefined;
  consistent?: boolean;
}

export interface Answer {
  items: Item[];
  /** Where the next page begins; hand it back as `after`. */
  next?: Record<string, unknown>;
}

/** The items of one partition, or of one list, in key order. */
export async function query(ctx: Pick<Ctx, "table" | "now">, ask: Question): Promise<Answer> {
  const answer = await queryTable(ctx, ctx.table.records, ask, ask.index);
  return { ...answer, items: answer.items.filter((item) => alive(ctx, item)) };
}

/** Entries of the log: of one subject, one actor or one slice of the tail. */
export function queryLog(
  ctx: Pick<Ctx, "table">,
  ask: Omit<Question, "index"> & { index?: "tail" | "actor" },
): Promise<Answer> {
  return queryTable(ctx, ctx.table.log, ask, ask.index);
}

async function queryTable(
  ctx: Pick<Ctx, "table">,
  table: string,
  ask: Omit<Question, "index">,
  index: "due" | "list" | "tail" | "actor" | undefined,
): Promise<Answer> {
  const names = indexKeys(index);
  const range = rangeOf(ask);
  const items: Item[] = [];
  let after = ask.after;
  do {
    const page = await ctx.table.doc.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: `#p = :p${range.expression}`,
        ExpressionAttributeNames: { "#p": names.pk, ...(range.expression ? { "#s": names.sk } : {}) },
        ExpressionAttributeValues: { ":p": ask.pk, ...range.values },
        ScanIndexForward: !ask.newestFirst,
        ConsistentRead: index ? false : (ask.consistent ?? true),
        ...(ask.limit ? { Limit: ask.limit - items.length } : {}),
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    after = page.LastEvaluatedKey;
  } while (after && (!ask.limit || items.length < ask.limit));
  return after ? { items, next: after } : { items };
}

function rangeOf(ask: Omit<Question, "index">): { expression: string; values: Record<string, string> } {
  if (ask.begins !== undefined)
    return { expression: " AND begins_with(#s, :a)", values: { ":a": ask.begins } };
  if (ask.from !== undefined && ask.to !== undefined)
    return { expression: " AND #s BETWEEN :a AND :b", values: { ":a": ask.from, ":b": ask.to } };
  if (ask.from !== undefined) return { expression: " AND #s >= :a", values: { ":a": ask.from } };
  if (ask.to !== undefined) return { expression: " AND #s <= :b", values: { ":b": ask.to } };
  return { expression: "", values: {} };
}

function indexKeys(index: string | undefined): { pk: string; sk: string } {
  switch (index) {
    case "due":
      return { pk: "duePk", sk: "dueSk" };
    case "list":
      return { pk: "listPk", sk: "listSk" };
    case "tail":
      return { pk: "tail", sk: "sk" };
    case "actor":
      return { pk: "actor", sk: "sk" };
    default:
      return { pk: "pk", sk: "sk" };
  }
}

function alive(ctx: Pick<Ctx, "now">, item: Item | undefined): Item | undefined {
  const expires = item?.["expires"];
  return typeof expires === "number" && expires * 1000 <= Date.parse(ctx.now()) ? undefined : item;
}
