import { formula } from "../formula.ts";
import { analytes, converted } from "../units.ts";

const unitNames = [...new Set(Object.values(analytes).flatMap(({ units }) => units.map(({ unit }) => unit)))];

/** One value in another unit of the same analyte (`units.ts`); refused where a unit is not the analyte's. */
export const unitConversion = formula({
  id: "UNIT-CONVERSION",
  published: "Unit-conversion",
  name: { en: "Unit conversion", zh: "单位换算" },
  unit: "",
  decimals: 3,
  source: "clinical conversion table; NGSP–IFCC master equation",
  status: "published",
  writtenAs: "value × factor (HbA1c: IFCC = (NGSP − 2.15) × 10.929)",
  inputs: {
    analyte: {
      kind: "choice",
      of: Object.keys(analytes),
      label: { en: "analyte", zh: "项目" },
    },
    value: { kind: "number", label: { en: "value", zh: "数值" }, unit: "" },
    from: { kind: "choice", of: unitNames, label: { en: "from", zh: "原单位" } },
    to: { kind: "choice", of: unitNames, label: { en: "to", zh: "目标单位" } },
  },
  compute({ analyte, value, from, to }) {
    const result = converted(analyte, value, from, to);
    return result === undefined
      ? {
          refused: {
            en: `${analyte} is not measured in both ${from} and ${to}.`,
            zh: `${analyte} 不能在 ${from} 与 ${to} 之间换算。`,
          },
        }
      : { value: result, outputs: { value: result } };
  },
});
