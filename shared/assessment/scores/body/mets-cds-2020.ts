import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { any, atLeast, counted, signNames, signsAsked, under } from "./metabolic-syndrome.ts";

/**
 * Signs of the metabolic syndrome by the Chinese Diabetes Society (2020): waist ≥ 90 cm (men) or ≥ 85 cm
 * (women); fasting glucose ≥ 6.1 or 2-h ≥ 7.8 mmol/L or known diabetes; pressure ≥ 130/85 or treated;
 * TG ≥ 1.70; HDL < 1.04 mmol/L in both sexes. Not in pregnancy, not under 18.
 */
export const metabolicSyndrome = formula({
  id: "METS-CDS-2020",
  published: "MetS-CDS-2020",
  name: { en: "Signs of the metabolic syndrome", zh: "代谢综合征组分数" },
  unit: "",
  decimals: 0,
  source: "CDS 2020",
  status: "published",
  writtenAs: "how many of five signs are present; three make it",
  inputs: { ...signsAsked, ogtt2hMmol: ask.optional(ask.ogtt2hMmol()) },
  compute: (given) => {
    const load = given.ogtt2hMmol === undefined ? false : given.ogtt2hMmol >= 7.8;
    return counted([
      {
        items: ["WAIST"],
        name: signNames.waist,
        present: atLeast(given.waistCm, given.sex === "male" ? 90 : 85),
      },
      {
        items: ["FPG"],
        name: signNames.glucose,
        present: any(given.txDm ?? false, load, atLeast(given.fpgMmol, 6.1)),
      },
      {
        items: ["SBP", "DBP"],
        name: signNames.pressure,
        present: any(given.txBp ?? false, atLeast(given.sbp, 130), atLeast(given.dbp, 85)),
      },
      { items: ["TG"], name: signNames.tg, present: atLeast(given.tgMmol, 1.7) },
      { items: ["HDLC"], name: signNames.hdl, present: under(given.hdlMmol, 1.04) },
    ]);
  },
});
