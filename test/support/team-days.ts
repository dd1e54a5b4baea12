import type { PlanTeamDay } from "../../shared/testing/index.ts";

/** A morning at a company: blood, measurements, ECG and ultrasound, two places each half hour. */
export const teamDay = (otherwise: Partial<PlanTeamDay> = {}): PlanTeamDay => ({
  date: "2026-12-01",
  account: "account-1",
  company: "青禾科技",
  address: "高新区科苑路 8 号 3 楼",
  package: "basic",
  items: ["WEIGHT", "SBP", "DBP", "ALT", "FPG", "ECG", "USABD"],
  hours: { from: "08:00", last: "09:30", every: 30, capacity: 2 },
  ...otherwise,
});
