export { advanceCase } from "./cases/advance-case.ts";
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
} from "./cases/case.ts";
export { type CaseAsk, caseAsks, escalationsNow, tellWithinMinutes } from "./cases/case-clock.ts";
export {
  type CaseLook,
  CloseCaseSchema,
  LookSchema,
  type RecordContact,
  RecordContactSchema,
} from "./cases/case-wishes.ts";
export { casesAsRead, casesFor, casesIn, casesRecalled } from "./cases/cases.store.ts";
export { closeCase, loseContact, recordLook } from "./cases/end-case.ts";
export { planCases } from "./cases/plan-cases.ts";
export {
  type CaseRow,
  type CaseView,
  caseOf,
  casesOf,
  casesOfClient,
  caseView,
  pressingCases,
} from "./cases/read-cases.ts";
export { caseLimitsOf } from "./cases/rules/case-limits.ts";
export { settleTold, untoldBehind } from "./cases/settle-told.ts";
export { untoldOfMine } from "./cases/typed-cases.ts";
export { untoldOf } from "./cases/untold-cases.ts";
export { type Cycle, CycleSchema } from "./cycles/cycle.ts";
export { cyclesIn, cyclesOf, itemOfCycle } from "./cycles/cycles.store.ts";
export { joinCycles } from "./cycles/join-cycles.ts";
export { turnCycle } from "./cycles/turn-cycle.ts";
export { advanceFollowUps, reminderFacts } from "./follow-ups/advance-follow-ups.ts";
export { claimDocument, claimElsewhere, sendClaimBack } from "./follow-ups/claim-elsewhere.ts";
export { closeByEvidence, closeBySeries, type Looked } from "./follow-ups/close-by-evidence.ts";
export { closeByRecord, type Recorded } from "./follow-ups/close-by-record.ts";
export { declineFollowUp } from "./follow-ups/decline-follow-up.ts";
export {
  type Call,
  type CallOutcome,
  calledTwice,
  callOutcomes,
  callReached,
  type FollowUp,
  FollowUpSchema,
  isClaimed,
  isOpen,
  type OutcomeKind,
} from "./follow-ups/follow-up.ts";
export {
  changesOf,
  dropEnded,
  followUpOf,
  followUpsIn,
  followUpsOf,
  openBook,
  openBookIn,
} from "./follow-ups/follow-ups.store.ts";
export { followUpsBehind } from "./follow-ups/follow-ups-behind.ts";
export { type FollowUpEntry, followUpHistory } from "./follow-ups/history-of.ts";
export { joinBooks } from "./follow-ups/join-books.ts";
export { handOver, markBooked, unbook } from "./follow-ups/mark-booked.ts";
export { noteDelivery } from "./follow-ups/note-delivery.ts";
export { type OpenBook, openBookOfNobody, openIn, withLine } from "./follow-ups/open-book.ts";
export { type FindingToFollow, planFollowUps, type SignedExam } from "./follow-ups/plan-follow-ups.ts";
export { recheckRule } from "./follow-ups/recheck-rule.ts";
export { lookAgain, loseClient, recordCall } from "./follow-ups/record-call.ts";
export { recordContact } from "./follow-ups/record-contact.ts";
export { recordElsewhere } from "./follow-ups/record-elsewhere.ts";
export { outcomesOf, recordOutcome, toldOf } from "./follow-ups/record-outcome.ts";
export { reopenUnsettled } from "./follow-ups/reopen-unsettled.ts";
export { type CallScript, callScripts } from "./follow-ups/rules/call-scripts.ts";
export { type RecheckRule, recheckRules } from "./follow-ups/rules/recheck-rules.ts";
export { askedIn, settleAsked } from "./follow-ups/settle-asked.ts";
export { settleByExams } from "./follow-ups/settle-by-exams.ts";
export { snoozeFollowUp } from "./follow-ups/snooze-follow-up.ts";
export { undoExam } from "./follow-ups/undo-exam.ts";
export { DeclineSchema, ElsewhereSchema, OutcomeSchema, SnoozeSchema } from "./follow-ups/wishes.ts";
export { logMeasurement } from "./measurements/log-measurement.ts";
export {
  type LogMeasurement,
  LogMeasurementSchema,
  type Measurement,
  type MeasurementKind,
  measurementKinds,
} from "./measurements/measurement.ts";
export { measurementsIn } from "./measurements/measurements.store.ts";
export { measurementsOf } from "./measurements/read-measurements.ts";
export { AwaySchema, comeBack, goAway, type StandIn, standIns } from "./stand-ins.ts";
export {
  loadOf,
  type Worklist,
  type WorklistFilter,
  type WorklistRow,
  worklist,
  worklistFilters,
  worklistGroups,
} from "./worklist.ts";
