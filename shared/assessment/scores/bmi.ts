import type { Bilingual } from "../../kernel/text.ts";
import { exact } from "../facts.ts";
import { need, type ScoreRule, tidy } from "./score.ts";

/** Body mass index = weight (kg) ÷ height (m)². `heightCm` in centimetres. */
export const bmiOf = (body: { weightKg: number; heightCm: number }): number =>
  tidy(body.weightKg / (body.heightCm / 100) ** 2);

const classes: readonly (readonly [number, string, Bilingual])[] = [
  [28, "obesity", { en: "obesity", zh: "肥胖" }],
  [24, "overweight", { en: "overweight", zh: "超重" }],
  [18.5, "normal", { en: "normal", zh: "正常" }],
  [Number.NEGATIVE_INFINITY, "underweight", { en: "underweight", zh: "体重过低" }],
];

/** The adult class of WS/T 428-2013; the index is compared unrounded. */
export function bmiClass(bmi: number): { id: string; label: Bilingual } {
  const [, id, label] = classes.find(([from]) => bmi >= from) as (typeof classes)[number];
  return { id, label };
}

/** From height and weight; an index measured elsewhere stands in when either is absent. Not in pregnancy, not under 18. */
export const bmi: ScoreRule = {
  id: "BMI",
  name: { en: "Body mass index", zh: "体重指数" },
  unit: "kg/m2",
  decimals: 1,
  source: "WS/T 428-2013",
  compute(facts) {
    const whole = facts.results["HEIGHT"] && facts.results["WEIGHT"];
    if (!whole && facts.results["BMI"]) {
      const given = need(facts, ["BMI"]);
      return given.ok
        ? { value: given.values.BMI, band: bmiClass(given.values.BMI), inputs: given.inputs }
        : given.refusal;
    }
    const unusable = (exact(facts.results["HEIGHT"]) ?? 1) <= 0 && "HEIGHT";
    const given = need(facts, ["HEIGHT", "WEIGHT"], [unusable]);
    if (!given.ok) return given.refusal;
    const value = bmiOf({ weightKg: given.values.WEIGHT, heightCm: given.values.HEIGHT });
    return { value, band: bmiClass(value), inputs: given.inputs };
  },
};
