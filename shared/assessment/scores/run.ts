import type { Bilingual } from "../../kernel/text.ts";
import type { Score } from "../assessment.ts";
import type { Computed, Formula, Given, Input, NumberAsked } from "./formula.ts";
import { onlyABound } from "./formula.ts";
import type { Known } from "./known.ts";

/** Why there is no answer: what is missing, what lies outside, and the sentence that says it. */
export interface NotComputed {
  missing: string[];
  outOfRange: string[];
  because: Bilingual;
  /** The source's own words, where it has them. */
  beyond?: string;
}

export type Values = Readonly<Record<string, unknown>>;

const within = (input: NumberAsked, value: number): boolean =>
  Number.isFinite(value) &&
  (input.min === undefined || value >= input.min) &&
  (input.max === undefined || value <= input.max) &&
  (input.above === undefined || value > input.above) &&
  (input.below === undefined || value < input.below);

/** Whether a value is of the input's kind and inside what the source is valid for. */
export function fits(input: Input, value: unknown): boolean {
  switch (input.kind) {
    case "number":
      return typeof value === "number" && within(input, value);
    case "flag":
      return typeof value === "boolean" && (input.mustBe === undefined || input.mustBe === value);
    case "choice":
      return input.of.includes(value as string);
    case "words":
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((one) => input.of.includes(one))
      );
    case "answers": {
      const most = (at: number) => (typeof input.most === "number" ? input.most : (input.most[at] ?? 0));
      return (
        Array.isArray(value) &&
        value.length === input.count &&
        value.every((one, at) => Number.isInteger(one) && one >= 0 && one <= most(at))
      );
    }
  }
}

/** Runs a formula on named values; says what is missing or outside instead of guessing. Never NaN. */
export function run(one: Formula, values: Values): Computed | NotComputed {
  const missing: string[] = [];
  const outside: string[] = [];
  let given = values;
  const inputs = one.inputs;
  for (const key in inputs) {
    const input = inputs[key] as Input;
    const value = values[key];
    if (value === undefined || value === null || (input.optional && value === onlyABound)) {
      if (!input.optional) missing.push(key);
      else if (value === onlyABound) given = { ...given, [key]: undefined };
    } else if (!fits(input, value)) outside.push(key);
  }
  if (missing.length || outside.length) return notComputed(one, missing, outside);
  const result = one.compute(given as Given<Formula["inputs"]>);
  if ("refused" in result)
    return { missing: result.missing ?? [], outOfRange: result.outside ?? [], because: result.refused };
  if (!isWhole(result)) return notComputed(one, [], Object.keys(inputs));
  return result;
}

/** Numbers all through: values beyond all sense can overflow in one result and not in another. */
function isWhole({ value, parts, outputs }: Computed): boolean {
  if (!Number.isFinite(value)) return false;
  for (const key in outputs)
    if (typeof outputs[key] === "number" && !Number.isFinite(outputs[key])) return false;
  return parts?.every((part) => Number.isFinite(part.value)) ?? true;
}

function notComputed(one: Formula, missing: string[], outside: string[]): NotComputed {
  const beyond = outside
    .map((key) => one.inputs[key])
    .find((input): input is NumberAsked => input?.kind === "number" && input.beyond !== undefined)?.beyond;
  return {
    missing: missing.flatMap((key) => one.inputs[key]?.items ?? [key]),
    outOfRange: outside,
    ...(beyond ? { beyond } : {}),
    get because() {
      return sentence(one, missing, outside);
    },
  };
}

function sentence(one: Formula, missing: string[], outside: string[]): Bilingual {
  const names = (keys: string[], language: "en" | "zh") =>
    keys.map((key) => one.inputs[key]?.label[language] ?? key).join(language === "en" ? ", " : "、");
  const en: string[] = [];
  const zh: string[] = [];
  if (missing.length) {
    en.push(`missing: ${names(missing, "en")}`);
    zh.push(`缺少：${names(missing, "zh")}`);
  }
  if (outside.length) {
    en.push(`outside what the score is valid for: ${names(outside, "en")}`);
    zh.push(`超出该评分的适用范围：${names(outside, "zh")}`);
  }
  return { en: `Not computed; ${en.join("; ")}.`, zh: `未计算；${zh.join("；")}。` };
}

/** What an exam says of a formula's inputs; a bound is no number and counts as outside. */
export function readInputs(one: Formula, known: Known): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key in one.inputs) {
    const input = one.inputs[key] as Input;
    const value = input.read?.(known);
    if (value !== undefined && !(input.optional && value === onlyABound)) values[key] = value;
  }
  return values;
}

/** What a reader makes of words where numbers belong: outside every range, and nothing to keep. */
const isNoNumber = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isNoNumber) : typeof value === "number" && !Number.isFinite(value);

const isPlain = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "boolean" || (typeof value === "string" && value !== onlyABound);

/** The inputs as a score keeps them: answers in a row, words in a list, bounds and what is no number left out. */
function toKeep(one: Formula, values: Values): Score["inputs"] {
  let plain = true;
  for (const key in values) plain &&= isPlain(values[key]);
  if (plain) return values as Score["inputs"];
  const inputs: Score["inputs"] = {};
  for (const key in values) {
    const value = values[key];
    if (value === onlyABound || isNoNumber(value)) continue;
    inputs[key] = Array.isArray(value)
      ? value.join(one.inputs[key]?.kind === "words" ? "; " : " ")
      : (value as number | string | boolean);
  }
  return inputs;
}

/** A formula over one exam, as an assessment keeps it. */
export const scoreOf = (one: Formula, known: Known): Score => calculate(one, readInputs(one, known));

/** A formula over named values, in the shape an assessment keeps it. */
export function calculate(one: Formula, values: Values): Score {
  const result = run(one, values);
  const { id, name, unit, decimals, source } = one;
  const inputs = toKeep(one, values);
  if ("because" in result) {
    const { missing, outOfRange, because: notComputed } = result;
    const score: Score = {
      id,
      name,
      value: null,
      unit,
      decimals,
      inputs,
      missing,
      outOfRange,
      notComputed,
      source,
    };
    if (one.audience) score.audience = one.audience;
    return score;
  }
  const { value, band, parts, note } = result;
  const score: Score = { id, name, value, unit, decimals, inputs, missing: [], outOfRange: [], source };
  if (band) score.band = band;
  if (parts) score.parts = [...parts];
  if (note) score.note = note;
  if (one.audience) score.audience = one.audience;
  return score;
}
