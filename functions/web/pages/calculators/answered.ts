import {
  asMeasured,
  calculate,
  type Formula,
  type Input,
  type Score,
  unitText,
} from "../../../../shared/assessment/index.ts";
import type { Form } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mends, type Problem } from "../forms/mends.ts";
import { numberIn } from "../forms/number-in.ts";

type NumberInput = Extract<Input, { kind: "number" }>;
type AnswersInput = Extract<Input, { kind: "answers" }>;

/** The field of an input, and of one question of several. */
export const fieldOf = (key: string, question?: number): string =>
  question === undefined ? `in.${key}` : `in.${key}.${question + 1}`;

/** A field that somebody filled in with what is no number, or only some questions of several. */
const unreadable = Symbol("unreadable");

function answersIn(form: Form, key: string, { count }: AnswersInput): unknown {
  const texts = Array.from({ length: count }, (_, at) => form.text(fieldOf(key, at)));
  if (texts.every((text) => !text)) return undefined;
  return texts.every((text) => /^\d$/.test(text)) ? texts.map(Number) : unreadable;
}

function numberOf(input: NumberInput, text: string): unknown {
  if (!text) return undefined;
  const measured = numberIn(text);
  return measured === undefined ? unreadable : asMeasured(input, measured).toFormula(measured);
}

function given(form: Form, key: string, input: Input): unknown {
  const name = fieldOf(key);
  switch (input.kind) {
    case "number":
      return numberOf(input, form.text(name));
    case "flag":
      if (form.text(name) === "yes") return true;
      return input.optional || form.text(name) === "no" ? false : undefined;
    case "choice":
      return form.text(name) || undefined;
    case "words":
      return form.has(name) ? form.all(name) : undefined;
    case "answers":
      return answersIn(form, key, input);
  }
}

/** A limit said in two decimals, never beyond the limit itself. */
const inside = (value: number, round: (value: number) => number): number =>
  round(Number((value * 100).toPrecision(12))) / 100;

/** "30 to 79 years", "from 18 years", "more than 0 mmol/L", in the unit people measure in; "" where any number will do. */
export function limitsOf(t: Text, input: NumberInput): string {
  const { unit, toMeasured } = asMeasured(input, 0);
  const said = unitOf(t, unit);
  const lowest = input.min ?? input.above ?? 0;
  const highest = input.max ?? input.below;
  const low = t.number(inside(toMeasured(lowest), Math.ceil));
  if (highest === undefined) return lowest > 0 ? t("calc.from", { low, unit: said }).trim() : "";
  const high = t.number(inside(toMeasured(highest), Math.floor));
  return t(lowest > 0 ? "calc.between" : "calc.up-to", { low, high, unit: said }).trim();
}

/** A unit as it stands behind a field. */
export const unitOf = (t: Text, unit: string): string => (unit === "a" ? t("calc.years") : unitText(unit));

/**
 * What the posted form says of a formula: the score, and what to mend where a field cannot be read or lies
 * outside what the formula is made for.
 */
export function answered(t: Text, one: Formula, form: Form): { score: Score; mends: Mends } {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, input] of Object.entries(one.inputs)) {
    const value = given(form, key, input);
    if (value !== unreadable) values[key] = value;
    else
      problems.push({
        field: fieldOf(key),
        message: t(input.kind === "answers" ? "calc.all-answers" : "calc.no-number"),
      });
  }
  const score = calculate(one, values);
  for (const key of score.outOfRange) {
    const input = one.inputs[key];
    const limits = input?.kind === "number" ? limitsOf(t, input) : "";
    problems.push({
      field: fieldOf(key),
      message: limits ? t("calc.outside", { limits }) : t("calc.not-for"),
    });
  }
  return { score, mends: mends(t, problems, (field) => labelOf(t, one, field)) };
}

function labelOf(t: Text, one: Formula, field: string): string | undefined {
  const input = one.inputs[field.slice(fieldOf("").length)];
  return input && t.pick(input.label);
}
