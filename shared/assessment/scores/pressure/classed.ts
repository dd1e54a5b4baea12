import type { Band, Computed } from "../formula.ts";
import * as ask from "../inputs.ts";
import { reached } from "../ladder.ts";

/** What every scheme of office pressure asks: one sitting, in mmHg, of an adult who is not pregnant. */
export const officePressure = {
  sbp: ask.sbp({ above: 0 }),
  dbp: ask.dbp({ above: 0 }),
  age: ask.optional(ask.age()),
  pregnant: ask.notPregnant,
} as const;

/** Cut-offs of both pressures, one per class after the first; `bands` from the mildest. */
export interface PressureScheme {
  sbp: readonly number[];
  dbp: readonly number[];
  bands: readonly Band[];
}

/** The graver of the two classes; the value is its place on the ladder, 0 the mildest. */
export function classed({ sbp, dbp, bands }: PressureScheme, given: { sbp: number; dbp: number }): Computed {
  const value = Math.max(reached(sbp, given.sbp), reached(dbp, given.dbp));
  const band = bands[value] as Band;
  return { value, band, outputs: { category: band.id } };
}
