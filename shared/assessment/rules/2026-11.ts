import type { RuleSet } from "../rule-set.ts";
import { bloodCount } from "./2026-11/blood-count.ts";
import { bloodPressure } from "./2026-11/blood-pressure.ts";
import { confirmedBefore } from "./2026-11/confirmed-before.ts";
import { glycaemia } from "./2026-11/glycaemia.ts";
import { heartRisk, heartScores } from "./2026-11/heart-risk.ts";
import { imaging } from "./2026-11/imaging.ts";
import { kidney } from "./2026-11/kidney.ts";
import { lipids } from "./2026-11/lipids.ts";
import { liver } from "./2026-11/liver.ts";
import { metabolicSyndrome } from "./2026-11/metabolic-syndrome.ts";
import { mindAndHabits, mindScores } from "./2026-11/mind-and-habits.ts";
import { lipidsInPregnancy } from "./2026-11/pregnancy.ts";
import { screening } from "./2026-11/screening.ts";
import { urate } from "./2026-11/urate.ts";
import { urgentValues } from "./2026-11/urgent.ts";
import { weight } from "./2026-11/weight.ts";

export const november2026 = {
  id: "2026-11",
  effectiveFrom: "2026-11-01",
  adultsFrom: 18,
  minimum: ["SBP", "DBP", "BMI", "FPG", "TC", "TG", "HDLC", "LDLC", "ALT", "CREA", "HGB", "WBC", "PLT"],
  judgedByRange: ["ALT"],
  scores: [
    ...heartScores,
    ...["BP-CHINA-2024", "BP-ESC-2024", "BP-ACC-AHA-2017", "ABI-CLASS"],
    ...["GLYCAEMIA-WHO-CHINA", "GLYCAEMIA-ADA", "EAG", "HOMA-IR", "TYG", "CDRS"],
    ...["LIPID-CHINA-2023", "NONHDL", "REMNANT", "LDL-MARTIN-HOPKINS", "LDL-SAMPSON", "LDL-FRIEDEWALD"],
    ...["BMI", "WAIST-CLASS", "WAIST-HEIGHT", "METS-CDS-2020", "METS-HARMONISED-2009", "URATE-CLASS"],
    ...["EGFR", "KDIGO-RISK"],
    ...["FIB4", "NAFLD-FS", "FATTY-LIVER-INDEX", "APRI"],
    ...["CORRECTED-CALCIUM", "PHENOAGE"],
    ...["FLEISCHNER-2017", "C-LUNG-RADS-2024", "BI-RADS"],
    ...mindScores,
  ],
  rules: [
    ...bloodPressure,
    ...glycaemia,
    ...lipidsInPregnancy,
    ...lipids,
    ...weight,
    ...urate,
    ...liver,
    ...kidney,
    ...confirmedBefore,
    ...bloodCount,
    ...metabolicSyndrome,
    ...heartRisk,
    ...urgentValues,
    ...screening,
    ...imaging,
    ...mindAndHabits,
  ],
  outside: {
    class: "sub-health",
    severity: 1,
    name: { en: "{item} outside the reference range", zh: "{item}超出参考范围" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "One in twenty healthy people is outside any one range. The physician reads it together with the rest; it is looked at again at the next exam.",
      zh: "每二十个健康人中约有一人某项超出参考范围。医生会结合其他结果判断，下次体检再看。",
    },
    needsConfirmation: false,
    source: "reference range",
    status: "published",
    topics: ["reference-range"],
    words: {
      name: { en: "{item} not negative", zh: "{item}非阴性" },
      sentence: { en: "{item}: {value}; normal is negative.", zh: "{item}：{value}；正常为阴性。" },
      meaning: {
        en: "Often passing, and it says little alone. The physician reads it together with the rest; it is looked at again at the next exam.",
        zh: "常为一过性，单独意义有限。医生会结合其他结果判断，下次体检再看。",
      },
    },
    far: {
      timesUpper: 2,
      timesLower: 0.5,
      class: "suspected",
      severity: 2,
      name: { en: "{item} far outside the reference range", zh: "{item}明显超出参考范围" },
      meaning: {
        en: "Further outside than chance explains. A physician will look at it with you, and it is measured again within two months.",
        zh: "偏离参考范围较多，难以用偶然波动解释。医生会与您一起评估，并在两个月内复查。",
      },
      needsConfirmation: true,
      followUp: "far-outside",
      status: "needs sign-off",
    },
  },
  context: {
    items: ["HCT", "MCH", "MCHC", "DBIL", "UPH", "USG"],
    meaning: {
      en: "This value means little alone; it is read together with its neighbours and needs nothing by itself.",
      zh: "该项单独意义不大，需结合相关指标判断，本身无需处理。",
    },
  },
  fastingItems: ["FPG", "TG"],
  notInPregnancy: ["TC", "TG", "HDLC", "LDLC"],
  knownDiagnosis: {
    sentence: { en: "Known already: {name}.", zh: "既往已知：{name}。" },
    meaning: {
      en: "It stands in your health file. Please go on with what your physician agreed with you.",
      zh: "已记录在您的健康档案中，请继续遵循医生的既定方案。",
    },
    source: "health file",
    status: "published",
  },
} as const satisfies RuleSet;
