import { addDays, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { Measurement } from "../../../../shared/monitoring/index.ts";

/**
 * Blood pressure at home counts as high from this mean on, in mmHg; lower than at the clinic (140/90).
 * Chinese home blood pressure monitoring guideline 2019.
 */
export const homeHigh = { SBP: 135, DBP: 85 } as const;

/** From here somebody sits down, measures again, and speaks to a doctor the same day (hypertension guideline 2024). */
export const callToday = { SBP: 180, DBP: 110 } as const;

export const valueIn = ({ values }: Measurement, item: string): number | undefined =>
  values.find((one) => one.item === item)?.value;

/** Whether either value reaches its limit. */
export const reaches = (reading: Measurement, limit: { SBP: number; DBP: number }): boolean =>
  (valueIn(reading, "SBP") ?? 0) >= limit.SBP || (valueIn(reading, "DBP") ?? 0) >= limit.DBP;

/** The mean of the week up to a day, whole mmHg, over every reading; undefined without one. */
export function weekMean(
  readings: readonly Measurement[],
  today: PlainDate,
): { SBP: number; DBP: number; readings: number } | undefined {
  const week = readings.filter(({ kind, date }) => kind === "blood-pressure" && date > addDays(today, -7));
  if (!week.length) return undefined;
  const mean = (item: string) =>
    Math.round(week.reduce((sum, reading) => sum + (valueIn(reading, item) ?? 0), 0) / week.length);
  return { SBP: mean("SBP"), DBP: mean("DBP"), readings: week.length };
}
