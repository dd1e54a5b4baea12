import { formula } from "../formula.ts";
import { between, glycaemiaAsked, glycaemiaOf } from "./glycaemia.ts";

/**
 * Glucose by the American Diabetes Association (2024): fasting 5.6 and 7.0, two hours after 75 g 7.8 and
 * 11.1 mmol/L, HbA1c 5.7 and 6.5 %. Any one of the tests is enough; the gravest counts.
 */
export const glycaemiaAda = formula({
  id: "GLYCAEMIA-ADA",
  published: "Glycaemia-ADA",
  name: { en: "Glucose class, ADA", zh: "血糖分类（ADA）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "ADA Standards of Care 2024, section 2",
  status: "published",
  writtenAs: "fasting 5.6 / 7.0, 2 h 7.8 / 11.1 mmol/L, HbA1c 5.7 / 6.5 %",
  audience: "physician",
  inputs: glycaemiaAsked,
  compute({ fpgMmol, ogtt2hMmol, hba1cPct }) {
    if (fpgMmol === undefined && ogtt2hMmol === undefined && hba1cPct === undefined)
      return {
        refused: {
          en: "Not computed; missing: fasting glucose or HbA1c.",
          zh: "未计算；缺少：空腹血糖或糖化血红蛋白。",
        },
        missing: ["FPG", "HBA1C"],
      };
    return glycaemiaOf(
      [
        { value: fpgMmol, cuts: [5.6, 7] },
        { value: ogtt2hMmol, cuts: [7.8, 11.1] },
        { value: hba1cPct, cuts: [5.7, 6.5] },
      ],
      { ifg: between(fpgMmol, 5.6, 7), igt: between(ogtt2hMmol, 7.8, 11.1) },
    );
  },
});
