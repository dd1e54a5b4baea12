import { formula, type NumberAsked } from "../formula.ts";
import * as ask from "../inputs.ts";

/**
 * Waist ÷ hip, both in cm; WHO: central from 0.90 in men, from 0.85 in women. No exam measures the hip, so
 * only the calculator asks it. Adults, not in pregnancy.
 */
export const waistHip = formula({
  id: "WAIST-HIP",
  name: { en: "Waist-to-hip ratio", zh: "腰臀比" },
  unit: "",
  decimals: 2,
  source: "WHO expert consultation 2008",
  status: "needs sign-off",
  writtenAs: "waist ÷ hip",
  inputs: {
    sex: ask.sex,
    waistCm: ask.waistCm(),
    hipCm: {
      kind: "number",
      label: { en: "hip", zh: "臀围" },
      unit: "cm",
      above: 0,
    } satisfies NumberAsked,
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ sex, waistCm, hipCm }) {
    const ratio = waistCm / hipCm;
    const central = ratio >= (sex === "male" ? 0.9 : 0.85);
    return {
      value: ratio,
      band: central
        ? { id: "central", label: { en: "central", zh: "中心型" } }
        : { id: "normal", label: { en: "normal", zh: "正常" } },
      outputs: { ratio },
    };
  },
});
