import { existsSync, mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { encodeTime } from "ulid";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { announceWrites } from "../../functions/local/announce.ts";
import { engineConfig } from "../../functions/local/tables.ts";
import { followLog, type Tail } from "../../functions/local/tail.ts";
import { tableClient } from "../../shared/data/client.ts";
import { commit, putNew } from "../../shared/data/commit.ts";
import { bucketOf } from "../../shared/kernel/ids.ts";
import { epochMs } from "../../shared/kernel/time.ts";
import { type World, world } from "../support/world.ts";

let at: World;
let folder: string;
let handed: string[];
let tail: Tail;

beforeEach(async () => {
  at = await world();
  folder = mkdtempSync(join(tmpdir(), "perennial-tail-"));
  handed = [];
});
afterEach(async () => {
  await tail.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The first look at a log reads all of it, which the world's own client rightly refuses. */
const follow = (handle = (ids: string[]): void => void handed.push(...ids)): Promise<Tail> => {
  const { records, log } = at.home.table;
  return followLog({
    table: tableClient(engineConfig(inject("engine")), { records, log }),
    now: at.clock.now,
    log: at.home.log,
    cursorFile: join(folder, "tail.json"),
    handle: async (entries) => handle(entries.map(({ id }) => id)),
    overlapMs: 60_000,
    sweepMs: 3_600_000,
  });
};

const subject = "C#P-100000017";
let n = 0;

/** Commits an entry through the front door and tells its id. */
async function happens(): Promise<string> {
  const before = new Set((await at.entries()).map(({ id }) => id));
  n += 1;
  await commit(at.ctx(), {
    changes: [putNew({ pk: subject, sk: `NOTE#${n}` })],
    log: { subject, action: "note.made" },
  });
  return (await at.entries()).find(({ id }) => !before.has(id))?.id ?? "";
}

/** What a commit leaves behind when its id was made `seconds` before it got through. */
async function arrivesLate(seconds: number): Promise<string> {
  const made = epochMs(at.clock.now()) - seconds * 1000;
  const sk = `w#${encodeTime(made, 10)}0000000000000000`;
  const day = new Date(made).toISOString().slice(0, 10);
  await at.home.table.doc.send(
    new PutCommand({
      TableName: at.home.table.log,
      Item: {
        pk: subject,
        sk,
        at: at.clock.now(),
        action: "note.made",
        tail: `${day}#${bucketOf(subject, 16)}`,
      },
    }),
  );
  return sk;
}

test("a commit that got through late, with an older id than what was seen, is not skipped", async () => {
  tail = await follow();
  const young = await happens();
  await tail.caughtUp();
  expect(handed).toEqual([young]);
  const late = await arrivesLate(45);
  expect(late < young).toBe(true);
  await tail.caughtUp();
  expect(handed).toEqual([young, late]);
});

test("nothing is handed on twice while it runs, however often the window is read again", async () => {
  tail = await follow();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    ids.push(await happens());
    at.clock.advance({ minutes: 0.2 });
    await tail.caughtUp();
  }
  await tail.caughtUp();
  expect(handed).toEqual(ids);
});

test("it goes on after a restart where it was, overlap included, and misses no day in between", async () => {
  tail = await follow();
  await happens();
  await tail.caughtUp();
  await tail.stop();
  at.clock.advance({ minutes: 5 });
  const meanwhile = [await happens()];
  at.clock.advance({ days: 3 });
  meanwhile.push(await happens());
  at.clock.advance({ days: 40 });
  handed = [];
  tail = await follow();
  await tail.caughtUp();
  expect(handed).toEqual(expect.arrayContaining(meanwhile));
});

test("without a cursor the whole log is handed on, in the order of its ids", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) {
    ids.push(await happens());
    at.clock.advance({ days: 100 });
  }
  tail = await follow();
  await tail.caughtUp();
  expect(handed).toEqual(ids);
  expect(existsSync(join(folder, "tail.json"))).toBe(true);
});

test("a write is announced by the client that made it, and handed on without waiting for a sweep", async () => {
  let arrived = (_ids: string[]): void => {};
  const first = new Promise<string[]>((resolve) => {
    arrived = resolve;
  });
  tail = await follow((ids) => arrived(ids));
  await tail.caughtUp();
  announceWrites(at.home.table, tail.touch);
  const id = await happens();
  expect(await first).toEqual([id]);
});

test("an entry that cannot be followed is told by its id and holds up no other", async () => {
  const bad = await happens();
  const good = await happens();
  tail = await follow((ids) => {
    if (ids.includes(bad)) throw new Error("王秀兰 has no name");
    handed.push(...ids);
  });
  await tail.caughtUp();
  expect(handed).toEqual([good]);
  expect(at.lines.join("\n")).toContain(bad);
});

test("the cursor keeps ids and days, nothing of anybody", async () => {
  tail = await follow();
  await happens();
  await tail.caughtUp();
  await tail.stop();
  const kept = JSON.parse(await readFile(join(folder, "tail.json"), "utf8"));
  expect(kept).toEqual({ day: "2026-11-22", upTo: { [`2026-11-22#${bucketOf(subject, 16)}`]: handed[0] } });
});
