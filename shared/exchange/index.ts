export { type Import, ImportSchema, RejectionSchema, type RowOutcome } from "./import.ts";
export {
  addImport,
  holdRow,
  importOf,
  importsOf,
  isHeld,
  noteProgress,
  progressOf,
  saveImport,
} from "./imports.store.ts";
export { type ParsedFile, parseResultsFile } from "./parse-results-file.ts";
export type { RecognisedColumn, Rejection, ResultRow } from "./result-row.ts";
export { resultsFromForm } from "./results-form.ts";
export { ResultsSchema } from "./results-schema.ts";
