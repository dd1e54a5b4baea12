import type { Band } from "../formula.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { firstEvent } from "./gates.ts";
import { europe, homeRegion, recalibrated, regionNote } from "./score2-scale.ts";

interface Person {
  sex: "female" | "male";
  age: number;
  smoker: boolean;
  sbp: number;
  totalCholMmol: number;
  hdlMmol: number;
}

/** Age, smoking, systolic pressure, total cholesterol, HDL, and the products of age with the last four. */
const equations = {
  male: {
    weights: [0.3742, 0.6012, 0.2777, 0.1458, -0.2698, -0.0755, -0.0255, -0.0281, 0.0426],
    survival: 0.9605,
  },
  female: {
    weights: [0.4648, 0.7744, 0.3131, 0.1002, -0.2606, -0.1088, -0.0277, -0.0226, 0.0613],
    survival: 0.9776,
  },
} as const;

/** Ten-year baseline survival of SCORE2, which SCORE2-Diabetes uses too. */
export const score2Survival = (sex: "female" | "male"): number => equations[sex].survival;

/** SCORE2 before a region's calibration, as a fraction. EHJ 2021;42:2439. */
export function score2Uncalibrated({ sex, ...person }: Person): number {
  const { weights, survival } = equations[sex];
  const age = (person.age - 60) / 5;
  const smoker = person.smoker ? 1 : 0;
  const sbp = (person.sbp - 120) / 20;
  const tc = person.totalCholMmol - 6;
  const hdl = (person.hdlMmol - 1.3) / 0.5;
  const terms = [age, smoker, sbp, tc, hdl, age * smoker, age * sbp, age * tc, age * hdl];
  const sum = terms.reduce((total, term, at) => total + term * (weights[at] as number), 0);
  return 1 - survival ** Math.exp(sum);
}

const classes: readonly Band[] = [
  { id: "low-to-moderate", label: { en: "low to moderate", zh: "低至中危" } },
  { id: "high", label: { en: "high", zh: "高危" } },
  { id: "very-high", label: { en: "very high", zh: "极高危" } },
];
/** Words other calculators print for the same three classes. */
const words = ["low", "moderate", "high"] as const;
const edges = (age: number): readonly [number, number] =>
  age < 50 ? [2.5, 7.5] : age < 70 ? [5, 10] : [7.5, 15];

/** The class of ESC 2021, whose limits rise with age: under 50, 50 to 69, from 70. */
export function escClass(pct: number, age: number): { band: Band; riskClass: (typeof words)[number] } {
  const [high, veryHigh] = edges(age);
  const at = pct >= veryHigh ? 2 : pct >= high ? 1 : 0;
  return { band: classes[at] as Band, riskClass: words[at] as (typeof words)[number] };
}

/** What SCORE2 and its Asian and Pacific version ask. */
export const score2Inputs = {
  region: homeRegion,
  sex: ask.sex,
  age: ask.age({ min: 40, max: 69 }),
  smoker: ask.smoker,
  sbp: ask.sbp({ above: 0 }),
  totalCholMmol: ask.totalCholMmol(),
  hdlMmol: ask.hdlMmol(),
  diabetes: { ...ask.noDiabetes, read: ask.diabetes.read },
  ...firstEvent,
} as const;

/** From 40 to 69 years, without diabetes. */
export const forThem = ({ facts, age }: Known): boolean =>
  age >= 40 && age < 70 && !ask.diabetes.read({ facts } as Known);

/**
 * First fatal or non-fatal heart or vessel event within ten years, in percent, 40 to 69 years, without
 * diabetes: 1 − S₀^exp(Σ), rescaled to the region. SCORE2 working group, EHJ 2021;42:2439; classes ESC 2021.
 */
export const score2 = formula({
  id: "SCORE2",
  published: "SCORE2",
  name: { en: "Heart and vessel event within 10 years (SCORE2)", zh: "SCORE2 十年心血管事件风险" },
  unit: "%",
  decimals: 1,
  source: "SCORE2 (Eur Heart J 2021;42:2439); ESC 2021",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: "r₀ = 1 − S₀^exp(Σ); 1 − exp(−exp(k₁ + k₂ × ln(−ln(1 − r₀))))",
  inputs: score2Inputs,
  onlyFor: forThem,
  compute({ region, ...person }) {
    const value = recalibrated(score2Uncalibrated(person), europe[region][person.sex]);
    const { band, riskClass } = escClass(value, person.age);
    return { value, band, ...regionNote(region), outputs: { cvd10yPct: value, riskClass } };
  },
});
