export { asMeasured } from "./as-measured.ts";
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
  type Gone,
  type Grade,
  type GradePath,
  gradePaths,
  type Proposal,
  ProposalSchema,
  reasonLength,
  type Score,
  SignSchema,
} from "./assessment.ts";
export {
  assessmentOf,
  assessmentsIn,
  assessmentsOf,
  dropAssessment,
  keepSigned,
  type StoredAssessment,
  saveAssessment,
  signedBody,
  summary,
} from "./assessments.store.ts";
export { cutOffsOfRow, type Entry, entriesOf, needsSignOff } from "./book-part.ts";
export { type Checked, checkVectors, type Vector } from "./check-vectors.ts";
export { type Comparison, compareRuleSets, type WouldChange } from "./compare-rule-sets.ts";
export { type Conversation, ConversationSchema, sensitiveItems } from "./conversation.ts";
export { countersignAssessment, secondFirst } from "./countersign/countersign-assessment.ts";
export { type CountersignRule, countersignRule, countersignRules } from "./countersign/countersign-rules.ts";
export {
  type SecondSignature,
  type Signature,
  secondSignatureFor,
  type ToSign,
} from "./countersign/second-signature.ts";
export { signatureOf } from "./countersign/signature-of.ts";
export type { CutOff, CutOffChange } from "./cut-offs.ts";
export { cutOffsOf } from "./cut-offs.ts";
export {
  type DepartmentConclusion,
  type DepartmentSaid,
  type Settled,
  SettleSchema,
  WriteConclusionSchema,
} from "./departments/conclusion.ts";
export { type Said, saidOf } from "./departments/conclusions.store.ts";
export { departments } from "./departments/data/departments.ts";
export { type Department, departmentCalled, departmentsOf } from "./departments/department.ts";
export { type DepartmentTask, departmentQueue } from "./departments/department-queue.ts";
export { addOwnTemplate, editTemplate, readTemplates } from "./departments/edit-template.ts";
export { filledTemplate, fits } from "./departments/fill-template.ts";
export { type Question, questionsAbout } from "./departments/questions.ts";
export {
  conclusionsToSign,
  type DepartmentPart,
  type DepartmentsView,
  departmentsIn,
  readDepartments,
} from "./departments/read-departments.ts";
export { settleQuestion } from "./departments/settle-question.ts";
export {
  EditTemplateSchema,
  type Outcome,
  outcomes,
  slotsIn,
  type Template,
} from "./departments/template.ts";
export { worksIn, writeConclusion } from "./departments/write-conclusion.ts";
export { describe, describeCutOff, describeLimit, describeRow, type Piece } from "./describe-rule.ts";
export { type Differences, differences, type FindingSaid } from "./differences.ts";
export { draftVersion, redraftVersion } from "./draft-version.ts";
export { bandEdges, inputsSaid, ofHundred, valuesOf, type WhatIf, whatWouldHelp } from "./explain.ts";
export type { Facts, Reading, Results } from "./facts.ts";
export { factsOf } from "./facts-of.ts";
export { concernNames, diagnosisNames, drugNames, primaryRisk, siteNames } from "./knowledge.ts";
export { forgetRuleBook, ruleBook } from "./load-rule-book.ts";
export { planProposal, proposeAnew } from "./propose.ts";
export * from "./questionnaires/index.ts";
export {
  type AssessmentView,
  type RecalledReport,
  readAssessment,
  recallOf,
  recallsIn,
  reviewQueue,
  secondQueue,
  type Version,
  type Waiting,
  wholeAssessment,
} from "./read-assessment.ts";
export { readRules } from "./read-rules.ts";
export { type Recalled, RecallSchema, recallCauses, recallReason } from "./recall.ts";
export { conversationAbout, recordConversation } from "./record-conversation.ts";
export {
  asReleased,
  type ExamVersion,
  examsNamed,
  type Shown,
  shownBy,
  shownTo,
  standing,
  visibleIn,
} from "./released.ts";
export { changedSince, isAsSeen, reviewAssessment, withoutGaps } from "./review-assessment.ts";
export { bookOf, type Edition, type RuleBook, shippedBook } from "./rule-book.ts";
export type { Rule, RuleSet } from "./rule-set.ts";
export { type SheetRow, sheetOf } from "./rule-sheet.ts";
export type { BookPart, RuleVersion, SignOff } from "./rule-version.ts";
export { type ScoreSeries, scoreHistory } from "./score-history.ts";
export type { Formula, Input } from "./scores/formula.ts";
export { formulaCalled, formulaGroupOf, formulaGroups, formulas } from "./scores/registry.ts";
export { rounded } from "./scores/rounding.ts";
export { calculate } from "./scores/run.ts";
export { unitText } from "./sentence.ts";
export {
  MakeShareSchema,
  type Share,
  shareDays,
  shareStands,
  sharesAllowed,
  wrongCodesAllowed,
} from "./share.ts";
export { addShare, saveShare, shareOf, sharesOf } from "./shares.store.ts";
export { revokeSignOff, signOffRule } from "./sign-off-rule.ts";
export { signVersion, withdrawVersion } from "./sign-version.ts";
export { type Verified, verificationCode, verifyReport } from "./verify-report.ts";
export { withSignOffs } from "./with-sign-offs.ts";
