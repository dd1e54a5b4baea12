import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [15, "severe", { en: "severe symptoms", zh: "重度症状" }],
  [10, "moderate", { en: "moderate symptoms", zh: "中度症状" }],
  [5, "mild", { en: "mild symptoms", zh: "轻度症状" }],
  [0, "minimal", { en: "none or minimal symptoms", zh: "无或极轻症状" }],
];

/** Anxiety symptoms of two weeks: seven answers of 0–3, added. A screen, no diagnosis. */
export const gad7 = formula({
  id: "GAD-7",
  published: "GAD-7",
  name: { en: "GAD-7, anxiety", zh: "GAD-7 焦虑症状筛查" },
  unit: "",
  decimals: 0,
  source: "Spitzer, Arch Intern Med 2006;166:1092",
  status: "published",
  writtenAs: "sum of seven answers, 0–3 each",
  scale: scaleOf(bands, 21),
  onlyWith: ["GAD7A"],
  inputs: { items: answersOf("GAD7A", 7, 3) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, severity: said } };
  },
});
