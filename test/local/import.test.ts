import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearPlaces, type Place, place, type Running, run, startCentre } from "../support/process.ts";

afterAll(clearPlaces);

describe("npm run import", () => {
  let at: Place;
  let centre: Running;
  beforeAll(async () => {
    at = await place();
    centre = await startCentre(at);
  });
  afterAll(async () => {
    centre.signal("SIGTERM");
    await centre.ended;
    await at.clear();
  });

  const lastLine = (out: string): unknown => JSON.parse(out.trim().split("\n").at(-1) ?? "");

  test("ends with one line that says what became of every row; a second time nothing changes", async () => {
    const file = join(at.folder, "三月.csv");
    await writeFile(
      file,
      await firstRows(4, (line, n) => (n === 2 ? line.replace(/,\d{18},/, ",12345,") : line)),
    );
    const first = await run("import", [file], at.env).ended;
    expect(first).toMatchObject({ code: 0, err: "" });
    const rejected = [{ line: 3, column: "身份证号", reason: expect.any(String) }];
    expect(lastLine(first.out)).toEqual({ rows: 4, applied: 3, unchanged: 0, quarantined: 0, rejected });
    const second = await run("import", [file], at.env).ended;
    expect(lastLine(second.out)).toEqual({ rows: 4, applied: 0, unchanged: 3, quarantined: 0, rejected });
  });

  test("a file that is not there, and a file that is no results file, are one sentence each", async () => {
    expect(await run("import", [join(at.folder, "none.csv")], at.env).ended).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^[^\n]*cannot be read \(ENOENT\)[^\n]*\n$/),
    });
    const file = join(at.folder, "photo.csv");
    await writeFile(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]));
    const end = await run("import", [file], at.env).ended;
    expect(end).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^[^\n]+\n$/) });
  });
});

test("without a running centre the import says so, and how to start one", async () => {
  const at = await place();
  const file = join(at.folder, "a.csv");
  await writeFile(file, "x");
  expect(await run("import", [file], at.env).ended).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^No centre is running[^\n]*npm start[^\n]*\n$/),
  });
  await at.clear();
});

/** The header and the first rows of the real file, each as `change` leaves it. */
async function firstRows(many: number, change: (line: string, n: number) => string): Promise<string> {
  const bytes = await readFile(new URL("../data/exams/lis-export-gb18030.csv", import.meta.url));
  const [header, ...rows] = new TextDecoder("gb18030")
    .decode(bytes)
    .split(/\r?\n/)
    .slice(0, many + 1);
  return [header, ...rows.map((row, n) => change(row, n + 1))].join("\n");
}
