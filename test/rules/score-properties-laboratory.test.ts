import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formulaCalled, formulaGroups } from "../../shared/assessment/index.ts";
import type { Formula, Input } from "../../shared/assessment/scores/formula.ts";
import { run, type Values } from "../../shared/assessment/scores/run.ts";
import { respelled } from "../../shared/assessment/scores/units.ts";
import { anything, valid } from "./score-values.ts";

const groups = ["pressure", "glucose", "lipids", "body", "kidney", "liver", "other"];
const laboratory = formulaGroups.flatMap(({ id, formulas }) => (groups.includes(id) ? formulas : []));
const named = laboratory.map((one) => [one.id, one] as const);

const each = (one: Formula, draw: (input: Input) => fc.Arbitrary<unknown>) =>
  Object.fromEntries(Object.entries(one.inputs).map(([key, input]) => [key, draw(input)]));
/** Every input, each inside its range. */
const full = (one: Formula): fc.Arbitrary<Values> => fc.record(each(one, valid));
/** Any of the inputs, good values and bad. */
const some = (one: Formula): fc.Arbitrary<Values> =>
  fc.record(
    each(one, (input) => fc.oneof(valid(input), anything)),
    { requiredKeys: [] },
  );

describe("every laboratory and body score", () => {
  test.each(named)("%s answers or says why not, whatever it is given", (_, one) => {
    fc.assert(
      fc.property(some(one), (values) => {
        const result = run(one, values);
        if ("because" in result) {
          expect(result.because.en).toMatch(/^Not computed|not measured/);
          expect(result.because.zh.length).toBeGreaterThan(4);
          return;
        }
        expect(Number.isFinite(result.value)).toBe(true);
        for (const output of Object.values(result.outputs))
          expect(typeof output === "number" ? Number.isFinite(output) : true).toBe(true);
      }),
    );
  });

  test.each(named)("%s says the same of the same", (_, one) => {
    fc.assert(
      fc.property(some(one), (values) => {
        expect(JSON.stringify(run(one, structuredClone(values)))).toBe(JSON.stringify(run(one, values)));
      }),
    );
  });

  const spelledTwice = laboratory.flatMap((one) =>
    Object.keys(one.inputs).flatMap((key) => {
      const other = otherSpelling(key);
      return other ? [[one.id, key, other, one] as const] : [];
    }),
  );

  test("most of them speak of something that laboratories report in two units", () => {
    expect(spelledTwice.length).toBeGreaterThan(5);
  });

  test.each(spelledTwice)("%s is the same from %s and from %s", (_, key, other, one) => {
    let compared = 0;
    fc.assert(
      fc.property(full(one), (values) => {
        const there = respelled(values[key] as number, key, other) as number;
        const back = respelled(there, other, key);
        const [plain, again] = [run(one, values), run(one, { ...values, [key]: back })];
        if ("because" in plain || "because" in again) return;
        compared += 1;
        const steps = one.unit === "" && Number.isInteger(plain.value);
        if (!steps)
          expect(again.value).toBeCloseTo(plain.value, 6 - Math.ceil(Math.log10(1 + Math.abs(plain.value))));
      }),
    );
    expect(compared).toBeGreaterThan(5);
  });
});

const spellings = ["Mmol", "Mgdl", "Umol", "GL", "Gdl", "Pct", "MmolMol", "MgG", "MgMmol", "UiuMl", "Pmol"];

/** How the same quantity is called in its other unit. */
function otherSpelling(key: string): string | undefined {
  const ending = spellings.toSorted((a, b) => b.length - a.length).find((end) => key.endsWith(end));
  if (!ending) return undefined;
  const stem = key.slice(0, -ending.length);
  return spellings
    .map((end) => stem + end)
    .find((name) => name !== key && respelled(1, key, name) !== undefined);
}

interface Slope {
  id: string;
  up?: string[];
  down?: string[];
  /** Band ids in the order the value climbs them. */
  bands?: string[];
}

const pressures = { up: ["sbp", "dbp"] };
const glucoses = {
  up: ["fpgMmol", "ogtt2hMmol", "hba1cPct"],
  bands: ["normal", "prediabetes", "diabetes-range"],
};
const signs = {
  up: ["waistCm", "tgMmol", "sbp", "dbp", "fpgMmol"],
  down: ["hdlMmol"],
  bands: ["none", "syndrome"],
};

