import type { Condition, Rule } from "../../rule-set.ts";

const low: Condition = { score: "EGFR", op: "<", limit: 60 };
const albumin: Condition = { item: "UACR", op: ">=", limit: 30 };
const lasted = (condition: Condition): Condition => ({
  all: [condition, { before: condition, days: 90 }],
});

/** What lasted three months was chronic kidney disease; a good value since does not take it back. */
export const confirmedBefore = [
  {
    id: "kidney-confirmed-before",
    concern: "kidney",
    when: {
      all: [
        { ever: { any: [lasted(low), lasted(albumin)] } },
        { not: { known: "ckd" } },
        { score: "EGFR", op: ">=", limit: 60 },
        { any: [{ not: { measured: "UACR" } }, { item: "UACR", op: "<", limit: 30 }] },
      ],
    },
    class: "disease",
    severity: 1,
    name: { en: "Chronic kidney disease, in range today", zh: "慢性肾脏病，本次在正常范围" },
    sentence: {
      en: "Confirmed on {since}; today eGFR {EGFR}, UACR {UACR}.",
      zh: "曾于 {since} 确认；本次肾小球滤过率 {EGFR}，尿白蛋白/肌酐 {UACR}。",
    },
    meaning: {
      en: "A good value. It had lasted over three months before, so it stays on the list and a physician looks at it again within half a year.",
      zh: "本次数值良好。此前异常曾持续三个月以上，因此继续随访，半年内请医生复查。",
    },
    needsConfirmation: false,
    followUp: "kidney-confirmed",
    source: "KDIGO 2024",
    status: "needs sign-off",
    evidence: ["EGFR", "UACR"],
    topics: ["kidney"],
  },
] as const satisfies readonly Rule[];
