import type { Bilingual } from "../../kernel/text.ts";
import type { ActionKind, Cadence, Owner, PlanPath, SignOff } from "../plan.ts";

/** The version every drafted plan was made under; a change of any rule is a new version. */
export const planRuleSet = "plan-2026-11";

/** A plan nobody can hold in mind is not followed. Care, confirmation and re-checks are never cut. */
export const limits = { goals: 6, habits: 4 } as const;

/**
 * Days within which a physician is seen, by severity of the finding (4 act now … 1 good to know).
 * Proposed by this centre: needs sign-off. A re-check that falls due sooner wins.
 */
export const visitWithinDays: Readonly<Record<1 | 2 | 3 | 4, number>> = { 4: 1, 3: 14, 2: 56, 1: 90 };

export const pathOf = {
  disease: "care",
  "needs-confirmation": "confirmation",
  "sub-health": "conditioning",
  healthy: "keeping",
} as const satisfies Record<string, PlanPath>;

export type FindingClass = "disease" | "suspected" | "sub-health" | "normal";

/** One rung of a goal: the first rung not yet met becomes the target. */
export interface Rung {
  low?: number;
  high?: number | { male: number; female: number };
  /** The target is this share of the start, but never beyond `high`. */
  share?: number;
}

export interface GoalRule {
  id: string;
  concerns: readonly string[];
  classes: readonly FindingClass[];
  /** Rule ids of findings of these concerns that it does not serve: a low value where it answers a high one. */
  notFor?: readonly string[];
  metric: string;
  unit: string;
  name: Bilingual;
  rungs: readonly Rung[];
  months: number;
  /** A habit is set without a measured start; a measured goal needs a number in a finding's evidence. */
  habit?: true;
  /** Also set for everybody on these paths. */
  paths?: readonly PlanPath[];
  /** Completed years of age: `from` included, `below` not. An unknown age counts as an adult under 65. */
  ages?: { from?: number; below?: number };
  /** Only with, or only without, one of these known diagnoses. */
  known?: readonly string[];
  notKnown?: readonly string[];
  source: string;
  status: SignOff;
}

export interface ActionRule {
  id: string;
  kind: Exclude<ActionKind, "recheck">;
  /** `*` serves every concern that has no rule of its own of the same kind and class. */
  concerns: readonly string[] | "*";
  classes: readonly FindingClass[];
  /** Rule ids of findings of these concerns that it does not serve: a low value where it answers a high one. */
  notFor?: readonly string[];
  /** From this severity of a finding up. */
  minSeverity?: 2 | 3 | 4;
  /** `{name}` becomes the concern's name. */
  text: Bilingual;
  why: Bilingual;
  owner: Owner;
  cadence: Cadence;
  /** Days until it is due; `visit` takes the severity's. */
  days: number | "visit";
  /** Goal rules it serves; the first one that was drafted is named in the action. */
  goals?: readonly string[];
  /** Also for everybody on these paths. */
  paths?: readonly PlanPath[];
  needsPhysician?: true;
  notKnown?: readonly string[];
  ages?: { from?: number; below?: number };
  source: string;
  status: SignOff;
}
