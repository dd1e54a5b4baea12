import { formula, type NumberAsked, type onlyABound } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf } from "../known.ts";

/** What a CRP assay can still tell, mg/L; what is under it counts as this much. */
const leastCrp = 0.1;

/** mg/L; the sensitive assay where there are both. "Under 0.1" is as good as 0.1, another bound is not. */
function crpOf(known: Known): number | typeof onlyABound | undefined {
  const item = known.facts.results["HSCRP"] ? "HSCRP" : "CRP";
  const reading = known.facts.results[item];
  if (reading?.comparator === "<" && typeof reading.value === "number" && reading.value <= leastCrp)
    return leastCrp;
  return numberOf(known, item);
}

/** Gompertz: of the ten-year mortality the published formula takes the logarithm twice, which leaves a line. */
const [gamma, scale] = [0.007692696, 1.51714];
const start = Math.log((0.0055305 * scale) / gamma);

/**
 * PhenoAge, years: the age at which an average person would have this person's risk of dying, from nine blood
 * values and age. SI units as named; `lnCrp` is the natural logarithm of CRP in mg/dL. From an exam CRP under
 * 0.1 mg/L counts as 0.1, and over 10 mg/L (an illness of these days) there is no answer. Adults from 20, not
 * in pregnancy. Levine, Aging 2018;10:573, with 0.090165 where some prints say 0.09165.
 */
export const phenoAge = formula({
  id: "PHENOAGE",
  published: "PhenoAge",
  name: { en: "PhenoAge (research)", zh: "表型年龄 PhenoAge（研究用）" },
  unit: "a",
  decimals: 1,
  source: "Levine, Aging 2018;10:573",
  status: "needs sign-off",
  writtenAs: "141.50225 + ln(−0.0055305 × ln(1 − M)) ÷ 0.090165, M = 1 − exp(−1.51714 × e^xb ÷ 0.007692696)",
  research: true,
  audience: "physician",
  onlyWith: ["HSCRP", "CRP"],
  inputs: {
    age: ask.age({ min: 20 }),
    albuminGL: ask.albuminGL(),
    creatinineUmol: ask.creatinineUmol(),
    glucoseMmol: ask.fpgMmol(),
    lnCrp: {
      kind: "number",
      label: { en: "ln of CRP in mg/dL", zh: "CRP（mg/dL）的自然对数" },
      unit: "",
      items: ["HSCRP"],
      read: (known: Known) => {
        const crp = crpOf(known);
        return typeof crp === "number" ? Math.log(Math.max(crp, leastCrp) / 10) : crp;
      },
    } as const satisfies NumberAsked,
    crpMgL: {
      kind: "number",
      label: { en: "CRP over 10 mg/L", zh: "CRP 大于 10 mg/L" },
      unit: "mg/L",
      min: 0,
      max: 10,
      optional: true,
      read: crpOf,
    } as const satisfies NumberAsked,
    lymphocytePct: ask.lymphocytePct(),
    mcvFL: ask.mcvFL(),
    rdwPct: ask.rdwPct(),
    alpUL: ask.alpUL(),
    wbc: ask.wbc(),
    pregnant: ask.notPregnant,
  },
  compute(given) {
    const xb =
      -19.90667 -
      0.03359355 * given.albuminGL +
      0.009506491 * given.creatinineUmol +
      0.1953192 * given.glucoseMmol +
      0.09536762 * given.lnCrp -
      0.01199984 * given.lymphocytePct +
      0.02676401 * given.mcvFL +
      0.3306156 * given.rdwPct +
      0.001868778 * given.alpUL +
      0.05542406 * given.wbc +
      0.08035356 * given.age;
    const value = 141.50225 + (start + xb) / 0.090165;
    return {
      value,
      note: {
        en: "For research, not a diagnosis. CRP enters as ln of mg/dL; under 0.1 mg/L it counts as 0.1.",
        zh: "仅供研究，不作诊断。CRP 以 mg/dL 取自然对数，低于 0.1 mg/L 按 0.1 计。",
      },
      outputs: { phenoAge: value },
    };
  },
});