const slopes: Slope[] = [
  { id: "BP-CHINA-2024", ...pressures, bands: ["normal", "high-normal", "grade-1", "grade-2", "grade-3"] },
  { id: "BP-ESC-2024", ...pressures, bands: ["non-elevated", "elevated", "hypertension"] },
  { id: "BP-ACC-AHA-2017", ...pressures, bands: ["normal", "elevated", "stage-1", "stage-2"] },
  { id: "GLYCAEMIA-WHO-CHINA", ...glucoses },
  { id: "GLYCAEMIA-ADA", ...glucoses },
  { id: "HBA1C-CLASS", up: ["hba1cMmolMol"], bands: glucoses.bands },
  { id: "EAG", up: ["hba1cPct"] },
  { id: "HOMA-IR", up: ["glucoseMgdl", "insulinUiuMl"] },
  { id: "TYG", up: ["tgMgdl", "glucoseMgdl"] },
  { id: "CDRS", up: ["age", "sbp", "bmi", "waistCm"], bands: ["below", "high"] },
  {
    id: "FINDRISC",
    up: ["age", "bmi", "waistCm"],
    bands: ["low", "slightly-elevated", "moderate", "high", "very-high"],
  },
  { id: "ADA-RISK-TEST", up: ["age", "bmi"], bands: ["below", "high"] },
  {
    id: "LIPID-CHINA-2023",
    up: ["tc", "ldl", "nonHdl", "tg"],
    down: ["hdl"],
    bands: ["acceptable", "borderline", "abnormal"],
  },
  { id: "NONHDL", up: ["totalCholMmol"], down: ["hdlMmol"] },
  { id: "REMNANT", up: ["totalCholMmol"], down: ["hdlMmol", "ldlMmol"] },
  { id: "LDL-FRIEDEWALD", up: ["totalCholMgdl"], down: ["hdlMgdl", "tgMgdl"] },
  { id: "LDL-SAMPSON", up: ["totalCholMgdl"] },
  { id: "BMI", up: ["bmi"], bands: ["underweight", "normal", "overweight", "obesity"] },
  { id: "WAIST-CLASS", up: ["waistCm"], bands: ["normal", "pre-central-obesity", "central-obesity"] },
  { id: "WAIST-HEIGHT", up: ["waistCm"], down: ["heightCm"], bands: ["normal", "increased", "high"] },
  { id: "WAIST-HIP", up: ["waistCm"], down: ["hipCm"], bands: ["normal", "central"] },
  { id: "METS-CDS-2020", ...signs },
  { id: "METS-HARMONISED-2009", ...signs },
  { id: "URATE-CLASS", up: ["urateUmol"], bands: ["normal", "high"] },
  { id: "EGFR", down: ["age", "creatinineUmol"], bands: ["G5", "G4", "G3b", "G3a", "G2", "G1"] },
  { id: "KDIGO-RISK", up: ["uacrMgG"], down: ["egfr"], bands: ["low", "moderate", "high", "very high"] },
  { id: "FIB4", up: ["age", "ast"], down: ["platelets", "alt"] },
  { id: "NAFLD-FS", up: ["age", "bmi", "ast"], down: ["alt", "platelets", "albuminGdl"] },
  {
    id: "FATTY-LIVER-INDEX",
    up: ["tgMgdl", "bmi", "ggt", "waistCm"],
    bands: ["unlikely", "indeterminate", "likely"],
  },
  { id: "APRI", up: ["ast"], down: ["platelets", "astUpperLimit"], bands: ["low", "fibrosis", "cirrhosis"] },
  { id: "CORRECTED-CALCIUM", up: ["calciumMgdl"], down: ["albuminGdl"] },
  {
    id: "PHENOAGE",
    up: ["age", "creatinineUmol", "glucoseMmol", "lnCrp", "mcvFL", "rdwPct", "alpUL", "wbc"],
    down: ["albuminGL", "lymphocytePct"],
  },
];

describe("along one input, the others held", () => {
  const rows = slopes.flatMap(({ id, up = [], down = [], bands = [] }) => [
    ...up.map((key) => [id, "never falls", key, 1, bands] as const),
    ...down.map((key) => [id, "never rises", key, -1, bands] as const),
  ]);

  test.each(rows)("%s %s with more %s, nor does its class go the other way", (id, _, key, sign, bands) => {
    const one = formulaCalled(id) as Formula;
    const input = one.inputs[key] as Input;
    let compared = 0;
    fc.assert(
      fc.property(full(one), valid(input), (values, value) => {
        const [low, high] = [values[key] as number, value as number].toSorted((a, b) => a - b);
        const [less, more] = [low, high].map((at) => run(one, { ...values, [key]: at }));
        if (!less || !more || "because" in less || "because" in more) return;
        compared += 1;
        expect((more.value - less.value) * sign).toBeGreaterThanOrEqual(-1e-9);
        if (!bands.length) return;
        const [from, to] = [less, more].map(({ band }) => bands.indexOf(band?.id ?? ""));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(((to as number) - (from as number)) * sign).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(compared).toBeGreaterThan(5);
  });
});
