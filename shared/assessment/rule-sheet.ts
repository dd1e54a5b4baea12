import type { Bilingual } from "../kernel/text.ts";
import type { ImportantRow } from "../testing/index.ts";
import type { Finding } from "./assessment.ts";
import { cutOffsOfRow, entryName, needsSignOff } from "./book-part.ts";
import { type CutOff, cutOffsOf } from "./cut-offs.ts";
import { describe, describeRow, type Piece } from "./describe-rule.ts";
import type { Edition, RuleBook } from "./rule-book.ts";
import type { Rule } from "./rule-set.ts";
import type { SignOff } from "./rule-version.ts";

/** One entry of an edition as its readers see it, whichever part it is of. */
export interface SheetRow {
  id: string;
  name: Bilingual;
  /** A rule's concern; the class of an entry of the list of important results. */
  group: string;
  class: Finding["class"] | ImportantRow["class"];
  severity?: Finding["severity"];
  condition: Piece[];
  /** What is said otherwise when more is known: the condition first, then what changes. */
  variants: {
    condition: Piece[];
    class?: Finding["class"];
    status: Rule["status"];
    name?: Bilingual;
    followUp?: string;
  }[];
  meaning?: Bilingual;
  cutOffs: CutOff[];
  source: string;
  status: Finding["status"];
  /** What needs the word is only what is said when more is known. */
  onlyVariants?: true;
  signOff?: SignOff;
  /** Re-check rules it sets in motion, the first one at once. */
  followUps: string[];
  topics: readonly string[];
  /** The edition that gave it the numbers it has. */
  home: string;
}

/** Every entry of an edition with what became of its sign-off, in the order of its part. */
export function sheetOf(book: RuleBook, { part, id }: Pick<Edition, "part" | "id">): SheetRow[] {
  const rows =
    part === "rules" ? book.ruleSetCalled(id).rules.map(ofRule) : book.importantCalled(id).rows.map(ofRow);
  return rows.map((row) => {
    const signOff = row.status === "needs sign-off" ? book.signOffOf(id, row.id) : undefined;
    const home = book.homeOf(id, row.id);
    return { ...row, home, ...(signOff ? { status: "signed off" as const, signOff } : {}) };
  });
}

const ofRule = (rule: Rule): Omit<SheetRow, "home"> => ({
  id: rule.id,
  name: rule.name,
  group: rule.concern,
  class: rule.class,
  severity: rule.severity,
  condition: describe(rule.when),
  variants: (rule.variants ?? []).map((variant, at) => ({
    condition: describe(variant.when, `variants.${at}.when`),
    status: variant.status ?? rule.status,
    ...(variant.class && { class: variant.class }),
    ...(variant.name && { name: variant.name }),
    ...(variant.followUp && { followUp: variant.followUp }),
  })),
  meaning: rule.meaning,
  cutOffs: cutOffsOf(rule),
  source: rule.source,
  status: needsSignOff(rule) ? "needs sign-off" : "published",
  ...(rule.status === "published" && needsSignOff(rule) && { onlyVariants: true }),
  followUps: [rule.followUp, rule.repeat].filter((one) => one !== undefined),
  topics: rule.topics,
});

const ofRow = (row: ImportantRow): Omit<SheetRow, "home"> => ({
  id: row.id,
  name: entryName(row),
  group: row.class,
  class: row.class,
  condition: describeRow(row),
  variants: [],
  cutOffs: cutOffsOfRow(row),
  source: row.source,
  status: row.status,
  followUps: [],
  topics: [],
});
