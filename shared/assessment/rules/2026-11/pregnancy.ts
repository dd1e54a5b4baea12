import type { Condition, Rule } from "../../rule-set.ts";
import { lipids } from "./lipids.ts";

const pregnant: Condition = { is: "pregnant" };
const [severe] = lipids.filter(({ id }) => id === "tg-severe");

/**
 * Blood lipids rise in every pregnancy and have no cut-offs for it: they are not judged, but for triglycerides so
 * high that the pancreas is in danger. Stands before the lipids, whose ladders it silences.
 */
export const lipidsInPregnancy: readonly Rule[] = [
  ...(severe
    ? [{ ...severe, id: "tg-severe-in-pregnancy", when: { all: [pregnant, severe.when] }, variants: [] }]
    : []),
  {
    id: "lipids-in-pregnancy",
    concern: "lipids",
    silences: [...new Set(lipids.map(({ ladder }) => ladder))],
    when: {
      all: [pregnant, { any: ["TC", "TG", "HDLC", "LDLC"].map((item) => ({ measured: item })) }],
    },
    class: "normal",
    severity: 1,
    name: { en: "Blood lipids, not judged in pregnancy", zh: "妊娠期血脂不作评价" },
    sentence: {
      en: "LDL cholesterol {LDLC}, triglycerides {TG}.",
      zh: "低密度脂蛋白胆固醇 {LDLC}，甘油三酯 {TG}。",
    },
    meaning: {
      en: "Blood lipids rise naturally in pregnancy, and the usual limits do not hold. They are measured again some months after the birth.",
      zh: "妊娠期血脂会生理性升高，一般标准不适用。请在产后数月复查。",
    },
    needsConfirmation: false,
    source: "from general knowledge",
    status: "needs sign-off",
    evidence: ["TC", "TG", "HDLC", "LDLC"],
    topics: ["lipids"],
  },
];
