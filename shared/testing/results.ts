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
  examNumber: z.string().optional(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  by: z.string(),
  at: z.string(),
});
export type ResultGroup = z.infer<typeof ResultGroupSchema>;

const valuesOf = (group: ResultGroup): Values => JSON.parse(group.values) as Values;

export interface ExamResults {
  date: string;
  results: Record<string, Reading>;
}

/** All exams of a client, newest first; within an exam the latest word on an item counts. */
export function examsOf(groups: readonly ResultGroup[]): ExamResults[] {
  const exams = new Map<string, ExamResults>();
  for (const group of [...groups].sort((a, b) => a.n - b.n)) {
    const exam = exams.get(group.date) ?? { date: group.date, results: {} };
    for (const [item, [value, unit, comparator]] of Object.entries(valuesOf(group)))
      exam.results[item] = { value, unit, ...(comparator ? { comparator } : {}), date: group.date };
    exams.set(group.date, exam);
  }
  return [...exams.values()].sort((a, b) => b.date.localeCompare(a.date));
}

/** What is not there yet, or is different now: the same person, date, item and value is never kept twice. */
export function freshResults(
  groups: readonly ResultGroup[],
  date: string,
  results: readonly NewResult[],
): NewResult[] {
  const known = examsOf(groups.filter((group) => group.date === date))[0]?.results ?? {};
  return results.filter(({ item, value, comparator }) => {
    const there = known[item];
    return !there || there.value !== value || there.comparator !== comparator;
  });
}
