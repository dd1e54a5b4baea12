import type { Bilingual } from "../kernel/text.ts";
import type { Score } from "./assessment.ts";
import type { Band, Computed, Formula, Input, NumberAsked } from "./scores/formula.ts";
import { rounded } from "./scores/rounding.ts";
import { fits, run, type Values } from "./scores/run.ts";

/** One input of a formula as somebody reads it. */
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
    return [{ key, label: input.label, unit: unitOf(input), value }];
  });
}

const unitOf = (input: Input): string => (input.kind === "number" ? input.unit : "");

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

/** A change of one input, and the score that the same formula gives then. */
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

const whatIf = (
  key: string,
  input: Input,
  from: number | boolean,
  to: number | boolean,
  { value, band }: Computed,
): WhatIf => ({ key, label: input.label, unit: unitOf(input), from, to, value, ...(band && { band }) });

/** How finely an input is measured: what "the nearest other value" means for it. */
const grainOf = ({ unit }: NumberAsked): number => (coarse.has(unit) ? 1 : 0.1);
const coarse: ReadonlySet<string> = new Set([
  "a",
  "mm[Hg]",
  "mg/dL",
  "umol/L",
  "U/L",
  "10*9/L",
  "mg/g",
  "mL/min/{1.73_m2}",
]);

/** How far from a person's value another value is looked for: a half of it, down and up. */
const reach = 0.5;
/** Steps of the search outward before it is narrowed down. */
const strides = 32;

/**
 * For each input, the nearest value that would put the score into another band, all else the same: what the
 * statement hangs on. Age and sex are left out, since nobody changes them. Inputs whose plausible values all
 * give the same band are left out too.
 */
export function bandEdges(one: Formula, values: Values): WhatIf[] {
  const base = rerun(one, values, {});
  if (!base?.band) return [];
  const here = base.band.id;
  return Object.entries(one.inputs).flatMap(([key, input]): WhatIf[] => {
    const from = values[key];
    const other = (to: number | boolean): Computed | undefined => {
      const then = rerun(one, values, { [key]: to });
      return then?.band && then.band.id !== here ? then : undefined;
    };
    if (input.kind === "flag" && input.mustBe === undefined && typeof from === "boolean") {
      const then = other(!from);
      return then ? [whatIf(key, input, from, !from, then)] : [];
    }
    if (input.kind !== "number" || typeof from !== "number" || input.unit === "a") return [];
    return [-1, 1].flatMap((side): WhatIf[] => {
      const to = nearest(
        from,
        side * grainOf(input),
        (value) => fits(input, value) && other(value) !== undefined,
      );
      const then = to === undefined ? undefined : other(to);
      return to !== undefined && then ? [whatIf(key, input, from, to, then)] : [];
    });
  });
}

/** The first value on a grid out from `from` for which something holds; undefined within reach of none. */
function nearest(from: number, grain: number, holds: (value: number) => boolean): number | undefined {
  const decimals = Math.abs(grain) < 1 ? 1 : 0;
  const start = rounded(from, decimals);
  const at = (step: number) => rounded(start + step * grain, decimals);
  const most = Math.ceil((Math.abs(from) * reach) / Math.abs(grain));
  const stride = Math.max(1, Math.ceil(most / strides));
  let before = 0;
  for (let step = stride; step - stride < most; step += stride) {
    if (holds(at(step))) {
      for (let near = before + 1; near < step; near++) if (holds(at(near))) return at(near);
      return at(step);
    }
    before = step;
  }
  return undefined;
}

/** A risk in percent as whole people of a hundred; under one in a hundred it says so. */
export function ofHundred(percent: number): { count: number; fewerThanOne: boolean } {
  return { count: rounded(percent, 0), fewerThanOne: percent < 1 };
}
