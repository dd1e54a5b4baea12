import {
  InternalServerError,
  ThrottlingException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import type { TableClient } from "../../shared/data/client.ts";
import { digest } from "../../shared/kernel/ids.ts";

/** What the network and the table do to a caller, as probabilities per request; all begin at 0. */
export interface Faults {
  /** A transaction is cancelled because another touched the same item. */
  conflict: number;
  /** The table asks to slow down. */
  throttle: number;
  /** The write happened, but its answer was lost. */
  lostAnswer: number;
  /** The process dies before this many more writes; then nothing answers any more. */
  writesUntilDeath: number;
  /** The process dies after this many more requests, reads and writes alike. */
  callsUntilDeath: number;
  /** The last of them takes effect, and its answer never arrives. */
  diesAfter: boolean;
}

export const noFaults = (): Faults => ({
  conflict: 0,
  throttle: 0,
  lostAnswer: 0,
  writesUntilDeath: Number.POSITIVE_INFINITY,
  callsUntilDeath: Number.POSITIVE_INFINITY,
  diesAfter: false,
});

/** Thrown for every request after `writesUntilDeath` ran out. */
export class ProcessDied extends Error {
  override readonly name = "ProcessDied";
}

/** Capacity since it was last asked for: units of the tables, and of each index apart. */
export interface Consumed {
  calls: number;
  /** Transactions tried, those that collided or were throttled included. */
  tried: number;
  rru: number;
  wru: number;
  indexWru: Record<string, number>;
}

interface Measured {
  TableName?: string;
  CapacityUnits?: number;
  Table?: { CapacityUnits?: number };
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>;
}

const writes = /^(TransactWrite|Put|Update|Delete|BatchWrite)/;

/**
 * Wraps a client's requests: refuses what the product must never ask (a Scan, PartiQL, a change of the log),
 * counts capacity, and injects the faults inside the SDK's own retries, as a real table would.
 */
export function watch(table: TableClient, faults: Faults, random: () => number): () => Consumed {
  let used = nothing();
  /** The engine remembers request tokens for all its tables, and worlds of one seed make the same ones. */
  const mark = digest(table.log).slice(0, 8);
  const stack = table.doc.middlewareStack;
  stack.add(
    (next, context) => (args) => {
      const command = context["commandName"] as string;
      refuseForbidden(command, args.input as Record<string, unknown>, table.log);
      const input = { ...(args.input as object), ReturnConsumedCapacity: "INDEXES" } as Record<
        string,
        unknown
      >;
      const token = input["ClientRequestToken"];
      return next({ ...args, input: token ? { ...input, ClientRequestToken: `${token}-${mark}` } : input });
    },
    { step: "initialize", name: "guard" },
  );
  stack.add(
    (next, context) => async (args) => {
      const isWrite = writes.test(context["commandName"] as string);
      if (isWrite) faults.writesUntilDeath -= 1;
      faults.callsUntilDeath -= 1;
      if (faults.writesUntilDeath < 0 || faults.callsUntilDeath < 0) throw died();
      const input = args.input as { TransactItems?: unknown[] };
      if (input.TransactItems) used.tried += 1;
      if (random() < faults.throttle) throw throttled();
      if (isWrite && input.TransactItems && random() < faults.conflict)
        throw collided(input.TransactItems.length, random);
      const answer = await next(args);
      if (faults.diesAfter && faults.callsUntilDeath === 0) throw died();
      add(used, isWrite, (answer.output as { ConsumedCapacity?: Measured | Measured[] }).ConsumedCapacity);
      if (isWrite && random() < faults.lostAnswer) throw lost();
      return answer;
    },
    { step: "finalizeRequest", name: "faults", priority: "low" },
  );
  return () => {
    const answer = used;
    used = nothing();
    return answer;
  };
}

const nothing = (): Consumed => ({ calls: 0, tried: 0, rru: 0, wru: 0, indexWru: {} });

function add(used: Consumed, isWrite: boolean, measured: Measured | Measured[] | undefined): void {
  used.calls += 1;
  for (const one of [measured ?? []].flat()) {
    const indexes = Object.entries(one.GlobalSecondaryIndexes ?? {});
    const inIndexes = indexes.reduce((sum, [, { CapacityUnits = 0 }]) => sum + CapacityUnits, 0);
    const units = one.CapacityUnits ?? 0;
    if (!isWrite) {
      used.rru += units;
      continue;
    }
    used.wru += one.Table?.CapacityUnits ?? units - inIndexes;
    for (const [name, { CapacityUnits = 0 }] of indexes)
      used.indexWru[name] = (used.indexWru[name] ?? 0) + CapacityUnits;
  }
}

function refuseForbidden(command: string, input: Record<string, unknown>, log: string): void {
  if (/^(Scan|ExecuteStatement|BatchExecuteStatement|ExecuteTransaction)/.test(command))
    throw new Error(`${command} is not for a request path`);
  const changesLog = (request: unknown) => (request as { TableName?: string } | undefined)?.TableName === log;
  if (/^(Update|Delete)Item/.test(command) && changesLog(input)) throw new Error(`${command} on the log`);
  if (/^BatchWrite/.test(command) && Object.hasOwn((input["RequestItems"] ?? {}) as object, log))
    throw new Error(`${command} on the log`);
  for (const action of (input["TransactItems"] ?? []) as Record<string, unknown>[])
    if (changesLog(action["Update"]) || changesLog(action["Delete"])) throw new Error("a change of the log");
}

const died = () => new ProcessDied("the process died here");

const answered = (httpStatusCode: number) => ({ $metadata: { httpStatusCode, attempts: 1 } });

const throttled = () => new ThrottlingException({ message: "Rate exceeded", ...answered(400) } as never);

const lost = () => new InternalServerError({ message: "the answer was lost", ...answered(500) });

function collided(length: number, random: () => number): TransactionCanceledException {
  const at = Math.floor(random() * length);
  return new TransactionCanceledException({
    message: "Transaction cancelled",
    CancellationReasons: Array.from({ length }, (_, i) => ({
      Code: i === at ? "TransactionConflict" : "None",
    })),
    ...answered(400),
  });
}
