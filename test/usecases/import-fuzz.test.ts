import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { AppError } from "../../shared/kernel/errors.ts";
import { previewImport, readImport, receiveMessages, startImport } from "../../shared/loop/index.ts";
import "../support/properties.ts";
import { type World, world } from "../support/world.ts";

const file = (name: string) => readFileSync(new URL(`../data/exams/${name}`, import.meta.url));
/** So many cases, or as many as were asked for. */
const runs = (usual: number): number => Number(process.env["PROPERTY_RUNS"] ?? usual);
const utf8 = (text: string) => new TextEncoder().encode(text);

const table = new TextDecoder("gb18030").decode(file("lis-export-gb18030.csv")).split(/\r?\n/).slice(0, 9);
const cells = table.map((line) => line.split(","));
const messages = file("lis-oru-r01.hl7")
  .toString("utf8")
  .split(/(?=^MSH)/m)
  .slice(0, 6)
  .join("");
const bundle = file("lis-bundle.fhir.json").toString("utf8");

const csvOf = (rows: readonly (readonly string[])[], end = "\r\n") =>
  utf8(rows.map((row) => row.join(",")).join(end));
const changed = (rows: string[][], change: (cell: string, row: number, column: number) => string) =>
  rows.map((row, r) => (r === 0 ? row : row.map((cell, c) => change(cell, r, c))));
const columnOf = (name: RegExp): number => (cells[0] ?? []).findIndex((head) => name.test(head));

/** What can happen to a file between a laboratory and here. */
const spoilt: Record<string, () => fc.Arbitrary<Uint8Array>> = {
  "cut off anywhere": () =>
    fc
      .tuple(
        fc.constantFrom(csvOf(cells), utf8(messages), utf8(bundle)),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([bytes, at]) => bytes.subarray(0, Math.floor(bytes.length * at))),
  "in another encoding than it is in": () =>
    fc
      .tuple(fc.constantFrom("utf16le", "latin1", "utf8"), fc.constantFrom(table.join("\n"), messages))
      .map(([encoding, text]) => new Uint8Array(Buffer.from(text, encoding as BufferEncoding))),
  "with bytes turned": () =>
    fc
      .tuple(
        fc.constantFrom(csvOf(cells), utf8(messages)),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      )
      .map(([bytes, turns]) => {
        const out = bytes.slice();
        for (const [at, byte] of turns) out[at % out.length] = byte;
        return out;
      }),
  "with two columns swapped under their heads": () =>
    fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => {
      const width = cells[0]?.length ?? 1;
      return csvOf(
        cells.map((row, r) =>
          r === 0
            ? row
            : row.map(
                (cell, c) =>
                  (c === a % width ? row[b % width] : c === b % width ? row[a % width] : cell) ?? "",
              ),
        ),
      );
    }),
  "in absurd units": () =>
    fc
      .constantFrom("furlong", "kg", "", "mol/L", "%", "10*99/L")
      .map((unit) =>
        csvOf([(cells[0] ?? []).map((head) => head.replace(/\([^)]*\)/, `(${unit})`)), ...cells.slice(1)]),
      ),
  "with values nobody can have": () =>
    fc
      .tuple(
        fc.constantFrom("1e308", "-5", "NaN", "9999999", "0", "++", "=1+1", "@SUM(A1)", "12,5"),
        fc.nat(40),
      )
      .map(([value, at]) => csvOf(changed(cells, (cell, _, c) => (c === 7 + (at % 20) ? value : cell)))),
  "with all line ends at once": () =>
    fc
      .array(fc.constantFrom("\r\n", "\n", "\r"), { minLength: 8, maxLength: 8 })
      .map((ends) => utf8(table.map((line, at) => line + (ends[at % 8] ?? "\n")).join(""))),
  "with quotation marks left open": () =>
    fc
      .tuple(fc.nat(8), fc.nat(30))
      .map(([row, column]) =>
        csvOf(
          cells.map((line, r) =>
            r === row ? line.map((cell, c) => (c === column ? `"${cell}` : cell)) : line,
          ),
        ),
      ),
};

/** What must come through all the same: a reader that refuses everything keeps no promise. */
const comesThrough: Record<string, "every row" | "some rows"> = {
  "cut off anywhere": "some rows",
  "in another encoding than it is in": "some rows",
  "with bytes turned": "some rows",
  "with two columns swapped under their heads": "some rows",
  "with quotation marks left open": "some rows",
  "with all line ends at once": "every row",
};

let w: World;
beforeEach(async () => {
  w = await world();
});
/** Nobody's data in what is written about the work. */
afterEach(() => expect(w.lines.join("\n")).not.toMatch(/\d{17}[\dX]/));

