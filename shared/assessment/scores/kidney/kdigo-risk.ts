import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput, gStage } from "./egfr.ts";

/** The KDIGO albuminuria category of a UACR in mg/g; 300 exactly is A2, by KDIGO's text. */
export const aStage = (uacrMgG: number): "A1" | "A2" | "A3" =>
  uacrMgG < 30 ? "A1" : uacrMgG <= 300 ? "A2" : "A3";

const risks = ["low", "moderate", "high", "very high"] as const;
const labels: readonly Bilingual[] = [
  { en: "low", zh: "低" },
  { en: "moderate", zh: "中" },
  { en: "high", zh: "高" },
  { en: "very high", zh: "极高" },
];
const row: Readonly<Record<string, readonly [number, number, number]>> = {
  G1: [0, 1, 2],
  G2: [0, 1, 2],
  G3a: [1, 2, 3],
  G3b: [2, 3, 3],
  G4: [3, 3, 3],
  G5: [3, 3, 3],
};

/** The cell of the KDIGO heat map, 0 (low) to 3 (very high), for a reported eGFR and a UACR in mg/g. */
export function kdigoRisk(
  egfrReported: number,
  uacrMgG: number,
): { level: number; risk: (typeof risks)[number] } {
  const level = (row[gStage(egfrReported).id] as readonly number[])[Number(aStage(uacrMgG)[1]) - 1] as number;
  return { level, risk: risks[level] as (typeof risks)[number] };
}

const about = {
  name: { en: "Kidney risk (KDIGO)", zh: "肾脏风险分层（KDIGO）" },
  unit: "",
  decimals: 0,
  source: "KDIGO 2024",
  status: "published",
  writtenAs: "heat map of eGFR and urine albumin/creatinine",
} as const;

/** Where eGFR and UACR together stand on the KDIGO heat map. Says nothing of how long it has been so. */
export const kdigo = formula({
  ...about,
  id: "KDIGO-RISK",
  inputs: { egfr: egfrInput(), uacrMgG: ask.uacrMgG(), pregnant: ask.notPregnant },
  compute({ egfr, uacrMgG }) {
    const { level, risk } = kdigoRisk(egfr, uacrMgG);
    return {
      value: level,
      band: { id: risk, label: labels[level] as Bilingual },
      outputs: { gStage: gStage(egfr).id, aStage: aStage(uacrMgG), risk },
    };
  },
});

/** The stages alone, as far as they can be told: filtration without albumin is still a G range. */
export const kdigoStage = formula({
  ...about,
  id: "KDIGO-STAGE",
  name: { en: "Kidney stage (KDIGO)", zh: "肾脏分期（KDIGO）" },
  published: "KDIGO-stage",
  inputs: { egfr: egfrInput(), uacrMgG: ask.optional(ask.uacrMgG()) },
  compute({ egfr, uacrMgG }) {
    const g = gStage(egfr);
    if (uacrMgG === undefined) return { value: egfr, band: g, outputs: { gStage: g.id } };
    const { level, risk } = kdigoRisk(egfr, uacrMgG);
    return {
      value: level,
      band: { id: risk, label: labels[level] as Bilingual },
      outputs: { gStage: g.id, aStage: aStage(uacrMgG), risk },
    };
  },
});
