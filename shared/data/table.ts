/**
 * The two tables, once: read by the CDK stacks, the embedded database and the tests.
 * `records` holds what is; `log` holds what happened and is append-only.
 */
export interface IndexShape {
  name: string;
  partitionKey: string;
  sortKey: string;
  projection: "KEYS_ONLY" | "ALL";
}

export interface TableShape {
  name: "records" | "log";
  partitionKey: string;
  sortKey: string;
  indexes: readonly IndexShape[];
  /** Attribute with epoch seconds after which an item may go, if the table forgets at all. */
  ttl?: string;
  appendOnly: boolean;
}

export const recordsTable = {
  name: "records",
  partitionKey: "pk",
  sortKey: "sk",
  ttl: "expires",
  appendOnly: false,
  indexes: [
    /** What falls due: `DUE#<lane>#<shard>` by UTC instant; holds pending work only. */
    { name: "due", partitionKey: "duePk", sortKey: "dueSk", projection: "KEYS_ONLY" },
    /** A list somebody works from: a day's arrivals, a review queue, a manager's worklist, a panel. */
    { name: "list", partitionKey: "listPk", sortKey: "listSk", projection: "KEYS_ONLY" },
  ],
} as const satisfies TableShape;

export const logTable = {
  name: "log",
  partitionKey: "pk",
  sortKey: "sk",
  appendOnly: true,
  indexes: [
    /** The tail consumers follow where there is no stream: `<day>#<shard>` by ULID; writes only. */
    { name: "tail", partitionKey: "tail", sortKey: "sk", projection: "ALL" },
    /** What one actor did and opened. */
    { name: "actor", partitionKey: "actor", sortKey: "sk", projection: "ALL" },
  ],
} as const satisfies TableShape;

export const tables: readonly TableShape[] = [recordsTable, logTable];

export const tailShards = 16;
export const dueShards = 16;
export const dueLanes = ["critical", "care", "bulk"] as const;
export type DueLane = (typeof dueLanes)[number];
