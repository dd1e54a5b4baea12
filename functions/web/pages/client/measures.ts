import { concernNames, unitText } from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { ageOn, type PlainDate } from "../../../../shared/kernel/time.ts";
import {
  catalogue,
  catalogueItem,
  type ExamResults,
  flagOf,
  rangeFor,
  resultWord,
} from "../../../../shared/testing/index.ts";
import type { FlagCode } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What people read as one thing: usually one item, or the two of a blood pressure. */
export interface Measure {
  codes: readonly string[];
  name: Bilingual;
  unit: string;
}

/** One measure at one exam. `value` is exact; a bound such as `<5` or a word has none. */
export interface Seen {
  date: PlainDate;
  text: string;
  value: number | undefined;
  flag: FlagCode | undefined;
}

type Whom = Pick<Client, "sex" | "birthDate">;

const pressureCodes = ["SBP", "DBP"];
const pressure: Measure = {
  codes: pressureCodes,
  name: concernNames["blood-pressure"] ?? { en: "Blood pressure", zh: "血压" },
  unit: "mmHg",
};

/** The measure an item belongs to; an item nobody has named is called by its code. */
export function measureOf(code: string): Measure {
  if (pressureCodes.includes(code)) return pressure;
  const item = catalogueItem(code);
  return {
    codes: [code],
    name: item?.name ?? { en: code, zh: code },
    unit: unitText(item?.unit ?? ""),
  };
}

/** Every measure there is a result of, in the order of the catalogue; answers behind a sum are not listed. */
export function measuresIn(exam: ExamResults): Measure[] {
  const known = catalogue.flatMap(({ code, part }) => (exam.results[code] && !part ? [code] : []));
  const unknown = Object.keys(exam.results).filter((code) => !catalogueItem(code));
  return [
    ...new Map([...known, ...unknown].map((code) => [measureOf(code).codes[0], measureOf(code)])).values(),
  ];
}

const rank: readonly (FlagCode | undefined)[] = [undefined, "N", "A", "L", "H", "LL", "HH"];

/** The flag of one value for this person on that day; undefined where there is no range to say. */
export function flagFor(
  code: string,
  { value, comparator }: { value: number | string; comparator?: "<" | ">" | undefined },
  whom: Whom,
  date: PlainDate,
): FlagCode | undefined {
  const who = { sex: whom.sex, age: ageOn(whom.birthDate, date) };
  if (typeof value === "number") return comparator ? undefined : flagOf(code, value, who);
  const expected = rangeFor(code, who)?.expected;
  return expected === undefined ? undefined : value === expected ? "N" : "A";
}

interface ToRead {
  /** Whose value it is: a coded item has words of its own. */
  item?: string | undefined;
  value: number | string;
  comparator?: "<" | ">" | undefined | "";
}

/** A value as people read it: numbers as the language writes them, the usual words translated. */
export function valueText(t: Text, { item = "", value, comparator = "" }: ToRead): string {
  if (typeof value === "number") return `${comparator}${t.number(value)}`;
  return t.pick(resultWord(item, value) ?? words[value] ?? { en: value, zh: value });
}

const words: Readonly<Record<string, Bilingual>> = {
  negative: { en: "negative", zh: "阴性" },
  positive: { en: "positive", zh: "阳性" },
  trace: { en: "trace", zh: "微量" },
};

/** A measure at an exam; undefined where it was not taken. */
export function seenAt(t: Text, measure: Measure, exam: ExamResults, whom: Whom): Seen | undefined {
  const readings = measure.codes.flatMap((code) => {
    const reading = exam.results[code];
    return reading ? [{ code, reading }] : [];
  });
  const first = readings[0]?.reading;
  if (!first) return undefined;
  const flags = readings.map(({ code, reading }) => flagFor(code, reading, whom, exam.date));
  return {
    date: exam.date,
    text: readings.map(({ code, reading }) => valueText(t, { ...reading, item: code })).join("/"),
    value: typeof first.value === "number" && !first.comparator ? first.value : undefined,
    flag: flags.reduce((worst, flag) => (rank.indexOf(flag) > rank.indexOf(worst) ? flag : worst), undefined),
  };
}

/** A measure through all exams, oldest first. */
export const seenOver = (t: Text, measure: Measure, exams: readonly ExamResults[], whom: Whom): Seen[] =>
  exams
    .flatMap((exam) => seenAt(t, measure, exam, whom) ?? [])
    .toSorted((a, b) => a.date.localeCompare(b.date));

/** The exact values of the last turns, for a glance. */
export const glance = (seen: readonly Seen[], turns = 5): number[] =>
  seen.flatMap(({ value }) => value ?? []).slice(-turns);

/** "3.9–6.1", "<3.4", "≥90"; both limits of a blood pressure; empty where nothing is published for this person. */
export function rangeText(t: Text, { codes }: Measure, client: Client, date: PlainDate): string {
  const who = { sex: client.sex, age: ageOn(client.birthDate, date) };
  const parts = codes.map((code) => {
    const range = rangeFor(code, who);
    if (!range) return "";
    const { low, high, lowExclusive, highExclusive, expected } = range;
    if (expected) return t("report.negative");
    if (low !== undefined && high !== undefined) return `${t.number(low)}–${t.number(high)}`;
    if (high !== undefined) return `${highExclusive ? "<" : "≤"}${t.number(high)}`;
    return low === undefined ? "" : `${lowExclusive ? ">" : "≥"}${t.number(low)}`;
  });
  return parts.filter(Boolean).join(" / ");
}
