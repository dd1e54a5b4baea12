export { assess } from "./assess.ts";
export {
  type Assessment,
  AssessmentSchema,
  type AssessmentState,
  assessmentStates,
  type Change,
  ConclusionSchema,
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
  SignSchema,
} from "./assessment.ts";
export {
  assessmentOf,
  assessmentsIn,
  assessmentsOf,
  keepSigned,
  type StoredAssessment,
  saveAssessment,
  signedBody,
} from "./assessments.store.ts";
export { type Checked, checkVectors, type Vector } from "./check-vectors.ts";
export { type Conversation, ConversationSchema } from "./conversation.ts";
export { bandEdges, inputsSaid, ofHundred, valuesOf, type WhatIf, whatWouldHelp } from "./explain.ts";
export type { Facts, Reading, Results } from "./facts.ts";
export { factsOf } from "./facts-of.ts";
export { concernNames, diagnosisNames, drugNames, siteNames } from "./knowledge.ts";
export { ruleBook } from "./load-rule-book.ts";
export { planProposal } from "./propose.ts";
export {
  type AssessmentView,
  readAssessment,
  reviewQueue,
  type Waiting,
  wholeAssessment,
} from "./read-assessment.ts";
export { conversationAbout, recordConversation } from "./record-conversation.ts";
export { type ExamVersion, type Shown, shownBy, shownTo } from "./released.ts";
export { changedSince, isAsSeen, reviewAssessment, withoutGaps } from "./review-assessment.ts";
export { type Edition, type RuleBook, shippedBook } from "./rule-book.ts";
export type { Rule, RuleSet } from "./rule-set.ts";
export { type ScoreSeries, scoreHistory } from "./score-history.ts";
export type { Formula, Input } from "./scores/formula.ts";
export { formulaCalled, formulaGroupOf, formulaGroups, formulas } from "./scores/registry.ts";
export { unitText } from "./sentence.ts";
