import { bmiInput } from "../body/bmi.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { bandOf, climbed, points } from "../ladder.ts";
import { active } from "./asked.ts";

const ages = [
  [45, 2],
  [55, 3],
  [65, 4],
] as const;
const families = { none: 0, "second-degree": 3, "first-degree": 5 } as const;

const bands = [
  {
    id: "low",
    risk: "low",
    percent: 1,
    label: { en: "low", zh: "低" },
    range: { en: "below 7", zh: "低于7分" },
  },
  {
    id: "slightly-elevated",
    risk: "slightly elevated",
    percent: 4,
    label: { en: "slightly elevated", zh: "轻度升高" },
    range: { en: "7 to 11", zh: "7～11分" },
  },
  {
    id: "moderate",
    risk: "moderate",
    percent: 17,
    label: { en: "moderate", zh: "中" },
    range: { en: "12 to 14", zh: "12～14分" },
  },
  {
    id: "high",
    risk: "high",
    percent: 33,
    label: { en: "high", zh: "高" },
    range: { en: "15 to 20", zh: "15～20分" },
  },
  {
    id: "very-high",
    risk: "very high",
    percent: 50,
    label: { en: "very high", zh: "极高" },
    range: { en: "over 20", zh: "20分以上" },
  },
] as const;

/** A band of values is worth its points up to and including its upper end: BMI 30 and a waist of 102 are not "over". */
const over = (value: number, [from, beyond]: readonly [number, number], low: number, high: number): number =>
  value > beyond ? high : value >= from ? low : 0;

/**
 * The Finnish diabetes risk score: 0 to 26 points for the risk of type 2 diabetes within ten years. Adults
 * without known diabetes, not in pregnancy. Its waist steps are European.
 */
export const findrisc = formula({
  id: "FINDRISC",
  published: "FINDRISC",
  name: { en: "Finnish diabetes risk score", zh: "芬兰糖尿病风险评分（FINDRISC）" },
  unit: "",
  decimals: 0,
  source: "Lindström, Diabetes Care 2003;26:725",
  status: "published",
  writtenAs:
    "points for age, BMI, waist, movement, vegetables, pressure medicine, glucose found high, family history",
  scale: bands.map(({ id, label, range }) => ({ id, label, range })),
  audience: "physician",
  inputs: {
    sex: ask.sex,
    age: ask.age(),
    bmi: bmiInput(),
    waistCm: ask.waistCm(),
    active30min: active,
    dailyVegFruit: {
      kind: "flag",
      label: { en: "vegetables or fruit every day", zh: "每天吃蔬菜或水果" },
      items: ["dailyVegFruit"],
      read: ({ facts }: Known) => facts.dailyVegFruit,
      lever: { to: true },
    },
    antihypertensive: ask.bpTreated,
    everHighGlucose: {
      kind: "flag",
      label: { en: "high glucose ever found", zh: "曾发现血糖升高" },
      items: ["everHighGlucose"],
      read: ({ facts }: Known) => facts.everHighGlucose,
    },
    familyHistory: {
      kind: "choice",
      of: ["none", "second-degree", "first-degree"],
      says: {
        none: { en: "nobody", zh: "无" },
        "second-degree": { en: "grandparent, aunt, uncle or cousin", zh: "二级亲属" },
        "first-degree": { en: "parent, brother, sister or child", zh: "一级亲属" },
      },
      label: { en: "diabetes in the family", zh: "糖尿病家族史" },
      items: ["familyDiabetes"],
      read: ({ facts }: Known) => facts.family?.diabetes,
    },
    pregnant: ask.notPregnant,
    knownDiabetes: ask.noDiabetes,
  },
  compute(given) {
    const total =
      points(ages, given.age) +
      over(given.bmi, [25, 30], 1, 3) +
      over(given.waistCm, given.sex === "male" ? [94, 102] : [80, 88], 3, 4) +
      (given.active30min ? 0 : 2) +
      (given.dailyVegFruit ? 0 : 1) +
      (given.antihypertensive ? 2 : 0) +
      (given.everHighGlucose ? 5 : 0) +
      families[given.familyHistory];
    const { risk, percent, ...band } = climbed(bands, [7, 12, 15, 21], total);
    return {
      value: total,
      band: bandOf(band),
      note: {
        en: `About ${percent} % of people with such a score develop diabetes within ten years.`,
        zh: `此分数的人群约 ${percent}% 在十年内发生糖尿病。`,
      },
      outputs: { total, risk },
    };
  },
});
