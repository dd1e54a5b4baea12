import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const kidney: Piece[] = [
  {
    id: "kidney-numbers",
    topic: "kidney",
    notFor: ["urine-blood", "urine-blood-marked"],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Reading your kidney numbers", zh: "读懂肾脏的几个数字" },
    minutes: 4,
    body: {
      en: [
        "The kidneys clean the blood and make urine. Two tests show how they do: eGFR from blood, and albumin in urine.",
        "eGFR says how much blood the kidneys clean in a minute. It is worked out from creatinine, your age and your sex. 90 or more is normal; 60 to 89 with normal urine is usually not a disease.",
        "Albumin is a protein that should stay in the blood. In urine, less than 30 milligrams for each gram of creatinine is normal.",
        "One low eGFR or one raised albumin is not yet kidney disease. It has to last for more than three months. That is why the test is repeated after about three months.",
        "A single value can be pushed by little water, heavy exercise, much meat the day before, fever or an infection. Come to the re-check rested and as usual.",
        "Good blood pressure and good blood sugar protect the kidneys best. Ask before you take painkillers often, or herbs you do not know: some of them harm the kidneys.",
      ],
      zh: [
        "肾脏清洁血液、产生尿液。两项检查看它的情况：抽血算出的肾小球滤过率，和尿里的白蛋白。",
        "滤过率表示肾脏一分钟清洁多少血液，由肌酐、年龄和性别算出。90及以上为正常；60到89而尿检正常，一般不算病。",
        "白蛋白是应当留在血液里的蛋白质。尿里每克肌酐对应的白蛋白少于30毫克为正常。",
        "一次滤过率偏低或一次白蛋白偏高，还不是肾脏病。要持续超过三个月才算。所以大约三个月后要再查。",
        "喝水太少、剧烈运动、前一天吃很多肉、发烧或感染，都可能影响一次结果。复查前请照常生活、好好休息。",
        "血压和血糖控制好，就是对肾脏最好的保护。经常要吃止痛药，或要吃不了解的草药，请先问一问：有些会伤肾。",
      ],
    },
    source: sources.kidney2024,
    check: [
      {
        en: "What can push a single value: written from general knowledge.",
        zh: "哪些情况会影响一次结果：依据一般常识写成，请核对。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "kidney-numbers-1",
        question: { en: "One eGFR is 56. Is it kidney disease?", zh: "一次滤过率为56，就是肾脏病吗？" },
        options: [
          { en: "Not yet: it has to last over three months", zh: "还不是，要持续三个月以上才算" },
          { en: "Yes, certainly", zh: "肯定是" },
          { en: "No, and no test is needed", zh: "不是，也不用再查" },
        ],
        answer: 0,
        because: {
          en: "One value can be low for a passing reason. The repeat test tells the two apart.",
          zh: "一次偏低可能是暂时的，复查才能分清。",
        },
      },
      {
        id: "kidney-numbers-2",
        question: { en: "What protects the kidneys best?", zh: "怎样最能保护肾脏？" },
        options: [
          { en: "Kidney tonics from the market", zh: "市面上的补肾品" },
          { en: "Taking painkillers early and often", zh: "早吃、常吃止痛药" },
          { en: "Good blood pressure and blood sugar", zh: "控制好血压和血糖" },
        ],
        answer: 2,
        because: {
          en: "Pressure and sugar act on the fine vessels of the kidney every day.",
          zh: "血压和血糖每天都作用在肾脏细小的血管上。",
        },
      },
      {
        id: "kidney-numbers-3",
        question: {
          en: "What is found in urine when the kidney filter leaks?",
          zh: "肾脏的“滤网”漏了，尿里会多什么？",
        },
        options: [
          { en: "Sugar from fruit", zh: "水果里的糖" },
          { en: "Albumin", zh: "白蛋白" },
          { en: "Iron", zh: "铁" },
        ],
        answer: 1,
        because: {
          en: "Albumin should stay in the blood. More of it in urine is an early sign.",
          zh: "白蛋白应当留在血液里，尿里多了是较早的信号。",
        },
      },
    ],
  },
];
