import type { Condition, Rule } from "../../rule-set.ts";

const high: Condition = { item: "UA", op: ">", limit: 420 };
const settled: Condition = { any: [{ known: "gout" }, { takes: "urate-lowering" }, { before: high }] };

export const urate = [
  {
    id: "urate-very-high",
    concern: "urate",
    ladder: "urate",
    when: { item: "UA", op: ">=", limit: 540 },
    class: "suspected",
    severity: 3,
    name: { en: "Uric acid very high", zh: "尿酸明显升高" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "At this level gout and kidney stones become likely, and medicine may be worth it. Please see a physician within six weeks.",
      zh: "此水平易引发痛风和肾结石，可能需要用药。请在六周内就诊。",
    },
    needsConfirmation: true,
    followUp: "urate-very-high",
    source: "China hyperuricaemia guideline 2019",
    status: "needs sign-off",
    evidence: ["UA"],
    variants: [
      {
        when: settled,
        class: "disease",
        needsConfirmation: false,
        name: { en: "Hyperuricaemia, very high", zh: "高尿酸血症，明显升高" },
      },
    ],
    topics: ["urate"],
  },
  {
    id: "urate-high",
    concern: "urate",
    ladder: "urate",
    when: high,
    class: "suspected",
    severity: 2,
    name: { en: "Uric acid high", zh: "尿酸升高" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Only a second fasting value on another day makes it hyperuricaemia. Drink enough water; go easy on beer, offal, seafood and sweet drinks.",
      zh: "需另一日空腹复查仍高才能诊断高尿酸血症。请多饮水，少饮啤酒和含糖饮料，少吃内脏和海鲜。",
    },
    needsConfirmation: true,
    followUp: "urate-high",
    source: "CSE 2019",
    status: "published",
    evidence: ["UA"],
    variants: [
      {
        when: settled,
        class: "disease",
        needsConfirmation: false,
        name: { en: "Hyperuricaemia", zh: "高尿酸血症" },
        meaning: {
          en: "High on two days. Food and water come first; a physician decides whether more is needed.",
          zh: "两次不同日期均升高。首先调整饮食和饮水，是否用药由医生决定。",
        },
      },
    ],
    topics: ["urate"],
  },
] as const satisfies readonly Rule[];
