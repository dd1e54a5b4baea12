import type { PlainDate } from "../kernel/time.ts";
import type { Evidence, Finding } from "./assessment.ts";
import type { Held } from "./conditions.ts";
import { written } from "./facts.ts";
import { rounded } from "./scores/rounding.ts";
import { fill } from "./sentence.ts";
import type { World } from "./world.ts";

/** A finding of one exam alone, before it is compared with the exam before and given its follow-up. */
export interface Found {
  /** Findings of one strand are the same thing at different exams. */
  strand: string;
  order: number;
  /** The comparisons that made it one. */
  held: readonly Held[];
  /** When what an earlier exam confirmed was first confirmed. */
  since?: PlainDate;
  /** Its words still with their gaps (`{which}`): only what is reported is filled in. */
  finding: Omit<Finding, "change" | "previous">;
}

/** The finding of an exam in whole sentences. */
export function told({ held, since, finding }: Found, world: World): Found["finding"] {
  const { sentence, meaning, name } = finding;
  return {
    ...finding,
    sentence: fill(sentence, held, world, name, since),
    meaning: fill(meaning, held, world, name, since),
  };
}

/** Each code once, where there is a value; a score as it is displayed, on the day of the exam. */
export function evidenceOf(codes: readonly string[], world: World): Evidence[] {
  return [...new Set(codes)].flatMap((item): Evidence[] => {
    const score = world.scores.get(item);
    if (score?.value != null)
      return [
        { item, value: rounded(score.value, score.decimals), unit: score.unit, date: world.facts.date },
      ];
    const reading = world.facts.results[item];
    return reading ? [{ item, value: written(reading), unit: reading.unit, date: reading.date }] : [];
  });
}
