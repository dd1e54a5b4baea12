import { bmiInput } from "../body/bmi.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { bandOf, climbed } from "../ladder.ts";

const bands = [
  {
    id: "unlikely",
    label: { en: "fatty liver unlikely", zh: "脂肪肝可能性小" },
    range: { en: "below 30", zh: "低于30" },
  },
  {
    id: "indeterminate",
    label: { en: "in between", zh: "不确定" },
    range: { en: "30 to under 60", zh: "30～<60" },
  },
  {
    id: "likely",
    label: { en: "fatty liver likely", zh: "脂肪肝可能性大" },
    range: { en: "60 or more", zh: "60及以上" },
  },
] as const;

/**
 * Fatty liver index, 0 to 100 = 100 ÷ (1 + e^−y), y = 0.953 ln TG (mg/dL) + 0.139 BMI + 0.718 ln GGT (U/L)
 * + 0.053 waist (cm) − 15.745. Under 30 rules fatty liver out, from 60 on in; the best limits in Chinese
 * people vary from study to study. Adults, not in pregnancy.
 */
export const fattyLiverIndex = formula({
  id: "FATTY-LIVER-INDEX",
  published: "Fatty-Liver-Index",
  name: { en: "Fatty liver index", zh: "脂肪肝指数（FLI）" },
  unit: "",
  decimals: 0,
  source: "Bedogni, BMC Gastroenterol 2006;6:33",
  status: "published",
  writtenAs: "100 ÷ (1 + e^−y), y = 0.953·ln TG + 0.139·BMI + 0.718·ln GGT + 0.053·waist − 15.745",
  scale: bands,
  inputs: {
    tgMgdl: ask.tgMgdl(),
    bmi: bmiInput(),
    ggt: ask.ggt(),
    waistCm: ask.waistCm(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ tgMgdl, bmi, ggt, waistCm }) {
    const y = 0.953 * Math.log(tgMgdl) + 0.139 * bmi + 0.718 * Math.log(ggt) + 0.053 * waistCm - 15.745;
    const fli = 100 / (1 + Math.exp(-y));
    return { value: fli, band: bandOf(climbed(bands, [30, 60], fli)), outputs: { fli } };
  },
});
