import type { Bilingual } from "../../kernel/text.ts";
import { ageOn } from "../../kernel/time.ts";
import type { Score } from "../assessment.ts";
import { exact, type Facts } from "../facts.ts";

/** A published formula: who it is, and how it is read off the facts of one exam. */
export interface ScoreRule {
  id: string;
  name: Bilingual;
  unit: string;
  decimals: number;
  source: string;
  compute(facts: Facts): Outcome;
}

export type Inputs = Record<string, number | string>;

type Outcome =
  | { value: number; inputs: Inputs; band?: NonNullable<Score["band"]>; note?: Bilingual }
  | { value: null; inputs: Inputs; missing: string[]; outOfRange: string[]; notComputed: Bilingual };

/** Runs a rule over the facts; the result names what was used, what was missing and why nothing came of it. */
export function scoreOf(rule: ScoreRule, facts: Facts): Score {
  const { id, name, unit, decimals, source } = rule;
  return { id, name, unit, decimals, missing: [], outOfRange: [], source, ...rule.compute(facts) };
}

/**
 * The exact numbers of the items a score needs. Refuses, with the reason, when one is missing, is known only
 * as a bound, or when the person is outside the score's validity (under 18, pregnant).
 */
export function need<Code extends string>(
  facts: Facts,
  codes: readonly Code[],
  outside: readonly (string | undefined | false)[] = [],
): { ok: true; age: number; values: Record<Code, number>; inputs: Inputs } | { ok: false; refusal: Outcome } {
  const age = ageOn(facts.birthDate, facts.date);
  const missing = codes.filter((code) => !facts.results[code]);
  const inexact = codes.filter((code) => facts.results[code] && exact(facts.results[code]) === undefined);
  const gates = [age < 18 && "age", facts.pregnant && "pregnancy", ...outside].filter(
    (gate) => typeof gate === "string",
  );
  const values = Object.fromEntries(codes.map((code) => [code, exact(facts.results[code]) ?? Number.NaN]));
  const inputs: Inputs = Object.fromEntries(
    codes.flatMap((code) => {
      const value = exact(facts.results[code]);
      return value === undefined ? [] : [[code, value]];
    }),
  );
  if (!missing.length && !inexact.length && !gates.length)
    return { ok: true, age, values: values as Record<Code, number>, inputs };
  return { ok: false, refusal: refuse(inputs, missing, [...inexact, ...gates]) };
}

/** "Not computed", with every missing and unusable input named. */
export function refuse(inputs: Inputs, missing: string[], outOfRange: string[]): Outcome {
  const en: string[] = [];
  const zh: string[] = [];
  if (missing.length) {
    en.push(`missing: ${missing.join(", ")}`);
    zh.push(`缺少：${missing.join("、")}`);
  }
  if (outOfRange.length) {
    en.push(`outside what the score is valid for: ${outOfRange.join(", ")}`);
    zh.push(`超出该评分的适用范围：${outOfRange.join("、")}`);
  }
  return {
    value: null,
    inputs,
    missing,
    outOfRange,
    notComputed: { en: `Not computed; ${en.join("; ")}.`, zh: `未计算；${zh.join("；")}。` },
  };
}

/** Takes out the noise of binary fractions, far below any reported digit. */
export const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Rounds once for display, halves away from zero. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(tidy(Math.abs(value) * factor))) / factor;
}
