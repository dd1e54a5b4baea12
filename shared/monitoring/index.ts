export { advanceCase } from "./advance-case.ts";
export { advanceFollowUps, reminderFacts } from "./advance-follow-ups.ts";
export {
  type Case,
  contactChannels,
  contactOutcomes,
  contactPersons,
  isHistory,
  tellingOf,
  tells,
  triedTwice,
  wasReached,
} from "./case.ts";
export { type CaseAsk, caseAsks, escalationsNow, tellWithinMinutes } from "./case-clock.ts";
export {
  type CaseLook,
  CloseCaseSchema,
  LookSchema,
  type RecordContact,
  RecordContactSchema,
} from "./case-wishes.ts";
export { casesAsRead, casesFor, casesIn } from "./cases.store.ts";
export { closeByEvidence, closeBySeries, type Looked } from "./close-by-evidence.ts";
export { type Cycle, CycleSchema } from "./cycle.ts";
export { cyclesIn, cyclesOf } from "./cycles.store.ts";
export { declineFollowUp } from "./decline-follow-up.ts";
export { closeCase, loseContact, recordLook } from "./end-case.ts";
export { type FollowUp, FollowUpSchema, isOpen, type OutcomeKind } from "./follow-up.ts";
export { changesOf, followUpOf, followUpsIn, followUpsOf, openBook, openBookIn } from "./follow-ups.store.ts";
export { followUpsBehind } from "./follow-ups-behind.ts";
export { logMeasurement } from "./log-measurement.ts";
export { handOver, markBooked, unbook } from "./mark-booked.ts";
export {
  type LogMeasurement,
  LogMeasurementSchema,
  type Measurement,
  type MeasurementKind,
  measurementKinds,
} from "./measurement.ts";
export { measurementsIn } from "./measurements.store.ts";
export { noteDelivery } from "./note-delivery.ts";
export { type OpenBook, openBookOfNobody, openIn } from "./open-book.ts";
export { planCases } from "./plan-cases.ts";
export { type FindingToFollow, planFollowUps, type SignedExam } from "./plan-follow-ups.ts";
export {
  type CaseRow,
  type CaseView,
  caseOf,
  casesOf,
  casesOfClient,
  caseView,
  pressingCases,
} from "./read-cases.ts";
export { measurementsOf } from "./read-measurements.ts";
export { recheckRule } from "./recheck-rule.ts";
export { recordContact } from "./record-contact.ts";
export { recordElsewhere } from "./record-elsewhere.ts";
export { outcomesOf, recordOutcome } from "./record-outcome.ts";
export { reopenUnsettled } from "./reopen-unsettled.ts";
export { type CallScript, callScripts } from "./rules/call-scripts.ts";
export { caseLimitsOf } from "./rules/case-limits.ts";
export { type RecheckRule, recheckRules } from "./rules/recheck-rules.ts";
export { settleTold, untoldBehind } from "./settle-told.ts";
export { snoozeFollowUp } from "./snooze-follow-up.ts";
export { turnCycle } from "./turn-cycle.ts";
export { undoExam } from "./undo-exam.ts";
export { untoldOf } from "./untold-cases.ts";
export { DeclineSchema, ElsewhereSchema, OutcomeSchema, SnoozeSchema } from "./wishes.ts";
export {
  type Worklist,
  type WorklistFilter,
  type WorklistRow,
  worklist,
  worklistFilters,
  worklistGroups,
} from "./worklist.ts";
