import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../support/process.ts";

const handbook = readFileSync(new URL("../../docs/validation.md", import.meta.url), "utf8");
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(handbook)?.[1] ?? "");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "perennial-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const validated = (cases: unknown) => {
  const file = join(folder, "cases.json");
  writeFileSync(file, JSON.stringify(cases));
  return run("validate", [file], {}).ended;
};

describe("npm run validate", () => {
  test("meets every case of its handbook", async () => {
    expect(await validated(example)).toEqual({
      code: 0,
      out: `${example.length} passed, 0 failed\n`,
      err: "",
    });
  });

  test("prints a miss as the handbook says, and ends with 1", async () => {
    const [first, ...others] = example;
    const wrong = { ...first, inputs: { ...first.inputs, shoeSize: 42 }, expected: { bmi: 26 } };
    const { code, out } = await validated([wrong, { ...first, id: "no", score: "Astrology" }, ...others]);
    expect(code).toBe(1);
    expect(out).toContain('ward-3-001 BMI: shoeSize got "no such input", expected 42\n');
    expect(out).toMatch(/^ward-3-001 BMI: bmi got 25\.71\d+, expected 26$/m);
    expect(out).toContain('no Astrology: score got "no such score", expected "Astrology"\n');
    expect(out).toMatch(/\n3 passed, 2 failed\n$/);
  });

  test("refuses a file that is no list of cases with the row and the field", async () => {
    const { code, err } = await validated([...example, { ...example[0], tolerance: "near" }]);
    expect(code).toBe(1);
    expect(err).toMatch(/cases\.json: 4\.tolerance: .+\n$/);
  });

  test("lists the scores for whoever writes cases", async () => {
    const { code, out } = await run("validate", ["--list"], {}).ended;
    expect(code).toBe(0);
    for (const { score } of example) expect(out).toContain(`## ${score}: `);
    expect(out).toContain('"who:overweight"');
  });
});
