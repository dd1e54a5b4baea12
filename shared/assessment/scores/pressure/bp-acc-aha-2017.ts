import { formula } from "../formula.ts";
import { classed, officePressure, type PressureScheme } from "./classed.ts";

/** A lower value of 80 is stage 1 at once: "elevated" asks that it is under 80. */
const scheme: PressureScheme = {
  sbp: [120, 130, 140],
  dbp: [80, 80, 90],
  bands: [
    { id: "normal", label: { en: "normal", zh: "正常" } },
    { id: "elevated", label: { en: "elevated", zh: "血压升高" } },
    { id: "stage-1", label: { en: "stage 1 range", zh: "1期范围" } },
    { id: "stage-2", label: { en: "stage 2 range", zh: "2期范围" } },
  ],
};

/** The office blood-pressure class of ACC/AHA 2017: the higher of the two classes. */
export const bpAccAha2017 = formula({
  id: "BP-ACC-AHA-2017",
  published: "BP-ACC-AHA-2017",
  name: { en: "Blood pressure class, United States", zh: "血压分类（美国）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "ACC/AHA hypertension guideline 2017",
  status: "published",
  writtenAs: "120 elevated, 130/80 stage 1, 140/90 stage 2; the higher class counts",
  audience: "physician",
  inputs: officePressure,
  compute: ({ sbp, dbp }) => classed(scheme, { sbp, dbp }),
});
