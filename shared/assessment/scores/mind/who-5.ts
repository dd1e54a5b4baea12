import { formula } from "../formula.ts";
import { answersOf, sum } from "./answers.ts";

const likely = { id: "very-low", label: { en: "very low well-being", zh: "幸福感很低" } };
const low = { id: "low", label: { en: "low well-being", zh: "幸福感偏低" } };
const good = { id: "good", label: { en: "good well-being", zh: "幸福感良好" } };

/** Well-being of two weeks: five answers of 0–5, added and times 4, so 0–100. Low to 50, to 28 likely depression. */
export const who5 = formula({
  id: "WHO-5",
  published: "WHO-5",
  name: { en: "WHO-5, well-being", zh: "WHO-5 幸福感指数" },
  unit: "",
  decimals: 0,
  source: "Topp, Psychother Psychosom 2015;84:167",
  status: "published",
  writtenAs: "4 × sum of five answers, 0–5 each",
  onlyWith: ["WHO5A"],
  inputs: { items: answersOf("WHO5A", 5, 5) },
  compute({ items }) {
    const raw = sum(items);
    const percent = raw * 4;
    const band = percent <= 28 ? likely : percent <= 50 ? low : good;
    return { value: percent, band, outputs: { raw, percent, wellBeing: band.id } };
  },
});
