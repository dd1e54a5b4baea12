import { formula } from "../formula.ts";
import { between, glycaemiaAsked, glycaemiaOf } from "./glycaemia.ts";

/**
 * Glucose by WHO (1999/2006) and the Chinese Diabetes Society: fasting 6.1 and 7.0, two hours after 75 g 7.8
 * and 11.1 mmol/L. HbA1c counts from 6.5 %; below that it decides nothing, as China names no cut-off for
 * pre-diabetes.
 */
export const glycaemiaWhoChina = formula({
  id: "GLYCAEMIA-WHO-CHINA",
  published: "Glycaemia-WHO-China",
  name: { en: "Glucose class, WHO and China", zh: "血糖分类（WHO/中国）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "WHO 1999/2006; China CDS 2020/2024",
  status: "published",
  writtenAs: "fasting 6.1 / 7.0, 2 h 7.8 / 11.1 mmol/L, HbA1c – / 6.5 %",
  inputs: glycaemiaAsked,
  compute({ fpgMmol, ogtt2hMmol, hba1cPct }) {
    const diabetic = hba1cPct !== undefined && hba1cPct >= 6.5;
    if (fpgMmol === undefined && ogtt2hMmol === undefined && !diabetic)
      return {
        refused: { en: "Not computed; missing: fasting glucose.", zh: "未计算；缺少：空腹血糖。" },
        missing: ["FPG"],
      };
    return glycaemiaOf(
      [
        { value: fpgMmol, cuts: [6.1, 7] },
        { value: ogtt2hMmol, cuts: [7.8, 11.1] },
        { value: hba1cPct, cuts: [6.5, 6.5] },
      ],
      {
        ifg: between(fpgMmol, 6.1, 7),
        igt: between(ogtt2hMmol, 7.8, 11.1) && (fpgMmol ?? 0) < 7,
      },
    );
  },
});
