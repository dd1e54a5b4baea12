import { evaluate, type Held } from "./conditions.ts";
import { evidenceOf, type Found } from "./found.ts";
import { diagnosisNames } from "./knowledge.ts";
import { outsideRange } from "./outside-range.ts";
import type { Rule, RuleSet, Variant } from "./rule-set.ts";
import type { World } from "./world.ts";

/** Everything the rules find at one exam, unsorted. */
export function findingsOf(world: World, rules: RuleSet): Found[] {
  const found = ruled(world, rules);
  const cited = new Set(found.flatMap(({ finding }) => finding.evidence.map(({ item }) => item)));
  return [...found, ...outsideRange(world, rules, cited), ...knownOnly(world, rules, found)];
}

function ruled(world: World, { rules, adultsFrom }: RuleSet): Found[] {
  const spoken = new Set<string>();
  const found: Found[] = [];
  rules.forEach((rule, order) => {
    const strand = rule.ladder ?? rule.id;
    if (spoken.has(strand) || (world.age < adultsFrom && rule.severity < 4)) return;
    const verdict = evaluate(rule.when, world);
    if (verdict.truth !== true) return;
    for (const ladder of [strand, ...(rule.silences ?? [])]) spoken.add(ladder);
    const variant = rule.variants?.find(({ when }) => evaluate(when, world).truth === true);
    const { held, since } = verdict;
    found.push({ strand, order, held, ...(since && { since }), finding: say(rule, variant, held, world) });
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

type Saying = Omit<
  Rule,
  "id" | "concern" | "site" | "ladder" | "silences" | "when" | "variants" | "evidence" | "topics"
>;
const sayings = new WeakMap<Rule, Map<Variant | undefined, Saying>>();

/** What a rule says, or its variant; put together once. */
function sayingOf(rule: Rule, variant: Variant | undefined): Saying {
  const made = sayings.get(rule) ?? new Map<Variant | undefined, Saying>();
  sayings.set(rule, made);
  const known = made.get(variant);
  if (known) return known;
  const { id, concern, site, ladder, silences, when, variants, evidence, topics, ...plain } = rule;
  const { when: _, ...said } = variant ?? { when: undefined };
  const saying = { ...plain, ...said };
  made.set(variant, saying);
  return saying;
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

/** Concerns whose disease, once confirmed, does not end with good values. */
export const chronicConcerns: readonly string[] = ["blood-pressure", "glycaemia", "kidney"];

/** What a known diagnosis is about. */
export const concernOf: Readonly<Record<string, string>> = {
  hypertension: "blood-pressure",
  diabetes: "glycaemia",
  dyslipidaemia: "lipids",
  ckd: "kidney",
  gout: "urate",
};
