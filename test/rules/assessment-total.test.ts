import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWhole } from "../../functions/local/prevalence/count.ts";
import { assess, type Facts, formulas, type RuleSet, shippedBook } from "../../shared/assessment/index.ts";
import { catalogue } from "../../shared/testing/index.ts";
import { anybody } from "./anybody.ts";

/** The shipped rules over every score there is, those no rule set runs included. */
const everyScore = (date: string): RuleSet => ({
  ...shippedBook.ruleSetFor(date),
  scores: formulas.map(({ id }) => id),
});

const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -10, max: 1000, noNaN: true }),
  fc.constantFrom(0, -0, 1, -1, 1e-300, 1e300, Number.MAX_VALUE, Number.MIN_VALUE),
);
const anyText = fc.oneof(
  fc.constantFrom("", "negative", "1+", "4+", "positive", "{FPG}", "NaN", "__proto__", "constructor"),
  fc.string({ maxLength: 20 }),
  fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 18 }).map((answers) => answers.join(" ")),
);

const reading = fc.record(
  {
    value: fc.oneof({ weight: 4, arbitrary: anyNumber }, { weight: 1, arbitrary: anyText }),
    unit: fc.constantFrom("", "mmol/L", "mg/dL", "%"),
    date: fc.constantFrom("2026-11-20", "1900-01-01"),
    comparator: fc.constantFrom<"<" | ">">("<", ">"),
  },
  { requiredKeys: ["value", "unit", "date"] },
);
const codes = fc.constantFrom(...catalogue.map(({ code }) => code), "NOT-AN-ITEM", "__proto__");
const results = fc.dictionary(codes, reading, { maxKeys: 60 });
const word = fc.constantFrom("hypertension", "diabetes", "ascvd", "cancer", "nonsense", "");

const anything: fc.Arbitrary<Facts> = fc.record(
  {
    sex: fc.constantFrom<"male" | "female">("male", "female"),
    birthDate: fc.constantFrom("1900-01-01", "1960-02-29", "1974-03-12", "2010-06-01", "2026-11-20"),
    date: fc.constantFrom("2026-11-20", "1999-01-01"),
    results,
    previous: fc.array(fc.record({ date: fc.constantFrom("2025-11-20", "1998-01-01"), results }), {
      maxLength: 3,
    }),
    diagnoses: fc.array(word, { maxLength: 5 }),
    drugs: fc.array(fc.constantFrom("antihypertensive", "lipid-lowering", "nonsense"), { maxLength: 4 }),
    pregnant: fc.boolean(),
    smoker: fc.boolean(),
    fasting: fc.boolean(),
    active: fc.boolean(),
    dailyVegFruit: fc.boolean(),
    everHighGlucose: fc.boolean(),
    gestationalDiabetes: fc.boolean(),
    diabetesSince: fc.integer({ min: 1900, max: 2100 }),
    neckCm: anyNumber,
    home: fc.record({ north: fc.boolean(), urban: fc.boolean() }, { requiredKeys: [] }),
    family: fc.record(
      { ascvd: fc.boolean(), earlyAscvd: fc.boolean(), hypertension: fc.boolean() },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["sex", "birthDate", "date", "results", "previous", "diagnoses", "drugs"] },
);

const judged = (facts: Facts) => assess(facts, everyScore(facts.date));

describe("whatever an exam brings, with every score run over it", () => {
  test("there is a proposal, with no number that is none, which reads back from JSON as it was", () => {
    fc.assert(
      fc.property(fc.oneof(anything, anybody), (facts) => {
        const proposal = judged(facts);
        expect(isWhole(proposal)).toBe(true);
        expect(JSON.parse(JSON.stringify(proposal))).toEqual(withoutMinusZero(proposal));
      }),
    );
  });

  test("every score has a value or says why not", () => {
    fc.assert(
      fc.property(fc.oneof(anything, anybody), (facts) => {
        for (const { id, value, notComputed } of judged(facts).scores) {
          expect(value === null, id).toBe(notComputed !== undefined);
          if (notComputed) expect(notComputed.en.length * notComputed.zh.length, id).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("the same facts give the same proposal, to the byte", () => {
    fc.assert(
      fc.property(fc.oneof(anything, anybody), (facts) => {
        expect(JSON.stringify(judged(structuredClone(facts)))).toBe(JSON.stringify(judged(facts)));
      }),
    );
  });

  test("the facts stay as they were", () => {
    fc.assert(
      fc.property(fc.oneof(anything, anybody), (facts) => {
        const before = structuredClone(facts);
        judged(facts);
        expect(facts).toEqual(before);
      }),
    );
  });
});

/** JSON knows no −0; nothing is told from a zero's sign. */
function withoutMinusZero<T>(value: T): T {
  if (typeof value === "number") return (value + 0) as T;
  if (Array.isArray(value)) return value.map(withoutMinusZero) as T;
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutMinusZero(one)])) as T;
  return value;
}
