import { bmiInput } from "../body/bmi.ts";
import { type FlagAsked, formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf } from "../known.ts";

const bands = {
  low: { id: "low", label: { en: "low", zh: "低" } },
  indeterminate: { id: "indeterminate", label: { en: "in between", zh: "不确定" } },
  high: { id: "high", label: { en: "high", zh: "高" } },
} as const;

/**
 * Impaired *fasting* glucose or diabetes, by the American limits of its source: fasting from 5.6, two hours from
 * 11.1 mmol/L, HbA1c from 6.5 %, or known. A two-hour value of 7.8 to 11.0 alone is neither.
 */
function ifgOrDiabetes(known: Known): boolean | undefined {
  if (ask.diabetes.read(known)) return true;
  const signs = [
    [known.facts.fasting === false ? undefined : numberOf(known, "FPG"), 5.6],
    [numberOf(known, "OGTT2H"), 11.1],
    [numberOf(known, "HBA1C"), 6.5],
  ] as const;
  if (signs.some(([value, from]) => typeof value === "number" && value >= from)) return true;
  return typeof signs[0][0] === "number" ? false : undefined;
}

/**
 * NAFLD fibrosis score = −1.675 + 0.037 × age + 0.094 × BMI + 1.13 × (impaired fasting glucose or diabetes)
 * + 0.99 × AST/ALT − 0.013 × platelets (10⁹/L) − 0.66 × albumin (g/dL). Low under −1.455 (0.12 from 65
 * years), high over 0.676. Adults, not in pregnancy.
 */
export const nafldFs = formula({
  id: "NAFLD-FS",
  published: "NAFLD-FS",
  name: { en: "NAFLD fibrosis score", zh: "NAFLD 纤维化评分" },
  unit: "",
  decimals: 2,
  source: "Angulo, Hepatology 2007;45:846",
  status: "published",
  writtenAs:
    "−1.675 + 0.037·age + 0.094·BMI + 1.13·(IFG or diabetes) + 0.99·AST/ALT − 0.013·platelets − 0.66·albumin (g/dL)",
  audience: "physician",
  inputs: {
    age: ask.age(),
    bmi: bmiInput(),
    ifgOrDiabetes: {
      kind: "flag",
      label: { en: "impaired fasting glucose or diabetes", zh: "空腹血糖受损或糖尿病" },
      items: ["FPG"],
      read: ifgOrDiabetes,
    } as const satisfies FlagAsked,
    ast: ask.ast(),
    alt: ask.alt(),
    platelets: ask.platelets(),
    albuminGdl: ask.albuminGdl(),
    pregnant: ask.notPregnant,
  },
  compute({ age, bmi, ifgOrDiabetes, ast, alt, platelets, albuminGdl }) {
    const nfs =
      -1.675 +
      0.037 * age +
      0.094 * bmi +
      (ifgOrDiabetes ? 1.13 : 0) +
      (0.99 * ast) / alt -
      0.013 * platelets -
      0.66 * albuminGdl;
    const category = nfs < (age >= 65 ? 0.12 : -1.455) ? "low" : nfs <= 0.676 ? "indeterminate" : "high";
    return { value: nfs, band: bands[category], outputs: { nfs, category } };
  },
});
