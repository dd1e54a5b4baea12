import { type Range, rangeFor } from "../testing/index.ts";
import type { Held } from "./conditions.ts";
import { compare, type Op, type Reading } from "./facts.ts";
import { evidenceOf, type Found } from "./found.ts";
import type { RuleSet } from "./rule-set.ts";
import { nameOf } from "./sentence.ts";
import type { World } from "./world.ts";

/** Values outside their range that no rule has spoken of. Where there is no range nothing is said. */
export function outsideRange(world: World, rules: RuleSet, cited: ReadonlySet<string>): Found[] {
  const who = { sex: world.facts.sex, age: world.age };
  return Object.keys(world.facts.results)
    .toSorted()
    .flatMap((code): Found[] => {
      if (cited.has(code)) return [];
      const unfit = world.facts.fasting === false && rules.fastingItems.includes(code);
      const range = rangeFor(code, who);
      if (!range || unfit || world.scores.get(code)?.value != null) return [];
      const crossed = crossedEdge(range, world.facts.results[code]);
      if (!crossed) return [];
      const held: Held[] = [{ item: code, ...crossed }];
      const contextual = rules.context.items.includes(code);
      const { name, sentence, meaning, topics, ...plain } = rules.outside;
      const item = nameOf(code, world);
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
            name: { en: name.en.replace("{item}", item.en), zh: name.zh.replace("{item}", item.zh) },
            sentence,
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
