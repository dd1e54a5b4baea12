import type { Bilingual } from "../../../kernel/text.ts";
import type { NumberAsked } from "../formula.ts";
import { type Band, formula, onlyABound } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf, once } from "../known.ts";
import { tidy } from "../rounding.ts";

type Classes = readonly (readonly [from: number, id: string, label: Bilingual])[];

const below = Number.NEGATIVE_INFINITY;
const underweight = [below, "underweight", { en: "underweight", zh: "体重过低" }] as const;
const normal = [18.5, "normal", { en: "normal", zh: "正常" }] as const;

/** WS/T 428-2013, adults. */
const china: Classes = [
  [28, "obesity", { en: "obesity", zh: "肥胖" }],
  [24, "overweight", { en: "overweight", zh: "超重" }],
  normal,
  underweight,
];
/** WHO TRS 894 (2000). */
const who: Classes = [
  [40, "obesity-3", { en: "obesity III", zh: "肥胖 III 级" }],
  [35, "obesity-2", { en: "obesity II", zh: "肥胖 II 级" }],
  [30, "obesity-1", { en: "obesity I", zh: "肥胖 I 级" }],
  [25, "overweight", { en: "overweight", zh: "超重" }],
  normal,
  underweight,
];
/** WHO expert consultation, Lancet 2004: action points for Asian populations. */
const whoAsian: Classes = [
  [27.5, "high-risk", { en: "high risk", zh: "高风险" }],
  [23, "increased-risk", { en: "increased risk", zh: "风险增加" }],
  normal,
  underweight,
];

const classOf = (classes: Classes, bmi: number): Band => {
  const [, id, label] = classes.find(([from]) => bmi >= from) as Classes[number];
  return { id, label };
};

/** Body mass index = weight (kg) ÷ height (m)². `heightCm` in centimetres. */
export const bmiOf = (body: { weightKg: number; heightCm: number }): number =>
  tidy(body.weightKg / (body.heightCm / 100) ** 2);

/** The adult class of WS/T 428-2013; the index is compared unrounded. */
export const bmiClass = (bmi: number): Band => classOf(china, bmi);

/** The index of an exam: from height and weight; one measured elsewhere stands in when either is absent. */
export const bmiAt = (known: Known): number | typeof onlyABound | undefined =>
  once(known, "BMI", () => {
    const height = numberOf(known, "HEIGHT");
    const weight = numberOf(known, "WEIGHT");
    if (height === undefined || weight === undefined) return numberOf(known, "BMI");
    if (height === onlyABound || weight === onlyABound || height <= 0 || weight <= 0) return onlyABound;
    return bmiOf({ weightKg: weight, heightCm: height });
  });

/** Body mass index as an input of other scores. */
export const bmiInput = (valid: ask.Valid = { above: 0 }) =>
  ({
    kind: "number",
    label: { en: "body mass index", zh: "体重指数" },
    unit: "kg/m2",
    items: ["HEIGHT", "WEIGHT"],
    read: bmiAt,
    lever: { to: 23.9, when: "above" },
    ...valid,
  }) as const satisfies NumberAsked;

const about = {
  name: { en: "Body mass index", zh: "体重指数" },
  unit: "kg/m2",
  decimals: 1,
  source: "WS/T 428-2013; WHO TRS 894; WHO expert consultation, Lancet 2004;363:157",
  status: "published",
  writtenAs: "weight (kg) ÷ height (m)²",
} as const;

/**
 * Body mass index and its adult class in China (WS/T 428-2013), with the WHO and WHO-Asian classes beside it.
 * Not in pregnancy, not under 18. Unrounded.
 */
export const bmi = formula({
  ...about,
  id: "BMI",
  published: "BMI-China",
  inputs: { bmi: bmiInput(), age: ask.optional(ask.age()), pregnant: ask.notPregnant },
  compute: ({ bmi }) => classed(bmi),
});

/** The same from height and weight, as a calculator asks it. Not in pregnancy, not under 18. */
export const bmiFromBody = formula({
  ...about,
  id: "BMI-FROM-BODY",
  name: { en: "Body mass index, from weight and height", zh: "体重指数（由身高体重）" },
  published: "BMI",
  inputs: {
    weightKg: ask.weightKg(),
    heightCm: ask.heightCm(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute: (body) => classed(bmiOf(body)),
});

function classed(value: number) {
  const [inWho, inAsia] = [classOf(who, value), classOf(whoAsian, value)];
  const band = bmiClass(value);
  return {
    value,
    band,
    note: {
      en: `WHO: ${inWho.label.en}; WHO for Asian people: ${inAsia.label.en}.`,
      zh: `WHO：${inWho.label.zh}；WHO 亚洲人群：${inAsia.label.zh}。`,
    },
    outputs: {
      bmi: value,
      category: band.id,
      "category:china": band.id,
      "category:who": inWho.id,
      "category:who-asian": inAsia.id,
    },
  };
}
