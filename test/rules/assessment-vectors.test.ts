import { describe, expect, test } from "vitest";
import { checkVectors } from "../../shared/assessment/index.ts";
import vectors from "../data/clinical-vectors.json" with { type: "json" };

const checked = checkVectors(vectors);
const scores = [...new Set(checked.map(({ score }) => score))];

describe("published and independently computed vectors are met", () => {
  test.each(scores)("%s", (score) => {
    const rows = checked.filter((one) => one.score === score);
    expect(rows.flatMap(({ id, misses }) => misses.map((miss) => ({ id, ...miss })))).toEqual([]);
  });
});

describe("a vector is judged, never waved through", () => {
  const row = {
    id: "x",
    score: "BMI",
    inputs: { weightKg: 70, heightCm: 175 },
    expected: { bmi: 22.857 },
    tolerance: 0.001,
  };
  const misses = (more: object) => checkVectors([{ ...row, ...more }])[0]?.misses.map(({ key }) => key);

  test("a value further off than its tolerance, a label spelled otherwise, a result nobody computes are misses", () => {
    expect(misses({})).toEqual([]);
    expect(misses({ expected: { bmi: 22.86 } })).toEqual(["bmi"]);
    expect(misses({ expected: { category: "who:normal" } })).toEqual([]);
    expect(misses({ expected: { category: "who:Normal" } })).toEqual(["category"]);
    expect(misses({ expected: { bodyFat: 20 } })).toEqual(["bodyFat"]);
  });

  test("an input nobody asks for and a score nobody has are misses", () => {
    expect(misses({ inputs: { ...row.inputs, shoeSize: 42 } })).toEqual(["shoeSize"]);
    expect(misses({ score: "Astrology" })).toEqual(["score"]);
    expect(misses({ expected: {} })).toEqual(["expected"]);
  });

  test("a value in the analyte's other unit is converted before it is used", () => {
    const inputs = { sex: "female", age: 43 };
    const expected = { egfr: 60 };
    const kidney = { score: "CKD-EPI-2021", expected, tolerance: 0.5 };
    expect(misses({ ...kidney, inputs: { ...inputs, creatinineUmol: 102 } })).toEqual([]);
    expect(misses({ ...kidney, inputs: { ...inputs, creatinineMgdl: 102 / 88.4 } })).toEqual([]);
  });

  test("a file of another shape is refused with the row and the field", () => {
    expect(() => checkVectors([{ ...row, tolerance: "near" }])).toThrow();
    expect(() => checkVectors({ rows: [] })).toThrow();
  });
});
