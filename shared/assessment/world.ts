import { ageOn } from "../kernel/time.ts";
import type { Facts } from "./facts.ts";
import { type Scores, scoresOf } from "./scores/registry.ts";

/** One exam of a person, with what was known then; `earlier` are the exams on days before it, newest first. */
export interface World {
  facts: Facts;
  age: number;
  scores: Scores;
  earlier: readonly World[];
}

/** The exam of the facts and, behind it, every exam on an earlier day. */
export function worldOf(facts: Facts, scoreIds: readonly string[]): World {
  const past = facts.previous
    .filter((exam) => exam.date < facts.date)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const { pregnant: _, fasting: __, ...lasting } = facts;
  const exams: Facts[] = [
    facts,
    ...past.map((exam, at) => ({ ...lasting, ...exam, previous: past.slice(at + 1) })),
  ];
  let earlier: World[] = [];
  for (const exam of exams.toReversed()) {
    const age = ageOn(exam.birthDate, exam.date);
    earlier = [{ facts: exam, age, scores: scoresOf(exam, scoreIds, age), earlier }, ...earlier];
  }
  return earlier[0] as World;
}
