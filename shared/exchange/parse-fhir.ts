import type { Bilingual } from "../kernel/text.ts";
import { catalogueItem } from "../testing/index.ts";
import { codesSeen } from "./codes-seen.ts";
import { documentTypes } from "./document-types.ts";
import {
  BundleSchema,
  EntrySchema,
  type Observation,
  ObservationSchema,
  type ObservedValue,
  type Patient,
  PatientSchema,
} from "./fhir-resources.ts";
import { readDate, readExam, type WrittenExam, type WrittenResult } from "./read-exam.ts";
import {
  type Parsed,
  type ParseOptions,
  type Problem,
  type Rejection,
  type ResultRow,
  type ResultStatus,
  rejectionOf,
} from "./result-row.ts";
import { unreadable } from "./sniff.ts";

interface Person {
  line: number;
  written: Pick<WrittenExam, "name" | "document" | "sex" | "birthDate" | "phone">;
  exams: Map<string, { results: WrittenResult[]; problems: Problem[] }>;
}

/**
 * Reads a FHIR R4 Bundle of Patients and their Observations, one exam per patient and date; other resource
 * types are left aside. An Observation whose patient is not in the bundle is a rejection.
 * @throws InvalidInput when it is not JSON, or not a transaction or collection Bundle.
 */
export function parseFhir(text: string, options: ParseOptions = {}): Parsed {
  const bundle = BundleSchema.safeParse(jsonOf(text));
  if (!bundle.success)
    throw unreadable(
      "This is JSON, but not a FHIR Bundle of type transaction or collection.",
      "这是 JSON 文件，但不是 transaction 或 collection 类型的 FHIR Bundle。",
    );
  const seen = codesSeen(options.columns);
  const rejections: Rejection[] = [];
  const reject = (line: number, column: string, reason: Bilingual) =>
    rejections.push(rejectionOf(line, [{ column, at: 0, reason }]));
  const entries = bundle.data.entry.map((entry, at) => ({
    line: at + 1,
    entry: EntrySchema.safeParse(entry).data,
  }));
  const people: Person[] = [];
  const byReference = new Map<string, Person>();
  for (const { line, entry } of entries) {
    if (!entry) reject(line, `entry[${line}]`, { en: "not a resource", zh: "不是有效的资源" });
    if (entry?.resource.resourceType !== "Patient") continue;
    const patient = PatientSchema.safeParse(entry.resource);
    if (!patient.success) {
      reject(line, "Patient", { en: "not a valid Patient", zh: "不是有效的 Patient 资源" });
      continue;
    }
    const person: Person = { line, written: personOf(patient.data), exams: new Map() };
    people.push(person);
    if (entry.fullUrl) byReference.set(entry.fullUrl, person);
    if (entry.resource.id) byReference.set(`Patient/${entry.resource.id}`, person);
  }
  const strangers = new Set<string>();
  for (const { line, entry } of entries) {
    if (entry?.resource.resourceType !== "Observation") continue;
    const observation = ObservationSchema.safeParse(entry.resource);
    if (!observation.success) {
      reject(line, "Observation", { en: "not a valid Observation", zh: "不是有效的 Observation 资源" });
      continue;
    }
    const reference = observation.data.subject?.reference ?? "";
    const person =
      byReference.get(reference) ?? byReference.get(/Patient\/[^/]+$/.exec(reference)?.[0] ?? "");
    if (person) addObservation(person, observation.data, line, seen);
    else if (!strangers.has(reference)) {
      strangers.add(reference);
      reject(line, "Observation.subject", strangerWords);
    }
  }
  const read = people.flatMap((person) => examsOf(person).map((exam) => readExam(exam, options)));
  const rows: ResultRow[] = [];
  for (const one of read)
    if ("reason" in one) rejections.push(one);
    else rows.push(one);
  return {
    columns: seen.columns(),
    rows,
    rejections: rejections.sort((a, b) => a.line - b.line),
    total: rows.length + rejections.length,
  };
}

