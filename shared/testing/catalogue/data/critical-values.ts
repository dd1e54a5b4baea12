import type { CriticalValue } from "../catalogue-item.ts";

/** Values that are told at once. Rows read in the consensus itself are published; the rest need sign-off. */
// biome-ignore format: a table reads by rows
export const criticalValues: readonly CriticalValue[] = [
  { item: "SBP", direction: ">=", threshold: 180, unit: "mm[Hg]", class: "A", evidence: "with symptoms or persisting after rest", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "DBP", direction: ">=", threshold: 110, unit: "mm[Hg]", class: "A", evidence: "with symptoms or persisting after rest", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "HR", direction: ">=", threshold: 150, unit: "/min", class: "A", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "HR", direction: "<=", threshold: 45, unit: "/min", class: "A", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "HGB", direction: "<=", threshold: 60, unit: "g/L", class: "A", evidence: "first finding (<=30 if known)", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "PLT", direction: "<=", threshold: 30, unit: "10*9/L", class: "A", evidence: "first finding", source: "健康体检重要异常结果管理专家共识(试行)2019", status: "published" },
  { item: "FPG", direction: "<=", threshold: 2.8, unit: "mmol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "FPG", direction: ">=", threshold: 16.7, unit: "mmol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "WBC", direction: "<=", threshold: 1, unit: "10*9/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "WBC", direction: ">=", threshold: 30, unit: "10*9/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "K", direction: "<=", threshold: 2.5, unit: "mmol/L", class: "A", evidence: "hospital lists vary: <=2.8 / <=3.0", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "K", direction: ">=", threshold: 6.5, unit: "mmol/L", class: "A", evidence: "hospital lists vary: >=6.2", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "NA", direction: "<=", threshold: 120, unit: "mmol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "NA", direction: ">=", threshold: 160, unit: "mmol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "CREA", direction: ">=", threshold: 707, unit: "umol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "ALT", direction: ">=", threshold: 600, unit: "U/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "AST", direction: ">=", threshold: 600, unit: "U/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "TBIL", direction: ">=", threshold: 171, unit: "umol/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "HSTNI", direction: ">=", threshold: 500, unit: "ng/L", class: "A", source: "consensus via synthetic generator", status: "needs sign-off" },
  { item: "CA", direction: "<=", threshold: 1.5, unit: "mmol/L", class: "local", source: "hospital critical list", status: "needs sign-off" },
  { item: "CA", direction: ">=", threshold: 3.25, unit: "mmol/L", class: "local", source: "hospital critical list", status: "needs sign-off" },
  { item: "PLT", direction: ">=", threshold: 1000, unit: "10*9/L", class: "local", source: "hospital critical list", status: "needs sign-off" },
];
