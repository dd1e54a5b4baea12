import { Buffer } from "node:buffer";
import type { TableClient } from "../../shared/data/client.ts";

/** Capacity units of one call or of several: of the tables, and of their indexes apart. */
export interface Units {
  wru: number;
  rru: number;
  indexWru: number;
}

/** What the items of a client's calls must cost, and what the engine said they cost. */
export interface Ledger {
  /** Counted from the bytes of the items written and read since the last call. */
  counted(): Units;
  /** Reported by the engine for the same calls. */
  reported(): Units;
}

type Value = string | number | boolean | null | undefined | readonly Value[] | { [name: string]: Value };
type Row = { [name: string]: Value };

/** Size of a value as DynamoDB bills it. */
function bytesOf(value: Value): number {
  if (value === undefined) return 0;
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return Math.ceil(String(value).replace(/[-.]/g, "").length / 2) + 1;
  if (Array.isArray(value)) return 3 + value.reduce((sum, one) => sum + 1 + bytesOf(one), 0);
  return (
    3 +
    Object.entries(value).reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + bytesOf(one), 0)
  );
}

/** Size of an item: the names and values of its attributes. */
export const itemBytes = (row: object): number =>
  Object.entries(row as Row).reduce(
    (sum, [name, one]) => sum + (one === undefined ? 0 : Buffer.byteLength(name) + bytesOf(one)),
    0,
  );

const started = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit));
const written = (bytes: number, each: number): number => each * started(bytes, 1024);
const read = (bytes: number, consistent: unknown): number => started(bytes, 4096) * (consistent ? 1 : 0.5);

interface Written {
  Put?: { Item?: Row };
  Update?: { Key?: Row; ExpressionAttributeValues?: Row };
}
interface Input extends NonNullable<Written["Put"]>, NonNullable<Written["Update"]> {
  TransactItems?: Written[];
  ConsistentRead?: boolean;
}
interface Used {
  CapacityUnits?: number;
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>;
}
interface Output {
  Item?: Row;
  Items?: Row[];
  Responses?: Record<string, Row[]>;
  ConsumedCapacity?: Used | Used[];
}

const isRead = /^(Get|BatchGet|Query)/;

/** Follows what a client asks and counts it twice: from the bytes, and as the engine reports it. */
export function keepLedger(table: TableClient): Ledger {
  let counted = nothing();
  let reported = nothing();
  table.doc.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context["commandName"]);
      const input = args.input as unknown as Input;
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "INDEXES" } });
      const output = answer.output as unknown as Output;
      if (isRead.test(command)) counted.rru += unitsRead(input, output);
      else counted.wru += unitsWritten(input);
      note(reported, isRead.test(command), output.ConsumedCapacity);
      return answer;
    },
    { step: "initialize", name: "ledger" },
  );
  return {
    counted() {
      const units = counted;
      counted = nothing();
      return units;
    },
    reported() {
      const units = reported;
      reported = nothing();
      return units;
    },
  };
}

export const nothing = (): Units => ({ wru: 0, rru: 0, indexWru: 0 });

/** Reads come by 4 KB: each item of a batch by itself, the items of a query together; half when eventual. */
function unitsRead({ ConsistentRead }: Input, { Item, Items, Responses }: Output): number {
  if (Responses)
    return Object.values(Responses)
      .flat()
      .reduce((sum, row) => sum + read(itemBytes(row), false), 0);
  const rows = Items ?? (Item ? [Item] : []);
  return read(
    rows.reduce((sum, row) => sum + itemBytes(row), 0),
    ConsistentRead,
  );
}

/** Writes come by started KB: two units each in a transaction, one outside. */
function unitsWritten(input: Input): number {
  if (!input.TransactItems) return written(sizeOf({ Put: input, Update: input }), 1);
  return input.TransactItems.reduce((sum, one) => sum + written(sizeOf(one), 2), 0);
}

const sizeOf = ({ Put, Update }: Written): number =>
  Put?.Item ? itemBytes(Put.Item) : itemBytes({ ...Update?.Key, ...Update?.ExpressionAttributeValues });

function note(units: Units, reading: boolean, used: Used | Used[] | undefined): void {
  for (const { CapacityUnits = 0, GlobalSecondaryIndexes = {} } of [used ?? []].flat()) {
    const inIndexes = Object.values(GlobalSecondaryIndexes).reduce(
      (sum, index) => sum + (index.CapacityUnits ?? 0),
      0,
    );
    if (reading) units.rru += CapacityUnits;
    else {
      units.wru += CapacityUnits - inIndexes;
      units.indexWru += inIndexes;
    }
  }
}
