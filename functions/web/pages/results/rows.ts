import {
  type Booking,
  type CatalogueItem,
  catalogue,
  type ExamResults,
  itemGroups,
  packageById,
  packageItems,
  packages,
  plausibilityOf,
  type Reading,
  rangeFor,
  type Who,
} from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";

/** Which rows are offered: the items of a package, or of one group. */
export interface ItemSet {
  id: string;
  name: { en: string; zh: string };
}

/** Groups that are asked in words, on pages of their own. */
const inWords: readonly string[] = ["lifestyle", "questionnaires"];

export const itemSets: readonly ItemSet[] = [
  ...packages,
  ...Object.entries(itemGroups).flatMap(([id, name]) => (inWords.includes(id) ? [] : [{ id, name }])),
];

/** The set asked for, else the package booked on that day, else the smallest package. */
export function setFor(asked: string, date: string, bookings: readonly Booking[]): string {
  if (itemSets.some(({ id }) => id === asked)) return asked;
  const booked = bookings.find((one) => one.date === date && one.state !== "cancelled");
  return booked && packageById(booked.package) ? booked.package : (packages[0]?.id ?? "");
}

/**
 * The items of a set that are measured in somebody of this sex, each examination with what its report says in
 * coded words; what is asked in words is asked elsewhere.
 */
export function itemsOf(set: string, sex: Who["sex"]): CatalogueItem[] {
  const bundle = packageById(set);
  const items = bundle
    ? withFindings(packageItems(bundle, sex))
    : catalogue.filter((item) => item.group === set && (!item.sex || item.sex === sex));
  return items.filter(({ group }) => !inWords.includes(group));
}

const withFindings = (items: readonly CatalogueItem[]): CatalogueItem[] => [
  ...new Set(
    items.flatMap((item) => [item, ...catalogue.filter(({ partOf }) => partOf?.includes(item.code))]),
  ),
];

/** What an item was last, before a day or on it. */
export function lastOf(exams: readonly ExamResults[], code: string, until: string): Reading | undefined {
  return exams.find((exam) => exam.date <= until && exam.results[code])?.results[code];
}

/** The reference range as it is read: 3.9–6.1, < 5.2, ≥ 90, or the expected word. */
export function rangeText(t: Text, code: string, who: Who): string {
  const range = rangeFor(code, who);
  if (!range) return "";
  const { low, high } = range;
  if (range.expected) return t("results.word.negative");
  if (low !== undefined && high !== undefined) return `${low}–${high}`;
  if (high !== undefined) return `${range.highExclusive ? "<" : "≤"} ${high}`;
  if (low !== undefined) return `${range.lowExclusive ? ">" : "≥"} ${low}`;
  return "";
}

export const resultWords = ["negative", "trace", "1+", "2+", "3+", "4+", "positive"] as const;

/** What an odd number was probably meant to be: the same digits with the point elsewhere. */
export function meant(code: string, value: number): number | undefined {
  if (plausibilityOf(code, value) === "likely") return undefined;
  return [value / 10, value * 10, value / 100, value * 100]
    .map((one) => Number(one.toPrecision(6)))
    .find((one) => plausibilityOf(code, one) === "likely");
}

/** A tick stands for one value: another number must be looked at again. */
export const tickFor = (code: string, text: string): string => `${code} ${text}`;
