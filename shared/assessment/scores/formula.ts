import type { Bilingual } from "../../kernel/text.ts";
import type { Known } from "./known.ts";

/** What a reader returns where a value is there but says only "below" or "above": nobody may compute with it. */
export const onlyABound = "only a bound";

interface Asked<T> {
  readonly label: Bilingual;
  /** May be left out; the formula then says what it makes of that. */
  readonly optional?: true;
  /** The catalogue items it is read from, named when it is missing. */
  readonly items?: readonly string[];
  /** How one exam of one person says it. Absent for what no exam says. */
  readonly read?: (known: Known) => T | typeof onlyABound | undefined;
}

/** A number in `unit` (UCUM). Outside `min`…`max` (both still inside), or not under `below`, its source gives no answer. */
export interface NumberAsked extends Asked<number> {
  readonly kind: "number";
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** Must be greater than. */
  readonly above?: number;
  /** Must be less than. */
  readonly below?: number;
  /** The source's own words where a value lies outside. */
  readonly beyond?: string;
  /** How many of `unit` one unit of the catalogue item is, where it is read off one item and they differ. */
  readonly times?: number;
  /** What a person can bring it to: the value guidelines aim at. `when` it is on the wrong side of it. */
  readonly lever?: { readonly to: number; readonly when: "above" | "below" };
}

/** A yes or no. `mustBe`: with the other answer the score is not made for this person. */
export interface FlagAsked extends Asked<boolean> {
  readonly kind: "flag";
  readonly mustBe?: boolean;
  readonly lever?: { readonly to: boolean };
}

/** How the words of a choice read to people; one that stands here not is another spelling, understood but not offered. */
type Says = Readonly<Record<string, Bilingual>>;

export interface ChoiceAsked<C extends string = string> extends Asked<C> {
  readonly kind: "choice";
  readonly of: readonly C[];
  readonly says?: Says;
}

/** Any of these words, each at most once. */
export interface WordsAsked extends Asked<readonly string[]> {
  readonly kind: "words";
  readonly of: readonly string[];
  readonly says?: Says;
}

/** One whole number per question, each 0…`most` (or 0…`most[n]`). */
export interface AnswersAsked extends Asked<readonly number[]> {
  readonly kind: "answers";
  readonly count: number;
  readonly most: number | readonly number[];
}

export type Input = NumberAsked | FlagAsked | ChoiceAsked | WordsAsked | AnswersAsked;
export type Inputs = Readonly<Record<string, Input>>;

type ValueOf<I> = I extends { kind: "number" }
  ? number
  : I extends { kind: "flag" }
    ? boolean
    : I extends { of: readonly (infer C)[]; kind: "choice" }
      ? C
      : I extends { kind: "words" }
        ? readonly string[]
        : readonly number[];

type Optional<I> = { [K in keyof I]: I[K] extends { optional: true } ? K : never }[keyof I];

/** The values a formula is given: one per input, of its kind and inside its range. */
export type Given<I> = { readonly [K in Exclude<keyof I, Optional<I>>]: ValueOf<I[K]> } & {
  readonly [K in Optional<I>]?: ValueOf<I[K]> | undefined;
};

export interface Band {
  id: string;
  label: Bilingual;
}

/** What came out. `outputs` are the names and the unrounded numbers of the source, for validation. */
export interface Computed {
  value: number;
  band?: Band;
  /** Further results of the same run, for the physician: other outcomes, sub-scores. */
  parts?: readonly { id: string; name: Bilingual; value: number; unit: string; decimals: number }[];
  note?: Bilingual;
  outputs: Readonly<Record<string, number | string | boolean | null>>;
}

/** Given everything and inside every range, and still the source has no answer. */
export interface Refused {
  refused: Bilingual;
  /** The catalogue items that would have helped. */
  missing?: string[];
  /** The inputs that cannot be right together. */
  outside?: string[];
}

/**
 * A published score: pure, its inputs and their validity as data. It is run only when every input is there
 * and inside its range, so `compute` never guesses and never clamps.
 */
export interface Formula<I extends Inputs = Inputs> {
  readonly id: string;
  /** The name it has among validation vectors, where there are any. */
  readonly published?: string;
  readonly name: Bilingual;
  /** UCUM; "" for none. */
  readonly unit: string;
  readonly decimals: number;
  /** The value only counts the bands from below; what is shown is the band. */
  readonly ranks?: true;
  readonly source: string;
  readonly status: "published" | "needs sign-off";
  /** The formula as a physician would write it, for the explanation. */
  readonly writtenAs: string;
  readonly inputs: I;
  /** The bands on a line, lowest first, where they stand on one: "low, below 5". */
  readonly scale?: readonly (Band & { readonly range: Bilingual })[];
  /** Results of the source whose equation it does not publish: never computed here. */
  readonly unpublished?: readonly string[];
  /** Run over an exam only where one of these items is among its results: of what was not looked at nothing is missing. */
  readonly onlyWith?: readonly string[];
  /** Only looked at by physicians; never graded on and not shown to the client. */
  readonly research?: true;
  /** For the physician's comparison: one number is the client's, the others would only confuse. */
  readonly audience?: "physician";
  /** Of a family made for different people, whether this one is made for the person; over an exam others are left out. */
  onlyFor?(known: Known): boolean;
  compute(given: Given<I>): Computed | Refused;
  /** Other sets of constants of the same equation that circulate: validation says which of them a reference used. */
  readonly variants?: readonly {
    readonly id: string;
    compute(given: Given<I>): Computed | Refused;
  }[];
}

/** Keeps the exact type of the inputs, so that `compute` is checked against them. */
export const formula = <const I extends Inputs>(one: Formula<I>): Formula<I> => one;
