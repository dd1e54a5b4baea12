import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { tidy } from "../rounding.ts";

/**
 * Remnant cholesterol = total − HDL − LDL as measured, mmol/L: what the triglyceride-rich particles carry.
 * Refused where the three measurements contradict each other. No cut-off is agreed.
 */
export const remnantCholesterol = formula({
  id: "REMNANT",
  name: { en: "Remnant cholesterol", zh: "残余胆固醇" },
  unit: "mmol/L",
  decimals: 2,
  source: "中国血脂管理指南（2023年）",
  status: "published",
  writtenAs: "TC − HDL − LDL",
  inputs: { totalCholMmol: ask.totalCholMmol(), hdlMmol: ask.hdlMmol(), ldlMmol: ask.ldlMmol() },
  compute({ totalCholMmol, hdlMmol, ldlMmol }) {
    const value = tidy(totalCholMmol - hdlMmol - ldlMmol);
    return value < 0
      ? {
          refused: {
            en: "Not computed; total cholesterol, HDL cholesterol and LDL cholesterol contradict each other.",
            zh: "未计算；总胆固醇、高密度脂蛋白胆固醇与低密度脂蛋白胆固醇互相矛盾。",
          },
          outside: ["totalCholMmol", "hdlMmol", "ldlMmol"],
        }
      : { value, outputs: { remnantMmol: value } };
  },
});
