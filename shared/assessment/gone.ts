import type { Gone } from "./assessment.ts";
import { evaluate, type Held } from "./conditions.ts";
import { compare } from "./facts.ts";
import { chronicConcerns, concernOf } from "./findings.ts";
import type { Found } from "./found.ts";
import type { RuleSet } from "./rule-set.ts";
import type { World } from "./world.ts";

/**
 * What the last earlier exam that can tell found and this one, with the same values measured, does not: worst
 * first. Silent about what was not measured again, about what an exam in between had settled already, and where
 * a present finding rests on the same value under another name; a disease somebody is known to have, or a
 * chronic one that was confirmed, is not gone by good values. An exam is looked at only if it measured something
 * that none after it did.
 */
export function goneSince(
  world: World,
  rules: RuleSet,
  found: readonly Found[],
  past: ReadonlyMap<World, () => readonly Found[]>,
): Gone[] {
  const present = found.filter(({ finding }) => finding.class !== "normal");
  const settled = new Set(present.map(({ strand }) => strand));
  const spokenOf = new Set(present.flatMap(restsOn));
  const known = new Set(world.facts.diagnoses.map((code) => concernOf[code]));
  const stays = (concern: string) => known.has(concern) || chronicConcerns.includes(concern);
  const now = measuredAt(world, rules);
  const gone: Gone[] = [];
  const between: World[] = [];
  for (const exam of world.earlier) {
    if (addsToThose(exam, between, now, rules))
      for (const then of past.get(exam)?.() ?? []) {
        if (settled.has(then.strand)) continue;
        settled.add(then.strand);
        const items = restsOn(then);
        const tells = (one: World) => items.length > 0 && items.every((item) => seenAt(one, item, rules));
        if (then.finding.class === "disease" && stays(then.finding.concern)) continue;
        if (then.finding.class === "normal" || !tells(world) || between.some(tells)) continue;
        if (items.some((item) => spokenOf.has(item)) || !lifted(then, world, rules)) continue;
        const { rule, concern, site, name, class: was, severity } = then.finding;
        const [item = ""] = items;
        const { date } = exam.facts;
        gone.push({ rule, concern, ...(site && { site }), name, class: was, severity, item, date });
      }
    between.push(exam);
  }
  return gone.toSorted((a, b) => b.severity - a.severity || (a.rule < b.rule ? -1 : 1));
}

/** The codes whose comparison made it a finding; of a finding in words the value it shows first. */
function restsOn({ held, finding }: Found): string[] {
  const codes = held.flatMap(({ item, score }) => item ?? score ?? []);
  return codes.length ? [...new Set(codes)] : finding.evidence.slice(0, 1).map(({ item }) => item);
}

/** The rule is surely not met any more, or each of the comparisons that met it is surely not. */
function lifted({ held, finding }: Found, world: World, rules: RuleSet): boolean {
  const rule = rules.rules.find(({ id }) => id === finding.rule);
  if (rule && evaluate(rule.when, world).truth === false) return true;
  return held.length > 0 && held.every((one) => holdsNow(one, world) === false);
}

function holdsNow({ item, score, op, limit }: Held, { facts, scores }: World) {
  if (item) return compare(facts.results[item], op, limit);
  const value = scores.get(score ?? "")?.value;
  return value == null ? undefined : compare({ value, unit: "", date: "" }, op, limit);
}

const unfit = ({ facts }: World, item: string, rules: RuleSet): boolean =>
  facts.fasting === false && rules.fastingItems.includes(item);

function seenAt(world: World, item: string, rules: RuleSet): boolean {
  if (world.facts.results[item]) return !unfit(world, item, rules);
  return world.scores.get(item)?.value != null;
}

const measuredAt = (world: World, rules: RuleSet): string[] =>
  Object.keys(world.facts.results).filter((item) => !unfit(world, item, rules));

/** Whether an exam measured something also measured now that one of the exams in between did not. */
function addsToThose(
  exam: World,
  between: readonly World[],
  now: readonly string[],
  rules: RuleSet,
): boolean {
  const both = now.filter((item) => exam.facts.results[item] && !unfit(exam, item, rules));
  return both.length > 0 && between.every((one) => both.some((item) => !seenAt(one, item, rules)));
}
