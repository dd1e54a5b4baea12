import type { Op } from "./facts.ts";
import type { Condition, Limit, Rule } from "./rule-set.ts";

/** What a number is: the limit itself, that of a sex or an age band, a multiple of the reference limit, or years. */
export type CutOffKind = "value" | "male" | "female" | "age band" | "times upper" | "times lower" | "years";

/** One number a rule compares with. `path` leads to it inside the rule: `when.any.0.limit`. */
export interface CutOff {
  path: string;
  /** The item or score compared; none where it is the age. */
  code?: string;
  op: Op;
  kind: CutOffKind;
  limit: number;
  /** For an age band: the age it ends before. */
  below?: number;
}

/** Another number in a rule's place. */
export interface CutOffChange {
  rule: string;
  path: string;
  limit: number;
}

type Conditional = Pick<Rule, "when" | "variants">;

/** Every cut-off of a rule and its variants, in the order they are written. */
export const cutOffsOf = (rule: Conditional): CutOff[] => [
  ...inCondition(rule.when, "when"),
  ...(rule.variants ?? []).flatMap((variant, at) => inCondition(variant.when, `variants.${at}.when`)),
];

function inCondition(condition: Condition, path: string): CutOff[] {
  if ("all" in condition) return inEach(condition.all, `${path}.all`);
  if ("any" in condition) return inEach(condition.any, `${path}.any`);
  if ("atLeast" in condition) return inEach(condition.of, `${path}.of`);
  if ("not" in condition) return inCondition(condition.not, `${path}.not`);
  if ("before" in condition) return inCondition(condition.before, `${path}.before`);
  if ("ever" in condition) return inCondition(condition.ever, `${path}.ever`);
  if ("age" in condition)
    return [{ path: `${path}.years`, op: condition.age, kind: "years", limit: condition.years }];
  if (!("limit" in condition)) return [];
  const code = "item" in condition ? condition.item : condition.score;
  return inLimit(condition.limit, `${path}.limit`).map((one) => ({ ...one, code, op: condition.op }));
}

const inEach = (conditions: readonly Condition[], path: string): CutOff[] =>
  conditions.flatMap((condition, at) => inCondition(condition, `${path}.${at}`));

function inLimit(limit: Limit, path: string): Omit<CutOff, "op">[] {
  if (typeof limit === "number") return [{ path, kind: "value", limit }];
  if ("male" in limit)
    return [
      { path: `${path}.male`, kind: "male", limit: limit.male },
      { path: `${path}.female`, kind: "female", limit: limit.female },
    ];
  if ("ages" in limit)
    return limit.ages.map((band, at) => ({
      path: `${path}.ages.${at}.limit`,
      kind: "age band",
      limit: band.limit,
      ...(band.below === undefined ? {} : { below: band.below }),
    }));
  return "timesUpper" in limit
    ? [{ path: `${path}.timesUpper`, kind: "times upper", limit: limit.timesUpper }]
    : [{ path: `${path}.timesLower`, kind: "times lower", limit: limit.timesLower }];
}

/** A copy with other numbers at these paths; the original stays as it is. @throws for a path that is none of its cut-offs. */
export function withCutOffs<R extends Conditional>(
  rule: R,
  changes: readonly Omit<CutOffChange, "rule">[],
): R {
  const known = new Set(cutOffsOf(rule).map(({ path }) => path));
  const copy = structuredClone(rule);
  for (const { path, limit } of changes) {
    if (!known.has(path)) throw new Error(`no cut-off at ${path}`);
    const steps = path.split(".");
    const last = steps.pop() as string;
    const holder = steps.reduce<Record<string, unknown>>(
      (at, step) => at[step] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
    holder[last] = limit;
  }
  return copy;
}
