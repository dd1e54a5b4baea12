import type { Bilingual } from "../../kernel/text.ts";

export type Sex = "male" | "female";

/**
 * How a result of the item reads: a number with a unit, a strip's word (negative … 4+), one of the item's own
 * words, or free text.
 */
type ItemKind = "number" | "qualitative" | "choice" | "text";

/** A word a coded result may be. `also` are other people's spellings of it. */
export interface ResultWord {
  code: string;
  name: Bilingual;
  also?: readonly string[];
}

/**
 * A reference interval for one sex and age band (completed years, both ends included).
 * `low` and `high` are still normal unless marked exclusive; `expected` is the normal word of a
 * qualitative item. `source` is who says so.
 */
export interface Range {
  sex?: Sex;
  ageMin: number;
  ageMax?: number;
  low?: number;
  high?: number;
  lowExclusive?: true;
  highExclusive?: true;
  expected?: "negative";
  note?: string;
  source: string;
}

/** Bounds in the catalogue unit, both ends included. */
export interface Bounds {
  low: number;
  high: number;
}

/** An exam item as the centre sells, performs and reports it (ActivityDefinition, ObservationDefinition). */
export interface CatalogueItem {
  code: string;
  group: string;
  kind: ItemKind;
  name: Bilingual;
  loinc?: string;
  /** `seen` in use elsewhere, `verify` against a current LOINC table first, `none` chosen yet. */
  loincStatus: "seen" | "verify" | "none";
  /** UCUM; "" when the result has no unit. */
  unit: string;
  ranges: readonly Range[];
  /** Age from which the item is suggested. */
  ageFrom?: number;
  note?: string;
  room: string;
  minutes: number;
  specimen?: string;
  fasting: boolean;
  preparation?: Bilingual;
  priceFen: number;
  costFen: number;
  /** How many a day the centre can do; none means the room's time is the only limit. */
  dailyCap?: number;
  /** An abnormal result is released only after a recorded conversation. */
  sensitive: boolean;
  /** Belongs to another item's result: kept with it, and not listed by itself. */
  part?: true;
  /** The words a choice is one of. */
  words?: readonly ResultWord[];
  /** Read off another item's report, of any of these: neither booked nor sold, entered beside it. */
  partOf?: readonly string[];
  /** The item is offered to this sex only. */
  sex?: Sex;
  /** Outside is physiologically impossible: refused. The centre's own, needs sign-off. */
  possible?: Bounds;
  /** Outside needs confirming before it counts. The centre's own, needs sign-off. */
  likely?: Bounds;
}

/** A threshold that starts the critical-value clock. */
export interface CriticalValue {
  item: string;
  direction: ">=" | "<=";
  threshold: number;
  unit: string;
  /** `A`: act now, by consensus; `local`: on this hospital's own list. */
  class: "A" | "local";
  evidence?: string;
  source: string;
  status: "published" | "needs sign-off";
}
