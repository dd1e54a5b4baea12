import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const liver: Piece[] = [
  {
    id: "liver-fat",
    topic: "liver",
    alsoFor: ["liver-fibrosis"],
    notFor: [
      "alp-high",
      "alp-raised",
      "bilirubin-critical",
      "bilirubin-high",
      "bilirubin-raised",
      "hbsag-positive",
    ],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Liver enzymes and fatty liver", zh: "转氨酶和脂肪肝" },
    minutes: 4,
    body: {
      en: [
        "ALT and AST are enzymes that work inside liver cells. When cells are strained, more of them show up in the blood. The usual upper limit for ALT is 50 U/L in men and 40 in women.",
        "A value a little above the limit is common. Extra fat in the liver, alcohol, some medicines and herbs, and hepatitis viruses are frequent reasons. That is why the test is repeated and the reasons are looked for.",
        "Fatty liver means that fat is stored in the liver. It often comes with a large waist, high sugar or high triglycerides. Most people feel nothing.",
        "It can get better. Losing 3 to 5 % of your weight lowers the fat in the liver; losing 7 to 10 % calms the irritation as well. Slowly is best.",
        "A simple sum called FIB-4, from age and three blood values, shows whether the liver may be getting stiff. Under 1.3 (under 2.0 from the age of 65) this is unlikely. Above it, a painless scan tells more.",
        "Leave alcohol out until the re-check, and show the doctor everything you take, herbs and supplements included.",
      ],
      zh: [
        "谷丙转氨酶和谷草转氨酶是肝细胞里工作的酶。肝细胞受累时，血液里会多一些。谷丙转氨酶常用的上限，男性50，女性40（单位/升）。",
        "比上限高一点很常见。常见原因有肝里脂肪多、饮酒、某些药物和草药，以及肝炎病毒。所以要复查，并找一找原因。",
        "脂肪肝是指脂肪存进了肝脏，常和腰围大、血糖高、甘油三酯高同时出现，多数人没有感觉。",
        "它可以好转。体重减轻3%到5%，肝里的脂肪会减少；减轻7%到10%，炎症也会缓和。慢慢减最好。",
        "有个简单的计算叫FIB-4，用年龄和三项血液数值，看肝脏有没有变硬的可能。低于1.3（65岁及以上低于2.0）可能性很小；高于它，再做一次无痛的扫描就更清楚。",
        "复查之前请不要喝酒。把您吃的所有东西都告诉医生，包括草药和保健品。",
      ],
    },
    source: sources.fattyLiver2024,
    further: [sources.enzymes2012],
    check: [
      {
        en: "The effect of losing 3–5 % and 7–10 % of weight: known from earlier editions; check against the 2024 text.",
        zh: "减重3%～5%和7%～10%的效果：见于早先版本，请对照2024年版原文。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "liver-fat-1",
        question: {
          en: "ALT is a little above the limit. What does it tell?",
          zh: "谷丙转氨酶略高于上限，说明什么？",
        },
        options: [
          { en: "The liver has stopped working", zh: "肝脏不工作了" },
          { en: "Nothing, ever", zh: "什么也不说明" },
          { en: "Liver cells are strained; the reason is looked for", zh: "肝细胞受累，要找原因" },
        ],
        answer: 2,
        because: {
          en: "It is a sign to repeat the test and look for the cause, not a verdict.",
          zh: "这是提醒我们复查和找原因，不是结论。",
        },
      },
      {
        id: "liver-fat-2",
        question: { en: "Can fatty liver get better?", zh: "脂肪肝能好转吗？" },
        options: [
          { en: "Yes, with slow weight loss", zh: "能，慢慢减重就有效" },
          { en: "No, never", zh: "不能" },
          { en: "Only with an operation", zh: "只能做手术" },
        ],
        answer: 0,
        because: {
          en: "Losing even 3 to 5 % of weight lowers the fat in the liver.",
          zh: "体重减轻3%到5%，肝里的脂肪就会减少。",
        },
      },
      {
        id: "liver-fat-3",
        question: { en: "What should the doctor hear about?", zh: "哪些要告诉医生？" },
        options: [
          { en: "Only prescribed medicines", zh: "只说处方药" },
          { en: "All medicines, herbs and supplements", zh: "所有药物、草药和保健品" },
          { en: "Nothing before the re-check", zh: "复查前什么都不用说" },
        ],
        answer: 1,
        because: {
          en: "Some herbs and supplements strain the liver too.",
          zh: "有些草药和保健品也会加重肝脏负担。",
        },
      },
    ],
  },
];
