import { formula } from "../formula.ts";
import { classed, officePressure, type PressureScheme } from "./classed.ts";

const scheme: PressureScheme = {
  sbp: [120, 140],
  dbp: [70, 90],
  bands: [
    { id: "non-elevated", label: { en: "not elevated", zh: "未升高" } },
    { id: "elevated", label: { en: "elevated", zh: "血压升高" } },
    { id: "hypertension", label: { en: "hypertension range", zh: "高血压范围" } },
  ],
};

/** The office blood-pressure class of the European Society of Cardiology, 2024: the higher of the two classes. */
export const bpEsc2024 = formula({
  id: "BP-ESC-2024",
  published: "BP-ESC-2024",
  name: { en: "Blood pressure class, Europe", zh: "血压分类（欧洲）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "ESC guidelines on elevated blood pressure and hypertension 2024",
  status: "published",
  writtenAs: "120/70 elevated, 140/90 hypertension; the higher class counts",
  audience: "physician",
  inputs: officePressure,
  compute: ({ sbp, dbp }) => classed(scheme, { sbp, dbp }),
});
