export type { PersonField } from "./column-names.ts";
export { type ColumnMeaning, meaningOf, recogniseColumn } from "./columns.ts";
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
export type {
  ParseOptions,
  RecognisedColumn,
  Rejection,
  ResultRow,
  ResultStatus,
  RowResult,
} from "./result-row.ts";
export { ResultsSchema, resultsFromForm } from "./results-form.ts";
