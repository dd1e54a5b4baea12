import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

/**
 * The work of one activity: MET × minutes, a week's with its sessions, and the energy it takes, kcal =
 * MET × 3.5 × kg ÷ 200 × minutes. A calculator: no exam says it.
 */
export const metMinutes = formula({
  id: "MET-MINUTES",
  published: "MET-minutes",
  name: { en: "MET-minutes of an activity", zh: "运动量（MET-分钟）" },
  unit: "MET.min",
  decimals: 0,
  source: "Ainsworth, Compendium of Physical Activities, Med Sci Sports Exerc 2011;43:1575",
  status: "published",
  writtenAs: "MET × minutes; kcal = MET × 3.5 × weight (kg) ÷ 200 × minutes",
  inputs: {
    met: {
      kind: "number",
      label: { en: "MET of the activity", zh: "活动强度（MET）" },
      unit: "MET",
      above: 0,
      max: 23,
    },
    minutes: { kind: "number", label: { en: "minutes", zh: "分钟" }, unit: "min", min: 0, max: 1440 },
    weightKg: ask.optional(ask.weightKg()),
    sessionsPerWeek: {
      kind: "number",
      label: { en: "sessions a week", zh: "每周次数" },
      unit: "/wk",
      optional: true,
      min: 0,
    },
  },
  compute({ met, minutes, weightKg, sessionsPerWeek }) {
    const metMin = met * minutes;
    const week = sessionsPerWeek === undefined ? undefined : metMin * sessionsPerWeek;
    const kcal = weightKg === undefined ? undefined : ((met * 3.5 * weightKg) / 200) * minutes;
    return {
      value: metMin,
      parts: [
        ...(week === undefined
          ? []
          : [
              {
                id: "week",
                name: { en: "a week", zh: "每周" },
                value: week,
                unit: "MET.min/wk",
                decimals: 0,
              },
            ]),
        ...(kcal === undefined
          ? []
          : [
              {
                id: "energy",
                name: { en: "energy", zh: "能量消耗" },
                value: kcal,
                unit: "kcal",
                decimals: 0,
              },
            ]),
      ],
      outputs: { metMin, kcal: kcal ?? null, metMinPerWeek: week ?? null },
    };
  },
});
