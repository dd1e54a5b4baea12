export { answerHealth } from "./answer-health.ts";
export { type Answered, answerQuestionnaire, readAnswered } from "./answer-questionnaire.ts";
export { cancelAppointment, moveAppointment } from "./appointments/change-appointment.ts";
export { endAppointment } from "./appointments/end-appointment.ts";
export { makeAppointment } from "./appointments/make-appointment.ts";
export { recordsOfTalk } from "./appointments/records.ts";
export { advanceBooking } from "./booking/advance-booking.ts";
export { bookExam, holdPlace, overbook } from "./booking/book-exam.ts";
export {
  cancelBooking,
  changeItems,
  confirmBooking,
  letPlaceGo,
  moveBooking,
} from "./booking/change-booking.ts";
export { bookFor } from "./booking/make-booking.ts";
export { offerPlaces } from "./booking/offer-places.ts";
export { visitPreparation } from "./booking/visit-preparation.ts";
export { advanceWait, leaveWaiting, waitForPlace } from "./booking/wait-for-place.ts";
export { changeFile, enrol } from "./change-manager.ts";
export { addDocument } from "./documents/add-document.ts";
export { openDocument, readDocuments, withdrawDocument } from "./documents/read-documents.ts";
export { arrivalCode } from "./exam-day/arrival-code.ts";
export { type CheckedIn, checkIn } from "./exam-day/check-in.ts";
export { findArrival } from "./exam-day/find-arrival.ts";
export { itemsOfVisit } from "./exam-day/items-of-visit.ts";
export {
  acknowledgeOrders,
  newOrders,
  type OrderMessage,
  ordersOfExam,
} from "./exam-day/orders-out.ts";
export { passOn } from "./exam-day/pass-on.ts";
export { bookSecondVisit, type PutOff, putOffFor, putOffOf } from "./exam-day/second-visit.ts";
export { learn } from "./learn.ts";
export { type Compared, compareFiles, type Side } from "./merging/compare-files.ts";
export { continueMerge } from "./merging/continue-merge.ts";
export { mergeFiles } from "./merging/merge-files.ts";
export { undoMerge } from "./merging/undo-merge.ts";
export { bookInvited, type Invitation, inviteToBook } from "./messages/invite-to-book.ts";
export { type OpenedLink, openLink } from "./messages/open-link.ts";
export { settleMessage } from "./messages/settle-message.ts";
export { sweepDue } from "./messages/sweep-due.ts";
export { bookByLink, snoozeByLink, stopByLink } from "./messages/use-link.ts";
export { acceptOffer, declineOffer } from "./messages/use-offer.ts";
export { type ClientFile, openFile, timelineOf, whoOpened } from "./open-file.ts";
export { assignClients, handOverPanel, takeBackPanel } from "./panel/hand-over.ts";
export { followUpKind, type Indicator, indicators } from "./quality/indicators.ts";
export {
  type Closure,
  type Figure,
  type Quality,
  qualityCases,
  readQuality,
} from "./quality/read-quality.ts";
export { recountQuality, refileQuality } from "./quality/refile-quality.ts";
export { type QualityRow, qualityRowsOf } from "./quality/rows-of.ts";
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
export { bookTeamDay } from "./team-days/book-team-day.ts";
