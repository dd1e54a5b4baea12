import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Ctx } from "../kernel/context.ts";
import { AppError, Conflict } from "../kernel/errors.ts";
import { bucketOf, digest } from "../kernel/ids.ts";
import { epochMs } from "../kernel/time.ts";
import { entryItem, type LogEntry } from "./log.ts";
import { getItem, type Item, type Key } from "./read.ts";
import { tailShards } from "./table.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One conditional write and the refusal it becomes when its condition does not hold. */
export interface Change {
  write: (table: string) => Write;
  refusal: () => Error;
}

/** Writes an item that must not exist yet. */
export const putNew = (item: Item, refusal: () => Error = () => new Conflict()): Change => ({
  write: (TableName) => ({
    Put: { TableName, Item: { v: 1, ...item }, ConditionExpression: "attribute_not_exists(pk)" },
  }),
  refusal,
});

/** Writes an item that must not exist yet; one past its time (`expires`) counts as gone: the table may take days to drop it. */
export const putFree = (
  ctx: Pick<Ctx, "now">,
  item: Item,
  refusal: () => Error = () => new Conflict(),
): Change => ({
  write: (TableName) => ({
    Put: {
      TableName,
      Item: { v: 1, ...item },
      ConditionExpression: "attribute_not_exists(pk) OR #expires <= :now",
      ExpressionAttributeNames: { "#expires": "expires" },
      ExpressionAttributeValues: { ":now": Math.floor(epochMs(ctx.now()) / 1000) },
    },
  }),
  refusal,
});

/** Writes an item over the version that was read (`item.v`); the stored version becomes `v + 1`. */
export const save = (item: Item & { v: number }, refusal: () => Error = () => new Conflict()): Change => ({
  write: (TableName) => ({
    Put: {
      TableName,
      Item: { ...item, v: item.v + 1 },
      ConditionExpression: "v = :v",
      ExpressionAttributeValues: { ":v": item.v },
    },
  }),
  refusal,
});

/** Takes away an item as it was read (`v`). */
export const drop = ({ pk, sk, v }: Key & { v: number }): Change => ({
  write: (TableName) => ({
    Delete: {
      TableName,
      Key: { pk, sk },
      ConditionExpression: "v = :v",
      ExpressionAttributeValues: { ":v": v },
    },
  }),
  refusal: () => new Conflict(),
});

/** A repeated request is recognised by its key and answered with what the first one made. */
export interface Once {
  /** Actor, method and path scoped; from `onceKey`. */
  key: string;
  /** Hash of the input, so that the same key with another input is refused. */
  input: string;
  /** Ids the first request made, to find them again. */
  made: Record<string, string | number>;
}

const onceItemKey = (key: string): Key => ({ pk: `ONCE#${key}`, sk: "ONCE" });

/** A request with this key has been answered before; `madeBefore` finds what it made. */
export class Repeated extends Conflict {}

/**
 * What an earlier request with this key made, if there was one within 24 hours.
 * @throws AppError `Unprocessable` when the key was used for another input.
 */
export async function madeBefore(ctx: Ctx, key: string, input: unknown): Promise<Once["made"] | undefined> {
  const item = await getItem(ctx, onceItemKey(key));
  if (!item) return undefined;
  if (item["input"] !== inputHash(input))
    throw new AppError("Unprocessable", {
      en: "This Idempotency-Key was used for a different request. Use a new key.",
      zh: "该 Idempotency-Key 已用于其他请求，请换用新的键。",
    });
  return item["made"] as Once["made"];
}

/** Scopes a client's idempotency key to the actor and the act. */
export const onceKey = (ctx: Ctx, act: string, key: string): string =>
  digest(`${ctx.actor.id} ${act} ${key}`);

export const inputHash = (input: unknown): string => digest(JSON.stringify(input));

export interface Commit {
  changes: readonly Change[];
  /** What happened; the audit event and the outbox in one. */
  log: LogEntry | readonly LogEntry[];
  once?: Once;
}

const attempts = 12;

/**
 * The one way to write: all changes, the log entries and the idempotency item in one transaction,
 * or nothing at all. Collisions and throttling are waited out and tried again with the same token.
 * @throws Repeated when the idempotency key was used before; the `refusal` of the first change whose
 * condition does not hold; `Unavailable` when the table stays busy.
 */
export async function commit(ctx: Ctx, what: Commit): Promise<void> {
  const entries = Array.isArray(what.log) ? (what.log as readonly LogEntry[]) : [what.log as LogEntry];
  const once: Change[] = what.once ? [onceChange(ctx, what.once)] : [];
  const changes = [...once, ...what.changes];
  const TransactItems: Write[] = [
    ...changes.map((change) => change.write(ctx.table.records)),
    ...entries.map((entry) => ({
      Put: {
        TableName: ctx.table.log,
        Item: entryItem(ctx, entry, bucketOf(entry.subject, tailShards)),
        ConditionExpression: "attribute_not_exists(pk)",
      },
    })),
  ];
  if (TransactItems.length > 100)
    throw new Error(`a commit of ${TransactItems.length} actions; use a journal of commits`);
  const ClientRequestToken = ctx.newId();
  for (let attempt = 1; ; attempt++) {
    try {
      await ctx.table.doc.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
      return;
    } catch (error) {
      const refusal = refusalIn(error, changes);
      if (refusal) throw refusal;
      if (!isBusy(error)) throw error;
      if (attempt === attempts) throw busy();
      await pause(ctx, attempt);
    }
  }
}

/**
 * Runs a verb's load–decide–commit again when somebody else changed what it read. The first attempt may
 * read what was true a moment ago, for its writes are conditional; a further one (`again`) reads what is.
 * @throws the last `Conflict` after `times` tries.
 */
export async function withRetry<T>(ctx: Ctx, act: (again: boolean) => Promise<T>, times = 6): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(attempt > 1);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === times) throw error;
      await pause(ctx, attempt);
    }
  }
}

function onceChange(ctx: Ctx, once: Once): Change {
  const expires = Math.floor(epochMs(ctx.now()) / 1000) + 24 * 3600;
  const item = { ...onceItemKey(once.key), input: once.input, made: once.made, expires };
  return putFree(ctx, item, () => new Repeated());
}

function refusalIn(error: unknown, changes: readonly Change[]): Error | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const at = (error.CancellationReasons ?? []).findIndex(
    (reason) => reason.Code === "ConditionalCheckFailed",
  );
  if (at < 0) return undefined;
  return changes[at]?.refusal() ?? new Conflict();
}

const busyNames = new Set([
  "TransactionConflictException",
  "TransactionInProgressException",
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "InternalServerError",
]);
const busyReasons = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

function isBusy(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some((reason) => busyReasons.has(reason.Code ?? ""));
  return error instanceof Error && busyNames.has(error.name);
}

const busy = (): AppError =>
  new AppError("Unavailable", {
    en: "The system is very busy. Nothing was changed; please try again.",
    zh: "系统繁忙，未作任何更改，请稍后重试。",
  });

/** Full jitter: up to 10 ms × 2^attempt, at most 400 ms. */
const pause = (ctx: Ctx, attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ctx.random() * Math.min(400, 10 * 2 ** attempt)));
