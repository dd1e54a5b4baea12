import { BatchWriteCommand, type BatchWriteCommandOutput } from "@aws-sdk/lib-dynamodb";
import type { Ctx } from "../kernel/context.ts";
import type { Item, Key } from "./read.ts";

/**
 * Writes items that only repeat what other items say (a search term, a count). They carry no fact
 * of their own, may be written twice or rebuilt at any time, and so need no log entry and no condition.
 */
export async function deriveItems(
  ctx: Ctx,
  { puts, drops }: { puts: readonly Item[]; drops: readonly Key[] },
) {
  const requests = [
    ...puts.map((Item) => ({ PutRequest: { Item } })),
    ...drops.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  ];
  for (let start = 0; start < requests.length; start += 25) {
    let ask: NonNullable<BatchWriteCommandOutput["UnprocessedItems"]> = {
      [ctx.table.records]: requests.slice(start, start + 25),
    };
    while (Object.keys(ask).length) {
      const answer: BatchWriteCommandOutput = await ctx.table.doc.send(
        new BatchWriteCommand({ RequestItems: ask }),
      );
      ask = answer.UnprocessedItems ?? {};
    }
  }
}
