import { bucketOf } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import { type DueLane, dueShards } from "./table.ts";

/** The partition of one shard of a lane of the due index. */
export const duePartition = (lane: DueLane, shard: number): string => `DUE#${lane}#${shard}`;

/**
 * The due-index attributes of an item that falls due at an instant. Leave them off and the item is
 * no longer pending. `spread` (the item's own partition and sort key) chooses the shard and keeps
 * two items of one instant apart.
 */
export function dueKey(lane: DueLane, spread: string, at: Instant): { duePk: string; dueSk: string } {
  return { duePk: duePartition(lane, bucketOf(spread, dueShards)), dueSk: `${at}#${spread}` };
}
