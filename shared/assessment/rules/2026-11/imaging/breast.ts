import type { Rule } from "../../../rule-set.ts";
import { likelyMalignant, says, suspected, told, watched } from "./words.ts";

const breastFinding = {
  concern: "breast",
  site: "breast",
  ladder: "breast",
  evidence: ["BIRADS"],
  sentence: told("BIRADS"),
  source: "BI-RADS, 5th edition",
  status: "published",
  topics: ["breast"],
} as const;

/** Categories 1 and 2 ask for nothing beyond the usual screening. */
export const breast = [
  {
    ...breastFinding,
    ...likelyMalignant,
    id: "breast-birads-4b-6",
    when: says("BIRADS", "4B", "4C", "5", "6"),
    name: { en: "Suspicious finding in the breast", zh: "乳腺可疑病变" },
    meaning: {
      en: "A small sample tells what it is. Please see a breast specialist within a month; found early it is well treatable.",
      zh: "需活检明确性质。请在一个月内到乳腺专科就诊；早期发现治疗效果良好。",
    },
    followUp: "birads-4-5",
  },
  {
    ...breastFinding,
    ...suspected,
    id: "breast-birads-4",
    when: says("BIRADS", "4", "4A"),
    name: { en: "Finding in the breast to be cleared up", zh: "乳腺病变，需明确性质" },
    meaning: {
      en: "Most often harmless, but only a small sample can tell. Please see a breast specialist within a month.",
      zh: "多为良性，但需活检才能确定。请在一个月内到乳腺专科就诊。",
    },
    followUp: "birads-4-5",
  },
  {
    ...breastFinding,
    ...suspected,
    severity: 2,
    id: "breast-birads-0",
    when: says("BIRADS", "0"),
    name: { en: "Breast imaging not finished", zh: "乳腺影像评估未完成" },
    meaning: {
      en: "One more picture is needed before anything can be said; it is arranged within a month.",
      zh: "需补充影像检查后才能判断，请在一个月内完成。",
    },
    followUp: "birads-0",
    status: "needs sign-off",
  },
  {
    ...breastFinding,
    ...watched,
    id: "breast-birads-3",
    when: says("BIRADS", "3"),
    name: { en: "Finding in the breast, most likely harmless", zh: "乳腺病变，良性可能大" },
    meaning: {
      en: "At least 98 of 100 are harmless. It is looked at again in half a year.",
      zh: "98% 以上为良性。请半年后复查。",
    },
    followUp: "birads-3",
  },
] as const satisfies readonly Rule[];
