import type { RuleSet } from "./rule-set.ts";
import { november2026 } from "./rules/2026-11.ts";

/** Every rule set that was shipped, newest first. A new one is added before the old; none is edited after use. */
export const ruleSets: readonly [RuleSet, ...RuleSet[]] = [november2026];
