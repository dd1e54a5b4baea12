import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { type StoredEntry, storedEntry } from "../../shared/data/log.ts";
import type { Item } from "../../shared/data/read.ts";
import type { Home } from "../../shared/kernel/home.ts";

/** Whoever follows the log: `handle` is idempotent by entry id. */
export interface Follower {
  handle(entries: StoredEntry[]): Promise<void>;
}

/**
 * Follows the log's stream. Only entries that changed something (`w#`) are handed on, all at once; when
 * that fails, one by one, so that the stream resumes at the first entry that cannot be followed and
 * the order within a subject holds.
 */
export function streamFunction(follower: Follower, home: Pick<Home, "log">) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const changes = event.Records.flatMap(changeIn);
    if (!changes.length) return { batchItemFailures: [] };
    try {
      await follower.handle(changes.map((change) => change.entry));
      return { batchItemFailures: [] };
    } catch {
      return { batchItemFailures: await firstFailure(changes, follower, home) };
    }
  };
}

interface Change {
  entry: StoredEntry;
  sequence: string;
}

function changeIn({ dynamodb }: DynamoDBRecord): Change[] {
  const { NewImage, SequenceNumber } = dynamodb ?? {};
  if (!NewImage || !SequenceNumber || !NewImage["sk"]?.S?.startsWith("w#")) return [];
  const item = unmarshall(NewImage as Parameters<typeof unmarshall>[0]) as Item;
  return [{ entry: storedEntry(item), sequence: SequenceNumber }];
}

async function firstFailure(
  changes: readonly Change[],
  follower: Follower,
  home: Pick<Home, "log">,
): Promise<DynamoDBBatchResponse["batchItemFailures"]> {
  for (const { entry, sequence } of changes) {
    try {
      await follower.handle([entry]);
    } catch (error) {
      home.log.error("log entry not followed", error, { entry: entry.id, action: entry.action });
      return [{ itemIdentifier: sequence }];
    }
  }
  return [];
}
