import { formula } from "../formula.ts";
import { classed, officePressure, type PressureScheme } from "./classed.ts";

const scheme: PressureScheme = {
  sbp: [120, 140, 160, 180],
  dbp: [80, 90, 100, 110],
  bands: [
    { id: "normal", label: { en: "normal", zh: "正常" } },
    { id: "high-normal", label: { en: "high-normal", zh: "正常高值" } },
    { id: "grade-1", label: { en: "grade 1 range", zh: "1级范围" } },
    { id: "grade-2", label: { en: "grade 2 range", zh: "2级范围" } },
    { id: "grade-3", label: { en: "grade 3 range", zh: "3级范围" } },
  ],
};

/**
 * The office blood-pressure class of the Chinese guideline (2024 revision): the higher of the two classes.
 * A range of one sitting, never a diagnosis. Isolated systolic is ≥ 140 with < 90, isolated diastolic < 140
 * with ≥ 90 mmHg.
 */
export const bpChina2024 = formula({
  id: "BP-CHINA-2024",
  published: "BP-China-2024",
  name: { en: "Blood pressure class, China", zh: "血压分类（中国）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "中国高血压防治指南（2024年修订版）",
  status: "published",
  writtenAs: "120/80 high-normal, 140/90 grade 1, 160/100 grade 2, 180/110 grade 3; the higher class counts",
  inputs: officePressure,
  compute({ sbp, dbp }) {
    const result = classed(scheme, { sbp, dbp });
    const isolatedSystolic = sbp >= 140 && dbp < 90;
    const isolatedDiastolic = sbp < 140 && dbp >= 90;
    return {
      ...result,
      ...(isolatedSystolic && {
        note: { en: "Only the upper value is raised.", zh: "单纯收缩压升高。" },
      }),
      ...(isolatedDiastolic && {
        note: { en: "Only the lower value is raised.", zh: "单纯舒张压升高。" },
      }),
      outputs: { ...result.outputs, isolatedSystolic, isolatedDiastolic },
    };
  },
});
