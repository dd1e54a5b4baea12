import type { Bilingual } from "../../../kernel/text.ts";
import type { Sex } from "../../facts.ts";
import { type Band, formula, type NumberAsked, onlyABound } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf, once } from "../known.ts";
import { rounded } from "../rounding.ts";

/**
 * eGFR by CKD-EPI 2021 (creatinine, no race term), unrounded, in mL/min/1.73 m².
 * `creatinineUmol` in µmol/L, `age` in completed years, adults from 18. Inker LA, NEJM 2021;385:1737.
 */
export function ckdEpi2021(who: { sex: Sex; age: number; creatinineUmol: number }): number {
  const female = who.sex === "female";
  const ratio = who.creatinineUmol / 88.4 / (female ? 0.7 : 0.9);
  const alpha = female ? -0.241 : -0.302;
  return (
    142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** who.age * (female ? 1.012 : 1)
  );
}

const stages: readonly (readonly [number, string, Bilingual])[] = [
  [90, "G1", { en: "G1: normal or high", zh: "G1：正常或偏高" }],
  [60, "G2", { en: "G2: mildly lower", zh: "G2：轻度降低" }],
  [45, "G3a", { en: "G3a: mildly to moderately lower", zh: "G3a：轻至中度降低" }],
  [30, "G3b", { en: "G3b: moderately to markedly lower", zh: "G3b：中至重度降低" }],
  [15, "G4", { en: "G4: markedly lower", zh: "G4：重度降低" }],
  [Number.NEGATIVE_INFINITY, "G5", { en: "G5: very low", zh: "G5：极低" }],
];

/** The KDIGO G range of a reported (whole-number) eGFR. One value names a range, never a disease. */
export function gStage(egfr: number): Band {
  const [, id, label] = (stages.find(([from]) => egfr >= from) ?? stages.at(-1)) as (typeof stages)[number];
  return { id, label };
}

/**
 * The reported eGFR of an exam: from creatinine; a laboratory's own stands in only when creatinine was not
 * reported. A whole number, since KDIGO bands that.
 */
export const egfrAt = (known: Known): number | typeof onlyABound | undefined =>
  once(known, "EGFR", () => {
    const creatinine = numberOf(known, "CREA");
    if (creatinine === onlyABound) return onlyABound;
    if (creatinine === undefined) {
      const reported = numberOf(known, "EGFR");
      return typeof reported === "number" ? rounded(reported, 0) : reported;
    }
    if (creatinine <= 0 || known.age < 18) return onlyABound;
    const { age, facts } = known;
    return rounded(ckdEpi2021({ sex: facts.sex, age, creatinineUmol: creatinine }), 0);
  });

/** Estimated filtration as an input of other scores. */
export const egfrInput = (valid: ask.Valid = { above: 0 }) =>
  ({
    kind: "number",
    label: { en: "kidney filtration (eGFR)", zh: "肾小球滤过率（eGFR）" },
    unit: "mL/min/{1.73_m2}",
    items: ["CREA"],
    read: egfrAt,
    ...valid,
  }) as const satisfies NumberAsked;

/**
 * Estimated glomerular filtration, rounded to the integer that is reported. Adults from 18, not in pregnancy.
 */
export const egfr = formula({
  id: "EGFR",
  published: "CKD-EPI-2021",
  name: { en: "Kidney filtration (eGFR)", zh: "肾小球滤过率（eGFR）" },
  unit: "mL/min/{1.73_m2}",
  decimals: 0,
  source: "CKD-EPI 2021 (Inker, NEJM 2021;385:1737); KDIGO 2024",
  status: "published",
  writtenAs: "142 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^−1.200 × 0.9938^age × 1.012 if female",
  inputs: {
    sex: ask.sex,
    age: ask.age(),
    creatinineUmol: ask.optional(ask.creatinineUmol()),
    reported: ask.optional({
      kind: "number",
      label: { en: "eGFR as the laboratory reported it", zh: "检验科报告的 eGFR" },
      unit: "mL/min/{1.73_m2}",
      above: 0,
      read: (known: Known) => (known.facts.results["CREA"] ? undefined : numberOf(known, "EGFR")),
    } as const satisfies NumberAsked),
    pregnant: ask.notPregnant,
  },
  compute({ sex, age, creatinineUmol, reported }) {
    if (creatinineUmol === undefined && reported === undefined)
      return {
        refused: { en: "Not computed; missing: creatinine.", zh: "未计算；缺少：肌酐。" },
        missing: ["CREA"],
      };
    const exact =
      creatinineUmol === undefined ? (reported as number) : ckdEpi2021({ sex, age, creatinineUmol });
    const value = rounded(exact, 0);
    return {
      value,
      band: gStage(value),
      ...(creatinineUmol === undefined && {
        note: {
          en: "As the laboratory reported it; its formula is not known here.",
          zh: "采用检验科报告值，计算公式未知。",
        },
      }),
      outputs: { egfr: exact },
    };
  },
});
