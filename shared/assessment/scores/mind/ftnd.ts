import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [8, "very high", { en: "very high dependence", zh: "极重度依赖" }],
  [6, "high", { en: "high dependence", zh: "重度依赖" }],
  [5, "medium", { en: "medium dependence", zh: "中度依赖" }],
  [3, "low", { en: "low dependence", zh: "轻度依赖" }],
  [0, "very low", { en: "very low dependence", zh: "极轻度依赖" }],
];

/**
 * Nicotine dependence, six answers added to 0–10. In the order of the test: time to the first cigarette 0–3,
 * forbidden places, the one hardest to give up, cigarettes a day 0–3, more in the morning, smoking when ill.
 */
export const ftnd = formula({
  id: "FTND",
  published: "FTND",
  name: { en: "Fagerström test, nicotine dependence", zh: "Fagerström 尼古丁依赖检验" },
  unit: "",
  decimals: 0,
  source: "Heatherton, Br J Addict 1991;86:1119",
  status: "published",
  writtenAs: "sum of six answers, 0–10",
  scale: scaleOf(bands, 10),
  onlyWith: ["FTNDA"],
  inputs: { items: answersOf("FTNDA", 6, [3, 1, 1, 3, 1, 1]) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, dependence: said } };
  },
});
