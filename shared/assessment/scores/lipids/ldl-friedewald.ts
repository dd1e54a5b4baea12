import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

const cholesterol = 0.02586;

/**
 * LDL cholesterol by Friedewald = TC − HDL − TG ÷ 5, all in mg/dL, beside the measured one. Fasting only;
 * not from TG 400 mg/dL (4.5 mmol/L), where it fails; poor when LDL is under 70. Shown in mmol/L.
 */
export const ldlFriedewald = formula({
  id: "LDL-FRIEDEWALD",
  published: "LDL-Friedewald",
  name: { en: "LDL cholesterol, Friedewald", zh: "低密度脂蛋白胆固醇（Friedewald 计算）" },
  unit: "mmol/L",
  decimals: 2,
  source: "Friedewald, Clin Chem 1972;18:499",
  status: "published",
  writtenAs: "TC − HDL − TG ÷ 5 (mg/dL)",
  audience: "physician",
  inputs: {
    totalCholMgdl: ask.totalCholMgdl(),
    hdlMgdl: ask.hdlMgdl(),
    tgMgdl: ask.tgMgdl({ above: 0, below: 400, beyond: "TG>=400 mg/dL: not applicable" }),
  },
  compute({ totalCholMgdl, hdlMgdl, tgMgdl }) {
    const ldl = totalCholMgdl - hdlMgdl - tgMgdl / 5;
    return {
      value: ldl * cholesterol,
      outputs: { ldlMgdl: ldl, nonHdlMgdl: totalCholMgdl - hdlMgdl },
    };
  },
});
