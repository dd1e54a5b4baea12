import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [20, "severe", { en: "severe symptoms", zh: "重度症状" }],
  [8, "moderate", { en: "moderate symptoms", zh: "中度症状" }],
  [0, "mild", { en: "none or mild symptoms", zh: "无或轻度症状" }],
];

/** Lower urinary tract symptoms of a month: seven answers of 0–5, added. The quality-of-life question is apart. */
export const ipss = formula({
  id: "IPSS",
  published: "IPSS",
  name: { en: "IPSS, urinary symptoms", zh: "IPSS 前列腺症状评分" },
  unit: "",
  decimals: 0,
  source: "Barry, J Urol 1992;148:1549",
  status: "published",
  writtenAs: "sum of seven answers, 0–5 each",
  scale: scaleOf(bands, 35),
  onlyWith: ["IPSSA"],
  inputs: { items: answersOf("IPSSA", 7, 5) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, severity: said } };
  },
});
