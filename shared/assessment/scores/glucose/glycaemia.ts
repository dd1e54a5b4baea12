import type { Band, Computed } from "../formula.ts";
import * as ask from "../inputs.ts";
import { climbed } from "../ladder.ts";

/** Classes are made for adults who are not pregnant and not known to have diabetes. */
export const glycaemiaAsked = {
  fpgMmol: ask.optional(ask.fpgMmol()),
  ogtt2hMmol: ask.optional(ask.ogtt2hMmol()),
  hba1cPct: ask.optional(ask.hba1cPct()),
  age: ask.optional(ask.age()),
  pregnant: ask.notPregnant,
  knownDiabetes: ask.noDiabetes,
} as const;

const bands = [
  { id: "normal", label: { en: "normal", zh: "正常" } },
  { id: "prediabetes", label: { en: "between normal and diabetic", zh: "糖尿病前期" } },
  { id: "diabetes-range", label: { en: "diabetic range", zh: "达到糖尿病诊断范围" } },
] as const satisfies readonly Band[];

/** For each test where pre-diabetes and where the diabetic range begin. */
type Cuts = readonly [prediabetes: number, diabetes: number];

/**
 * The gravest class of the tests that were done, none left out that would make it milder: a class of one
 * sample, never a diagnosis. `ifg` and `igt` say which of the two tests lies in between.
 */
export function glycaemiaOf(
  tests: readonly { value: number | undefined; cuts: Cuts }[],
  flags: { ifg: boolean; igt: boolean },
): Computed {
  const level = Math.max(
    ...tests.map(({ value, cuts }) => (value === undefined ? 0 : bands.indexOf(climbed(bands, cuts, value)))),
  );
  const band = bands[level] as Band;
  return { value: level, band, outputs: { category: band.id, ...flags } };
}

/** Whether a value lies from `low` up to, not including, `high`. */
export const between = (value: number | undefined, low: number, high: number): boolean =>
  value !== undefined && value >= low && value < high;
