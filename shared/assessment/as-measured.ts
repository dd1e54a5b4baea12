import { type Bounds, catalogueItem } from "../testing/index.ts";
import type { Input, NumberAsked } from "./scores/formula.ts";
import { rounded, tidy } from "./scores/rounding.ts";

/**
 * How people measure and write a number that a formula asks in a unit of its own: cholesterol in mmol/L where
 * the source has mg/dL. `likely` is what the item usually is, in that unit.
 */
export interface AsMeasured {
  readonly unit: string;
  readonly decimals: number;
  readonly likely?: Bounds;
  /** The formula's number of a measured one. */
  toFormula(measured: number): number;
  toMeasured(value: number): number;
}

const decimalsByUnit: Readonly<Record<string, number>> = {
  a: 0,
  mm: 0,
  "mm[Hg]": 0,
  "mg/dL": 0,
  "mmol/mol": 0,
  "mL/min/{1.73_m2}": 0,
  "%": 1,
  cm: 1,
  kg: 1,
  "kg/m2": 1,
  "mmol/L": 2,
};
/** Where no custom of the unit is known: three digits. */
const decimalsOf = (unit: string, size: number): number =>
  decimalsByUnit[unit] ?? (size >= 100 ? 0 : size >= 10 ? 1 : 2);

/** The measure of an input, in the catalogue's unit where it is read off one item; `value` is in the formula's. */
export function asMeasured(input: NumberAsked, value: number): AsMeasured {
  const { times = 1, items = [], read } = input;
  const item = read && items.length === 1 ? catalogueItem(items[0] as string) : undefined;
  const same = item !== undefined && (input.times !== undefined || item.unit === input.unit);
  const unit = same ? item.unit : input.unit;
  const likely = same ? item.likely : undefined;
  return {
    unit,
    decimals: decimalsOf(unit, likely?.high ?? input.max ?? Math.abs(value)),
    ...(likely && { likely }),
    toFormula: (measured) => (times === 1 ? measured : measured * times),
    toMeasured: (own) => (times === 1 ? own : tidy(own / times)),
  };
}

/** A value of a formula with its unit, as people write it; what is no number stays what it is. */
export function saidAsMeasured<V>(input: Input, value: V): { value: V | number; unit: string } {
  if (input.kind !== "number") return { value, unit: "" };
  if (typeof value !== "number") return { value, unit: input.unit };
  const { unit, toMeasured } = asMeasured(input, value);
  return { value: toMeasured(value), unit };
}

/** Values beside one: `at(1)` is the nearest, `at(count)` the furthest. */
export interface Beside {
  readonly count: number;
  at(step: number): number;
}

/**
 * The values people would write beside one, as far as the source is valid and the item likely goes: `side` 1
 * upwards, -1 downwards. Where nobody knows a limit, as far as the half or the double.
 */
export function beside(input: NumberAsked, from: number, side: 1 | -1): Beside {
  const { decimals, likely, toFormula, toMeasured } = asMeasured(input, from);
  const grid = 10 ** decimals;
  const onGrid = (value: number) => toMeasured(value) * grid;
  const [low, high] = [Math.min(from / 2, from * 2), Math.max(from / 2, from * 2)];
  const start = onGrid(from);
  const at = (step: number) => toFormula(rounded((first + side * (step - 1)) / grid, decimals));
  const first = side > 0 ? Math.floor(start + noise) + 1 : Math.ceil(start - noise) - 1;
  const end =
    side > 0
      ? Math.floor(onGrid(input.max ?? input.below ?? (likely ? toFormula(likely.high) : high)) + noise)
      : Math.ceil(onGrid(input.min ?? (likely ? toFormula(likely.low) : low)) - noise);
  return { count: Math.max(0, side * (end - first) + 1), at };
}

/** Room for what is left of a binary fraction when a value on the grid is converted there and back. */
const noise = 1e-6;
