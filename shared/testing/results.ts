import * as z from "zod";

/** One result in its catalogue unit. */
export interface Reading {
  value: number | string;
  unit: string;
  date: string;
  comparator?: "<" | ">" | undefined;
}

/** A result as a source hands it over, already in the catalogue's unit. */
export interface NewResult {
  item: string;
  value: number | string;
  unit: string;
  comparator?: "<" | ">" | undefined;
  /** What its sender says of it; nothing said is final. */
  status?: "final" | "corrected" | "preliminary" | undefined;
}

/** Where results come from; without a file a person typed them. */
export interface Provenance {
  source: string;
  examNumber?: string | undefined;
  file?: string | undefined;
  line?: number | undefined;
}

/** Values by item code: value, unit, and a comparator where the value is a bound. */
export type Values = Record<string, readonly [value: number | string, unit: string, comparator?: "<" | ">"]>;

/**
 * What one source brought for one exam at one time. Never changed afterwards: a correction is a later
 * group (`n` + 1) that holds only what is new or different.
 */
export const ResultGroupSchema = z.object({
  client: z.string(),
  date: z.string(),
  source: z.string(),
  n: z.number().int(),
  /** `Values` as one JSON string: forty results are one item of a kilobyte (W2). */
  values: z.string(),
  /** Items of `values` that are not final yet. */
  preliminary: z.array(z.string()).optional(),
  /** False where the client said at check-in that they had eaten; nothing said is fasting. */
  fasting: z.boolean().optional(),
  examNumber: z.string().optional(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  by: z.string(),
  at: z.string(),
});
export type ResultGroup = z.infer<typeof ResultGroupSchema>;

/** The source of answers to a questionnaire. */
export const answersSource = "questionnaire";

const valuesOf = (group: ResultGroup): Values => JSON.parse(group.values) as Values;

export interface ExamResults {
  date: string;
  /** False where the client had eaten. */
  fasting?: boolean;
  /** Nothing but questionnaires was answered that day: it is no exam of its own. */
  answersOnly?: true;
  results: Record<string, Reading>;
}

/** The newest day on which somebody was examined, not only asked. */
export const newestExam = <E extends Pick<ExamResults, "answersOnly">>(exams: readonly E[]): E | undefined =>
  exams.find(({ answersOnly }) => !answersOnly);

/** The days on which nothing but questionnaires was answered. */
export const answersOnlyDays = (exams: readonly ExamResults[]): ReadonlySet<string> =>
  new Set(exams.flatMap(({ date, answersOnly }) => (answersOnly ? [date] : [])));

/** All exams of a client, newest first; within an exam the latest word on an item counts. */
export function examsOf(groups: readonly ResultGroup[]): ExamResults[] {
  const exams = new Map<string, ExamResults>();
  for (const group of [...groups].sort((a, b) => a.n - b.n)) {
    const exam: ExamResults = exams.get(group.date) ?? { date: group.date, answersOnly: true, results: {} };
    if (group.source !== answersSource) delete exam.answersOnly;
    for (const [item, [value, unit, comparator]] of Object.entries(valuesOf(group)))
      exam.results[item] = { value, unit, ...(comparator ? { comparator } : {}), date: group.date };
    if (group.fasting === false) exam.fasting = false;
    exams.set(group.date, exam);
  }
  return [...exams.values()].sort((a, b) => b.date.localeCompare(a.date));
}

/**
 * What is not there yet, or is different now: the same person, date, item and value is never kept twice.
 * A file that comes again undoes nothing: a value that was replaced since comes back only when it is typed,
 * or when a correction the file has not brought before says so. What is preliminary never replaces what is
 * final.
 */
export function freshResults(
  groups: readonly ResultGroup[],
  date: string,
  results: readonly NewResult[],
  from: Provenance,
): NewResult[] {
  const ofDay = groups.filter((group) => group.date === date).sort((a, b) => a.n - b.n);
  return results.filter((result) => {
    const words = ofDay.flatMap((group): Word[] => wordOf(group, result.item));
    const last = words.at(-1);
    if (!last) return true;
    if (says(last, result)) return false;
    if (result.status === "preliminary" && !last.preliminary) return false;
    if (from.file === undefined) return true;
    const before = words.filter((word) => says(word, result));
    if (result.status === "corrected")
      return !before.some(({ group }) => group.file === from.file && group.line === from.line);
    return !before.some((word) => result.status === "preliminary" || !word.preliminary);
  });
}

/** What a group says of an item. */
interface Word {
  value: number | string;
  comparator: "<" | ">" | undefined;
  preliminary: boolean;
  group: ResultGroup;
}

function wordOf(group: ResultGroup, item: string): Word[] {
  const said = valuesOf(group)[item];
  if (!said) return [];
  const [value, , comparator] = said;
  return [{ value, comparator, preliminary: group.preliminary?.includes(item) ?? false, group }];
}

const says = (word: Word, { value, comparator }: NewResult): boolean =>
  word.value === value && word.comparator === comparator;
