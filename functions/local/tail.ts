import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { TableClient } from "../../shared/data/client.ts";
import { type StoredEntry, storedEntry } from "../../shared/data/log.ts";
import { type Item, queryLog } from "../../shared/data/read.ts";
import type { Log } from "../../shared/kernel/home.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { cursorFrom, type KeptCursor } from "./cursor.ts";
import { readJson, writeWhole } from "./files.ts";

/** Follows the log where there is no stream. */
export interface Tail {
  /** Something was written in these slices of the tail (`<day>#<shard>`). */
  touch(slices: Iterable<string>): void;
  /** Resolves when everything written before the call was handed on. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface TailOptions {
  table: TableClient;
  now(): Instant;
  /** Where the cursor is kept; without one the whole log is handed on first. */
  cursorFile: string;
  /** Idempotent by entry id: after a crash some entries come again. */
  handle(entries: StoredEntry[]): Promise<void>;
  log: Log;
  /** How late an id may be committed and still be found by a sweep. */
  overlapMs?: number;
  /** A sweep over all slices since the last one, for what nobody announced. */
  sweepMs?: number;
}

interface Found {
  slice: string;
  entry: StoredEntry;
}

const foundIn = (item: Item): Found => ({ slice: String(item["tail"]), entry: storedEntry(item) });
const byId = (a: Found, b: Found): number => (a.entry.id < b.entry.id ? -1 : 1);
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts following: at once what was announced, now and then everything. */
export async function followLog(options: TailOptions): Promise<Tail> {
  const { table, now, cursorFile, log, overlapMs = 60_000, sweepMs = 30_000 } = options;
  const today = () => now().slice(0, 10);
  const kept = await readJson<KeptCursor | undefined>(cursorFile, undefined);
  const cursor = cursorFrom(kept ?? { day: today(), upTo: {} }, overlapMs);
  const touched = new Set<string>();
  let waiting: (() => void)[] = [];
  let unread = !kept;
  let sweepDue = true;
  let stopped = false;
  let savedAt = 0;
  let wake = () => {};
  const sweepSoon = () => {
    sweepDue = true;
    wake();
  };
  const timer = setInterval(sweepSoon, sweepMs);

  async function handOn(found: Found[]): Promise<void> {
    found.sort(byId);
    for (let start = 0; start < found.length; start += 100) {
      const part = found.slice(start, start + 100);
      await patiently(
        part.map(({ entry }) => entry),
        options,
      );
      for (const { slice, entry } of part) cursor.took(slice, entry.id);
    }
  }

  async function look(slices: readonly string[]): Promise<void> {
    const found: Found[] = [];
    for (let start = 0; start < slices.length; start += 16)
      found.push(...(await Promise.all(slices.slice(start, start + 16).map(freshIn))).flat());
    await handOn(found);
  }

  async function freshIn(slice: string): Promise<Found[]> {
    const from = cursor.from(slice);
    const { items } = await queryLog({ table }, { index: "tail", pk: slice, ...(from ? { from } : {}) });
    return items.map(foundIn).filter(({ entry }) => cursor.isNew(slice, entry.id));
  }

  async function round(): Promise<void> {
    const announced = [...touched];
    const [whole, until, told] = [sweepDue, today(), sweepDue ? waiting : []];
    touched.clear();
    if (whole) [sweepDue, waiting] = [false, []];
    try {
      if (unread) await handOn(await everyWrite(table));
      unread = false;
      await look(whole ? [...new Set([...announced, ...cursor.slicesUntil(until)])] : announced);
    } catch (error) {
      for (const slice of announced) touched.add(slice);
      if (whole) [sweepDue, waiting] = [true, [...told, ...waiting]];
      throw error;
    }
    if (whole) cursor.sweptUntil(until);
    if (whole || Date.now() - savedAt > 1000) await save();
    for (const tell of told) tell();
  }

  async function save(): Promise<void> {
    savedAt = Date.now();
    await writeWhole(cursorFile, JSON.stringify(cursor.keep()));
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      if (!sweepDue && !touched.size) await new Promise<void>((resolve) => (wake = resolve));
      if (stopped) return;
      const began = Date.now();
      try {
        await round();
      } catch (error) {
        log.error("the log could not be followed; it is tried again", error);
        await rest(500);
      }
      await rest(Math.min(300, 3 * (Date.now() - began)));
    }
  }

  const following = follow();
  return {
    touch(slices) {
      for (const slice of slices) touched.add(slice);
      wake();
    },
    caughtUp: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        sweepSoon();
      }),
    async stop() {
      stopped = true;
      clearInterval(timer);
      wake();
      await following;
      await save();
    },
  };
}

/** All at once; when that fails one by one, and an entry that fails four times is told and left behind. */
async function patiently(entries: StoredEntry[], { handle, log }: TailOptions): Promise<void> {
  try {
    return await handle(entries);
  } catch {
    for (const entry of entries)
      for (let tried = 1; ; tried++) {
        try {
          await handle([entry]);
          break;
        } catch (error) {
          if (tried === 4) {
            log.error("log entry not followed", error, { entry: entry.id, action: entry.action });
            break;
          }
          await rest(100 * 2 ** tried);
        }
      }
  }
}

async function everyWrite(table: TableClient): Promise<Found[]> {
  const found: Found[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(
      new ScanCommand({ TableName: table.log, ...(after ? { ExclusiveStartKey: after } : {}) }),
    );
    found.push(...((page.Items ?? []) as Item[]).filter((item) => item["tail"]).map(foundIn));
    after = page.LastEvaluatedKey;
  } while (after);
  return found;
}
