import { mkdtempSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { filesIn, readJson } from "../../functions/local/files.ts";
import { takeLock } from "../../functions/local/lock.ts";
import { Sentence } from "../../functions/local/sentence.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "perennial-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

test("a file comes back as it was put, the newest under its key, and nothing half-written stays", async () => {
  const files = filesIn(folder);
  await files.put("imports/2026/a.csv", bytes("one"));
  await files.put("imports/2026/a.csv", bytes("two"));
  expect(Buffer.from((await files.get("imports/2026/a.csv")) ?? []).toString()).toBe("two");
  expect(await files.get("imports/2026/b.csv")).toBeUndefined();
  expect(await readdir(join(folder, "imports/2026"))).toEqual(["a.csv"]);
});

test.each(["../outside", "/etc/passwd", "a/../../outside", ""])(
  "no key leads out of the folder: %j",
  async (key) => {
    const files = filesIn(join(folder, "inside"));
    await writeFile(join(folder, "outside"), "not yours");
    expect(() => files.put(key, bytes("x"))).toThrow("outside");
    await expect(files.get(key)).rejects.toThrow("outside");
  },
);

test("a broken file of the data folder is told in one sentence that names it", async () => {
  const file = join(folder, "clock.json");
  expect(await readJson(file, { offsetMs: 0 })).toEqual({ offsetMs: 0 });
  await writeFile(file, '{"offsetMs":');
  await expect(readJson(file, {})).rejects.toThrow(Sentence);
  await expect(readJson(file, {})).rejects.toThrow(file);
});

test("a lock is held by one, and free again once given back", async () => {
  const release = await takeLock(folder);
  expect(release).toBeTypeOf("function");
  expect(await takeLock(folder)).toBeUndefined();
  expect(await takeLock(`${folder}/other`)).toBeTypeOf("function");
  release?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await takeLock(folder)).toBeTypeOf("function");
});
