import { bmiAt } from "../body/bmi.ts";
import { type FlagAsked, formula, onlyABound } from "../formula.ts";
import type { Known } from "../known.ts";
import { answersAt, type Bands, bandOf, scaleOf } from "./answers.ts";

const bands: Bands = [
  [5, "high", { en: "high risk", zh: "高风险" }],
  [3, "intermediate", { en: "intermediate risk", zh: "中风险" }],
  [0, "low", { en: "low risk", zh: "低风险" }],
];

/** The answers kept are snoring, tiredness, observed pauses, pressure and neck; the rest is known of the person. */
const answered = (at: number, en: string, zh: string) =>
  ({
    kind: "flag",
    label: { en, zh },
    items: ["STOPBANGA"],
    read: (known: Known) => {
      const answers = answersAt(known, "STOPBANGA");
      const one = answers?.length === 5 ? answers[at] : undefined;
      return one === 0 || one === 1 ? one === 1 : undefined;
    },
  }) as const satisfies FlagAsked;

const inputs = {
  snoring: answered(0, "loud snoring", "打鼾响亮"),
  tired: answered(1, "tired by day", "白天疲倦"),
  observed: answered(2, "pauses of breathing seen", "被观察到呼吸暂停"),
  pressure: answered(3, "high blood pressure", "高血压"),
  bmiOver35: {
    kind: "flag",
    label: { en: "body mass index over 35", zh: "体重指数大于 35" },
    items: ["HEIGHT", "WEIGHT"],
    read: (known: Known) => {
      const bmi = bmiAt(known);
      return bmi === undefined || bmi === onlyABound ? undefined : bmi > 35;
    },
  },
  ageOver50: {
    kind: "flag",
    label: { en: "over 50 years", zh: "年龄大于 50 岁" },
    items: ["age"],
    read: ({ age }: Known) => age > 50,
  },
  neckOver40: answered(4, "neck over 40 cm", "颈围大于 40 cm"),
  male: {
    kind: "flag",
    label: { en: "male", zh: "男性" },
    items: ["sex"],
    read: ({ facts }: Known) => facts.sex === "male",
  },
} as const satisfies Record<string, FlagAsked>;

const twoSteps = {
  en: "High risk by the two-step reading: two of the first four together with male sex, BMI over 35 or a wide neck.",
  zh: "按两步判读为高风险：前四项中有两项，并有男性、体重指数大于 35 或颈围偏大之一。",
};

/**
 * Risk of obstructive sleep apnoea: how many of eight signs are present. The two-step reading of its authors
 * is said beside the sum and does not change the band.
 */
export const stopBang = formula({
  id: "STOP-BANG",
  published: "STOP-BANG",
  name: { en: "STOP-Bang, sleep apnoea", zh: "STOP-Bang 睡眠呼吸暂停筛查" },
  unit: "",
  decimals: 0,
  source: "Chung, Anesthesiology 2008;108:812; Chung, Chest 2016;149:631",
  status: "published",
  writtenAs: "how many of eight signs are present",
  scale: scaleOf(bands, 8),
  onlyWith: ["STOPBANGA"],
  inputs,
  compute(given) {
    const { snoring, tired, observed, pressure, bmiOver35, neckOver40, male } = given;
    const total = Object.values(given).filter(Boolean).length;
    const { band, said } = bandOf(bands, total);
    const stop = [snoring, tired, observed, pressure].filter(Boolean).length;
    const raised = total < 5 && stop >= 2 && (male || bmiOver35 || neckOver40);
    return { value: total, band, ...(raised && { note: twoSteps }), outputs: { total, risk: said } };
  },
});
