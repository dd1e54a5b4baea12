export { answerHealth } from "./answer-health.ts";
export { type Answered, answerQuestionnaire, readAnswered } from "./answer-questionnaire.ts";
export { cancelAppointment, moveAppointment } from "./appointments/change-appointment.ts";
export { endAppointment } from "./appointments/end-appointment.ts";
export { makeAppointment } from "./appointments/make-appointment.ts";
export { recordsOfTalk } from "./appointments/records.ts";
export { bookExam, bookFor, cancelBooking } from "./booking/book-exam.ts";
export { changeItems } from "./booking/change-items.ts";
export { prepareBooking } from "./booking/prepare-booking.ts";
export { visitPreparation } from "./booking/visit-preparation.ts";
export { changeFile, enrol } from "./change-manager.ts";
export { addDocument } from "./documents/add-document.ts";
export { openDocument, readDocuments, withdrawDocument } from "./documents/read-documents.ts";
export { learn } from "./learn.ts";
export { type OpenedLink, openLink } from "./messages/open-link.ts";
export { settleMessage } from "./messages/settle-message.ts";
export { sweepDue } from "./messages/sweep-due.ts";
export { bookByLink, snoozeByLink, stopByLink } from "./messages/use-link.ts";
export { type ClientFile, openFile, timelineOf, whoOpened } from "./open-file.ts";
export { amendAssessment } from "./report/amend-assessment.ts";
export { discardAmendment } from "./report/discard-amendment.ts";
export { recallReport } from "./report/recall-report.ts";
export { releaseReport } from "./report/release-report.ts";
export {
  openShare,
  readShares,
  revokeShare,
  type Shared,
  type ShareView,
  shareReport,
} from "./report/share-report.ts";
export { signAssessment } from "./report/sign-assessment.ts";
export {
  type ImportView,
  previewImport,
  readImport,
  recentImports,
  runImport,
  startImport,
} from "./results/import-file.ts";
export { decideCodes, type OpenCode, readCodes, takeMessagesAgain } from "./results/know-codes.ts";
export { linkHeld, unlinkHeld, unlinkResults } from "./results/quarantine.ts";
export {
  type Candidate,
  type HeldLine,
  type HeldLists,
  type HeldView,
  heldList,
  readHeld,
} from "./results/read-quarantine.ts";
export { receiveMessages } from "./results/receive-messages.ts";
export { receiveResults } from "./results/receive-results.ts";
export { putBack, setAside } from "./results/set-aside.ts";
export { runUndo, undoImport, undoUntil } from "./results/undo-import.ts";
export { type Level, type Quote, quote } from "./sale/quote.ts";
export { changeSale, sell } from "./sale/sell.ts";
