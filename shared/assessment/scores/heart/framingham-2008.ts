import { bmiInput } from "../body/bmi.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { firstEvent } from "./gates.ts";

/** Coefficients of natural logarithms; `body` are those of TC and HDL, or of BMI. */
interface Equation {
  age: number;
  body: readonly number[];
  untreated: number;
  treated: number;
  smoker: number;
  diabetes: number;
  mean: number;
  survival: number;
}

interface Person {
  age: number;
  sbp: number;
  bpTreated: boolean;
  smoker: boolean;
  diabetes: boolean;
}

type BySex = Readonly<Record<"female" | "male", Equation>>;

const withLipids: BySex = {
  female: {
    age: 2.32888,
    body: [1.20904, -0.70833],
    untreated: 2.76157,
    treated: 2.82263,
    smoker: 0.52873,
    diabetes: 0.69154,
    mean: 26.1931,
    survival: 0.95012,
  },
  male: {
    age: 3.06117,
    body: [1.1237, -0.93263],
    untreated: 1.93303,
    treated: 1.99881,
    smoker: 0.65451,
    diabetes: 0.57367,
    mean: 23.9802,
    survival: 0.88936,
  },
};

const withBmi: BySex = {
  female: {
    age: 2.72107,
    body: [0.51125],
    untreated: 2.81291,
    treated: 2.88267,
    smoker: 0.61868,
    diabetes: 0.77763,
    mean: 26.0145,
    survival: 0.94833,
  },
  male: {
    age: 3.11296,
    body: [0.79277],
    untreated: 1.85508,
    treated: 1.92672,
    smoker: 0.70953,
    diabetes: 0.5316,
    mean: 23.9388,
    survival: 0.88431,
  },
};

/** Percent: 1 − S₀^exp(Σ − mean). */
function risk(b: Equation, person: Person, body: readonly number[]): number {
  const sum =
    b.age * Math.log(person.age) +
    body.reduce((total, value, at) => total + (b.body[at] as number) * Math.log(value), 0) +
    (person.bpTreated ? b.treated : b.untreated) * Math.log(person.sbp) +
    (person.smoker ? b.smoker : 0) +
    (person.diabetes ? b.diabetes : 0);
  return 100 * (1 - b.survival ** Math.exp(sum - b.mean));
}

const person = {
  sex: ask.sex,
  age: ask.age({ min: 30, max: 74 }),
  sbp: ask.sbp({ above: 0 }),
  bpTreated: ask.bpTreated,
  smoker: ask.smoker,
  diabetes: ask.diabetes,
  ...firstEvent,
} as const;

const common = {
  unit: "%",
  decimals: 1,
  source: "Framingham 2008 (D'Agostino, Circulation 2008;117:743)",
  status: "published",
  audience: "physician",
} as const;

/** General heart and vessel disease within ten years, in percent, 30 to 74 years, with TC and HDL in mg/dL. */
export const framinghamLipid = formula({
  ...common,
  id: "FRAMINGHAM-2008",
  published: "Framingham-2008-lipid",
  name: { en: "Heart and vessel disease within 10 years (Framingham)", zh: "Framingham 十年心血管病风险" },
  writtenAs: "1 − S₀^exp(Σ βᵢ·ln(vᵢ) − mean); v = age, TC, HDL, SBP, smoking, diabetes",
  inputs: { ...person, totalCholMgdl: ask.totalCholMgdl(), hdlMgdl: ask.hdlMgdl() },
  compute({ sex, totalCholMgdl, hdlMgdl, ...rest }) {
    const value = risk(withLipids[sex], rest, [totalCholMgdl, hdlMgdl]);
    return { value, outputs: { cvd10yPct: value } };
  },
});

/** The office version: BMI in place of the lipids. */
export const framinghamBmi = formula({
  ...common,
  id: "FRAMINGHAM-2008-BMI",
  published: "Framingham-2008-bmi",
  name: {
    en: "Heart and vessel disease within 10 years (Framingham, BMI)",
    zh: "Framingham 十年心血管病风险（BMI 版）",
  },
  writtenAs: "1 − S₀^exp(Σ βᵢ·ln(vᵢ) − mean); v = age, BMI, SBP, smoking, diabetes",
  inputs: { ...person, bmi: bmiInput() },
  compute({ sex, bmi, ...rest }) {
    const value = risk(withBmi[sex], rest, [bmi]);
    return { value, outputs: { cvd10yPct: value } };
  },
});
