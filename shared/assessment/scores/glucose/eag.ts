import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

/**
 * Estimated average glucose from HbA1c (NGSP %): 28.7 × A1c − 46.7 mg/dL, 1.59 × A1c − 2.59 mmol/L; the two
 * published equations are kept apart. Valid over 2.15 %, where IFCC HbA1c begins. Nathan 2008.
 */
export const eag = formula({
  id: "EAG",
  published: "eAG",
  name: { en: "Estimated average glucose", zh: "估算平均血糖" },
  unit: "mmol/L",
  decimals: 1,
  source: "ADAG: Nathan, Diabetes Care 2008;31:1473",
  status: "published",
  writtenAs: "1.59 × HbA1c − 2.59 (mmol/L)",
  onlyWith: ["HBA1C"],
  inputs: { hba1cPct: ask.hba1cPct({ above: 2.15 }), pregnant: ask.notPregnant },
  compute({ hba1cPct }) {
    const eagMmol = 1.59 * hba1cPct - 2.59;
    return { value: eagMmol, outputs: { eagMgdl: 28.7 * hba1cPct - 46.7, eagMmol } };
  },
});
