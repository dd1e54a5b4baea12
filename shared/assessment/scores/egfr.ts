import type { Bilingual } from "../../kernel/text.ts";
import { exact, type Sex } from "../facts.ts";
import { need, rounded, type ScoreRule } from "./score.ts";

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
export function gStage(egfr: number): { id: string; label: Bilingual } {
  const [, id, label] = stages.find(([from]) => egfr >= from) as (typeof stages)[number];
  return { id, label };
}

/**
 * From creatinine, sex and age; a laboratory's own eGFR stands in only when creatinine was not reported.
 * Rounded to the integer that is reported, since KDIGO bands that. Not for pregnancy or under 18.
 */
export const egfr: ScoreRule = {
  id: "EGFR",
  name: { en: "Kidney filtration (eGFR)", zh: "肾小球滤过率（eGFR）" },
  unit: "mL/min/{1.73_m2}",
  decimals: 0,
  source: "CKD-EPI 2021 (Inker, NEJM 2021;385:1737); KDIGO 2024",
  compute(facts) {
    if (!facts.results["CREA"] && facts.results["EGFR"]) {
      const reported = need(facts, ["EGFR"]);
      if (!reported.ok) return reported.refusal;
      const value = rounded(reported.values.EGFR, 0);
      return {
        value,
        band: gStage(value),
        inputs: reported.inputs,
        note: {
          en: "As the laboratory reported it; its formula is not known here.",
          zh: "采用检验科报告值，计算公式未知。",
        },
      };
    }
    const given = need(facts, ["CREA"], [zeroOrLess(exact(facts.results["CREA"])) && "CREA"]);
    if (!given.ok) return given.refusal;
    const value = rounded(
      ckdEpi2021({ sex: facts.sex, age: given.age, creatinineUmol: given.values.CREA }),
      0,
    );
    return { value, band: gStage(value), inputs: { ...given.inputs, sex: facts.sex, age: given.age } };
  },
};

const zeroOrLess = (value: number | undefined): boolean => value !== undefined && value <= 0;
