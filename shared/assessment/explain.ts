import type { Bilingual } from "../kernel/text.ts";
import { asMeasured, type Beside, beside, saidAsMeasured } from "./as-measured.ts";
import type { Score } from "./assessment.ts";
import type { Band, Computed, Formula, Input, NumberAsked } from "./scores/formula.ts";
import { rounded } from "./scores/rounding.ts";
import { fits, run, type Values } from "./scores/run.ts";

/** One input of a formula as somebody reads it, in the unit it is measured in. */
export interface InputSaid {
  key: string;
  label: Bilingual;
  unit: string;
  value: number | string | boolean | undefined;
}

/** What went into a score, in the order of its formula; an optional input nobody gave is left out. */
export function inputsSaid(one: Formula, { inputs }: Pick<Score, "inputs">): InputSaid[] {
  return Object.entries(one.inputs).flatMap(([key, input]) => {
    const value = inputs[key];
    if (value === undefined && input.optional) return [];
    if (input.kind === "flag" && input.mustBe !== undefined && value === input.mustBe) return [];
    return [{ key, label: input.label, ...saidAsMeasured(input, value) }];
  });
}

/** The values a kept score was computed from, as its formula takes them. */
export function valuesOf(one: Formula, { inputs }: Pick<Score, "inputs">): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => {
      const kind = one.inputs[key]?.kind;
      if (kind === "answers") return [key, String(value).split(" ").map(Number)];
      if (kind === "words") return [key, String(value).split("; ")];
      return [key, value];
    }),
  );
}

/** A change of one input, both in the unit it is measured in, and the score that the same formula gives then. */
export interface WhatIf {
  key: string;
  label: Bilingual;
  unit: string;
  from: number | boolean;
  to: number | boolean;
  value: number;
  band?: Band;
}

/** The score with some inputs changed, or undefined where it would have no answer. */
function rerun(one: Formula, values: Values, changes: Values): Computed | undefined {
  const result = run(one, { ...values, ...changes });
  return "because" in result ? undefined : result;
}

/** The value a lever brings an input to, or undefined where there is none or it is there already. */
function leverFor(input: Input, value: unknown): number | boolean | undefined {
  if (input.kind === "flag" && input.lever)
    return value === undefined || value === input.lever.to ? undefined : input.lever.to;
  if (input.kind !== "number" || !input.lever || typeof value !== "number") return undefined;
  const { to, when } = input.lever;
  const beyond = when === "above" ? value > to : value < to;
  return beyond && fits(input, to) ? to : undefined;
}

/**
 * What would change a score if a person brought one thing to what guidelines aim at, most effect first, and
 * all of it together. Every figure is a run of the formula itself: it says what the model says, not what a
 * treatment is promised to do.
 */
export function whatWouldHelp(
  one: Formula,
  values: Values,
): { each: WhatIf[]; together?: Pick<WhatIf, "value" | "band"> } {
  const changes: Record<string, number | boolean> = {};
  const each = Object.entries(one.inputs).flatMap(([key, input]): WhatIf[] => {
    const to = leverFor(input, values[key]);
    const then = to === undefined ? undefined : rerun(one, values, { [key]: to });
    if (to === undefined || !then) return [];
    changes[key] = to;
    return [whatIf(key, input, values[key] as number | boolean, to, then)];
  });
  const all = each.length > 1 ? rerun(one, values, changes) : undefined;
  return {
    each: each.toSorted((a, b) => a.value - b.value),
    ...(all && { together: { value: all.value, ...(all.band && { band: all.band }) } }),
  };
}

function whatIf(
  key: string,
  input: Input,
  from: number | boolean,
  to: number | boolean,
  { value, band }: Computed,
): WhatIf {
  const change =
    input.kind === "number" ? measuredChange(input, from as number, to as number) : { unit: "", from, to };
  return { key, label: input.label, ...change, value, ...(band && { band }) };
}

function measuredChange(input: NumberAsked, from: number, to: number) {
  const { unit, decimals, toMeasured } = asMeasured(input, from);
  return { unit: unit === "a" ? "" : unit, from: toMeasured(from), to: rounded(toMeasured(to), decimals) };
}

/**
 * For each input, the nearest value people would write that puts the score into another band, all else the
 * same: what the statement hangs on. Age only rises. Inputs whose likely values all give the same band are
 * left out.
 */
export function bandEdges(one: Formula, values: Values): WhatIf[] {
  const here = rerun(one, values, {})?.band?.id;
  if (here === undefined) return [];
  return Object.entries(one.inputs).flatMap(([key, input]): WhatIf[] => {
    const from = values[key];
    const other = (to: number | boolean): Computed | undefined => {
      const then = rerun(one, values, { [key]: to });
      return then?.band && then.band.id !== here ? then : undefined;
    };
    const changed = (to: number | boolean | undefined): WhatIf[] => {
      const then = to === undefined ? undefined : other(to);
      return to !== undefined && then ? [whatIf(key, input, from as number | boolean, to, then)] : [];
    };
    if (input.kind === "flag" && input.mustBe === undefined && typeof from === "boolean")
      return changed(!from);
    if (input.kind !== "number" || typeof from !== "number") return [];
    const sides = key === "age" ? ([1] as const) : ([-1, 1] as const);
    return sides.flatMap((side) =>
      changed(nearest(beside(input, from, side), (value) => other(value) !== undefined)),
    );
  });
}

/** Looks outward in so many strides, then closely within the first stride that ends elsewhere. */
const strides = 128;

/** The nearest of the values for which something holds. */
function nearest({ count, at }: Beside, holds: (value: number) => boolean): number | undefined {
  const stride = Math.max(1, Math.ceil(count / strides));
  for (let before = 0; before < count; before += stride) {
    const last = Math.min(before + stride, count);
    if (!holds(at(last))) continue;
    for (let near = before + 1; near < last; near++) if (holds(at(near))) return at(near);
    return at(last);
  }
  return undefined;
}

/** A risk in percent as whole people of a hundred; under one in a hundred it says so. */
export function ofHundred(percent: number): { count: number; fewerThanOne: boolean } {
  return { count: rounded(percent, 0), fewerThanOne: percent < 1 };
}
