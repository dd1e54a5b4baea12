export { amendAssessment } from "./amend-assessment.ts";
export { answerHealth } from "./answer-health.ts";
export { type Answered, answerQuestionnaire, readAnswered } from "./answer-questionnaire.ts";
export { bookExam, bookFor, cancelBooking } from "./book-exam.ts";
export { changeFile, enrol } from "./change-manager.ts";
export { discardAmendment } from "./discard-amendment.ts";
export {
  type ImportView,
  previewImport,
  readImport,
  recentImports,
  runImport,
  startImport,
} from "./import-file.ts";
export { learn } from "./learn.ts";
export { type ClientFile, openFile, timelineOf, whoOpened } from "./open-file.ts";
export { type OpenedLink, openLink } from "./open-link.ts";
export { prepareBooking } from "./prepare-booking.ts";
export { linkHeld, unlinkHeld, unlinkResults } from "./quarantine.ts";
export { type Candidate, type HeldView, heldList, readHeld } from "./read-quarantine.ts";
export { recallReport } from "./recall-report.ts";
export { receiveMessages } from "./receive-messages.ts";
export { receiveResults } from "./receive-results.ts";
export { releaseReport } from "./release-report.ts";
export { settleMessage } from "./settle-message.ts";
export {
  openShare,
  readShares,
  revokeShare,
  type Shared,
  type ShareView,
  shareReport,
} from "./share-report.ts";
export { signAssessment } from "./sign-assessment.ts";
export { sweepDue } from "./sweep-due.ts";
export { bookByLink, snoozeByLink, stopByLink } from "./use-link.ts";
export { visitPreparation } from "./visit-preparation.ts";
