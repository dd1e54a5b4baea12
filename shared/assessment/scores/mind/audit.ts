import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [20, "IV", { en: "zone IV, possible dependence", zh: "IV 区，可能依赖" }],
  [16, "III", { en: "zone III, harmful drinking", zh: "III 区，有害饮酒" }],
  [8, "II", { en: "zone II, hazardous drinking", zh: "II 区，危险饮酒" }],
  [0, "I", { en: "zone I, low risk", zh: "I 区，低风险" }],
];

/** Alcohol use of a year, the whole test of the WHO: ten answers of 0–4, added; four zones. */
export const audit = formula({
  id: "AUDIT",
  published: "AUDIT",
  name: { en: "AUDIT, alcohol use", zh: "AUDIT 饮酒筛查" },
  unit: "",
  decimals: 0,
  source: "Babor, AUDIT manual, 2nd ed., WHO 2001",
  status: "published",
  writtenAs: "sum of ten answers, 0–4 each",
  scale: scaleOf(bands, 40),
  onlyWith: ["AUDITA"],
  inputs: { items: answersOf("AUDITA", 10, 4) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, zone: said, auditC: sum(items.slice(0, 3)) } };
  },
});
