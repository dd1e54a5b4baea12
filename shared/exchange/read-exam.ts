import { type DocumentKind, parseDocument, type Sex } from "../clients/index.ts";
import type { Bilingual } from "../kernel/text.ts";
import { isPlainDate, localDate, type PlainDate } from "../kernel/time.ts";
import type { CatalogueItem } from "../testing/index.ts";
import { readValue } from "./read-value.ts";
import {
  type ParseOptions,
  type Problem,
  type Rejection,
  type ResultRow,
  type ResultStatus,
  type RowResult,
  rejectionOf,
} from "./result-row.ts";

/** Text as it stood in the file; `at` is the place of its column, for naming the first bad one. */
export interface Written {
  text: string;
  column: string;
  at: number;
}

/** One exam as written, whatever the format: what the three parsers have in common. */
export interface WrittenExam {
  line: number;
  source: string;
  messageId?: string;
  examNumber?: string;
  name: Written;
  /** `kind` undefined: the file does not say which document it is. */
  document: Written & { kind?: DocumentKind | undefined };
  sex?: Written;
  birthDate?: Written;
  phone?: Written;
  date: Written;
  results: readonly WrittenResult[];
  /** Faults the parser found by itself. */
  problems?: readonly Problem[];
  /** Its sender says of something that there is no result: nothing to keep is then no fault. */
  nothing?: boolean;
}

export interface WrittenResult extends Written {
  item: CatalogueItem;
  unit: string;
  status?: ResultStatus;
}

/** Judges one exam: all of it goes in, or none of it, with a reason that names every bad column. */
export function readExam(exam: WrittenExam, options: ParseOptions = {}): ResultRow | Rejection {
  const problems: Problem[] = [...(exam.problems ?? [])];
  const bad = ({ column, at }: Written, en: string, zh: string) => {
    problems.push({ column, at, reason: { en, zh } });
    return undefined;
  };
  const name =
    readName(exam.name.text) ?? bad(exam.name, "the name is missing or unreadable", "姓名缺失或无法识别");
  const document = readDocument(exam.document);
  if ("reason" in document && !options.withoutDocument)
    problems.push({ ...exam.document, reason: document.reason });
  const date = readDate(exam.date.text) ?? bad(exam.date, ...dateWords);
  const birthDate =
    filled(exam.birthDate) && (readDate(exam.birthDate.text) ?? bad(exam.birthDate, ...dateWords));
  const sex = filled(exam.sex) && readSex(exam.sex.text);
  if (filled(exam.sex) && sex === undefined) bad(exam.sex, "write male or female", "请填写男或女");
  const phone =
    filled(exam.phone) &&
    (readPhone(exam.phone.text) ?? bad(exam.phone, "not a phone number", "不是电话号码"));
  if (date && birthDate && date < birthDate) bad(exam.date, "before the birth date", "早于出生日期");
  if (date && options.today && date > options.today) bad(exam.date, "in the future", "晚于今天");
  const results = readResults(exam.results, problems);
  if (results.length === 0 && problems.length === 0 && !exam.nothing)
    bad(exam.results[0] ?? exam.date, "there is no result", "没有任何结果");
  if (problems.length || !name || !date) return rejectionOf(exam.line, problems);
  return {
    line: exam.line,
    ...(exam.examNumber ? { examNumber: exam.examNumber } : {}),
    person: {
      ...("reason" in document ? {} : { document }),
      name,
      ...(sex ? { sex } : {}),
      ...(birthDate ? { birthDate } : {}),
      ...(phone ? { phone } : {}),
    },
    date,
    source: exam.source,
    ...(exam.messageId ? { messageId: exam.messageId } : {}),
    results,
  };
}

const filled = (field: Written | undefined): field is Written =>
  field !== undefined && field.text.trim() !== "";

