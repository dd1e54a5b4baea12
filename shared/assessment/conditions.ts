import { daysBetween, type PlainDate } from "../kernel/time.ts";
import { rangeFor } from "../testing/index.ts";
import { compare, type Op, type Truth } from "./facts.ts";
import type { Condition, Limit } from "./rule-set.ts";
import type { World } from "./world.ts";

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
  /** The day of the first exam at which an `ever` held. */
  since?: PlainDate;
}

const unknown: Verdict = { truth: undefined, held: [] };
const yes: Verdict = { truth: true, held: [] };
const no: Verdict = { truth: false, held: [] };
const plain = (truth: Truth): Verdict => (truth ? yes : truth === false ? no : unknown);

type Judge = (world: World) => Verdict;
const judges = new WeakMap<Condition, Judge>();

/**
 * Whether a condition holds of an exam, in three values: a value that is missing, or known only as a bound
 * that does not decide, makes it unknown. `held` are the comparisons that made it true. A condition is taken
 * apart once and kept: rules are asked of thousands of exams.
 */
export function evaluate(condition: Condition, world: World): Verdict {
  let judge = judges.get(condition);
  if (!judge) {
    judge = judgeOf(condition);
    judges.set(condition, judge);
  }
  return judge(world);
}

function judgeOf(condition: Condition): Judge {
  if ("all" in condition) return counting(condition.all, condition.all.length);
  if ("any" in condition) return counting(condition.any, 1);
  if ("atLeast" in condition) return counting(condition.of, condition.atLeast);
  if ("not" in condition) {
    const judge = judgeOf(condition.not);
    return (world) => {
      const { truth } = judge(world);
      return truth === undefined ? unknown : plain(!truth);
    };
  }
  if ("item" in condition) return "op" in condition ? ofItem(condition) : ofWords(condition);
  if ("measured" in condition) return ({ facts }) => plain(condition.measured in facts.results);
  if ("score" in condition) return "op" in condition ? ofScore(condition) : ofBand(condition);
  if ("age" in condition) return ({ age }) => plain(compare(number(age), condition.age, condition.years));
  if ("sex" in condition) return ({ facts }) => plain(facts.sex === condition.sex);
  if ("known" in condition) return ({ facts }) => plain(facts.diagnoses.includes(condition.known));
  if ("takes" in condition) return ({ facts }) => plain(facts.drugs.includes(condition.takes));
  if ("is" in condition) {
    const { is } = condition;
    return ({ facts }) => plain(is === "fasting" ? facts.fasting !== false : facts[is] === true);
  }
  return "ever" in condition ? ever(condition) : lasting(condition);
}

function counting(conditions: readonly Condition[], needed: number): Judge {
  const each = conditions.map(judgeOf);
  const spare = each.length - needed;
  return (world) => {
    const held: Held[] = [];
    let since: PlainDate | undefined;
    let met = 0;
    let failed = 0;
    for (const judge of each) {
      const verdict = judge(world);
      if (verdict.truth) {
        met += 1;
        held.push(...verdict.held);
        since ??= verdict.since;
      } else if (verdict.truth === false) {
        failed += 1;
        if (failed > spare) return no;
      }
    }
    return met >= needed ? { truth: true, held, ...(since && { since }) } : unknown;
  };
}

function ofItem({ item, op, limit }: { item: string; op: Op; limit: Limit }): Judge {
  const cutOff = cutOffOf(limit, item);
  return (world) => {
    const reading = world.facts.results[item];
    const at = reading && cutOff(world);
    if (at === undefined) return unknown;
    const truth = compare(reading, op, at);
    return truth ? { truth, held: [{ item, op, limit: at }] } : plain(truth);
  };
}

function ofWords({ item, oneOf }: { item: string; oneOf: readonly string[] }): Judge {
  return ({ facts }) => {
    const value = facts.results[item]?.value;
    return value === undefined ? unknown : plain(oneOf.includes(String(value).toLowerCase()));
  };
}

function ofBand({ score, band }: { score: string; band: string }): Judge {
  return ({ scores }) => {
    const found = scores.get(score);
    return found?.value == null ? unknown : plain(found.band?.id === band);
  };
}

function ofScore({ score, op, limit }: { score: string; op: Op; limit: Limit }): Judge {
  const cutOff = cutOffOf(limit, score);
  return (world) => {
    const value = world.scores.get(score)?.value;
    const at = value == null ? undefined : cutOff(world);
    if (value == null || at === undefined) return unknown;
    const truth = compare(number(value), op, at);
    return truth ? { truth, held: [{ score, op, limit: at }] } : plain(truth);
  };
}

/**
 * Two raised values further apart than this, with nothing measured between, are two single values: nobody knows
 * what lay between them, and pressure, glucose and lipids come and go. Two years leave room for one missed yearly
 * exam. The centre's policy, no guideline's: needs sign-off. What must last for `days` is proven by time instead.
 */
const speaksForDays = 731;

/**
 * Walks back from the newest exam: a "no" ends it, a "yes" long enough ago proves it. An exam that measured one of
 * the values compared, and met none, is a "no" though the others are not known.
 */
function lasting({ before, days }: { before: Condition; days?: number }): Judge {
  const judge = judgeOf(before);
  const compared = comparisonsIn(before).map(judgeOf);
  return (world) => {
    const { date } = world.facts;
    for (const exam of world.earlier) {
      const ago = daysBetween(exam.facts.date, date);
      if (days === undefined && ago > speaksForDays) return no;
      const { truth } = judge(exam);
      if (truth && (days === undefined || ago >= days)) return yes;
      if (truth === false) return no;
      if (truth === undefined && compared.some((one) => one(exam).truth === false)) return no;
    }
    return no;
  };
}

function comparisonsIn(condition: Condition): Condition[] {
  if ("all" in condition) return condition.all.flatMap(comparisonsIn);
  if ("any" in condition) return condition.any.flatMap(comparisonsIn);
  if ("atLeast" in condition) return condition.of.flatMap(comparisonsIn);
  return "item" in condition || "score" in condition ? [condition] : [];
}

function ever({ ever }: { ever: Condition }): Judge {
  const judge = judgeOf(ever);
  return (world) => {
    const first = world.earlier.findLast((exam) => judge(exam).truth === true);
    return first ? { truth: true, held: [], since: first.facts.date } : no;
  };
}

/** The cut-off for a person, or undefined where none is stated. */
function cutOffOf(limit: Limit, code: string): (world: World) => number | undefined {
  if (typeof limit === "number") return () => limit;
  if ("male" in limit) return ({ facts }) => limit[facts.sex];
  if ("ages" in limit)
    return ({ age }) => limit.ages.find(({ below }) => below === undefined || age < below)?.limit;
  return ({ facts, age }) => {
    const range = rangeFor(code, { sex: facts.sex, age });
    const [edge, times] =
      "timesUpper" in limit ? [range?.high, limit.timesUpper] : [range?.low, limit.timesLower];
    return edge === undefined ? undefined : edge * times;
  };
}

const number = (value: number) => ({ value, unit: "", date: "" });
