import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { firstEvent } from "./gates.ts";
import { escClass } from "./score2.ts";
import { homeRegion, recalibrated, regionNote, type Scale } from "./score2-scale.ts";

/** Age, diabetes, smoking, systolic pressure, total cholesterol, HDL, and the products of age with the rest. */
const equations = {
  male: {
    weights: [0.0634, 0.4245, 0.3524, 0.0094, 0.085, -0.3564, -0.0174, -0.0247, -0.0005, 0.0073, 0.0091],
    mean: 0.0929,
    survival: 0.7576,
  },
  female: {
    weights: [0.0789, 0.601, 0.4921, 0.0102, 0.0605, -0.304, -0.0107, -0.0255, -0.0004, -0.0009, 0.0154],
    mean: 0.229,
    survival: 0.8082,
  },
} as const;

const scale: Scale = {
  low: { male: [-0.34, 1.19], female: [-0.52, 1.01] },
  moderate: { male: [0.01, 1.25], female: [-0.1, 1.1] },
  high: { male: [0.08, 1.15], female: [0.38, 1.09] },
  "very high": { male: [0.05, 0.7], female: [0.38, 0.69] },
};

/**
 * SCORE2 for older persons, 70 to 89 years: heart or vessel event within ten years, in percent, allowing for
 * other causes of death. SCORE2-OP working group, EHJ 2021;42:2455; classes ESC 2021.
 */
export const score2Op = formula({
  id: "SCORE2-OP",
  published: "SCORE2-OP",
  name: { en: "Heart and vessel event within 10 years (SCORE2-OP)", zh: "SCORE2-OP 老年十年心血管事件风险" },
  unit: "%",
  decimals: 1,
  source: "SCORE2-OP (Eur Heart J 2021;42:2455); ESC 2021",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: "r₀ = 1 − S₀^exp(Σ − mean); 1 − exp(−exp(k₁ + k₂ × ln(−ln(1 − r₀))))",
  inputs: {
    region: homeRegion,
    sex: ask.sex,
    age: ask.age({ min: 70, max: 89 }),
    smoker: ask.smoker,
    sbp: ask.sbp({ above: 0 }),
    totalCholMmol: ask.totalCholMmol(),
    hdlMmol: ask.hdlMmol(),
    diabetes: ask.diabetes,
    ...firstEvent,
  },
  onlyFor: ({ age }) => age >= 70,
  compute({ region, sex, ...person }) {
    const { weights, mean, survival } = equations[sex];
    const age = person.age - 73;
    const rest = [
      person.diabetes ? 1 : 0,
      person.smoker ? 1 : 0,
      person.sbp - 150,
      person.totalCholMmol - 6,
      person.hdlMmol - 1.4,
    ];
    const terms = [age, ...rest, ...rest.map((term) => age * term)];
    const sum = terms.reduce((total, term, at) => total + term * (weights[at] as number), 0);
    const value = recalibrated(1 - survival ** Math.exp(sum - mean), scale[region][sex]);
    const { band, riskClass } = escClass(value, person.age);
    return { value, band, ...regionNote(region), outputs: { cvd10yPct: value, riskClass } };
  },
});
