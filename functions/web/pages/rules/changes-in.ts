import {
  type CutOffChange,
  entriesOf,
  type RuleBook,
  type RuleVersion,
} from "../../../../shared/assessment/index.ts";
import { InvalidInput } from "../../../../shared/kernel/errors.ts";
import type { Form } from "../../page-route.ts";
import { numberIn } from "../forms/number-in.ts";

/**
 * The numbers of a rule's form that differ from its base. What is left as it stands is no change.
 * @throws InvalidInput naming each field that is no number.
 */
export function changesIn(
  form: Form,
  book: RuleBook,
  { part, base }: Pick<RuleVersion, "part" | "base">,
  rule: string,
): CutOffChange[] {
  const entry = entriesOf(book, part, base).find(({ id }) => id === rule);
  const typed = (entry?.cutOffs ?? []).flatMap(({ path, limit }) =>
    form.has(path) ? [{ path, was: limit, limit: numberIn(form.text(path)) ?? Number.NaN }] : [],
  );
  const odd = typed.filter(({ limit }) => !Number.isFinite(limit));
  if (odd.length) throw new InvalidInput(odd.map(({ path }) => ({ field: path, message: notANumber })));
  return typed.flatMap(({ path, was, limit }) => (limit === was ? [] : [{ rule, path, limit }]));
}

const notANumber = { en: "This needs to be a number.", zh: "请填写数字。" };

/** Refusals of `changes.0.limit` as the rule's own form names its fields. */
export function asTyped(error: unknown, changes: readonly CutOffChange[]): unknown {
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(
    error.problems.map((problem) => {
      const at = /^changes\.(\d+)\./.exec(problem.field)?.[1];
      const change = at === undefined ? undefined : changes[Number(at)];
      return change ? { ...problem, field: change.path } : problem;
    }),
  );
}

/** A refusal of one field as a form names it that shares its page with another of the same name. */
export function asField(error: unknown, field: string, own: string): unknown {
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(
    error.problems.map((problem) => (problem.field === field ? { ...problem, field: own } : problem)),
  );
}
