import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkVectors } from "../../shared/assessment/index.ts";
import type { Formula, Input } from "../../shared/assessment/scores/formula.ts";
import { heart } from "../../shared/assessment/scores/heart/index.ts";
import { formulaCalled } from "../../shared/assessment/scores/registry.ts";
import { run, type Values } from "../../shared/assessment/scores/run.ts";
import { respelled } from "../../shared/assessment/scores/units.ts";

const all = heart as readonly unknown[] as readonly Formula[];
const called = (id: string): Formula => formulaCalled(id) as Formula;

/** How far people go where a source sets no limit, by how the names of inputs begin. */
const usual: readonly (readonly [RegExp, number, number])[] = [
  [/^sbp/, 80, 200],
  [/^dbp/, 40, 120],
  [/^age/, 30, 89],
  [/Mmol$/, 0.6, 9],
  [/^totalCholMgdl/, 100, 350],
  [/^hdlMgdl/, 20, 110],
  [/^bmi/, 16, 45],
  [/^waist/, 55, 130],
  [/^egfr/, 10, 140],
  [/^hba1cMmolMol/, 20, 130],
  [/^hba1cPct/, 4, 15],
  [/^uacr/, 1, 3000],
];

function range(key: string, input: Input & { kind: "number" }): { min: number; max: number } {
  const [, low, high] = usual.find(([name]) => name.test(key)) ?? [/./, 0.5, 60];
  return { min: input.min ?? low, max: input.max ?? high };
}

/** A value the input may have. */
function fitting(key: string, input: Input): fc.Arbitrary<unknown> {
  if (input.kind === "number") {
    const { min, max } = range(key, input);
    return key === "horizonYears" ? fc.constantFrom(10, 30) : fc.double({ min, max, noNaN: true });
  }
  if (input.kind === "choice") return fc.constantFrom(...input.of);
  return input.kind === "flag" && input.mustBe !== undefined ? fc.constant(input.mustBe) : fc.boolean();
}

const person = (one: Formula, fixed: Values = {}) =>
  fc.record(
    Object.fromEntries(
      Object.entries(one.inputs).map(([key, input]) => [
        key,
        key in fixed ? fc.constant(fixed[key]) : fitting(key, input),
      ]),
    ),
  );

const odd = fc.constantFrom<unknown>(
  -1,
  0,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "high",
  "",
  true,
  null,
  [],
);

