import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { any, atLeast, counted, signNames, signsAsked, under } from "./metabolic-syndrome.ts";

/** cm, from which the waist counts, by whom the statement names for a population. */
const waists = {
  asian: { male: 90, female: 80 },
  china: { male: 85, female: 80 },
  europid: { male: 94, female: 80 },
} as const;

/**
 * Signs of the metabolic syndrome by the harmonised statement of 2009: waist by population (Asian 90/80 cm
 * unless said otherwise); TG ≥ 1.7, HDL < 1.0 (men) or < 1.3 (women), fasting glucose ≥ 5.6 mmol/L, pressure
 * ≥ 130/85, each also when treated. Which lipid a medicine is for no exam says, so it counts only where
 * somebody says it. Not in pregnancy, not under 18.
 */
export const metabolicSyndrome2009 = formula({
  id: "METS-HARMONISED-2009",
  published: "MetS-harmonised-2009",
  name: { en: "Signs of the metabolic syndrome, harmonised", zh: "代谢综合征组分数（2009 统一标准）" },
  unit: "",
  decimals: 0,
  source: "Alberti, Circulation 2009;120:1640",
  status: "published",
  writtenAs: "how many of five signs are present; three make it",
  audience: "physician",
  inputs: {
    ...signsAsked,
    txTg: ask.optional({
      kind: "flag",
      label: { en: "medicine for triglycerides", zh: "降甘油三酯治疗" },
    } as const),
    txHdl: ask.optional({
      kind: "flag",
      label: { en: "medicine for low HDL", zh: "升高HDL治疗" },
    } as const),
    waistOf: ask.optional({
      kind: "choice",
      of: ["asian", "china", "europid"],
      says: {
        asian: { en: "Asian, 90/80 cm", zh: "亚洲人群 90/80 cm" },
        china: { en: "China, 85/80 cm", zh: "中国 85/80 cm" },
        europid: { en: "Europid, 94/80 cm", zh: "欧洲人群 94/80 cm" },
      },
      label: { en: "waist limits", zh: "腰围界值" },
    } as const),
  },
  compute: (given) =>
    counted([
      {
        items: ["WAIST"],
        name: signNames.waist,
        present: atLeast(given.waistCm, waists[given.waistOf ?? "asian"][given.sex]),
      },
      {
        items: ["FPG"],
        name: signNames.glucose,
        present: any(given.txDm ?? false, atLeast(given.fpgMmol, 5.6)),
      },
      {
        items: ["SBP", "DBP"],
        name: signNames.pressure,
        present: any(given.txBp ?? false, atLeast(given.sbp, 130), atLeast(given.dbp, 85)),
      },
      { items: ["TG"], name: signNames.tg, present: any(given.txTg ?? false, atLeast(given.tgMmol, 1.7)) },
      {
        items: ["HDLC"],
        name: signNames.hdl,
        present: any(given.txHdl ?? false, under(given.hdlMmol, given.sex === "male" ? 1 : 1.3)),
      },
    ]),
});
