import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { reached } from "../ladder.ts";
import { nonHdlColumns, tgRows } from "./martin-hopkins-180.ts";

const cholesterol = 0.02586;
const rowStarts = tgRows.slice(1).map(({ from }) => from);

/**
 * LDL cholesterol by Martin and Hopkins = non-HDL − TG ÷ factor, mg/dL; the factor stands in their 180-cell
 * table by triglycerides and non-HDL. A row and a column reach up to where the next begins. TG from 7 up to,
 * not including, 400 mg/dL. Shown in mmol/L.
 */
export const ldlMartinHopkins = formula({
  id: "LDL-MARTIN-HOPKINS",
  published: "LDL-Martin-Hopkins-180",
  name: { en: "LDL cholesterol, Martin/Hopkins", zh: "低密度脂蛋白胆固醇（Martin/Hopkins 计算）" },
  unit: "mmol/L",
  decimals: 2,
  source: "Martin, JAMA 2013;310:2061 (180-cell table)",
  status: "published",
  writtenAs: "TC − HDL − TG ÷ factor (mg/dL; factor by TG and non-HDL)",
  audience: "physician",
  inputs: {
    totalCholMgdl: ask.totalCholMgdl(),
    hdlMgdl: ask.hdlMgdl(),
    tgMgdl: ask.tgMgdl({ min: 7, below: 400, beyond: "TG>=400 mg/dL: not applicable" }),
  },
  compute({ totalCholMgdl, hdlMgdl, tgMgdl }) {
    const nonHdl = totalCholMgdl - hdlMgdl;
    if (nonHdl < 0)
      return {
        refused: {
          en: "Not computed; total cholesterol and HDL cholesterol contradict each other.",
          zh: "未计算；总胆固醇与高密度脂蛋白胆固醇互相矛盾。",
        },
        outside: ["totalCholMgdl", "hdlMgdl"],
      };
    const factor = tgRows[reached(rowStarts, tgMgdl)]?.factors[reached(nonHdlColumns, nonHdl)] as number;
    const ldl = nonHdl - tgMgdl / factor;
    return { value: ldl * cholesterol, outputs: { ldlMgdl: ldl, factor } };
  },
});
