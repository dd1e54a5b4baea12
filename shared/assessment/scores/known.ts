import { ageOn } from "../../kernel/time.ts";
import { exact, type Facts } from "../facts.ts";
import { onlyABound } from "./formula.ts";

/** One exam of one person, with what several scores need worked out once. */
export interface Known {
  readonly facts: Facts;
  /** Completed years on the day of the exam. */
  readonly age: number;
  /** Results of other formulas, by what they are; each worked out when first asked for. */
  readonly memo: Map<string, unknown>;
}

export const knownOf = (facts: Facts, age = ageOn(facts.birthDate, facts.date)): Known => ({
  facts,
  age,
  memo: new Map(),
});

/** The exact number of an item times a factor; `onlyABound` for "<5". */
export function numberOf({ facts }: Known, item: string, times = 1): number | typeof onlyABound | undefined {
  const reading = facts.results[item];
  if (!reading) return undefined;
  const value = exact(reading);
  if (value !== undefined) return times === 1 ? value : value * times;
  return typeof reading.value === "number" ? onlyABound : undefined;
}

/** Works something out once per exam. */
export function once<T>(known: Known, what: string, make: () => T): T {
  if (!known.memo.has(what)) known.memo.set(what, make());
  return known.memo.get(what) as T;
}
