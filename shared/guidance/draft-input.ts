import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { Plan } from "./plan.ts";
import type { FindingClass } from "./rules/plan-rules.ts";

/** What guidance needs of a finding; an assessment's finding has all of it. */
export interface PlanFinding {
  rule: string;
  concern: string;
  class: FindingClass;
  severity: 1 | 2 | 3 | 4;
  evidence: readonly { item: string; value: number | string; unit: string; date: PlainDate }[];
  name?: Bilingual;
}

/** What a target may depend on. There is no tier and no price here: neither may change a plan. */
export interface PlanProfile {
  sex?: "male" | "female";
  /** Completed years. */
  age?: number;
  pregnant?: boolean;
  /** Known diagnoses by code: hypertension, diabetes, ckd, ascvd, gout … */
  known?: readonly string[];
}

export interface DraftInput {
  client: string;
  number: number;
  date: PlainDate;
  grade: "disease" | "needs-confirmation" | "sub-health" | "healthy";
  findings: readonly PlanFinding[];
  followUps: readonly { concern: string; due: PlainDate }[];
  previous?: Plan;
  profile?: PlanProfile;
  /** Names of concerns for the sentences; a concern without one is called "this result". */
  names?: Readonly<Record<string, Bilingual>>;
}

/** Whether a rule's conditions on the person hold; an unknown age counts as an adult under 65. */
export function fits(
  rule: { ages?: { from?: number; below?: number }; known?: readonly string[]; notKnown?: readonly string[] },
  profile: PlanProfile,
): boolean {
  const age = profile.age ?? 40;
  const known = profile.known ?? [];
  if (rule.ages?.from !== undefined && age < rule.ages.from) return false;
  if (rule.ages?.below !== undefined && age >= rule.ages.below) return false;
  if (rule.known && !rule.known.some((code) => known.includes(code))) return false;
  return !rule.notKnown?.some((code) => known.includes(code));
}

/** The newest number measured for an item in these findings; bounds such as `<5` are not numbers. */
export function newest(
  findings: readonly PlanFinding[],
  item: string,
): { value: number; date: PlainDate } | undefined {
  let found: { value: number; date: PlainDate } | undefined;
  for (const finding of findings) {
    for (const { item: code, value, date } of finding.evidence) {
      if (code !== item || typeof value !== "number") continue;
      if (!found || date > found.date) found = { value, date };
    }
  }
  return found;
}
