import type { Band } from "./formula.ts";

/** How many of the rising cut-offs a value has reached: 0 is under all of them. */
export function reached(cuts: readonly number[], value: number): number {
  let count = 0;
  for (const cut of cuts) if (value >= cut) count += 1;
  return count;
}

/** The band a value has climbed to: the first stands under the first cut-off, each further one from its own. */
export function climbed<const B extends readonly [Band, ...Band[]]>(
  bands: B,
  cuts: readonly number[],
  value: number,
): B[number] {
  return bands[reached(cuts, value)] ?? bands[0];
}

/** A band alone, of one that says more. */
export const bandOf = ({ id, label }: Band): Band => ({ id, label });

/** Points by steps: those of the last step whose beginning the value has reached, none under the first. */
export function points(steps: readonly (readonly [from: number, points: number])[], value: number): number {
  let given = 0;
  for (const [from, worth] of steps) if (value >= from) given = worth;
  return given;
}
