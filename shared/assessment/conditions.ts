import { ageOn, daysBetween } from "../kernel/time.ts";
import { rangeFor } from "../testing/index.ts";
import { compare, type Facts, type Op, type Truth } from "./facts.ts";
import type { Condition, Limit } from "./rule-set.ts";
import { type Scores, scoresOf } from "./scores/registry.ts";

/** One exam of a person, with what was known then; `earlier` are the exams before it, newest first. */
export interface World {
  facts: Facts;
  age: number;
  scores: Scores;
  earlier: readonly World[];
}

/** A comparison that held, with the limit it met. */
export interface Held {
  item?: string;
  score?: string;
  op: Op;
  limit: number;
}

export interface Verdict {
  truth: Truth;
  held: readonly Held[];
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
    earlier = [{ facts: exam, age, scores: scoresOf(exam, scoreIds), earlier }, ...earlier];
  }
  return earlier[0] as World;
}

const unknown: Verdict = { truth: undefined, held: [] };
const yes: Verdict = { truth: true, held: [] };
const no: Verdict = { truth: false, held: [] };
const plain = (truth: Truth): Verdict => (truth ? yes : truth === false ? no : unknown);

/**
 * Whether a condition holds of an exam, in three values: a value that is missing, or known only as a bound
 * that does not decide, makes it unknown. `held` are the comparisons that made it true.
 */
export function evaluate(condition: Condition, world: World): Verdict {
  if ("all" in condition) return count(condition.all, condition.all.length, world);
  if ("any" in condition) return count(condition.any, 1, world);
  if ("atLeast" in condition) return count(condition.of, condition.atLeast, world);
  if ("not" in condition) {
    const { truth } = evaluate(condition.not, world);
    return plain(truth === undefined ? undefined : !truth);
  }
  if ("item" in condition) return "op" in condition ? compareItem(condition, world) : words(condition, world);
  if ("measured" in condition) return plain(condition.measured in world.facts.results);
  if ("score" in condition) return compareScore(condition, world);
  if ("age" in condition) return plain(compare(number(world.age), condition.age, condition.years));
  if ("sex" in condition) return plain(world.facts.sex === condition.sex);
  if ("known" in condition) return plain(world.facts.diagnoses.includes(condition.known));
  if ("takes" in condition) return plain(world.facts.drugs.includes(condition.takes));
  if ("is" in condition)
    return plain(
      condition.is === "fasting" ? world.facts.fasting !== false : world.facts[condition.is] === true,
    );
  return plain(before(condition, world));
}

function count(conditions: readonly Condition[], needed: number, world: World): Verdict {
  const held: Held[] = [];
  let met = 0;
  let failed = 0;
  for (const condition of conditions) {
    const verdict = evaluate(condition, world);
    if (verdict.truth) {
      met += 1;
      held.push(...verdict.held);
    } else if (verdict.truth === false) {
      failed += 1;
      if (conditions.length - failed < needed) return no;
    }
  }
  return met >= needed ? { truth: true, held } : unknown;
}

function compareItem(ask: { item: string; op: Op; limit: Limit }, world: World): Verdict {
  const limit = limitFor(ask.limit, ask.item, world);
  if (limit === undefined) return unknown;
  const truth = compare(world.facts.results[ask.item], ask.op, limit);
  return truth ? { truth, held: [{ item: ask.item, op: ask.op, limit }] } : plain(truth);
}

function words(ask: { item: string; oneOf: readonly string[] }, world: World): Verdict {
  const value = world.facts.results[ask.item]?.value;
  if (value === undefined) return unknown;
  return plain(ask.oneOf.includes(String(value).toLowerCase()));
}

function compareScore(
  ask: { score: string; op: Op; limit: Limit } | { score: string; band: string },
  world: World,
): Verdict {
  const score = world.scores.get(ask.score);
  if (score?.value == null) return unknown;
  if ("band" in ask) return plain(score.band?.id === ask.band);
  const limit = limitFor(ask.limit, ask.score, world);
  if (limit === undefined) return unknown;
  const truth = compare(number(score.value), ask.op, limit);
  return truth ? { truth, held: [{ score: ask.score, op: ask.op, limit }] } : plain(truth);
}

/** Walks back from the newest exam: a "no" ends it, a "yes" long enough ago proves it. */
function before(ask: { before: Condition; days?: number }, world: World): Truth {
  for (const exam of world.earlier) {
    const { truth } = evaluate(ask.before, exam);
    if (truth === false) return false;
    if (truth && daysBetween(exam.facts.date, world.facts.date) >= (ask.days ?? 1)) return true;
  }
  return false;
}

/** The cut-off for this person, or undefined where none is stated. */
function limitFor(limit: Limit, code: string, world: World): number | undefined {
  if (typeof limit === "number") return limit;
  if ("male" in limit) return limit[world.facts.sex];
  if ("ages" in limit) return limit.ages.find(({ below }) => below === undefined || world.age < below)?.limit;
  const range = rangeFor(code, { sex: world.facts.sex, age: world.age });
  const [edge, times] =
    "timesUpper" in limit ? [range?.high, limit.timesUpper] : [range?.low, limit.timesLower];
  return edge === undefined ? undefined : edge * times;
}

const number = (value: number) => ({ value, unit: "", date: "" });
