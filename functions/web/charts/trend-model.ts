import type { PlainDate } from "../../../shared/kernel/time.ts";
import type { FlagCode } from "../components/index.ts";

/** One measured value. `word` replaces the flag's own word in the table ("A2"). */
export interface TrendPoint {
  at: PlainDate;
  value: number;
  flag?: FlagCode | undefined;
  word?: string | undefined;
  /** Who measured: "device", "by hand", "laboratory"; shown in the table. */
  source?: string | undefined;
}

/** Everything a trend shows, already in the reader's language. Points oldest first. */
export interface TrendModel {
  /** Unique on the page. */
  id: string;
  name: string;
  unit?: string | undefined;
  /** Stands beside the unit: "six results". */
  caption?: string | undefined;
  points: readonly TrendPoint[];
  band?: { low?: number | undefined; high?: number | undefined; word: string } | undefined;
  /** What happened and may explain the line: a tablet begun, a plan agreed. */
  events?: readonly { at: PlainDate; word: string }[] | undefined;
  /** A second line, dashed with squares: diastolic, home readings. */
  second?: { name: string; points: readonly TrendPoint[] } | undefined;
  digits?: number | undefined;
}
