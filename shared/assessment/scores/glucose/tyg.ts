import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

/**
 * Triglyceride-glucose index = ln(TG × fasting glucose ÷ 2), both in mg/dL: a sign of insulin resistance.
 * Cut-offs of 8.5 to 8.9 are illustrations, so no band is given.
 */
export const tyg = formula({
  id: "TYG",
  published: "TyG",
  name: { en: "Triglyceride-glucose index (TyG)", zh: "甘油三酯葡萄糖指数（TyG）" },
  unit: "",
  decimals: 2,
  source: "Simental-Mendía, Metab Syndr Relat Disord 2008;6:299",
  status: "published",
  writtenAs: "ln(TG (mg/dL) × fasting glucose (mg/dL) ÷ 2)",
  audience: "physician",
  inputs: {
    tgMgdl: ask.tgMgdl(),
    glucoseMgdl: ask.glucoseMgdl(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ tgMgdl, glucoseMgdl }) {
    const value = Math.log((tgMgdl * glucoseMgdl) / 2);
    return {
      value,
      note: {
        en: "Published cut-offs lie between 8.5 and 8.9; none is agreed.",
        zh: "文献界值多在 8.5～8.9，尚无统一标准。",
      },
      outputs: { tyg: value },
    };
  },
});
