import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import {
  noduleMm,
  noduleTypeOrCalcified,
  notByChance,
  partLargerThanWhole,
  solidPartMm,
  solidPartUnknown,
} from "./asked.ts";

const bands: readonly { id: string; label: Bilingual; malignant?: number }[] = [
  { id: "0", label: { en: "0: CT yearly", zh: "0 类：每年复查 CT" } },
  { id: "1", label: { en: "1: low-dose CT in 12 months", zh: "1 类：12 个月复查" }, malignant: 0.3 },
  { id: "2", label: { en: "2: low-dose CT in 6 months", zh: "2 类：6 个月复查" }, malignant: 3.2 },
  { id: "3", label: { en: "3: low-dose CT in 3 months", zh: "3 类：3 个月复查" }, malignant: 6.2 },
  { id: "4", label: { en: "4: work-up now", zh: "4 类：立即进一步检查" }, malignant: 24.3 },
];

const solid = (mm: number): number => (mm < 6 ? 1 : mm < 10 ? 2 : mm < 18 ? 3 : 4);
const groundGlass = (mm: number): number => (mm < 6 ? 1 : mm < 20 ? 2 : 3);
const partSolid = (solidMm: number): number => (solidMm < 6 ? 2 : solidMm < 10 ? 3 : 4);

/**
 * Category of a nodule found in screening with low-dose CT, by kind and mean diameter; a part-solid one of 6 mm
 * or more by its solid part. A model's probability of 0.5 or more makes any nodule 4, except a benign calcified
 * one. C-Lung-RADS 2024 (PMC11564084).
 */
export const cLungRads = formula({
  id: "C-LUNG-RADS-2024",
  name: { en: "Lung screening, C-Lung-RADS", zh: "肺癌筛查 C-Lung-RADS" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "C-Lung-RADS 2024 (PMC11564084)",
  status: "published",
  writtenAs:
    "solid < 6, 6–10, 10–18, ≥ 18 mm; ground-glass < 6, 6–20, ≥ 20 mm; part-solid by its solid part < 6, 6–10, ≥ 10 mm",
  onlyWith: ["LUNGMM"],
  inputs: {
    type: noduleTypeOrCalcified,
    meanDiameterMm: noduleMm,
    solidMm: solidPartMm,
    byChance: notByChance,
    modelProbability: {
      kind: "number",
      unit: "",
      min: 0,
      max: 1,
      optional: true,
      label: { en: "probability by the model, 0–1", zh: "模型恶性概率（0～1）" },
    },
  },
  compute({ type, meanDiameterMm: mm, solidMm, modelProbability = 0 }) {
    const part = type === "part-solid" && mm >= 6;
    if (type === "part-solid" && solidMm !== undefined && solidMm > mm) return partLargerThanWhole;
    const likely = type !== "calcified" && modelProbability >= 0.5;
    if (part && solidMm === undefined && !likely) return solidPartUnknown;
    const bySize =
      type === "calcified"
        ? 0
        : type === "solid"
          ? solid(mm)
          : type === "ground-glass"
            ? groundGlass(mm)
            : part
              ? partSolid(solidMm ?? 0)
              : 1;
    const value = likely ? 4 : bySize;
    const { id, label, malignant } = bands[value] as (typeof bands)[number];
    return {
      value,
      band: { id, label },
      ...(malignant !== undefined && {
        parts: [
          {
            id: "malignant",
            name: { en: "malignant among such nodules", zh: "同类结节恶性比例" },
            value: malignant,
            unit: "%",
            decimals: 1,
          },
        ],
      }),
      outputs: { category: id, malignantPct: malignant ?? null },
    };
  },
});
