import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { Finding, FindingClass } from "./assessment.ts";
import type { Op, Sex } from "./facts.ts";

/**
 * A cut-off: a number, one per sex, one per age band (the first whose `below` the age is under), or a
 * multiple of the item's own reference limit for the person.
 */
export type Limit =
  | number
  | { readonly male: number; readonly female: number }
  | { readonly ages: readonly { readonly below?: number; readonly limit: number }[] }
  | { readonly timesUpper: number }
  | { readonly timesLower: number };

/** What must hold. Unknown (a value missing, or known only as a bound) is neither true nor false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly item: string; readonly op: Op; readonly limit: Limit }
  | { readonly item: string; readonly oneOf: readonly string[] }
  | { readonly measured: string }
  | { readonly score: string; readonly op: Op; readonly limit: Limit }
  | { readonly score: string; readonly band: string }
  | { readonly age: Op; readonly years: number }
  | { readonly sex: Sex }
  | { readonly known: string }
  | { readonly takes: string }
  | { readonly is: "fasting" | "pregnant" | "smoker" }
  /**
   * Held already at the last earlier exam that could tell: with `days` unbroken for at least so many, without at
   * exams never more than two years apart.
   */
  | { readonly before: Condition; readonly days?: number }
  /** Held at any earlier exam, however good the values have been since. */
  | { readonly ever: Condition };

interface Saying {
  readonly class: FindingClass;
  readonly severity: Finding["severity"];
  readonly name: Bilingual;
  /** `{ITEM}` is a value with its unit, `{which}` every comparison that held, `{since}` the first day of an `ever`. */
  readonly sentence: Bilingual;
  readonly meaning: Bilingual;
  readonly needsConfirmation: boolean;
  readonly followUp?: string;
  /** The re-check that is due as well where `followUp` is only to tell the client at once. */
  readonly repeat?: string;
  readonly source: string;
  readonly status: Exclude<Finding["status"], "signed off">;
}

/** The same rule said otherwise when more is known: confirmed, or a diagnosis already made. */
export type Variant = { readonly when: Condition } & Partial<Saying>;

export interface Rule extends Saying {
  readonly id: string;
  readonly concern: string;
  /** A body region, or a strand of the concern that is looked at again apart. */
  readonly site?: string;
  /** Rules of one ladder are grades of one thing: the first that holds speaks, the others are silent. */
  readonly ladder?: string;
  /** Further ladders this rule speaks for: their rules are silent where it holds. */
  readonly silences?: readonly string[];
  readonly when: Condition;
  /** Items shown as evidence, when there, beside those the condition compared. */
  readonly evidence: readonly string[];
  /** The first that holds changes what is said. */
  readonly variants?: readonly Variant[];
  readonly topics: readonly string[];
}

/** Rules in force from a date. Within a concern the more urgent rule stands first. */
export interface RuleSet {
  readonly id: string;
  readonly effectiveFrom: PlainDate;
  /** Cut-offs are for adults: under this age only rules of severity 4 speak, and nothing counts as examined. */
  readonly adultsFrom: number;
  /** What must be examined before "healthy" may be said without "as far as examined". */
  readonly minimum: readonly string[];
  readonly scores: readonly string[];
  readonly rules: readonly Rule[];
  /** Of the minimum, what only a reference range can judge: where there is none, measuring it examines nothing. */
  readonly judgedByRange: readonly string[];
  /**
   * Said of any other value outside its reference range; `words` of a word that is not the expected one, `far` of
   * a value over so many times the upper limit or under such a part of the lower one.
   */
  readonly outside: Omit<Saying, "followUp"> & {
    readonly topics: readonly string[];
    readonly words: Pick<Saying, "name" | "sentence" | "meaning">;
    readonly far: { readonly timesUpper: number; readonly timesLower: number } & Partial<Saying>;
  };
  /** Items that mean nothing alone: outside their range they are noted as `normal`, by decision. */
  readonly context: { readonly items: readonly string[]; readonly meaning: Bilingual };
  /** Items whose range holds fasting only. */
  readonly fastingItems: readonly string[];
  /** Items no cut-off is made for in pregnancy: measured, they still do not count as examined. */
  readonly notInPregnancy: readonly string[];
  readonly knownDiagnosis: Pick<Saying, "sentence" | "meaning" | "source" | "status">;
}
