import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [5, "positive", { en: "at or above the cut-off", zh: "达到筛查界值" }],
  [0, "negative", { en: "below the cut-off", zh: "未达筛查界值" }],
];

/**
 * Depressive symptoms in older people: fifteen answers, 1 where the answer points to low mood, added. From
 * 5 it asks for a closer look; some countries use 6.
 */
export const gds15 = formula({
  id: "GDS-15",
  published: "GDS-15",
  name: { en: "GDS-15, mood in older age", zh: "GDS-15 老年抑郁筛查" },
  unit: "",
  decimals: 0,
  source: "Sheikh & Yesavage, Clin Gerontol 1986;5:165",
  status: "published",
  writtenAs: "number of answers that point to low mood, of fifteen",
  scale: scaleOf(bands, 15),
  onlyWith: ["GDS15A"],
  inputs: { items: answersOf("GDS15A", 15, 1) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, screen: said } };
  },
});
