import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bandEdges,
  type Formula,
  formulas,
  inputsSaid,
  ofHundred,
  type Score,
  valuesOf,
  type WhatIf,
  whatWouldHelp,
} from "../../shared/assessment/index.ts";
import { formulaCalled } from "../../shared/assessment/scores/registry.ts";
import { fits, run, type Values } from "../../shared/assessment/scores/run.ts";
import { anybody } from "./anybody.ts";
import { assessed, facts, proposal, wellMan } from "./assessment-support.ts";

const called = (id: string): Formula => formulaCalled(id) as Formula;
const chinaPar = called("CHINA-PAR");

/** A man of 52 with a raised pressure and cholesterol who smokes. */
const him = {
  ...{ sex: "male", age: 52, sbp: 146, bpTreated: false, waistCm: 94, smoker: true, diabetes: false },
  ...{ totalCholMgdl: 5.8 / 0.0259, hdlMgdl: 1.1 / 0.0259 },
  ...{ north: true, urban: true, familyHistoryAscvd: false },
};

const figureOf = (one: Formula, values: Values): number => {
  const result = run(one, values);
  if ("because" in result) throw new Error(result.because.en);
  return result.value;
};
const bandOf = (one: Formula, values: Values): string | undefined => {
  const result = run(one, values);
  return "because" in result ? undefined : result.band?.id;
};
const byKey = (changes: readonly WhatIf[], key: string) => changes.filter((change) => change.key === key);

describe("what a band hangs on", () => {
  test("is the nearest pressure, cholesterol or waist that would change it, in the unit it is measured in", () => {
    const edges = bandEdges(chinaPar, him);
    expect(byKey(edges, "sbp")).toMatchObject([
      { from: 146, to: 122, band: { id: "low" } },
      { from: 146, to: 151, band: { id: "high" } },
    ]);
    expect(byKey(edges, "totalCholMgdl").at(-1)).toMatchObject({ unit: "mmol/L", from: 5.8, to: 6.81 });
    expect(byKey(edges, "diabetes")).toMatchObject([{ from: false, to: true, band: { id: "high" } }]);
  });

  test("is never an age gone by", () => {
    expect(byKey(bandEdges(chinaPar, him), "age")).toMatchObject([{ from: 52, to: 55, unit: "" }]);
  });

  test("is nothing where the score has no bands, or is not computed", () => {
    expect(bandEdges(called("FRAMINGHAM-2008"), him)).toEqual([]);
    expect(bandEdges(chinaPar, { ...him, age: 80 })).toEqual([]);
  });
});

describe("what would help", () => {
  test("is each thing alone by its effect, and all together", () => {
    const { each, together } = whatWouldHelp(chinaPar, him);
    expect(each.map(({ key, from, to }) => [key, from, to])).toEqual([
      ["sbp", 146, 129],
      ["smoker", true, false],
      ["totalCholMgdl", 5.8, 5.1],
    ]);
    expect(each[0]?.value).toBe(figureOf(chinaPar, { ...him, sbp: 129 }));
    const changed = { ...him, sbp: 129, smoker: false, totalCholMgdl: 197 };
    expect(together?.value).toBe(figureOf(chinaPar, changed));
  });

  test("is nothing for somebody who is where the guidelines aim", () => {
    const well = { ...him, sbp: 118, smoker: false, totalCholMgdl: 180 };
    expect(whatWouldHelp(chinaPar, well)).toEqual({ each: [] });
  });

  test("says what the model says even where it is odd: by this one a man of 72 gains nothing by stopping to smoke", () => {
    const old = { ...him, age: 72, sbp: 120, totalCholMgdl: 180 };
    const [stop] = whatWouldHelp(chinaPar, old).each;
    expect(stop?.key).toBe("smoker");
    expect(stop?.value).toBeGreaterThan(figureOf(chinaPar, old));
  });
});

test("what went in is said in the unit people measure in", () => {
  const { scores } = proposal(
    { ...wellMan, TC: 5.8 },
    { smoker: false, home: { north: true, urban: true }, family: { ascvd: false } },
  );
  const said = (id: string) => inputsSaid(called(id), scores.find((one) => one.id === id) as Score);
  for (const id of ["CHINA-PAR", "PREVENT-10", "PCE-2013"])
    expect(said(id).find(({ key }) => key === "totalCholMgdl")).toMatchObject({ value: 5.8, unit: "mmol/L" });
  expect(said("SCORE2").find(({ key }) => key === "totalCholMmol")).toMatchObject({
    value: 5.8,
    unit: "mmol/L",
  });
  expect(said("CHINA-PAR").some(({ key }) => key === "pregnant")).toBe(false);
});

