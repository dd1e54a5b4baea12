import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

const cholesterol = 0.02586;

/**
 * LDL cholesterol by the NIH equation 2 (Sampson 2020), mg/dL:
 * TC ÷ 0.948 − HDL ÷ 0.971 − (TG ÷ 8.56 + TG × nonHDL ÷ 2140 − TG² ÷ 16100) − 9.44. Up to TG 800 mg/dL
 * (9 mmol/L). Shown in mmol/L.
 */
export const ldlSampson = formula({
  id: "LDL-SAMPSON",
  published: "LDL-Sampson-NIH2",
  name: { en: "LDL cholesterol, Sampson (NIH)", zh: "低密度脂蛋白胆固醇（Sampson/NIH 计算）" },
  unit: "mmol/L",
  decimals: 2,
  source: "Sampson, JAMA Cardiol 2020;5:540",
  status: "published",
  writtenAs: "TC/0.948 − HDL/0.971 − (TG/8.56 + TG·nonHDL/2140 − TG²/16100) − 9.44 (mg/dL)",
  audience: "physician",
  inputs: {
    totalCholMgdl: ask.totalCholMgdl(),
    hdlMgdl: ask.hdlMgdl(),
    tgMgdl: ask.tgMgdl({ above: 0, max: 800, beyond: "TG>800 mg/dL: not applicable" }),
  },
  compute({ totalCholMgdl, hdlMgdl, tgMgdl }) {
    const nonHdl = totalCholMgdl - hdlMgdl;
    const ldl =
      totalCholMgdl / 0.948 -
      hdlMgdl / 0.971 -
      (tgMgdl / 8.56 + (tgMgdl * nonHdl) / 2140 - (tgMgdl * tgMgdl) / 16100) -
      9.44;
    return { value: ldl * cholesterol, outputs: { ldlMgdl: ldl } };
  },
});
