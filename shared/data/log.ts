import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Ctx } from "../kernel/context.ts";
import { AppError } from "../kernel/errors.ts";
import type { Item } from "./read.ts";

/**
 * One thing that happened. Ids, versions and non-clinical numbers only, never a health fact:
 * whoever needs the facts reads the items.
 */
export interface LogEntry {
  /** Whose life it belongs to: a partition of `records`, such as `C#P-123456785`. */
  subject: string;
  /** Noun and past participle, such as `client.enrolled`. */
  action: string;
  refs?: Record<string, string | number | boolean | readonly string[]>;
  /** Version of the thing changed, so that consumers keep order per subject. */
  v?: number;
  why?: string;
}

/** A log entry as it is kept; `w#` entries changed something, `r#` entries opened something. */
export interface StoredEntry extends LogEntry {
  id: string;
  at: string;
  by: { kind: string; id: string; name: string };
  from: string;
}

/** The item of a write entry: `pk` subject, `sk` `w#<ulid>`, and its two index keys. */
export function entryItem(ctx: Ctx, entry: LogEntry, shard: number): Item {
  const at = ctx.now();
  return { ...base(ctx, entry, `w#${ctx.newId()}`, at), tail: `${at.slice(0, 10)}#${shard}` };
}

/**
 * Leaves the trace of a reading before the reading happens. A list view is one entry under the
 * reader that names its subjects; an opened file is one entry under the file.
 * @throws AppError `Unavailable` when the trace cannot be written: then nothing may be read.
 */
export async function logRead(ctx: Ctx, entry: LogEntry): Promise<void> {
  try {
    await ctx.table.doc.send(
      new PutCommand({
        TableName: ctx.table.log,
        Item: base(ctx, entry, `r#${ctx.newId()}`, ctx.now()),
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    );
  } catch (cause) {
    throw Object.assign(
      new AppError("Unavailable", {
        en: "The access log cannot be written, so nothing was opened. Please try again.",
        zh: "访问日志暂时无法写入，因此未打开任何记录，请稍后重试。",
      }),
      { cause },
    );
  }
}

export function storedEntry(item: Item): StoredEntry {
  const { pk, sk, tail: _tail, actor, name, ...rest } = item;
  const [kind = "", ...id] = String(actor).split("#");
  const by = { kind, id: id.join("#"), name: name ?? kind };
  return { ...rest, by, subject: pk, id: sk } as StoredEntry;
}

function base(ctx: Ctx, entry: LogEntry, sk: string, at: string): Item {
  const { kind, id, name } = ctx.actor;
  return {
    pk: entry.subject,
    sk,
    at,
    action: entry.action,
    actor: `${kind}#${id}`,
    ...(kind === "staff" || kind === "job" || kind === "machine" ? { name } : {}),
    from: ctx.from,
    ...(entry.refs ? { refs: entry.refs } : {}),
    ...(entry.v !== undefined ? { v: entry.v } : {}),
    ...(entry.why ? { why: entry.why } : {}),
  };
}
