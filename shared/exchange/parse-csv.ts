import type { Bilingual } from "../kernel/text.ts";
import { catalogueItem } from "../testing/index.ts";
import { ownColumns, type PersonField } from "./column-names.ts";
import { documentKindOf, recogniseColumn } from "./columns.ts";
import { type Line, linesIn, linesOf, type Split } from "./csv-lines.ts";
import { readExam, type Written, type WrittenResult } from "./read-exam.ts";
import {
  type Parsed,
  type ParseOptions,
  type RecognisedColumn,
  type Rejection,
  type ResultRow,
  rejectionOf,
} from "./result-row.ts";
import { unreadable } from "./sniff.ts";

/**
 * Reads a table, one exam a line, under a header somewhere in the first ten lines. Every line that is not
 * empty is a row or a rejection; a quotation mark left open costs its own line only.
 * @throws InvalidInput when no header is recognised, or the quotation marks are broken throughout.
 */
export async function parseCsv(text: string, options: ParseOptions = {}): Promise<Parsed> {
  const { default: papa } = await import("papaparse");
  const split: Split = (part, delimiter, linesMax = 0) =>
    papa.parse<string[]>(part, { delimiter, newline: "\n", preview: linesMax });
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const { columns, line: headerLine, delimiter } = findHeader(lines, split, options);
  const rows: ResultRow[] = [];
  const rejections: Rejection[] = [];
  let total = 0;
  for (const found of linesOf(lines, headerLine, columns.length, delimiter, split)) {
    if (found.cells.every((cell) => cell.trim() === "")) continue;
    total++;
    const read = readLine(found, columns, options);
    if ("reason" in read) rejections.push({ ...read, cells: found.cells });
    else rows.push(read);
  }
  return { columns, rows, rejections, total };
}

const delimiters = [",", "\t", ";", "|"];
const columnsMax = 1000;

/** The header is the line of which most columns are recognised, whatever separates them. */
function findHeader(lines: readonly string[], split: Split, options: ParseOptions) {
  const top = lines.slice(0, 30).join("\n");
  let best: { columns: RecognisedColumn[]; line: number; delimiter: string; known: number } | undefined;
  for (const delimiter of delimiters) {
    let line = 1;
    for (const cells of split(top, delimiter, 10).data) {
      line += linesIn(cells, delimiter);
      if (cells.length > columnsMax) continue;
      const columns = distinct(cells.map((cell, at) => columnOf(cell, at, options)));
      const known = columns.filter(({ meaning }) => meaning.kind !== "unknown").length;
      const aboutSomebody = columns.some(({ meaning }) => meaning.kind === "person");
      if (aboutSomebody && known > (best?.known ?? 0)) best = { columns, line, delimiter, known };
    }
  }
  if (best) return best;
  throw unreadable(
    "No column was recognised. The first line should name the columns, such as 身份证号, 姓名, 体检日期, 空腹血糖(mmol/L).",
    "没有识别到任何列。首行应为表头，例如：身份证号、姓名、体检日期、空腹血糖(mmol/L)。",
  );
}

/** A header may break over lines; one that is empty is called by its place. */
function columnOf(cell: string, at: number, options: ParseOptions): RecognisedColumn {
  const header = cell.replace(/\s+/g, " ").trim() || `#${at + 1}`;
  const decided =
    options.columns && Object.hasOwn(options.columns, header) ? options.columns[header] : undefined;
  const leftOut = decided !== undefined || ownColumns.has(header.toLowerCase());
  return { ...recogniseColumn(header, decided), ...(leftOut ? { decided: true } : {}) };
}

/** A second column for the same personal detail is left out: the first one speaks. */
function distinct(columns: RecognisedColumn[]): RecognisedColumn[] {
  const seen = new Set<PersonField>();
  return columns.map((column) => {
    if (column.meaning.kind !== "person") return column;
    if (seen.has(column.meaning.field)) return { header: column.header, meaning: { kind: "unknown" } };
    seen.add(column.meaning.field);
    return column;
  });
}

function readLine({ line, cells, torn }: Line, columns: readonly RecognisedColumn[], options: ParseOptions) {
  const first = { column: columns[0]?.header ?? "", at: 0 };
  if (torn)
    return rejectionOf(line, [
      { ...first, reason: { en: "a quotation mark is opened and not closed", zh: "引号没有配对" } },
    ]);
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== "");
  if (extra || cells.length < columns.length) {
    const [have, want] = [cells.length, columns.length];
    const at = Math.min(have, want) - 1;
    const reason = {
      en: `the line has ${have} cells, the header ${want}`,
      zh: `该行有${have}格，表头有${want}列`,
    };
    return rejectionOf(line, [{ column: columns[at]?.header ?? "", at, reason }]);
  }
  return readExam(writtenExam(line, cells, columns), options);
}

function writtenExam(line: number, cells: readonly string[], columns: readonly RecognisedColumn[]) {
  const person: Partial<Record<PersonField, Written>> = {};
  const results: WrittenResult[] = [];
  let kind: ReturnType<typeof documentKindOf>;
  for (const [at, { header, meaning }] of columns.entries()) {
    const written = { text: cells[at] ?? "", column: header, at };
    if (meaning.kind === "person") {
      person[meaning.field] = written;
      if (meaning.field === "idNumber" && meaning.document) kind = meaning.document;
    } else if (meaning.kind === "item") {
      const item = catalogueItem(meaning.item);
      if (item) results.push({ ...written, item, unit: meaning.unit });
    }
  }
  const absent = (column: string): Written => ({ text: "", column, at: columns.length });
  const { name, idNumber, idKind, sex, birthDate, phone, examDate, examNumber } = person;
  const number = examNumber?.text.trim();
  const told = idKind && documentKindOf(idKind.text);
  const untold = idKind && !told && idKind.text.trim() !== "" ? [{ ...idKind, reason: kindWords }] : [];
  return {
    line,
    source: "LIS",
    ...(number ? { examNumber: number } : {}),
    name: name ?? absent("姓名"),
    document: { ...(idNumber ?? absent("身份证号")), kind: kind ?? told },
    ...(sex ? { sex } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(phone ? { phone } : {}),
    date: examDate ?? absent("体检日期"),
    results,
    problems: untold,
  };
}

const kindWords: Bilingual = {
  en: "not a known document; write national id, passport, hk-mo-permit, tw-permit or centre",
  zh: "证件类型无法识别，请填写身份证、护照、港澳居民来往内地通行证、台湾居民来往大陆通行证或中心编号",
};
