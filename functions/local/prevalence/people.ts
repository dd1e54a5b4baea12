import type { Facts } from "../../../shared/assessment/index.ts";
import { factsOf } from "../../../shared/assessment/index.ts";
import { blankHealthFile, type Client, parseDocument } from "../../../shared/clients/index.ts";
import { parseResultsFile, type ResultRow } from "../../../shared/exchange/index.ts";
import type { PlainDate } from "../../../shared/kernel/time.ts";
import { type ExamResults, examsOf, freshResults, type ResultGroup } from "../../../shared/testing/index.ts";

/** People to assess, each at one exam; `left` counts the rows nobody could be made of. */
export interface People {
  facts: Facts[];
  left: number;
}

/**
 * The people of a results file, read as an import reads it. A file says nothing of diagnoses, medicine and
 * habits, so their health files are blank.
 * @throws InvalidInput (field `file`) when the file cannot be read.
 */
export async function peopleInFile(bytes: Uint8Array, name: string, today: PlainDate): Promise<People> {
  const { rows, rejections } = await parseResultsFile(bytes, name, { today });
  const groups = new Map<string, ResultGroup[]>();
  const persons = new Map<string, Pick<Client, "sex" | "birthDate">>();
  let left = rejections.length;
  for (const row of rows) {
    const { document, sex, birthDate } = row.person;
    if (!document) {
      left++;
      continue;
    }
    const read = parseDocument(document.kind, document.value, today);
    const said = { ...(read.ok ? read : {}), ...(sex && { sex }), ...(birthDate && { birthDate }) };
    if (!("sex" in said) || !said.sex || !("birthDate" in said) || !said.birthDate) {
      left++;
      continue;
    }
    const key = `${document.kind}:${document.value}`;
    persons.set(key, persons.get(key) ?? { sex: said.sex, birthDate: said.birthDate });
    const before = groups.get(key) ?? [];
    groups.set(key, [...before, groupOf(row, before)]);
  }
  const facts = [...persons].map(([key, person]) =>
    factsAtExam({ ...person, health: blankHealthFile() }, examsOf(groups.get(key) ?? [])),
  );
  return { facts: facts.flatMap((one) => one ?? []), left };
}

/** What a row adds to what earlier rows of the file said of the same person. */
function groupOf({ date, source, line, results }: ResultRow, before: readonly ResultGroup[]): ResultGroup {
  const fresh = freshResults(before, date, results, { source, line, file: "this" });
  const values = fresh.flatMap(({ item, value, unit, comparator, status }) =>
    status === "deleted" ? [] : [[item, comparator ? [value, unit, comparator] : [value, unit]]],
  );
  const removed = fresh.filter(({ status }) => status === "deleted").map(({ item }) => item);
  const preliminary = fresh.filter(({ status }) => status === "preliminary").map(({ item }) => item);
  return {
    client: "",
    date,
    source,
    line,
    n: before.filter((group) => group.date === date).length + 1,
    values: JSON.stringify(Object.fromEntries(values)),
    ...(preliminary.length ? { preliminary } : {}),
    ...(removed.length ? { removed } : {}),
    by: "",
    at: "",
    v: 1,
  };
}

/**
 * Somebody at their newest whole exam: one with at least half as many results as their fullest, so that a
 * re-check of two values does not stand for an examination. Undefined for who was never examined.
 */
export function factsAtExam(
  person: Pick<Client, "sex" | "birthDate" | "health">,
  exams: readonly ExamResults[],
): Facts | undefined {
  const size = ({ results }: ExamResults): number => Object.keys(results).length;
  const fullest = Math.max(0, ...exams.map(size));
  const whole = exams.find((exam) => size(exam) >= fullest / 2);
  return whole && factsOf(person, exams, whole.date);
}
