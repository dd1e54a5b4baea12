import type { DocumentKind, Sex } from "../clients/index.ts";
import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { ColumnMeaning } from "./columns.ts";

export type ResultStatus = "final" | "corrected" | "preliminary" | "deleted";

/** One result as it goes in: in the catalogue's unit; `column` is where it stood in the file. */
export interface RowResult {
  item: string;
  value: number | string;
  unit: string;
  comparator?: "<" | ">";
  column: string;
  status?: ResultStatus;
}

/**
 * One person's exam of one date, whatever the file was. `line`: of the row in a CSV file (the first line
 * is 1), of the MSH segment in HL7, of the Patient's entry (the first is 1) in FHIR. Sex and birth date
 * are the row's own words; those inside a national id are compared where people are matched.
 */
export interface ResultRow {
  line: number;
  examNumber?: string;
  person: {
    /** None only where the parser was told that a person without a sound document may be looked for. */
    document?: { kind: DocumentKind; value: string };
    name: string;
    sex?: Sex;
    birthDate?: PlainDate;
    phone?: string;
  };
  date: PlainDate;
  /** The system that sent it, `/`-joined: `LIS`, `LIS/LAB`, `FHIR`. */
  source: string;
  /** The sender's id of an HL7 message (MSH-10), for its acknowledgement. */
  messageId?: string;
  /** When it came, where it is read again later: a word that came since is the newer one. */
  heard?: string;
  results: readonly RowResult[];
}

/** A row that stays out as a whole: its first bad column, and words that name every bad column. */
export interface Rejection {
  line: number;
  column: string;
  reason: Bilingual;
  /** The row of a table as it stood, to be handed back for mending. */
  cells?: readonly string[];
}

/** What was understood of a column (CSV) or a code (HL7, FHIR). */
export interface RecognisedColumn {
  header: string;
  meaning: ColumnMeaning;
  /** Why results in it cannot be read, when the column as a whole is at fault. */
  problem?: Bilingual;
  /** The centre said so; an unknown one is then left out knowingly. */
  decided?: true;
}

/** A code of a message that is none of ours: what the laboratory calls it, and the OBX it stood in first. */
export interface UnknownCode {
  code: string;
  text: string;
  at: string;
}

/** What a parser makes of a file: every row is in `rows` or in `rejections`, and `total` counts both. */
export interface Parsed {
  columns: readonly RecognisedColumn[];
  rows: readonly ResultRow[];
  rejections: readonly Rejection[];
  total: number;
}

export interface ParseOptions {
  /** When given, an exam dated later is refused. */
  today?: PlainDate;
  /** A missing or unsound document refuses nothing: whose results they are is found out, or asked. */
  withoutDocument?: boolean;
  /** What the centre decided for headers and codes that were not recognised, by their text. */
  columns?: Readonly<Record<string, ColumnMeaning>>;
}

/** A fault at a place of a row; `at` orders the places. */
export interface Problem {
  column: string;
  at: number;
  reason: Bilingual;
}

/** The one rejection of a row with faults. */
export function rejectionOf(line: number, problems: readonly Problem[]): Rejection {
  const inOrder = [...problems].sort((a, b) => a.at - b.at);
  return {
    line,
    column: inOrder[0]?.column ?? "",
    reason: {
      en: inOrder.map(({ column, reason }) => `${column}: ${reason.en}`).join("; "),
      zh: inOrder.map(({ column, reason }) => `${column}：${reason.zh}`).join("；"),
    },
  };
}
