import type { PlainDate } from "../kernel/time.ts";
import type { RuleSet } from "./rule-set.ts";
import { november2026 } from "./rules/2026-11.ts";

/** Every rule set there has been, newest first. A new one is added before the old; none is edited after use. */
const ruleSets: readonly [RuleSet, ...RuleSet[]] = [november2026];

/** The rule set in force on a date; exams from before the first one are read with the first. */
export function ruleSetFor(date: PlainDate): RuleSet {
  const oldest = ruleSets[ruleSets.length - 1] ?? ruleSets[0];
  return ruleSets.find(({ effectiveFrom }) => effectiveFrom <= date) ?? oldest;
}

/** The rule set an assessment names. @throws where it is not kept: a rule set in use is never deleted. */
export function ruleSetCalled(id: string): RuleSet {
  const found = ruleSets.find((one) => one.id === id);
  if (!found) throw new Error(`no rule set ${id}`);
  return found;
}
