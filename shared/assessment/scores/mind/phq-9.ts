import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [20, "severe", { en: "severe symptoms", zh: "重度症状" }],
  [15, "moderately severe", { en: "moderately severe symptoms", zh: "中重度症状" }],
  [10, "moderate", { en: "moderate symptoms", zh: "中度症状" }],
  [5, "mild", { en: "mild symptoms", zh: "轻度症状" }],
  [0, "minimal", { en: "none or minimal symptoms", zh: "无或极轻症状" }],
];

/**
 * Depressive symptoms of two weeks: nine answers of 0–3, added. Any answer above 0 to the ninth, thoughts
 * of death or self-harm, is `item9Positive` whatever the sum. A screen, no diagnosis.
 */
export const phq9 = formula({
  id: "PHQ-9",
  published: "PHQ-9",
  name: { en: "PHQ-9, low mood", zh: "PHQ-9 抑郁症状筛查" },
  unit: "",
  decimals: 0,
  source: "Kroenke, J Gen Intern Med 2001;16:606",
  status: "published",
  writtenAs: "sum of nine answers, 0–3 each",
  scale: scaleOf(bands, 27),
  onlyWith: ["PHQ9A"],
  inputs: { items: answersOf("PHQ9A", 9, 3) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    const item9 = (items[8] ?? 0) > 0;
    return {
      value: total,
      band,
      ...(item9 && {
        note: {
          en: "Question 9, thoughts of death or self-harm, was not answered with “not at all”.",
          zh: "第9题（轻生或自伤念头）回答不是“完全不会”。",
        },
      }),
      outputs: { total, severity: said, item9Positive: item9 },
    };
  },
});