const strangerWords: Bilingual = {
  en: "its patient is not in this bundle",
  zh: "对应的 Patient 不在此 Bundle 中",
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(
      "This file begins like JSON, but is not. It may be cut off.",
      "文件开头是 JSON，但内容不完整或有误。",
    );
  }
}

/** The exams of a person as written; somebody without any Observation still is one row, to be refused. */
function examsOf({ line, written, exams }: Person): WrittenExam[] {
  const dated = exams.size ? [...exams] : [["", { results: [], problems: [] }] as const];
  return dated.map(([date, { results, problems }]) => ({
    line,
    source: "FHIR",
    ...written,
    date: { text: date, column: "Observation.effectiveDateTime", at: 1 },
    results,
    problems,
  }));
}

function personOf({ identifier, name, gender, birthDate, telecom }: Patient): Person["written"] {
  const field = (column: string, text = "") => ({ text, column: `Patient.${column}`, at: 0 });
  const ids = identifier.map(({ type, value }) => ({
    value,
    kind: type?.coding.map(({ code }) => documentTypes.get(code ?? "")).find(Boolean),
    typed: type !== undefined,
  }));
  const id = ids.find(({ kind }) => kind) ?? (ids.length === 1 && !ids[0]?.typed ? ids[0] : undefined);
  const { text, family = "", given = [] } = name[0] ?? {};
  const parts = /\p{Script=Han}/u.test(family)
    ? family + given.join("")
    : [...given, family].join(" ").trim();
  return {
    name: field("name", text ?? parts),
    document: { ...field("identifier", id?.value), kind: id?.kind },
    sex: field("gender", gender === "male" || gender === "female" ? gender : ""),
    birthDate: field("birthDate", birthDate),
    phone: field("telecom", telecom.find(({ system }) => system === "phone")?.value),
  };
}

const statuses: ReadonlyMap<string, ResultStatus | "none"> = new Map([
  ["final", "final"],
  ["amended", "corrected"],
  ["corrected", "corrected"],
  ["preliminary", "preliminary"],
  ["registered", "none"],
  ["cancelled", "none"],
]);

const withdrawn: Bilingual = {
  en: "this result was entered in error or its status is unknown; settle it by hand",
  zh: "该结果为录入错误或状态不明，请人工处理",
};

function addObservation(
  person: Person,
  observation: Observation,
  line: number,
  seen: ReturnType<typeof codesSeen>,
) {
  const time = observation.effectiveDateTime ?? observation.effectivePeriod?.start ?? "";
  const date = readDate(time) ?? time;
  const exam = person.exams.get(date) ?? { results: [], problems: [] };
  person.exams.set(date, exam);
  const status = statuses.get(observation.status);
  for (const part of observation.component?.length ? observation.component : [observation]) {
    const found = seen.find([
      ...part.code.coding.map(({ system, code = "", display = "" }) => ({
        code,
        text: display,
        loinc: system === "http://loinc.org",
      })),
      ...(part.code.coding.length ? [] : [{ code: "", text: part.code.text ?? "", loinc: false }]),
    ]);
    const item = found && catalogueItem(found.item);
    if (!found || !item || status === "none") continue;
    const where = { column: `entry[${line}] ${found.code}`, at: 1 + line };
    if (status) exam.results.push({ ...where, item, ...writtenValue(part, found.unitFor), status });
    else exam.problems.push({ ...where, reason: withdrawn });
  }
}

function writtenValue(
  part: ObservedValue,
  unitFor: (unit: string) => string,
): { text: string; unit: string } {
  const { valueQuantity: quantity, valueString, valueInteger, valueCodeableConcept: concept } = part;
  if (quantity?.value !== undefined)
    return {
      text: `${quantity.comparator ?? ""}${quantity.value}`,
      unit: unitFor(quantity.code ?? quantity.unit ?? ""),
    };
  const coded = concept && (concept.text ?? concept.coding[0]?.display ?? concept.coding[0]?.code);
  return { text: valueString ?? coded ?? (valueInteger === undefined ? "" : String(valueInteger)), unit: "" };
}
