import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const bloodCount: Piece[] = [
  {
    id: "blood-count-anaemia",
    topic: "blood-count",
    notFor: [
      "hgb-very-high",
      "platelets-critical-high",
      "platelets-critical-low",
      "platelets-high",
      "platelets-low",
      "platelets-low-mild",
      "platelets-marked",
      "wbc-critical",
      "wbc-marked",
      "wbc-out",
    ],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "When haemoglobin is low", zh: "血红蛋白低了，怎么看" },
    minutes: 4,
    body: {
      en: [
        "Haemoglobin is the red substance in blood that carries oxygen. When there is too little of it, this is called anaemia.",
        "WHO draws the line at 130 g/L for men and 120 g/L for women who are not pregnant. Many hospitals in China use 120 for men and 110 for women. Your report names the line it uses.",
        "A mild lack is often not felt. A greater one can bring tiredness, dizziness, a fast heartbeat or short breath on the stairs.",
        "Anaemia is a sign, and it has a cause. The most common one is too little iron: from food, from heavy periods, or from slow bleeding in the stomach or bowel. There are other causes too.",
        "So the next step is to find the cause, with another blood count and a test of the iron store called ferritin. Ask before you start iron tablets: they can hide the cause.",
        "See a doctor soon if you pass black or bloody stools, lose weight without trying, or get short of breath at rest.",
      ],
      zh: [
        "血红蛋白是血液里运送氧气的红色物质。它太少，就叫贫血。",
        "世界卫生组织的界线是：男性130克/升，未怀孕女性120克/升。国内许多医院用男性120、女性110。您的报告上会写明所用的界线。",
        "轻度降低常常没有感觉。再低一些，可能会乏力、头晕、心跳快、上楼气短。",
        "贫血是一个信号，背后有原因。最常见的是缺铁：吃进去的少、月经量多，或胃肠慢慢出血。也有其他原因。",
        "所以下一步是找原因：再查一次血常规，并查反映铁储备的“铁蛋白”。要吃铁剂之前先问一问：自己先吃，可能把原因掩盖了。",
        "如果大便发黑或带血、没有刻意减重却变瘦，或静坐时也气短，请尽快看医生。",
      ],
    },
    source: sources.haemoglobin2024,
    check: [
      {
        en: "The lines of 120 and 110 g/L used in China, and the signs that should not wait: from general knowledge.",
        zh: "国内使用的120和110克/升，以及需要尽快就诊的表现：依据一般常识写成，请核对。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "blood-count-anaemia-1",
        question: { en: "What is the most common cause of anaemia?", zh: "贫血最常见的原因是什么？" },
        options: [
          { en: "Too little iron", zh: "缺铁" },
          { en: "Too much tea with sugar", zh: "喝太多甜茶" },
          { en: "Cold weather", zh: "天气冷" },
        ],
        answer: 0,
        because: {
          en: "Iron is what haemoglobin is built with. Still, the reason for the lack has to be found.",
          zh: "铁是制造血红蛋白的原料。不过，为什么缺铁还要弄清楚。",
        },
      },
      {
        id: "blood-count-anaemia-2",
        question: { en: "Why ask before taking iron tablets?", zh: "为什么吃铁剂前要先问？" },
        options: [
          { en: "They are never allowed", zh: "铁剂谁都不能吃" },
          { en: "They could hide the cause before it is found", zh: "可能在找到原因之前把它掩盖" },
          { en: "They work only in summer", zh: "只在夏天有效" },
        ],
        answer: 1,
        because: {
          en: "Once the value has been lifted, the reason behind it is harder to see.",
          zh: "数值被补上去以后，背后的原因就更难看出来。",
        },
      },
      {
        id: "blood-count-anaemia-3",
        question: { en: "Which sign should not wait for the re-check?", zh: "哪种情况不要等到复查？" },
        options: [
          { en: "Hair that grows slowly", zh: "头发长得慢" },
          { en: "Being hungry before lunch", zh: "午饭前肚子饿" },
          { en: "Black or bloody stools", zh: "大便发黑或带血" },
        ],
        answer: 2,
        because: {
          en: "It can mean bleeding in the stomach or bowel, and a doctor should look soon.",
          zh: "这可能是胃肠出血，应尽快让医生看。",
        },
      },
    ],
  },
];
