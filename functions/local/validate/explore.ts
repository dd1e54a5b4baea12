import type { Formula, Input } from "../../../shared/assessment/index.ts";
import { catalogueItem } from "../../../shared/testing/index.ts";
import { type Chance, chanceOf } from "../demo/chance.ts";

/** What a formula was seen to answer. */
export interface Seen {
  /** Kinds and words by the key of the output; `number`, `true or false`, or the words themselves. */
  outputs: Record<string, { kinds: Set<string>; words: Set<string> }>;
  /** Answers of the source for values it is not valid for, and for values that go together in no answer. */
  refusals: Set<string>;
}

const draws = 4000;
const seed = 20_261_122;

/**
 * Runs a formula on many values inside its validity, always the same ones, and notes the keys and words of
 * what came out. A word that needs one value in a million may be missing.
 */
export function explore(one: Formula): Seen {
  const chance = chanceOf(seed);
  const seen: Seen = { outputs: {}, refusals: new Set() };
  for (const input of Object.values(one.inputs))
    if (input.kind === "number" && input.beyond) seen.refusals.add(input.beyond);
  for (let draw = 0; draw < draws; draw++) {
    const result = one.compute(valuesFor(one, chance));
    if ("refused" in result) {
      seen.refusals.add(result.refused.en);
      continue;
    }
    for (const [key, value] of Object.entries(result.outputs)) note(seen, key, value);
  }
  return seen;
}

function note(seen: Seen, key: string, value: number | string | boolean | null): void {
  seen.outputs[key] ??= { kinds: new Set(), words: new Set() };
  const { kinds, words } = seen.outputs[key];
  if (typeof value === "string") words.add(value);
  else kinds.add(value === null ? "null" : typeof value === "number" ? "number" : "true or false");
}

function valuesFor(one: Formula, chance: Chance): Record<string, never> {
  const values: Record<string, unknown> = {};
  for (const [key, input] of Object.entries(one.inputs))
    if (!input.optional || chance.happens(0.6)) values[key] = drawnFor(input, chance);
  return values as Record<string, never>;
}

function drawnFor(input: Input, chance: Chance): unknown {
  switch (input.kind) {
    case "number":
      return numberOf(input, chance);
    case "flag":
      return input.mustBe ?? chance.happens(0.5);
    case "choice":
      return chance.pick(input.of);
    case "words":
      return input.of.filter(() => chance.happens(1 / Math.max(2, input.of.length)));
    case "answers": {
      const height = chance.next();
      return Array.from({ length: input.count }, (_, at) => {
        const most = typeof input.most === "number" ? input.most : (input.most[at] ?? 0);
        return Math.min(most, Math.floor(2 * height * chance.next() * (most + 1)));
      });
    }
  }
}

/** Whole numbers, fractions, small values more often than large ones, and the ends of the range. */
function numberOf(input: Input & { kind: "number" }, chance: Chance): number {
  const possible = input.items?.length === 1 ? catalogueItem(input.items[0] as string)?.possible : undefined;
  const low = input.min ?? input.above ?? possible?.low ?? 0;
  const high = input.max ?? input.below ?? Math.max(possible?.high ?? 300, low + 100);
  const between = low + chance.next() * (high - low);
  const drawn = chance.pick([
    between,
    Math.round(between),
    low + (high - low) * chance.next() ** 3,
    Math.round(low + (high - low) * chance.next() ** 3),
    low,
    high,
  ]);
  const fits =
    drawn >= (input.min ?? drawn) &&
    drawn <= (input.max ?? drawn) &&
    drawn > (input.above ?? -Infinity) &&
    drawn < (input.below ?? Infinity);
  return fits ? drawn : (low + high) / 2;
}
