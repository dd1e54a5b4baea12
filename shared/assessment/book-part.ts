import type { Bilingual } from "../kernel/text.ts";
import { catalogueItem, type ImportantRow } from "../testing/index.ts";
import { type CutOff, cutOffsOf } from "./cut-offs.ts";
import type { RuleBook } from "./rule-book.ts";
import type { Rule } from "./rule-set.ts";
import type { BookPart } from "./rule-version.ts";

/** What the two parts of the book have in common: something with an id, cut-offs and a source. */
export interface Entry {
  id: string;
  name: Bilingual;
  cutOffs: readonly CutOff[];
  /** Whether a published text carries it, or the medical committee's word must. */
  status: "published" | "needs sign-off";
  /** Grades of one thing share a ladder, whose order no new number may turn. */
  ladder?: string;
  /** Everything it says in its own words, which a new number must not contradict. */
  words: readonly Bilingual[];
}

/** Every entry of an edition, in the order of its part. */
export const entriesOf = (book: RuleBook, part: BookPart, edition: string): Entry[] =>
  part === "rules"
    ? book.ruleSetCalled(edition).rules.map(ruleEntry)
    : book.importantCalled(edition).rows.map(rowEntry);

const ruleEntry = (rule: Rule): Entry => ({
  id: rule.id,
  name: rule.name,
  cutOffs: cutOffsOf(rule),
  ...(rule.ladder && { ladder: rule.ladder }),
  status: needsSignOff(rule) ? "needs sign-off" : "published",
  words: [rule, ...(rule.variants ?? [])].flatMap(({ name, sentence, meaning }) =>
    [name, sentence, meaning].filter((one) => one !== undefined),
  ),
});

/** A rule waits for a word when it, or anything it may say instead, does. */
export const needsSignOff = ({ status, variants = [] }: Rule): boolean =>
  [status, ...variants.map((variant) => variant.status)].includes("needs sign-off");

const rowEntry = (row: ImportantRow): Entry => ({
  id: row.id,
  name: entryName(row),
  cutOffs: cutOffsOfRow(row),
  ...(row.item && { ladder: row.item }),
  status: row.status,
  words: row.only ? [row.only] : [],
});

/** What an entry of the list is called: its item, or its own words. */
export const entryName = (row: ImportantRow): Bilingual =>
  row.words ?? catalogueItem(row.item ?? "")?.name ?? { en: row.id, zh: row.id };

/** The one number of an entry of the list; none where it stands in words. */
export function cutOffsOfRow({ item, op, threshold, timesUpper }: ImportantRow): CutOff[] {
  if (!item || !op) return [];
  if (threshold !== undefined)
    return [{ path: "threshold", code: item, op, kind: "value", limit: threshold }];
  return timesUpper === undefined
    ? []
    : [{ path: "timesUpper", code: item, op, kind: "times upper", limit: timesUpper }];
}
