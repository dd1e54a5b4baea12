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
  /** What its sender says of it; nothing said is final. A deleted one has no value: it takes back what there was. */
  status?: "final" | "corrected" | "preliminary" | "deleted" | undefined;
}

/** Where results come from; without a file a person typed them. */
export interface Provenance {
  source: string;
  examNumber?: string | undefined;
  file?: string | undefined;
  line?: number | undefined;
  /** A person decided whose results these are: the mark of what was held. */
  held?: string | undefined;
  /** When these words were first heard, where they waited since. */
  heard?: string | undefined;
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
  /** Items whose value the sender took back. */
  removed: z.array(z.string()).optional(),
  /** Set when it proved to be somebody else's: it then counts for nothing, and stays to be seen. */
  withdrawn: z
    .object({
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      /** The import that brought it was undone: nobody said that it is somebody else's. */
      undone: z.literal(true).optional(),
    })
    .optional(),
  held: z.string().optional(),
  /** When its words were first heard, where they waited until a person linked them. */
  heard: z.string().optional(),
  /** False where the client said at check-in that they had eaten; nothing said is fasting. */
  fasting: z.boolean().optional(),
  examNumber: z.string().optional(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  by: z.string(),
  at: z.string(),
  /** When it came into this file out of another one of the same person. */
  joinedAt: z.string().optional(),
  v: z.number().int().default(1),
});
export type ResultGroup = z.infer<typeof ResultGroupSchema>;

/** The source of answers to a questionnaire. */
export const answersSource = "questionnaire";

const valuesOf = (group: ResultGroup): Values => JSON.parse(group.values) as Values;

const counts = (group: ResultGroup): boolean => group.withdrawn === undefined;

/** What a group brought, as a source hands it over. */
export const resultsIn = (group: ResultGroup): NewResult[] =>
  Object.entries(valuesOf(group)).map(([item, [value, unit, comparator]]) => ({
    item,
    value,
    unit,
    ...(comparator ? { comparator } : {}),
    ...(group.preliminary?.includes(item) ? { status: "preliminary" as const } : {}),
  }));

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
  for (const group of [...groups].filter(counts).sort((a, b) => a.n - b.n)) {
    const there = exams.get(group.date);
    // Nobody was examined by a word that takes back what never came.
    if (!there && group.values === "{}") continue;
    const exam: ExamResults = there ?? { date: group.date, answersOnly: true, results: {} };
    if (group.source !== answersSource) delete exam.answersOnly;
    for (const item of group.removed ?? []) delete exam.results[item];
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
 * final. What was taken away as somebody else's comes back from its file only when a person links it. What
 * waited until a person linked it never replaces what was heard after it. That a value was taken back is kept
 * though it never came: it may be on its way.
 */
export function freshResults(
  groups: readonly ResultGroup[],
  date: string,
  results: readonly NewResult[],
  from: Provenance,
): NewResult[] {
  const everyOfDay = groups.filter((group) => group.date === date).sort((a, b) => a.n - b.n);
  const ofDay = everyOfDay.filter(counts);
  const takenAway = everyOfDay.some(
    (group) => isSomebodyElses(group) && group.file !== undefined && cameFrom({ group }, from),
  );
  if (takenAway && from.held === undefined) return [];
  const old = new Set(overtaken(groups, date, results, from));
  return results.filter((result) => {
    if (old.has(result.item)) return false;
    const words = ofDay.flatMap((group): Word[] => wordOf(group, result.item));
    const last = words.at(-1);
    if (result.status === "deleted")
      return !last?.removed || !words.some((word) => word.removed && cameFrom(word, from));
    if (!last) return true;
    if (last.removed) return from.file === undefined || !words.some((word) => cameFrom(word, from));
    if (says(last, result)) return false;
    if (result.status === "preliminary" && !last.preliminary) return false;
    if (from.file === undefined) return true;
    const before = words.filter((word) => says(word, result));
    if (result.status === "corrected") return !before.some((word) => cameFrom(word, from));
    return !before.some((word) => result.status === "preliminary" || !word.preliminary);
  });
}

/** The items of results that waited on which a newer word is in the file; a preliminary word is newer than no final one. */
export function overtaken(
  groups: readonly ResultGroup[],
  date: string,
  results: readonly NewResult[],
  { heard }: Pick<Provenance, "heard">,
): string[] {
  if (heard === undefined) return [];
  const later = groups.filter((group) => group.date === date && counts(group) && heardAt(group) > heard);
  return results
    .filter((result) =>
      later.some((group) => wordOf(group, result.item).some((word) => !word.preliminary || !isFinal(result))),
    )
    .map(({ item }) => item);
}

const isFinal = ({ status }: NewResult): boolean => status !== "preliminary" && status !== "deleted";

/**
 * Whether results that come in say again what was taken out of this file as somebody else's, under whatever name
 * they come: the same value of the same item and day, which the file does not hold from elsewhere.
 */
export function takenOutBefore(
  groups: readonly ResultGroup[],
  date: string,
  results: readonly NewResult[],
  from: Provenance,
): boolean {
  const gone = groups.filter((group) => group.date === date && isSomebodyElses(group));
  const ofDay = groups.filter((group) => group.date === date && counts(group));
  const before = gone.filter((group) => from.file !== undefined && cameFrom({ group }, from));
  // A message read again may say more than what was taken out; of that too a person decides.
  if (before.length)
    return results.some(
      (result) =>
        !before.some((group) => wordOf(group, result.item).length > 0) &&
        !ofDay.some((group) => wordOf(group, result.item).some((word) => says(word, result))),
    );
  if (!gone.length) return false;
  return freshResults(groups, date, results, from).some((result) =>
    gone.some((group) => wordOf(group, result.item).some((word) => says(word, result))),
  );
}

const isSomebodyElses = ({ withdrawn }: ResultGroup): boolean => withdrawn !== undefined && !withdrawn.undone;

const heardAt = ({ heard, at }: ResultGroup): string => heard ?? at;

/** What a group says of an item. */
interface Word {
  value: number | string;
  comparator: "<" | ">" | undefined;
  preliminary: boolean;
  /** The word is that there is no value any more. */
  removed: boolean;
  group: ResultGroup;
}

const cameFrom = ({ group }: Pick<Word, "group">, { file, line }: Provenance): boolean =>
  group.file === file && group.line === line;

function wordOf(group: ResultGroup, item: string): Word[] {
  if (group.removed?.includes(item))
    return [{ value: "", comparator: undefined, preliminary: false, removed: true, group }];
  const said = valuesOf(group)[item];
  if (!said) return [];
  const [value, , comparator] = said;
  const preliminary = group.preliminary?.includes(item) ?? false;
  return [{ value, comparator, preliminary, removed: false, group }];
}

const says = (word: Word, { value, comparator }: NewResult): boolean =>
  !word.removed && word.value === value && word.comparator === comparator;
