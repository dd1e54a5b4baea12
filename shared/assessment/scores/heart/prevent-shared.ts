import type { Bilingual } from "../../../kernel/text.ts";
import { bmiInput } from "../body/bmi.ts";
import type { Computed } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput } from "../kidney/egfr.ts";
import { firstEvent } from "./gates.ts";
import { type Outcome, outcomes } from "./prevent-risks.ts";

const names: Readonly<Record<Outcome, Bilingual>> = {
  totalCvd: { en: "heart and vessel disease, all", zh: "全部心血管病" },
  ascvd: { en: "atherosclerotic disease", zh: "动脉粥样硬化性心血管病" },
  heartFailure: { en: "heart failure", zh: "心力衰竭" },
  chd: { en: "coronary heart disease", zh: "冠心病" },
  stroke: { en: "stroke", zh: "脑卒中" },
};

export const beyond59: Bilingual = {
  en: "The source advises the 30-year estimate from 30 to 59 years of age.",
  zh: "原研究建议 30 年风险仅用于 30–59 岁。",
};

/** The risk of all heart and vessel disease, the other outcomes beside it. */
export function said(
  risks: Record<Outcome, number>,
  notes: readonly (Bilingual | false | undefined)[],
): Computed {
  const words = notes.filter((note) => !!note);
  return {
    value: risks.totalCvd * 100,
    parts: outcomes.slice(1).map((id) => ({
      id,
      name: names[id],
      value: risks[id] * 100,
      unit: "%",
      decimals: 1,
    })),
    ...(words.length > 0 && {
      note: { en: words.map(({ en }) => en).join(" "), zh: words.map(({ zh }) => zh).join("") },
    }),
    outputs: risks,
  };
}

export const person = {
  sex: ask.sex,
  age: ask.age({ min: 30, max: 79 }),
  sbp: ask.sbp({ min: 90, max: 180 }),
  bpTreated: ask.bpTreated,
  totalCholMgdl: ask.totalCholMgdl({ min: 130, max: 320 }),
  hdlMgdl: ask.hdlMgdl({ min: 20, max: 100 }),
  statin: ask.statin,
  diabetes: ask.diabetes,
  smoker: ask.smoker,
  egfr: egfrInput({ min: 15, max: 140 }),
  bmi: bmiInput({ min: 18.5, max: 39.9 }),
  ...firstEvent,
} as const;

export const common = {
  unit: "%",
  decimals: 1,
  source: "AHA PREVENT 2023 (Khan, Circulation 2024;149:430)",
  status: "published",
  audience: "physician",
  writtenAs:
    "1 ÷ (1 + e⁻ˣ); x = β₀ + Σ βᵢ·vᵢ + age·Σ γⱼ·vⱼ; v = age, non-HDL, HDL, SBP, BMI, eGFR, diabetes, smoking, treatment",
} as const;
