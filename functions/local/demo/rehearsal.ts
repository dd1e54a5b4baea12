import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import type { TableClient } from "../../../shared/data/client.ts";
import type { Item, Key } from "../../../shared/data/read.ts";

/** Both tables in memory, for as long as a past is made up. */
export interface Rehearsal {
  table: TableClient;
  /** What was written since the last call goes into the real tables, one call after the other. */
  putDown(): Promise<void>;
}

interface Condition {
  ConditionExpression?: string | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
}
type Action = Condition & { TableName?: string | undefined; Key?: unknown; Item?: unknown };

/**
 * Two years of a centre's life are thousands of commits; one by one over the wire they would take a minute.
 * So the verbs run against this table first, and what they wrote follows in large parts. It understands
 * exactly the commands and conditions that `shared/data` writes and refuses any other; indexes are left to
 * the real one.
 */
export function rehearsal(real: TableClient): Rehearsal {
  const names = { records: "records", log: "log" } as const;
  const tables = new Map(Object.values(names).map((name) => [name as string, new Map<string, Partition>()]));
  const partition = (table: string | undefined, pk: string): Partition => {
    const partitions = tables.get(table ?? "");
    if (!partitions) throw new Error(`no table ${table}`);
    const there = partitions.get(pk) ?? new Map<string, Item>();
    partitions.set(pk, there);
    return there;
  };
  let fresh = new Map<string, { TableName: string; key: Key; item?: Item }>();
  let putting = Promise.resolve();
  const read = (table: string | undefined, key: unknown): Item | undefined => {
    const { pk, sk } = key as Key;
    return partition(table, pk).get(sk);
  };
  const note = (table: string | undefined, { pk, sk }: Key, item?: Item): void => {
    const TableName = real[table as keyof typeof names];
    fresh.set(`${table} ${pk} ${sk}`, { TableName, key: { pk, sk }, ...(item ? { item } : {}) });
  };
  const write = (table: string | undefined, item: unknown): void => {
    const kept = asKept(item) as Item;
    partition(table, kept.pk).set(kept.sk, kept);
    note(table, kept, kept);
  };
  const drop = (table: string | undefined, key: unknown): void => {
    const { pk, sk } = key as Key;
    partition(table, pk).delete(sk);
    note(table, { pk, sk });
  };

  function transact({ input }: TransactWriteCommand): void {
    const actions = (input.TransactItems ?? []).map((one) => ({
      one,
      action: (one.Put ?? one.Update ?? one.Delete ?? one.ConditionCheck) as Action,
    }));
    const reasons = actions.map(({ action }) => {
      const there = read(action.TableName, action.Item ?? action.Key);
      return { Code: holds(action, there) ? "None" : "ConditionalCheckFailed" };
    });
    if (reasons.some(({ Code }) => Code !== "None"))
      throw new TransactionCanceledException({
        message: "a condition does not hold",
        CancellationReasons: reasons,
        $metadata: {},
      });
    for (const { one, action } of actions) {
      if (one.Put) write(action.TableName, action.Item);
      if (one.Delete) drop(action.TableName, action.Key);
      if (one.Update) write(action.TableName, counted(one.Update, read(action.TableName, action.Key)));
    }
  }

  function answer(command: unknown): object {
    if (command instanceof GetCommand) {
      const item = read(command.input.TableName, command.input.Key);
      return item ? { Item: { ...item } } : {};
    }
    if (command instanceof BatchGetCommand) {
      const [[table, asked] = ["", { Keys: [] }]] = Object.entries(command.input.RequestItems ?? {});
      return { Responses: { [table]: (asked.Keys ?? []).flatMap((key) => read(table, key) ?? []) } };
    }
    if (command instanceof QueryCommand) return found(command.input);
    if (command instanceof TransactWriteCommand) transact(command);
    else if (command instanceof PutCommand) write(command.input.TableName, command.input.Item);
    else if (command instanceof BatchWriteCommand)
      for (const [table, requests] of Object.entries(command.input.RequestItems ?? {}))
        for (const { PutRequest, DeleteRequest } of requests)
          if (PutRequest) write(table, PutRequest.Item);
          else drop(table, DeleteRequest?.Key);
    else throw new Error("the rehearsal does not know this command");
    return {};
  }

  function found(ask: QueryCommand["input"]): object {
    if (ask.IndexName) throw new Error("the rehearsal has no indexes");
    const values = ask.ExpressionAttributeValues ?? {};
    const range = ask.KeyConditionExpression ?? "";
    const items = [...partition(ask.TableName, String(values[":p"])).values()]
      .filter(({ sk }) => within(range, sk, String(values[":a"]), String(values[":b"])))
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
    if (ask.ScanIndexForward === false) items.reverse();
    return { Items: items.slice(0, ask.Limit ?? items.length).map((item) => ({ ...item })) };
  }

  const doc = { send: async (command: unknown) => answer(command) };
  return {
    table: { doc: doc as unknown as TableClient["doc"], ...names },
    putDown() {
      const puts = [...fresh.values()].map(({ TableName, key, item }) =>
        item ? { Put: { TableName, Item: item } } : { Delete: { TableName, Key: key } },
      );
      fresh = new Map();
      putting = putting.then(async () => {
        for (const TransactItems of inParts(puts))
          await real.doc.send(new TransactWriteCommand({ TransactItems }));
      });
      return putting;
    },
  };
}

type Partition = Map<string, Item>;

/** As the real table keeps it: nobody else's object, bytes as bytes, nothing undefined. */
function asKept(value: unknown): unknown {
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(asKept);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(said.map(([name, part]) => [name, asKept(part)]));
}

function holds({ ConditionExpression, ExpressionAttributeValues = {} }: Condition, there: Item | undefined) {
  const value = (name: string) => ExpressionAttributeValues[name];
  const taken = there?.["taken"] as number | undefined;
  switch (ConditionExpression) {
    case "attribute_not_exists(pk)":
      return there === undefined;
    case "v = :v":
      return there?.["v"] === value(":v");
    case "(attribute_not_exists(taken) OR taken < :limit) AND (attribute_not_exists(rev) OR rev <= :rev)":
      return (taken ?? 0) < (value(":limit") as number);
    case "taken >= :one":
      return taken !== undefined && taken >= 1;
    default:
      throw new Error("the rehearsal does not know this condition");
  }
}

/** What `take` and `giveBack` of `shared/data` make of a counter; a made-up past changes no plan. */
function counted(
  { Key: key, ExpressionAttributeValues: values = {} }: Action,
  there: Item | undefined,
): Item {
  const before = (there?.["taken"] as number | undefined) ?? 0;
  const limit = values[":limit"];
  return limit === undefined
    ? { ...(key as Key), ...there, taken: before - 1 }
    : { ...(key as Key), ...there, taken: before + 1, limit };
}

function within(range: string, sk: string, a: string, b: string): boolean {
  if (range.includes("begins_with")) return sk.startsWith(a);
  if (range.includes("BETWEEN")) return sk >= a && sk <= b;
  if (range.includes(">=")) return sk >= a;
  return !range.includes("<=") || sk <= b;
}

const inParts = <T>(all: readonly T[], size = 100): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
