import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

const calcium = 0.2495;

/** Calcium for a normal albumin, mg/dL = Ca + 0.8 × (4.0 − albumin in g/dL). Shown in mmol/L. */
export const correctedCalcium = formula({
  id: "CORRECTED-CALCIUM",
  published: "Corrected-calcium",
  name: { en: "Calcium, corrected for albumin", zh: "白蛋白校正钙" },
  unit: "mmol/L",
  decimals: 2,
  source: "Payne, BMJ 1973;4:643",
  status: "published",
  writtenAs: "Ca + 0.8 × (4.0 − albumin) (mg/dL, g/dL)",
  onlyWith: ["CA"],
  inputs: { calciumMgdl: ask.calciumMgdl(), albuminGdl: ask.albuminGdl() },
  compute({ calciumMgdl, albuminGdl }) {
    const correctedMgdl = calciumMgdl + 0.8 * (4 - albuminGdl);
    return { value: correctedMgdl * calcium, outputs: { correctedMgdl } };
  },
});
