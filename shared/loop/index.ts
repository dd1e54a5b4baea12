export { bookExam, bookFor, cancelBooking } from "./book-exam.ts";
export { type ImportView, previewImport, readImport, runImport, startImport } from "./import-file.ts";
export { type ClientFile, openFile, timelineOf, whoOpened } from "./open-file.ts";
export { receiveResults } from "./receive-results.ts";
export { releaseReport } from "./release-report.ts";
export { SignSchema, signAssessment } from "./sign-assessment.ts";
