import { assess, type Facts, type Proposal, type RuleBook } from "../../../shared/assessment/index.ts";
import { ageOn } from "../../../shared/kernel/time.ts";
import { definitions } from "./surveys.ts";

const bands = [
  { id: "18-39", from: 18, to: 39 },
  { id: "40-59", from: 40, to: 59 },
  { id: "60+", from: 60, to: 200 },
] as const;

/** Everybody, and each sex and age band. */
export const cells = [
  "all",
  ...(["male", "female"] as const).flatMap((sex) => bands.map(({ id }) => `${sex} ${id}` as const)),
] as const;
export type Cell = (typeof cells)[number];

/** How many, by cell. */
export type Row = Record<Cell, number>;
const none = (): Row => Object.fromEntries(cells.map((cell) => [cell, 0])) as Row;

interface ScoreCount {
  computed: Row;
  /** Of the values, to say their mean. */
  sum: Row;
  decimals: number;
  bands: Record<string, Row>;
  /** Why not, by what was missing or outside; never a value. */
  reasons: Record<string, number>;
}

/** What the rules say of many people, counted; nothing in it belongs to one of them. */
export interface Prevalence {
  people: Row;
  minors: number;
  /** Assessments that threw, and those with a number that is none, or a score with neither value nor reason. */
  threw: number;
  notANumber: number;
  unexplained: number;
  grades: Record<string, Row>;
  /** People with at least one finding of the concern that is more than a remark. */
  concerns: Record<string, Row>;
  rules: Record<string, Row>;
  scores: Record<string, ScoreCount>;
  /** `of` are those who could be placed. */
  surveys: Record<string, { held: Row; of: Row }>;
}

/** Assesses everybody with the rule set in force on their day, and counts. */
export function countPeople(people: readonly Facts[], book: RuleBook): Prevalence {
  const result: Prevalence = {
    people: none(),
    minors: 0,
    threw: 0,
    notANumber: 0,
    unexplained: 0,
    grades: {},
    concerns: {},
    rules: {},
    scores: {},
    surveys: {},
  };
  for (const facts of people) {
    const mine = cellsOf(facts);
    if (mine.length === 1) result.minors++;
    add(result.people, mine);
    try {
      note(result, mine, facts, assess(facts, book.ruleSetFor(facts.date)));
    } catch {
      result.threw++;
    }
  }
  return result;
}

function cellsOf({ sex, birthDate, date }: Facts): Cell[] {
  const age = ageOn(birthDate, date);
  const band = bands.find(({ from, to }) => age >= from && age <= to);
  return band ? ["all", `${sex} ${band.id}`] : ["all"];
}

function note(result: Prevalence, mine: readonly Cell[], facts: Facts, proposal: Proposal): void {
  if (!isWhole(proposal)) result.notANumber++;
  add(rowIn(result.grades, proposal.grade.path), mine);
  const telling = proposal.findings.filter((finding) => finding.class !== "normal");
  for (const concern of new Set(telling.map(({ concern }) => concern)))
    add(rowIn(result.concerns, concern), mine);
  for (const rule of new Set(telling.map(({ rule }) => rule))) add(rowIn(result.rules, rule), mine);
  for (const score of proposal.scores) {
    result.scores[score.id] ??= {
      computed: none(),
      sum: none(),
      decimals: score.decimals,
      bands: {},
      reasons: {},
    };
    const counted = result.scores[score.id] as ScoreCount;
    if (score.value === null) {
      if (!score.notComputed) result.unexplained++;
      const why = reasonOf(score);
      counted.reasons[why] = (counted.reasons[why] ?? 0) + 1;
      continue;
    }
    add(counted.computed, mine);
    for (const cell of mine) counted.sum[cell] += score.value;
    if (score.band) add(rowIn(counted.bands, score.band.id), mine);
  }
  for (const { id, holds } of definitions) {
    result.surveys[id] ??= { held: none(), of: none() };
    const survey = result.surveys[id] as { held: Row; of: Row };
    const held = holds({ facts, proposal });
    if (held === undefined) continue;
    add(survey.of, mine);
    if (held) add(survey.held, mine);
  }
}

function reasonOf({ missing, outOfRange }: Proposal["scores"][number]): string {
  const parts = [
    missing.length ? `missing ${missing.join(", ")}` : "",
    outOfRange.length ? `outside ${outOfRange.join(", ")}` : "",
  ];
  return parts.filter(Boolean).join("; ") || "no answer of its source";
}

function add(row: Row, mine: readonly Cell[]): void {
  for (const cell of mine) row[cell]++;
}

function rowIn(rows: Record<string, Row>, key: string): Row {
  rows[key] ??= none();
  return rows[key];
}

/** Whether every number in it is one, so that it can be kept and read again as it is. */
export function isWhole(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value !== "object") return value !== undefined;
  return Object.values(value).every(isWhole);
}