describe("a risk as whole people of a hundred", () => {
  test("is the nearest number of people, and under one is said to be under one", () => {
    expect(ofHundred(9.1)).toEqual({ count: 9, fewerThanOne: false });
    expect(ofHundred(0.3)).toMatchObject({ fewerThanOne: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (percent) => {
        const { count, fewerThanOne } = ofHundred(percent);
        expect(Number.isInteger(count)).toBe(true);
        expect(Math.abs(count - percent)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(fewerThanOne).toBe(percent < 1);
      }),
    );
  });
});

/** A change written in the measured unit, as the formula takes it. */
function taken(one: Formula, { key, to }: WhatIf): number | boolean {
  const input = one.inputs[key];
  return input?.kind === "number" && typeof to === "number" ? to * (input.times ?? 1) : to;
}

const explained = anybody.map((person) =>
  assessed({
    ...person,
    smoker: person.smoker ?? true,
    home: { north: true, urban: false },
    family: { ascvd: false, diabetes: "none", earlyAscvd: false },
  }).scores.flatMap((score) => {
    const one = formulas.find(({ id }) => id === score.id);
    return one && score.value !== null ? [{ one, values: valuesOf(one, score) }] : [];
  }),
);

describe("of every score of every exam", () => {
  test("the edge lies in another band, and one step nearer does not", () => {
    fc.assert(
      fc.property(explained, (scores) => {
        for (const { one, values } of scores) {
          const here = bandOf(one, values);
          for (const edge of bandEdges(one, values)) {
            const to = taken(one, edge);
            expect(fits(one.inputs[edge.key] as never, to), `${one.id} ${edge.key}`).toBe(true);
            const there = bandOf(one, { ...values, [edge.key]: to });
            expect(there, `${one.id} ${edge.key} ${edge.from} ${edge.to}`).toBe(edge.band?.id);
            expect(there).not.toBe(here);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("of the whole numbers between a pressure and its edge none changes the band of the heart risk", () => {
    fc.assert(
      fc.property(fc.integer({ min: 71, max: 199 }), fc.integer({ min: 35, max: 74 }), (sbp, age) => {
        const values = { ...him, sbp, age };
        const here = bandOf(chinaPar, values);
        for (const { to } of byKey(bandEdges(chinaPar, values), "sbp")) {
          const step = Math.sign(Number(to) - sbp);
          for (let near = sbp; near !== to; near += step)
            expect(bandOf(chinaPar, { ...values, sbp: near })).toBe(here);
        }
      }),
    );
  });

  test("each lever is inside what the source is valid for, its figure is a run of the formula, and it is said the same twice", () => {
    fc.assert(
      fc.property(explained, (scores) => {
        for (const { one, values } of scores) {
          const helps = whatWouldHelp(one, values);
          expect(whatWouldHelp(one, values)).toEqual(helps);
          for (const change of helps.each) {
            const lever = one.inputs[change.key];
            const to = lever && "lever" in lever ? lever.lever?.to : undefined;
            expect(fits(lever as never, to)).toBe(true);
            expect(change.value).toBe(figureOf(one, { ...values, [change.key]: to }));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("where a model rises with all it can change, nothing it advises raises the risk", () => {
    fc.assert(
      fc.property(explained, (scores) => {
        for (const { one, values } of scores) {
          if (one.id !== "FRAMINGHAM-2008" && one.id !== "SCORE2") continue;
          const now = figureOf(one, values);
          const { each, together } = whatWouldHelp(one, values);
          for (const { value } of each) expect(value).toBeLessThanOrEqual(now);
          if (together) for (const { value } of each) expect(together.value).toBeLessThanOrEqual(value);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("the edge of a class is its own cut-off", () => {
  const bmi = called("BMI");
  const score = assessed(facts({ ...wellMan, WEIGHT: 74.2 })).scores.find(({ id }) => id === "BMI") as Score;
  const edges = bandEdges(bmi, valuesOf(bmi, score));
  expect(edges.map(({ to, band }) => [to, band?.id])).toContainEqual([24, "overweight"]);
});
