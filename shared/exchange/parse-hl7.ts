import { codesSeen } from "./codes-seen.ts";
import { documentTypes } from "./document-types.ts";
import { senderOf } from "./hl7-fault.ts";
import {
  componentsOf,
  type Message,
  messagesOf,
  repetitionsOf,
  type Segment,
  type Separators,
} from "./hl7-message.ts";
import { readObx } from "./hl7-observation.ts";
import { readDate, readExam, type WrittenExam, type WrittenResult } from "./read-exam.ts";
import {
  type Parsed,
  type ParseOptions,
  type Problem,
  type Rejection,
  type ResultRow,
  rejectionOf,
  type UnknownCode,
} from "./result-row.ts";

/**
 * Reads HL7 v2 result messages (ORU^R01), one exam per patient and date of a message. Every message gives
 * rows or rejections, never neither.
 */
export function parseHl7(text: string, options: ParseOptions = {}): Parsed {
  const rows: ResultRow[] = [];
  const rejections: Rejection[] = [];
  const seen = codesSeen(options.columns);
  for (const message of messagesOf(text))
    for (const read of rowsIn(message, options, seen))
      if ("reason" in read) rejections.push(read);
      else rows.push(read);
  return { columns: seen.columns(), rows, rejections, total: rows.length + rejections.length };
}

/**
 * What one message that has no fault brings: an exam per patient and date, or why one cannot be read; and the
 * codes in it that are none of ours.
 */
export function readMessage(
  message: Message,
  options: ParseOptions,
): { read: (ResultRow | Rejection)[]; unknown: UnknownCode[] } {
  const seen = codesSeen(options.columns);
  return { read: rowsIn(message, options, seen), unknown: seen.unknown() };
}

function rowsIn(message: Message, options: ParseOptions, seen: ReturnType<typeof codesSeen>) {
  const { line, broken, separators: by, segments } = message;
  const fault = (column: string, en: string, zh: string) => [
    rejectionOf(line, [{ column, at: 0, reason: { en, zh } }]),
  ];
  if (broken !== undefined)
    return fault("MSH", `line ${broken} is not a segment`, `第${broken}行不是有效的段`);
  const [header, ...rest] = segments;
  const type = componentsOf(header?.fields[9], by);
  if (type[0] !== "ORU" || type[1] !== "R01")
    return fault("MSH-9", "not a result message (ORU^R01)", "不是检验结果消息（ORU^R01）");
  const source = senderOf(message) || "HL7";
  const messageId = componentsOf(header?.fields[10], by)[0];
  return patientsOf(rest)
    .flatMap((patient) => examsOf(patient, by, seen))
    .map((exam) => readExam({ line, source, ...(messageId ? { messageId } : {}), ...exam }, options));
}

/** A message may carry several patients, each from its PID on. */
function patientsOf(segments: readonly Segment[]): Segment[][] {
  const patients: Segment[][] = [];
  for (const segment of segments)
    if (segment.name === "PID" || patients.length === 0) patients.push([segment]);
    else patients.at(-1)?.push(segment);
  return patients.length ? patients : [[]];
}

type Exam = Omit<WrittenExam, "line" | "source" | "messageId">;

/** One patient's results by date: of the order (OBR-7), else of the observation (OBX-14). */
function examsOf(segments: readonly Segment[], by: Separators, seen: ReturnType<typeof codesSeen>): Exam[] {
  const person = personOf(
    segments.find(({ name }) => name === "PID"),
    by,
  );
  const exams = new Map<string, { exam: Exam; results: WrittenResult[]; problems: Problem[] }>();
  const examAt = (time: string, order: Segment | undefined) => {
    const date = readDate(time) ?? time;
    const known = exams.get(date);
    if (known) return known;
    const examNumber = componentsOf(order?.fields[2], by)[0] || componentsOf(order?.fields[3], by)[0];
    const [results, problems]: [WrittenResult[], Problem[]] = [[], []];
    const written = { text: time, column: "OBR-7", at: 1 };
    const exam: Exam = { ...person, date: written, ...(examNumber ? { examNumber } : {}), results, problems };
    exams.set(date, { exam, results, problems });
    return { exam, results, problems };
  };
  let order: Segment | undefined;
  for (const [at, segment] of segments.entries()) {
    if (segment.name === "OBR") order = segment;
    if (segment.name !== "OBX") continue;
    const time = componentsOf(order?.fields[7], by)[0] || componentsOf(segment.fields[14], by)[0] || "";
    const { exam, results, problems } = examAt(time, order);
    const read = readObx(segment, 10 + at, by, seen);
    if (read === "none") exam.nothing = true;
    else if (read && "reason" in read) problems.push(read);
    else if (read) results.push(read);
  }
  if (exams.size === 0) examAt(componentsOf(order?.fields[7], by)[0] ?? "", order);
  return [...exams.values()].map(({ exam }) => exam);
}

function personOf(
  pid: Segment | undefined,
  by: Separators,
): Pick<Exam, "name" | "document" | "sex" | "birthDate" | "phone"> {
  const field = (at: number, text: string | undefined) => ({ text: text ?? "", column: `PID-${at}`, at: 0 });
  const ids = repetitionsOf(pid?.fields[3], by).map((id) => ({ text: id[0] ?? "", type: id[4] ?? "" }));
  const id =
    ids.find(({ type }) => documentTypes.has(type)) ??
    (ids.length === 1 && ids[0]?.type === "" ? ids[0] : undefined);
  const [family = "", given = ""] = componentsOf(pid?.fields[5], by);
  const chinese = /\p{Script=Han}/u.test(family + given);
  const sex = componentsOf(pid?.fields[8], by)[0]?.toUpperCase();
  return {
    name: field(5, chinese ? family + given : `${given} ${family}`.trim()),
    document: { ...field(3, id?.text), kind: documentTypes.get(id?.type ?? "") },
    birthDate: field(7, componentsOf(pid?.fields[7], by)[0]),
    sex: field(8, /^[UOAN]$/.test(sex ?? "") ? "" : sex),
    phone: field(
      13,
      componentsOf(pid?.fields[13], by).find((part) => /\d{5}/.test(part)),
    ),
  };
}
