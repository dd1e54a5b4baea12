import { describe, expect, test } from "vitest";
import { explore } from "../../functions/local/validate/explore.ts";
import { listScores } from "../../functions/local/validate/list.ts";
import { checkVectors, type Formula, formulas } from "../../shared/assessment/index.ts";
import schema from "../data/clinical-vector-schema.json" with { type: "json" };

/**
 * `clinical-vector-schema.json` (the project's clinical design data) says what a validation kit may ask:
 * scores, the names of their inputs, and every result with every label it can have.
 */
type Asked = Record<string, { type: string; oneOf?: string[] }>;
const kit = Object.entries(schema as unknown as Record<string, { inputs: Asked; expected: Asked }>);

const formulaOf = (score: string): Formula => {
  const one = formulas.find(({ published }) => published === score);
  if (!one) throw new Error(`no formula ${score}`);
  return one;
};

/** What the product says of one value alone: anything but that it does not know the input. */
const misses = (score: string, inputs: object) =>
  checkVectors([{ id: score, score, inputs, expected: {}, tolerance: 0 }])[0]
    ?.misses.map(({ key }) => key)
    .filter((key) => key !== "expected");

const example: Record<string, unknown> = { number: 1, string: "x", boolean: true, list: [] };

describe("whatever a validation kit may ask", () => {
  test.each(kit)(
    "%s: every input is known, every result computed, every label within reach",
    (score, asked) => {
      const one = formulaOf(score);
      for (const [key, { type, oneOf = [] }] of Object.entries(asked.inputs)) {
        expect(misses(score, { [key]: example[type] ?? null })).toEqual([]);
        const input = one.inputs[key];
        if (input?.kind === "choice") for (const word of oneOf) expect(input.of, key).toContain(word);
      }
      const { outputs, refusals } = explore(one);
      for (const [key, { oneOf = [] }] of Object.entries(asked.expected)) {
        if (key === "note" || one.unpublished?.includes(key)) continue;
        const said = Object.entries(outputs).filter(([name]) => name === key || name.startsWith(`${key}:`));
        if (key !== "reason") expect(said.length, `${score} ${key}`).toBeGreaterThan(0);
        const labels = new Set([
          ...(key === "reason" ? refusals : []),
          ...said.flatMap(([name, { words }]) =>
            [...words].map((word) => `${name}:${word}`.slice(key.length + 1)),
          ),
        ]);
        for (const word of oneOf) expect(labels, `${score} ${key}`).toContain(word);
      }
    },
  );

  test("an input nobody knows would be noticed", () => {
    expect(misses("BMI", { weightKg: 70, shoeSize: 42 })).toEqual(["shoeSize"]);
  });
});

describe("npm run validate -- --list", () => {
  const list = listScores();

  test("has every score a vector can name, each of its inputs, and each result", () => {
    for (const one of formulas.filter(({ published }) => published)) {
      const from = list.indexOf(`## ${one.published}:`);
      expect(from, one.published).toBeGreaterThanOrEqual(0);
      const section = list.slice(from, list.indexOf("\n## ", from + 1) + 1 || undefined);
      for (const key of Object.keys(one.inputs)) expect(section).toContain(`\n  ${key}: `);
      for (const key of Object.keys(explore(one).outputs))
        expect(section).toContain(`\n  ${key.split(":")[0]}: `);
    }
  });

  test("is the same each time", () => {
    expect(listScores()).toBe(list);
  });
});
