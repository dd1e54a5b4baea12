import { rangeFor } from "../testing/index.ts";
import type { Evidence, Finding } from "./assessment.ts";
import { evaluate, type Held, type World } from "./conditions.ts";
import { compare, type Op, written } from "./facts.ts";
import { diagnosisNames } from "./knowledge.ts";
import type { Rule, RuleSet, Variant } from "./rule-set.ts";
import { rounded } from "./scores/rounding.ts";
import { fill, nameOf } from "./sentence.ts";

/** A finding of one exam alone, before it is compared with the exam before and given its follow-up. */
export interface Found {
  /** Findings of one strand are the same thing at different exams. */
  strand: string;
  order: number;
  /** The comparisons that made it one. */
  held: readonly Held[];
  /** Its words still with their gaps (`{which}`): only what is reported is filled in. */
  finding: Omit<Finding, "change" | "previous">;
}

/** The finding of an exam in whole sentences. */
export function told({ held, finding }: Found, world: World): Found["finding"] {
  const { sentence, meaning, name } = finding;
  return {
    ...finding,
    sentence: fill(sentence, held, world, name),
    meaning: fill(meaning, held, world, name),
  };
}

/** Everything the rules find at one exam, unsorted. */
export function findingsOf(world: World, rules: RuleSet): Found[] {
  const found = ruled(world, rules);
  const cited = new Set(found.flatMap(({ finding }) => finding.evidence.map(({ item }) => item)));
  return [...found, ...outside(world, rules, cited), ...knownOnly(world, rules, found)];
}

function ruled(world: World, { rules, adultsFrom }: RuleSet): Found[] {
  const spoken = new Set<string>();
  const found: Found[] = [];
  rules.forEach((rule, order) => {
    const strand = rule.ladder ?? rule.id;
    if (spoken.has(strand) || (world.age < adultsFrom && rule.severity < 4)) return;
    const verdict = evaluate(rule.when, world);
    if (verdict.truth !== true) return;
    spoken.add(strand);
    const variant = rule.variants?.find(({ when }) => evaluate(when, world).truth === true);
    found.push({ strand, order, held: verdict.held, finding: say(rule, variant, verdict.held, world) });
  });
  return found;
}

function say(
  rule: Rule,
  variant: Variant | undefined,
  held: readonly Held[],
  world: World,
): Found["finding"] {
  const { id, concern, site, evidence, topics } = rule;
  return {
    ...sayingOf(rule, variant),
    rule: id,
    concern,
    ...(site && { site }),
    evidence: evidenceOf([...held.map(({ item, score }) => item ?? score ?? ""), ...evidence], world),
    topics: [...topics],
  };
}

type Saying = Omit<Rule, "id" | "concern" | "site" | "ladder" | "when" | "variants" | "evidence" | "topics">;
const sayings = new WeakMap<Rule, Map<Variant | undefined, Saying>>();

/** What a rule says, or its variant; put together once. */
function sayingOf(rule: Rule, variant: Variant | undefined): Saying {
  const made = sayings.get(rule) ?? new Map<Variant | undefined, Saying>();
  sayings.set(rule, made);
  const known = made.get(variant);
  if (known) return known;
  const { id, concern, site, ladder, when, variants, evidence, topics, ...plain } = rule;
  const { when: _, ...said } = variant ?? { when: undefined };
  const saying = { ...plain, ...said };
  made.set(variant, saying);
  return saying;
}

/** Each code once, where there is a value; a score as it is displayed, on the day of the exam. */
function evidenceOf(codes: readonly string[], world: World): Evidence[] {
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

/** Values outside their range that no rule has spoken of. Where there is no range nothing is said. */
function outside(world: World, rules: RuleSet, cited: ReadonlySet<string>): Found[] {
  const who = { sex: world.facts.sex, age: world.age };
  return Object.keys(world.facts.results)
    .toSorted()
    .flatMap((code): Found[] => {
      if (cited.has(code)) return [];
      const unfit = world.facts.fasting === false && rules.fastingItems.includes(code);
      const range = rangeFor(code, who);
      if (!range || unfit || world.scores.get(code)?.value != null) return [];
      const sides: [Op, number | undefined][] = [
        [range.lowExclusive ? "<=" : "<", range.low],
        [range.highExclusive ? ">=" : ">", range.high],
      ];
      const side = sides.find(
        ([op, limit]) => limit !== undefined && compare(world.facts.results[code], op, limit),
      );
      if (!side) return [];
      const held: Held[] = [{ item: code, op: side[0], limit: side[1] as number }];
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

/** Known diagnoses that no measured finding stands for: known is known, whatever today's values say. */
function knownOnly(world: World, rules: RuleSet, found: readonly Found[]): Found[] {
  const spoken = new Set(
    found.flatMap(({ finding }) => (finding.class === "disease" ? [finding.concern] : [])),
  );
  return [...new Set(world.facts.diagnoses)].toSorted().flatMap((code): Found[] => {
    const concern = concernOf[code];
    if (concern && spoken.has(concern)) return [];
    const name = (diagnosisNames as Record<string, { en: string; zh: string }>)[code] ?? {
      en: code,
      zh: code,
    };
    const { sentence, meaning, source, status } = rules.knownDiagnosis;
    return [
      {
        strand: `known:${code}`,
        order: rules.rules.length + 1,
        held: [],
        finding: {
          rule: `known:${code}`,
          concern: "known-diagnosis",
          site: code,
          name,
          class: "disease",
          severity: 1,
          evidence: [],
          sentence,
          meaning,
          source,
          status,
          needsConfirmation: false,
          topics: [concern ?? "known-diagnosis"],
        },
      },
    ];
  });
}

/** What a known diagnosis is about. */
export const concernOf: Readonly<Record<string, string>> = {
  hypertension: "blood-pressure",
  diabetes: "glycaemia",
  dyslipidaemia: "lipids",
  ckd: "kidney",
  gout: "urate",
};
