import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Ctx } from "../kernel/context.ts";
import { addMinutes, type Instant } from "../kernel/time.ts";
import { duePartition } from "./due.ts";
import { type Key, query } from "./read.ts";
import type { DueLane } from "./table.ts";

/** A row of the due index whose time has come. */
export interface DueRow extends Key {
  dueSk: string;
}

/** What has come due in one shard of a lane, the earliest first, page by page; reads nothing that is not due. */
export async function* dueRows(ctx: Ctx, lane: DueLane, shard: number, page = 100): AsyncGenerator<DueRow[]> {
  let after: Record<string, unknown> | undefined;
  do {
    const { items, next } = await query(ctx, {
      index: "due",
      pk: duePartition(lane, shard),
      to: `${ctx.now()}$`,
      limit: page,
      after,
    });
    if (items.length) yield items.map(({ pk, sk, dueSk }) => ({ pk, sk, dueSk: dueSk as string }));
    after = next;
  } while (after);
}

/**
 * Takes a due row for so many minutes, if nobody else has. Not a commit: it changes no fact of the item,
 * neither its version nor its log, only when the sweep looks at it next; a lost job comes back by itself.
 */
export async function lease(ctx: Ctx, row: DueRow, minutes: number): Promise<boolean> {
  const until: Instant = addMinutes(ctx.now(), minutes);
  const rest = row.dueSk.slice(row.dueSk.indexOf("#"));
  try {
    await ctx.table.doc.send(
      new UpdateCommand({
        TableName: ctx.table.records,
        Key: { pk: row.pk, sk: row.sk },
        UpdateExpression: "SET dueSk = :until",
        ConditionExpression: "dueSk = :seen",
        ExpressionAttributeValues: { ":until": `${until}${rest}`, ":seen": row.dueSk },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
