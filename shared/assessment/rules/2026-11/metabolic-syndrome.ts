import type { Rule } from "../../rule-set.ts";

const evidence = ["METS-CDS-2020", "WAIST", "FPG", "SBP", "DBP", "TG", "HDLC"] as const;
const topics = ["metabolic-syndrome"] as const;

export const metabolicSyndrome = [
  {
    id: "metabolic-syndrome",
    concern: "metabolic-syndrome",
    ladder: "metabolic-syndrome",
    when: { score: "METS-CDS-2020", op: ">=", limit: 3 },
    class: "sub-health",
    severity: 2,
    name: { en: "Metabolic syndrome", zh: "代谢综合征" },
    sentence: {
      en: "{METS-CDS-2020} of five signs are present (waist, glucose, blood pressure, triglycerides, HDL); three make the syndrome.",
      zh: "五项组分（腰围、血糖、血压、甘油三酯、高密度脂蛋白胆固醇）中有 {METS-CDS-2020} 项；满三项即为代谢综合征。",
    },
    meaning: {
      en: "The signs share one root, so one effort helps them all: a smaller waist. Each is looked after on its own as well.",
      zh: "这些异常同出一源，缩小腰围可同时改善各项；每一项也会分别随访。",
    },
    needsConfirmation: false,
    source: "CDS 2020",
    status: "published",
    evidence,
    topics,
  },
  {
    id: "metabolic-syndrome-two",
    concern: "metabolic-syndrome",
    ladder: "metabolic-syndrome",
    when: { score: "METS-CDS-2020", op: ">=", limit: 2 },
    class: "sub-health",
    severity: 1,
    name: { en: "Two signs of the metabolic syndrome", zh: "代谢综合征两项组分" },
    sentence: {
      en: "{METS-CDS-2020} of five signs are present (waist, glucose, blood pressure, triglycerides, HDL); three make the syndrome.",
      zh: "五项组分（腰围、血糖、血压、甘油三酯、高密度脂蛋白胆固醇）中有 {METS-CDS-2020} 项；满三项即为代谢综合征。",
    },
    meaning: {
      en: "Not the syndrome. It is a good time to turn back: food, movement and waist.",
      zh: "尚未构成代谢综合征，正是通过饮食、运动和控制腰围扭转的好时机。",
    },
    needsConfirmation: false,
    source: "CDS 2020; two signs by the centre's policy",
    status: "needs sign-off",
    evidence,
    topics,
  },
] as const satisfies readonly Rule[];
