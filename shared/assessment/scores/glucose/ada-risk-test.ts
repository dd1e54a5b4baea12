import { bmiInput } from "../body/bmi.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { bandOf, points } from "../ladder.ts";
import { active, familyHistoryDm } from "./asked.ts";

const ages = [
  [40, 1],
  [50, 2],
  [60, 3],
] as const;
const indices = [
  [25, 1],
  [30, 2],
  [40, 3],
] as const;

const bands = [
  { id: "below", label: { en: "not high", zh: "非高风险" }, range: { en: "below 5", zh: "低于5分" } },
  { id: "high", label: { en: "high", zh: "高风险" }, range: { en: "5 or more", zh: "5分及以上" } },
] as const;

/**
 * The risk test of the American Diabetes Association: 5 points or more is high. Adults without known
 * diabetes, not in pregnancy; of women it must be known whether they had diabetes in a pregnancy.
 */
export const adaRiskTest = formula({
  id: "ADA-RISK-TEST",
  published: "ADA-risk-test",
  name: { en: "ADA diabetes risk test", zh: "ADA 糖尿病风险测试" },
  unit: "",
  decimals: 0,
  source: "ADA Standards of Care 2024 (Bang, Ann Intern Med 2009;151:775)",
  status: "needs sign-off",
  writtenAs:
    "points for age, sex, diabetes in pregnancy, family history, high blood pressure, little movement, BMI",
  scale: bands,
  audience: "physician",
  inputs: {
    sex: ask.sex,
    age: ask.age(),
    gdm: {
      kind: "flag",
      label: { en: "diabetes in a pregnancy", zh: "妊娠糖尿病史" },
      optional: true,
      read: ({ facts }: Known) => facts.gestationalDiabetes,
    },
    familyHistoryDm,
    hypertension: {
      kind: "flag",
      label: { en: "high blood pressure, known or treated", zh: "高血压（已知或治疗中）" },
      read: ({ facts }: Known) =>
        facts.diagnoses.includes("hypertension") || facts.drugs.includes("antihypertensive"),
    },
    active,
    bmi: bmiInput(),
    pregnant: ask.notPregnant,
    knownDiabetes: ask.noDiabetes,
  },
  compute({ sex, age, gdm, familyHistoryDm, hypertension, active, bmi }) {
    if (sex === "female" && gdm === undefined)
      return {
        refused: {
          en: "Not computed; missing: diabetes in a pregnancy.",
          zh: "未计算；缺少：妊娠糖尿病史。",
        },
        missing: ["gestationalDiabetes"],
      };
    const total =
      points(ages, age) +
      (sex === "male" ? 1 : 0) +
      (sex === "female" && gdm ? 1 : 0) +
      (familyHistoryDm ? 1 : 0) +
      (hypertension ? 1 : 0) +
      (active ? 0 : 1) +
      points(indices, bmi);
    const highRisk = total >= 5;
    return {
      value: total,
      band: bandOf(bands[highRisk ? 1 : 0]),
      note: {
        en: "People of Asian descent are tested from a BMI of 23.",
        zh: "亚洲人群建议自 BMI 23 起筛查。",
      },
      outputs: { total, highRisk },
    };
  },
});