async function take(w: World, bytes: Uint8Array) {
  const { id } = await startImport(w.ctx(w.as.lis), bytes, "results");
  await w.drain();
  return readImport(w.ctx(w.as.lis), id);
}

const clientsIn = async () => {
  const items = await w.dump();
  const has = (pk: string, begins: string) => items.some((one) => one.pk === pk && one.sk.startsWith(begins));
  return items
    .filter(({ sk }) => sk === "FILE#PROFILE")
    .map(({ pk }) => ({ results: has(pk, "FILE#RES#"), assessment: has(pk, "FILE#ASM#") }));
};

describe("a file that is", () => {
  test("sound goes in whole, whichever it is", async () => {
    for (const [bytes, rows] of [
      [csvOf(cells), 8],
      [utf8(messages), 6],
      [utf8(bundle), 10],
    ] as const)
      expect((await take(await world(), bytes)).result).toMatchObject({ rows, applied: rows, rejected: [] });
  });

  for (const [how, make] of Object.entries(spoilt))
    test(`${how} goes in by whole rows or not at all, and every row is accounted for`, {
      timeout: 60_000,
    }, async () => {
      let through = 0;
      await fc.assert(
        fc.asyncProperty(make(), async (bytes) => {
          if (!bytes.length) return;
          const run = await take(w, bytes);
          if (run.state === "failed") {
            expect(run.why?.en).toMatch(/\w.*\./);
            expect(run.why?.zh).toBeTruthy();
            return;
          }
          const { rows = -1, applied = 0, unchanged = 0, quarantined = 0, rejected = [] } = run.result ?? {};
          expect(applied + unchanged + quarantined + rejected.length).toBe(rows);
          through += applied + unchanged + quarantined;
          if (comesThrough[how] === "every row") expect(rejected).toEqual([]);
          for (const { reason, column } of rejected)
            expect([reason.en, reason.zh, column].every(Boolean)).toBe(true);
          for (const client of await clientsIn()) expect(client).toEqual({ results: true, assessment: true });
        }),
        { numRuns: runs(12) },
      );
      if (comesThrough[how]) expect(through).toBeGreaterThan(0);
    });

  test("of 100 MB is refused before anything is read", async () => {
    const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x41);
    await expect(previewImport(w.ctx(w.as.lis), bytes, "big.csv")).rejects.toBeInstanceOf(AppError);
    const { id } = await startImport(w.ctx(w.as.lis), bytes, "big.csv");
    await w.drain();
    expect(await readImport(w.ctx(w.as.lis), id)).toMatchObject({
      state: "failed",
      why: { en: expect.stringContaining("10 MB") },
    });
    expect(await clientsIn()).toEqual([]);
  });

  test("a workbook with a formula where a number should be keeps that row out and takes the others", async () => {
    const at = columnOf(/^空腹血糖|血糖/);
    const rows = changed(cells.slice(0, 4), (cell, r, c) => (r === 2 && c === at ? "=HYPERLINK(1)" : cell));
    const bytes = await writeWorkbook(rows.map((row) => row.map((value) => ({ value }))) as never).toBuffer();
    const { id } = await startImport(w.ctx(w.as.lis), bytes, "results.xlsx");
    await w.drain();
    expect((await readImport(w.ctx(w.as.lis), id)).result).toMatchObject({
      rows: 3,
      applied: 2,
      rejected: [{ line: 3 }],
    });
  });
});

test("a message with bytes turned anywhere is answered, and is in whole or leaves nothing", {
  timeout: 60_000,
}, async () => {
  const one = utf8(messages.split(/(?=^MSH)/m)[0] ?? "");
  const answered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(one.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      async (turns) => {
        const bytes = one.slice();
        for (const [at, byte] of turns) bytes[at] = byte;
        const before = await w.dump();
        const answers = await receiveMessages(w.ctx(w.as.lis), bytes);
        for (const answer of answers) expect(answer).toMatch(/^MSH.*\rMSA.[AC][AER]/s);
        for (const answer of answers) answered.add(/\rMSA.[AC]([AER])/.exec(answer)?.[1] ?? "");
        if (answers.length && answers.every((answer) => !/\rMSA.[AC]A/.test(answer)))
          expect(await w.dump()).toEqual(before);
        for (const client of await clientsIn()) expect(client).toEqual({ results: true, assessment: true });
      },
    ),
    { numRuns: runs(40) },
  );
  // Some stay readable, some do not: neither a door that is shut nor one that takes anything passes.
  expect([...answered]).toEqual(expect.arrayContaining(["A", "E"]));
});
