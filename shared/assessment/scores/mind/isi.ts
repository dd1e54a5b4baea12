import { formula } from "../formula.ts";
import { answersOf, type Bands, bandOf, scaleOf, sum } from "./answers.ts";

const bands: Bands = [
  [22, "severe", { en: "severe insomnia symptoms", zh: "重度失眠症状" }],
  [15, "moderate", { en: "moderate insomnia symptoms", zh: "中度失眠症状" }],
  [8, "subthreshold", { en: "subthreshold insomnia symptoms", zh: "轻度（亚临床）失眠症状" }],
  [0, "none", { en: "no insomnia symptoms to speak of", zh: "无明显失眠症状" }],
];

/** Insomnia symptoms of two weeks: seven answers of 0–4, added. */
export const isi = formula({
  id: "ISI",
  published: "ISI",
  name: { en: "ISI, insomnia", zh: "ISI 失眠严重程度" },
  unit: "",
  decimals: 0,
  source: "Bastien, Sleep Med 2001;2:297",
  status: "published",
  writtenAs: "sum of seven answers, 0–4 each",
  scale: scaleOf(bands, 28),
  onlyWith: ["ISIA"],
  inputs: { items: answersOf("ISIA", 7, 4) },
  compute({ items }) {
    const total = sum(items);
    const { band, said } = bandOf(bands, total);
    return { value: total, band, outputs: { total, severity: said } };
  },
});
