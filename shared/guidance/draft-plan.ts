import { draftActions } from "./draft-actions.ts";
import { draftGoals } from "./draft-goals.ts";
import type { DraftInput } from "./draft-input.ts";
import type { Plan } from "./plan.ts";
import { pathOf, planRuleSet } from "./rules/plan-rules.ts";

/**
 * Drafts the plan that follows from an assessment; a person reviews it and the client agrees to it before it
 * counts. The grade decides the path. Every finding of class disease or suspected has at least one action.
 * The same input always gives the same plan, and nothing in the input knows what a client has paid.
 */
export function draftPlan(input: DraftInput): Plan {
  const path = pathOf[input.grade];
  const goals = draftGoals(input, path);
  return {
    client: input.client,
    number: input.number,
    path,
    ruleSet: planRuleSet,
    state: "drafted",
    draftedOn: input.date,
    goals,
    actions: draftActions(input, path, goals),
    v: 1,
  };
}