describe.each(all.map((one) => [one.id, one] as const))("%s", (_, one) => {
  const anyInputs = fc.record(
    Object.fromEntries(
      Object.entries(one.inputs).map(([key, input]) => [
        key,
        fc.oneof({ weight: 8, arbitrary: fitting(key, input) }, { weight: 1, arbitrary: odd }),
      ]),
    ),
    { requiredKeys: [] },
  );

  test("answers anything with a number or a reason, the same each time", () => {
    fc.assert(
      fc.property(anyInputs, (values) => {
        const result = run(one, values);
        expect(run(one, values)).toEqual(result);
        if ("because" in result) {
          expect(result.because.en).toMatch(/\S/);
          expect(result.because.zh).toMatch(/\S/);
          return;
        }
        expect(Number.isFinite(result.value)).toBe(true);
        if (one.unit !== "%") return;
        expect(result.value).toBeGreaterThanOrEqual(0);
        expect(result.value).toBeLessThanOrEqual(100);
        for (const { value, unit } of result.parts ?? [])
          if (unit === "%") expect(value).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("is for first events only: with known disease or in pregnancy it says no, whatever the values", () => {
    const gate = one.id === "HYPERTENSION-RISK" ? ["pregnant"] : ["pregnant", "ascvd", "heartFailure"];
    fc.assert(
      fc.property(person(one), fc.constantFrom(...gate), (values, key) => {
        expect(run(one, { ...values, [key]: true })).toMatchObject({ outOfRange: [key] });
      }),
    );
  });

  test("gives the same in the other unit", () => {
    const other: readonly (readonly [string, string])[] = [
      ["totalCholMgdl", "totalCholMmol"],
      ["hdlMgdl", "hdlMmol"],
      ["ldlMmol", "ldlMgdl"],
      ["fpgMmol", "fpgMgdl"],
      ["hba1cMmolMol", "hba1cPct"],
    ];
    const [twins, numbers] = [
      other.flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ]),
      Object.keys(one.inputs),
    ];
    const named = new Map(twins.filter(([asked]) => numbers.includes(asked as string)) as [string, string][]);
    if (!named.size || !one.published) return;
    fc.assert(
      fc.property(person(one), (values) => {
        const result = run(one, values);
        if ("because" in result) return;
        const spelled = Object.entries(values).map(([key, value]) => {
          const name = named.get(key);
          return name && typeof value === "number"
            ? [name, respelled(value, key, name) as number]
            : [key, value];
        });
        const inputs = Object.fromEntries(spelled.filter(([, value]) => value !== undefined)) as never;
        const [key, wanted] = Object.entries(result.outputs).find(([, out]) => typeof out === "number") as [
          string,
          number,
        ];
        const row = { id: "x", score: one.published as string, inputs, tolerance: 1e-6 };
        const misses = checkVectors([{ ...row, expected: { [key]: wanted } }])[0]?.misses ?? [];
        // At the very edge of a range or a step the conversion may fall on the other side by a bit.
        for (const { got } of misses)
          expect(typeof got === "number" && one.id !== "FRAMINGHAM-2008-POINTS", String(got)).toBe(false);
      }),
    );
  });
});

interface Rise {
  of: string;
  by: string;
  /** Where the source itself rises; outside this its own coefficients say otherwise. */
  where?: Values;
  below?: Readonly<Record<string, number>>;
  from?: Readonly<Record<string, number>>;
  falls?: true;
}

const base = { hba1cPct: undefined, uacrMgG: undefined } as const;
const rises: readonly Rise[] = [
  // China-PAR: in men the waist counts the other way as published; smoking and family weigh less with age until
  // they turn (68 and 58 years), and so does age itself at a high pressure for those who have them.
  ...["sbp", "totalCholMgdl", "diabetes", "north"].map((by) => ({ of: "CHINA-PAR", by })),
  { of: "CHINA-PAR", by: "hdlMgdl", falls: true },
  { of: "CHINA-PAR", by: "waistCm", where: { sex: "female" } },
  { of: "CHINA-PAR", by: "waistCm", where: { sex: "male" }, falls: true },
  { of: "CHINA-PAR", by: "smoker", where: { sex: "female" } },
  { of: "CHINA-PAR", by: "smoker", where: { sex: "male" }, below: { age: 67 } },
  { of: "CHINA-PAR", by: "familyHistoryAscvd", where: { sex: "male" }, below: { age: 57 } },
  { of: "CHINA-PAR", by: "age", where: { sex: "female" } },
  { of: "CHINA-PAR", by: "age", where: { sex: "male" }, below: { sbp: 134 } },
  // PREVENT: a pressure under 110 counts the other way; cholesterol weighs less with age, age less with diabetes
  // and poor kidneys.
  { of: "PREVENT-10", by: "sbp", where: base, from: { sbp: 110 } },
  { of: "PREVENT-10", by: "totalCholMgdl", where: base, below: { age: 55 } },
  { of: "PREVENT-10", by: "hdlMgdl", where: base, below: { age: 55 }, falls: true },
  { of: "PREVENT-10", by: "smoker", where: base },
  { of: "PREVENT-10", by: "diabetes", where: base },
  { of: "PREVENT-10", by: "age", where: { ...base, diabetes: false }, from: { egfr: 60 } },
  { of: "PREVENT-10", by: "uacrMgG", where: { hba1cPct: undefined }, from: { uacrMgG: 0.1 } },
  { of: "PREVENT-30", by: "smoker", where: base, below: { age: 59 } },
  { of: "PREVENT-30", by: "diabetes", where: base, below: { age: 59 } },
  { of: "PREVENT-30", by: "sbp", where: base, below: { age: 59 }, from: { sbp: 110 } },
  // PCE: each product with ln age turns at some age: women's HDL at 68 (black) and 74, TC at 77, men's smoking at 78.
  { of: "PCE-2013", by: "sbp" },
  { of: "PCE-2013", by: "diabetes" },
  { of: "PCE-2013", by: "smoker", below: { age: 78 } },
  { of: "PCE-2013", by: "totalCholMgdl", below: { age: 77 } },
  { of: "PCE-2013", by: "hdlMgdl", below: { age: 68 }, falls: true },
  { of: "PCE-2013", by: "age", where: { sex: "male" } },
  ...["SCORE2", "SCORE2-ASIA-PACIFIC"].flatMap((of): Rise[] => [
    ...["age", "sbp", "totalCholMmol", "smoker"].map((by) => ({ of, by })),
    { of, by: "hdlMmol", falls: true },
  ]),
  // SCORE2-OP: smoking turns in men of 87; age rises steadily without diabetes and smoking.
  ...["sbp", "totalCholMmol", "diabetes"].map((by) => ({ of: "SCORE2-OP", by })),
  { of: "SCORE2-OP", by: "smoker", below: { age: 87 } },
  { of: "SCORE2-OP", by: "hdlMmol", falls: true },
  {
    of: "SCORE2-OP",
    by: "age",
    where: { smoker: false, diabetes: false },
    below: { sbp: 180 },
    from: { totalCholMmol: 4, hdlMmol: 1 },
  },
  ...["sbp", "totalCholMmol", "smoker", "hba1cMmolMol"].map((by) => ({ of: "SCORE2-DIABETES", by })),
  { of: "SCORE2-DIABETES", by: "hdlMmol", falls: true },
  { of: "SCORE2-DIABETES", by: "diabetesAge", falls: true },
  ...["FRAMINGHAM-2008", "FRAMINGHAM-2008-POINTS"].flatMap((of): Rise[] => [
    ...["age", "sbp", "totalCholMgdl", "smoker", "diabetes", "bpTreated"].map((by) => ({ of, by })),
    { of, by: "hdlMgdl", falls: true },
  ]),
  ...["age", "sbp", "bmi", "smoker", "diabetes"].map((by) => ({ of: "FRAMINGHAM-2008-BMI", by })),
  ...["sbp", "dbp", "age", "smoker", "ldlMmol", "waistCm", "diabetes", "heartDisease"].map((by) => ({
    of: "HYPERTENSION-RISK",
    by,
  })),
];

describe("the risk rises with what raises it, where the source does", () => {
  const limited = (one: Formula, { below = {}, from = {} }: Rise): Formula => ({
    ...one,
    inputs: Object.fromEntries(
      Object.entries(one.inputs).map(([key, input]) => {
        if (input.kind !== "number" || (below[key] === undefined && from[key] === undefined))
          return [key, input];
        const { min, max } = range(key, input);
        return [
          key,
          { ...input, min: Math.max(min, from[key] ?? min), max: Math.min(max, below[key] ?? max) },
        ];
      }),
    ),
  });

  test.each(
    rises.map((rise) => [`${rise.of} ${rise.falls ? "falls" : "rises"} with ${rise.by}`, rise] as const),
  )("%s", (_, rise) => {
    const one = limited(called(rise.of), rise);
    const input = one.inputs[rise.by] as Input;
    const pair = fc
      .tuple(fitting(rise.by, input), fitting(rise.by, input))
      .map((two) => (two as [number, number]).toSorted((a, b) => Number(a) - Number(b)));
    let compared = 0;
    fc.assert(
      fc.property(person(one, rise.where), pair, (values, [low, high]) => {
        const [less, more] = [low, high].map((value) => run(one, { ...values, [rise.by]: value }));
        if (!less || !more || "because" in less || "because" in more) return;
        compared += 1;
        const [a, b] = rise.falls ? [more.value, less.value] : [less.value, more.value];
        expect(b).toBeGreaterThanOrEqual(a - 1e-12);
      }),
    );
    expect(compared).toBeGreaterThan(10);
  });
});
