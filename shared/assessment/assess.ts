import { rangeFor } from "../testing/index.ts";
import type { Change, Finding, FindingClass, Grade, GradePath, Proposal } from "./assessment.ts";
import { type Facts, written } from "./facts.ts";
import { findingsOf } from "./findings.ts";
import { type Found, told } from "./found.ts";
import { goneSince } from "./gone.ts";
import type { RuleSet } from "./rule-set.ts";
import { rounded } from "./scores/rounding.ts";
import { type World, worldOf } from "./world.ts";

/**
 * What the rules say of one exam: every finding with its sentence, the scores, the grade. Pure and
 * deterministic: the same facts and rule set give the same proposal. Findings come by severity, then
 * concern; each concern and site has at most one follow-up, on its most urgent finding.
 */
export function assess(facts: Facts, rules: RuleSet): Proposal {
  const world = worldOf(facts, rules.scores);
  const found = findingsOf(world, rules).toSorted(byUrgency);
  const past = new Map(world.earlier.map((exam) => [exam, once(() => findingsOf(exam, rules))]));
  const findings = oneFollowUpEach(found)
    .map((one) => compared(one, world, past))
    .toSorted((a, b) => b.severity - a.severity || order(a.concern, b.concern) || order(a.rule, b.rule));
  return {
    ruleSet: rules.id,
    findings,
    scores: world.scores.all(),
    grade: gradeOf(findings, world, rules),
    gone: goneSince(world, rules, found, past),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byUrgency = (a: Found, b: Found): number =>
  b.finding.severity - a.finding.severity || a.order - b.order;

function oneFollowUpEach(found: readonly Found[]): Found[] {
  const taken = new Set<string>();
  return found.map((one) => {
    const { followUp, ...rest } = one.finding;
    const key = `${rest.concern} ${rest.site ?? ""}`;
    if (!followUp || taken.has(key)) return { ...one, finding: rest };
    taken.add(key);
    return one;
  });
}

/**
 * Says how a finding stands against the last earlier exam that can tell: one that measured what it chiefly
 * rests on, or had the same finding from another value.
 */
function compared(found: Found, world: World, past: ReadonlyMap<World, () => Found[]>): Finding {
  const finding = told(found, world);
  const chief = finding.evidence[0]?.item;
  for (const exam of world.earlier) {
    const then = past
      .get(exam)?.()
      .find((one) => one.strand === found.strand)?.finding;
    const previous = valueAt(exam, chief) ?? valueAt(exam, then?.evidence[0]?.item);
    if (!then && !previous) continue;
    const step = then ? finding.severity - then.severity : undefined;
    const change: Change = step === undefined ? "new" : step > 0 ? "worse" : step < 0 ? "better" : "same";
    return { ...finding, change, ...(previous && { previous }) };
  }
  return { ...finding, change: "first" };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function valueAt(exam: World, item: string | undefined): Finding["previous"] {
  if (!item) return undefined;
  const reading = exam.facts.results[item];
  if (reading) return { value: written(reading), date: reading.date };
  const score = exam.scores.get(item);
  return score?.value == null
    ? undefined
    : { value: rounded(score.value, score.decimals), date: exam.facts.date };
}

const paths: readonly (readonly [FindingClass, GradePath])[] = [
  ["disease", "disease"],
  ["suspected", "needs-confirmation"],
  ["sub-health", "sub-health"],
];

/** The gravest class found decides; silence is "healthy" as far as the minimum data set was examined. */
function gradeOf(findings: readonly Finding[], world: World, rules: RuleSet): Grade {
  const unfit = (code: string) =>
    (world.facts.fasting === false && rules.fastingItems.includes(code)) ||
    (world.facts.pregnant === true && rules.notInPregnancy.includes(code));
  const seen = (code: string) => world.facts.results[code] || world.scores.get(code)?.value != null;
  const child = world.age < rules.adultsFrom;
  const cited = (code: string) => findings.some(({ evidence }) => evidence.some(({ item }) => item === code));
  const who = { sex: world.facts.sex, age: world.age };
  const mute = (code: string) => rules.judgedByRange.includes(code) && !rangeFor(code, who) && !cited(code);
  const missing = rules.minimum.filter((code) => child || !seen(code) || unfit(code) || mute(code));
  const hit = paths.find(([wanted]) => findings.some((finding) => finding.class === wanted));
  const reasons = findings.flatMap((finding) => (finding.class === hit?.[0] ? [finding.rule] : []));
  return { path: hit?.[1] ?? "healthy", asFarAsExamined: missing.length > 0, missing, reasons };
}
