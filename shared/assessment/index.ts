export { assess } from "./assess.ts";
export {
  type Assessment,
  AssessmentSchema,
  type AssessmentState,
  assessmentStates,
  type Change,
  type Evidence,
  type Finding,
  type FindingClass,
  findingClasses,
  type Grade,
  type GradePath,
  gradePaths,
  type Proposal,
  ProposalSchema,
  type Score,
} from "./assessment.ts";
export type { Facts, Reading, Results } from "./facts.ts";
export { concernNames, diagnosisNames, drugNames, siteNames } from "./knowledge.ts";
export type { Rule, RuleSet } from "./rule-set.ts";
export { ruleSetCalled, ruleSetFor } from "./rule-sets.ts";
export { unitText } from "./sentence.ts";
