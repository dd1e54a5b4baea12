import { type Range, rangeFor } from "../testing/index.ts";
import type { Held } from "./conditions.ts";
import { compare, type Op, type Reading } from "./facts.ts";
import { evidenceOf, type Found } from "./found.ts";
import type { RuleSet } from "./rule-set.ts";
import { nameOf } from "./sentence.ts";
import type { World } from "./world.ts";

/**
 * Values outside their range that no rule has spoken of, a word other than the expected one among them. What is
 * far outside is not called a chance finding. Where there is no range nothing is said.
 */
export function outsideRange(world: World, rules: RuleSet, cited: ReadonlySet<string>): Found[] {
  const who = { sex: world.facts.sex, age: world.age };
  return Object.keys(world.facts.results)
    .toSorted()
    .flatMap((code): Found[] => {
      if (cited.has(code)) return [];
      const unfit = world.facts.fasting === false && rules.fastingItems.includes(code);
      const range = rangeFor(code, who);
      if (!range || unfit || world.scores.get(code)?.value != null) return [];
      const reading = world.facts.results[code];
      const crossed = crossedEdge(range, reading);
      const unexpected = !crossed && isUnexpected(range, reading);
      if (!crossed && !unexpected) return [];
      const held: Held[] = crossed ? [{ item: code, ...crossed }] : [];
      const contextual = rules.context.items.includes(code);
      const { words, far, ...near } = rules.outside;
      const { timesUpper, timesLower, ...gravely } = far;
      const isFar = !contextual && isFarOut(range, reading, timesUpper, timesLower);
      const said = { ...near, ...(unexpected && words), ...(isFar && gravely) };
      const { name, sentence, meaning, topics, ...plain } = said;
      const item = nameOf(code, world);
      const named = (text: string, language: "en" | "zh") =>
        text.replaceAll("{item}", item[language]).replaceAll("{value}", `{${code}}`);
      return [
        {
          strand: `outside-range:${code}`,
          order: rules.rules.length,
          held,
          finding: {
            ...plain,
            ...(contextual && { class: "normal" as const }),
            rule: `outside-range:${code}`,
            concern: "reference-range",
            site: code,
            name: { en: named(name.en, "en"), zh: named(name.zh, "zh") },
            sentence: { en: named(sentence.en, "en"), zh: named(sentence.zh, "zh") },
            meaning: contextual ? rules.context.meaning : meaning,
            evidence: evidenceOf([code], world),
            source: range.source,
            topics: [...topics],
          },
        },
      ];
    });
}

/** The edge of a range that a reading surely lies beyond. */
function crossedEdge(range: Range, reading: Reading | undefined): { op: Op; limit: number } | undefined {
  const { low, high } = range;
  const below = range.lowExclusive ? "<=" : "<";
  if (low !== undefined && compare(reading, below, low)) return { op: below, limit: low };
  const above = range.highExclusive ? ">=" : ">";
  if (high !== undefined && compare(reading, above, high)) return { op: above, limit: high };
  return undefined;
}

/** A word where another is expected: ± or a plus where it should be negative. */
const isUnexpected = ({ expected }: Range, reading: Reading | undefined): boolean =>
  expected !== undefined && typeof reading?.value === "string" && reading.value.toLowerCase() !== expected;

/** Surely beyond so many times the upper limit, or under such a part of the lower one. */
function isFarOut(
  { low, high }: Range,
  reading: Reading | undefined,
  timesUpper: number,
  timesLower: number,
): boolean {
  if (high !== undefined && high > 0 && compare(reading, ">", high * timesUpper)) return true;
  return low !== undefined && low > 0 && compare(reading, "<", low * timesLower) === true;
}
