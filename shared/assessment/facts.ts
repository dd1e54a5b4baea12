import type { PlainDate } from "../kernel/time.ts";

export type Sex = "male" | "female";

/** A result in its catalogue unit. With a comparator the number is a bound and never the value itself. */
export interface Reading {
  value: number | string;
  unit: string;
  date: PlainDate;
  comparator?: "<" | ">";
}

export type Results = Readonly<Record<string, Reading>>;

/** What runs in the family, each as far as it is known. */
export interface FamilyFacts {
  /** The nearest relative with diabetes; the first degree is parents, siblings and children. */
  diabetes?: "first-degree" | "second-degree" | "none";
  /** Atherosclerotic heart or vessel disease of a parent or sibling, at any age. */
  ascvd?: boolean;
  /** The same before 55 in a man, before 65 in a woman. */
  earlyAscvd?: boolean;
  hypertension?: boolean;
  cancer?: boolean;
}

/**
 * Everything an assessment may rest on. Values are in the catalogue's UCUM unit; `fasting` is true unless
 * said otherwise; diagnoses and drug classes are the codes of `knowledge.ts`; earlier exams come newest first.
 * What was not asked, or asked and not known, is absent: it is neither yes nor no.
 */
export interface Facts {
  sex: Sex;
  birthDate: PlainDate;
  date: PlainDate;
  pregnant?: boolean;
  smoker?: boolean;
  fasting?: boolean;
  /** Where the client lives: north of the Yangtze, in a town. */
  home?: { north?: boolean; urban?: boolean };
  family?: FamilyFacts;
  /** At least 30 minutes of movement on most days. */
  active?: boolean;
  dailyVegFruit?: boolean;
  /** A high glucose was ever found: at an examination, in an illness, in pregnancy. */
  everHighGlucose?: boolean;
  /** Said of women only. */
  gestationalDiabetes?: boolean;
  /** The year of the diagnosis, where diabetes is known. */
  diabetesSince?: number;
  neckCm?: number;
  diagnoses: readonly string[];
  drugs: readonly string[];
  results: Results;
  previous: readonly { date: PlainDate; fasting?: boolean; results: Results }[];
}

/** The exact number of a reading; undefined for text and for a bound. */
export function exact(reading: Reading | undefined): number | undefined {
  if (!reading || reading.comparator || typeof reading.value !== "number") return undefined;
  return Number.isFinite(reading.value) ? reading.value : undefined;
}

export type Op = "<" | "<=" | ">" | ">=";
/** What can be said: yes, no, or (undefined) not known. */
export type Truth = boolean | undefined;

/**
 * Whether a reading stands in a relation to a limit, as far as it can be known: "<5" is surely below 7,
 * surely not above it, and says nothing about 3.
 */
export function compare(reading: Reading | undefined, op: Op, limit: number): Truth {
  if (!reading || typeof reading.value !== "number" || !Number.isFinite(reading.value)) return undefined;
  const value = reading.value;
  const below = op === "<" || op === "<=";
  if (reading.comparator === "<") return value <= limit ? below : undefined;
  if (reading.comparator === ">") return value >= limit ? !below : undefined;
  switch (op) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
  }
}

/** A reading as people write it: `5.6`, or `<5` for a bound. */
export const written = (reading: Reading): number | string =>
  reading.comparator ? `${reading.comparator}${reading.value}` : reading.value;