function readResults(written: readonly WrittenResult[], problems: Problem[]): RowResult[] {
  const results = new Map<string, RowResult>();
  for (const { item, text, unit, column, at, status } of written) {
    if (status === "deleted") {
      results.set(item.code, { item: item.code, value: "", unit, column, status });
      continue;
    }
    const read = readValue(item, text, unit);
    if (read === "none") continue;
    if ("refused" in read) {
      problems.push({ column, at, reason: read.refused });
      continue;
    }
    const there = results.get(item.code);
    const before = there?.status === "deleted" ? undefined : there;
    // A report in words comes in pieces: one segment a paragraph.
    if (item.kind === "text" && before && before.value !== read.value && status !== "corrected") {
      results.set(item.code, { ...before, value: `${before.value}\n${read.value}` });
      continue;
    }
    const same = before?.value === read.value && before.comparator === read.comparator;
    const [rank, rankBefore] = [rankOf(status), rankOf(before?.status)];
    if (before && !same && rank === rankBefore && status !== "corrected") {
      const reason: Bilingual = { en: "two different results of one item", zh: "同一项目出现两个不同结果" };
      problems.push({ column, at, reason });
    } else if (!before || (!same && rank >= rankBefore))
      results.set(item.code, { item: item.code, ...read, column, ...(status ? { status } : {}) });
  }
  return [...results.values()];
}

/** A final result outweighs a preliminary one, a corrected result both. */
const rankOf = (status: ResultStatus | undefined): number =>
  status === "preliminary" ? 0 : status === "corrected" ? 2 : 1;

function readDocument({ text, kind }: WrittenExam["document"]) {
  const parsed = parseDocument(kind ?? "national-id", text);
  if (parsed.ok) return { kind: kind ?? ("national-id" as const), value: parsed.id };
  const untold = kind === undefined && /^[A-Z0-9]{5,14}$/i.test(text.trim());
  return { reason: untold ? untoldKind : parsed.reason };
}

const untoldKind: Bilingual = {
  en: "say which document this number is from (a column “document type”, or “passport number”)",
  zh: "请注明证件类型（增加“证件类型”列，或将表头写为“护照号”）",
};

const dateWords = ["not a date; write 2026-10-20", "不是日期，请写成 2026-10-20"] as const;

/** A calendar date as written in tables and messages; with a time and an offset, the date at the centre. */
export function readDate(written: string): PlainDate | undefined {
  if (written.length > 60) return undefined;
  const text = written.normalize("NFKC").trim();
  const dashed =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  const packed = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2}(?:\.\d{1,4})?)?)?([+-]\d{4})?$/.exec(text);
  const parts = dashed ?? packed;
  if (!parts) return undefined;
  const [, year, month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isPlainDate(date)) return undefined;
  const time = dashed ? dashed[4]?.padStart(5, "0") : packed?.[4] && `${packed[4]}:${packed[5] ?? "00"}`;
  const offset = dashed ? dashed[5] : packed?.[7];
  if (!time) return date;
  if (!/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return undefined;
  return offset ? atCentre(`${date}T${time.slice(0, 5)}:00${offset}`) : date;
}

function atCentre(instant: string): PlainDate | undefined {
  try {
    return localDate(instant);
  } catch {
    return undefined;
  }
}

function readName(written: string): string | undefined {
  const name = written.normalize("NFC").replace(/\s+/g, " ").trim();
  return name !== "" && name.length <= 60 && !/[\p{Cc}�]/u.test(name) ? name : undefined;
}

function readSex(written: string): Sex | undefined {
  const text = written.normalize("NFKC").trim().toLowerCase();
  if (/^(男性?|m|male|1)$/.test(text)) return "male";
  return /^(女性?|f|female|2)$/.test(text) ? "female" : undefined;
}

function readPhone(written: string): string | undefined {
  const text = written.normalize("NFKC").replace(/[\s()-]/g, "");
  return /^\+?\d{5,15}$/.test(text) ? text : undefined;
}
