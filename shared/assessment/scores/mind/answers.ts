import type { Bilingual } from "../../../kernel/text.ts";
import type { AnswersAsked, Band } from "../formula.ts";
import type { Known } from "../known.ts";

/** Answers as the catalogue item keeps them, `0 1 2`; what cannot be read as numbers fits no questionnaire. */
export function answersAt({ facts }: Known, item: string): readonly number[] | undefined {
  const value = facts.results[item]?.value;
  if (value === undefined) return undefined;
  return String(value)
    .trim()
    .split(/\s+/)
    .map((one) => (/^\d+$/.test(one) ? Number(one) : Number.NaN));
}

/** All answers of one questionnaire, in its order, as points. */
export const answersOf = (item: string, count: number, most: AnswersAsked["most"]) =>
  ({
    kind: "answers",
    count,
    most,
    label: { en: "answers", zh: "各题作答" },
    items: [item],
    read: (known: Known) => answersAt(known, item),
  }) as const satisfies AnswersAsked;

export const sum = (answers: readonly number[]): number => answers.reduce((total, one) => total + one, 0);

/** Bands from the highest down; the last takes the rest. `said` is the word of the source. */
export type Bands = readonly (readonly [from: number, said: string, label: Bilingual])[];

/** The band a sum falls in, and the source's own word for it. */
export function bandOf(bands: Bands, total: number): { band: Band; said: string } {
  const [, said, label] = bands.find(([from]) => total >= from) as Bands[number];
  return { band: { id: said.replaceAll(" ", "-"), label }, said };
}

/** The bands on a line, lowest first: `most` is the highest sum there is. */
export const scaleOf = (bands: Bands, most: number) =>
  bands.toReversed().map(([from, said, label], at, lowestFirst) => {
    const range = `${from}–${(lowestFirst[at + 1]?.[0] ?? most + 1) - 1}`;
    return { id: said.replaceAll(" ", "-"), label, range: { en: range, zh: range } };
  });
