export type { DraftInput, PlanFinding, PlanProfile } from "./draft-input.ts";
export { draftPlan } from "./draft-plan.ts";
export { joinPlans } from "./join-plans.ts";
export {
  type Action,
  ActionChangeSchema,
  type ActionKind,
  type Cadence,
  examOf,
  type Goal,
  type Owner,
  type Plan,
  type PlanPath,
  PlanSchema,
  type PlanState,
  type Target,
} from "./plan.ts";
export { addPlan, itemOfPlan, planIn, planOf, plansIn, plansOf, savePlan } from "./plans.store.ts";
export { type Progress, type ProgressState, progress, type Reading } from "./progress.ts";
export { limits } from "./rules/plan-rules.ts";
export { withdrawPlan } from "./withdraw-plan.ts";
export { agreePlan, changeAction, tickAction } from "./work-plan.ts";
