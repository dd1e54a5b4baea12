import type { Bilingual } from "../kernel/text.ts";
import { addDays, type PlainDate } from "../kernel/time.ts";
import { type DraftInput, fits, type PlanFinding } from "./draft-input.ts";
import type { Action, Goal, PlanPath } from "./plan.ts";
import { actionRules } from "./rules/action-rules.ts";
import { type ActionRule, visitWithinDays } from "./rules/plan-rules.ts";

export interface DraftedAction {
  action: Action;
  /** Of the worst finding it answers; 0 without one. */
  severity: number;
}

const thisResult: Bilingual = { en: "this result", zh: "这项结果" };

export const worst = (findings: readonly PlanFinding[]) =>
  Math.max(0, ...findings.map(({ severity }) => severity)) as 0 | 1 | 2 | 3 | 4;

export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** What a `{name}` stands for: the findings' own names, else the concern's. */
export function nameOf(input: DraftInput, concern: string, findings: readonly PlanFinding[] = []): Bilingual {
  const named = findings.flatMap((finding) => finding.name ?? []);
  const fallback = input.names?.[concern] ?? thisResult;
  if (named.length === 0) return fallback;
  const each = (language: keyof Bilingual) => [...new Set(named.map((name) => name[language]))];
  return { en: each("en").join(", "), zh: each("zh").join("、") };
}

const filled = (text: Bilingual, name: Bilingual): Bilingual => ({
  en: text.en.replace("{name}", () => name.en),
  zh: text.zh.replace("{name}", () => name.zh),
});

/** A visit is no later than the concern's own re-check; a confirmation is that re-check, where there is one. */
function dueOf(rule: ActionRule, input: DraftInput, calling: readonly PlanFinding[]): PlainDate {
  const days = rule.days === "visit" ? visitWithinDays[worst(calling) || 1] : rule.days;
  const due = addDays(input.date, days);
  if ((rule.kind !== "care" && rule.kind !== "confirm") || rule.cadence !== "once") return due;
  const rechecks = input.followUps
    .filter((followUp) => calling.some((finding) => finding.concern === followUp.concern))
    .map((followUp) => followUp.due);
  const first = rechecks.sort()[0] ?? due;
  return later(input.date, rule.kind === "care" && due < first ? due : first);
}

function drafted(
  rule: ActionRule,
  input: DraftInput,
  goals: readonly Goal[],
  calling: readonly PlanFinding[],
): DraftedAction {
  const concern = rule.concerns === "*" ? calling[0]?.concern : undefined;
  const goal = rule.goals?.map((id) => goals.find((item) => item.rule === id)).find((item) => item);
  const name = nameOf(input, concern ?? "", calling);
  const { kind, owner, cadence, source, status } = rule;
  const action: Action = {
    id: concern === undefined ? `A-${rule.id}` : `A-${rule.id}--${concern}`,
    kind,
    text: filled(rule.text, name),
    why: filled(rule.why, name),
    owner,
    cadence,
    due: dueOf(rule, input, calling),
    ...(goal ? { goal: goal.id } : {}),
    done: [],
    needsPhysician: rule.needsPhysician ?? false,
    rule: rule.id,
    findings: [...new Set(calling.map((finding) => finding.rule))].sort(),
    source,
    status,
  };
  return { action, severity: worst(calling) };
}

const calls = (rule: ActionRule, finding: PlanFinding) =>
  rule.classes.includes(finding.class) &&
  finding.severity >= (rule.minSeverity ?? 1) &&
  (rule.concerns === "*" || rule.concerns.includes(finding.concern)) &&
  !rule.notFor?.includes(finding.rule);

/** A rule for everything (`*`) steps back where the concern has a rule of its own of that kind. */
const hasOwnRule = (rule: ActionRule, finding: PlanFinding, candidates: readonly ActionRule[]) =>
  candidates.some((other) => other.concerns !== "*" && other.kind === rule.kind && calls(other, finding));

/** The actions the rules ask for, uncut and unsorted. */
export function applyActionRules(input: DraftInput, path: PlanPath, goals: readonly Goal[]): DraftedAction[] {
  const noHabits = path === "confirmation" || input.profile?.pregnant === true;
  const candidates = actionRules.filter(
    (rule) =>
      fits(rule, input.profile ?? {}) && !(noHabits && (rule.kind === "habit" || rule.kind === "review")),
  );
  return candidates.flatMap((rule): DraftedAction[] => {
    const calling = input.findings.filter((finding) => calls(rule, finding));
    if (rule.concerns !== "*") {
      const wanted = calling.length > 0 || rule.paths?.includes(path);
      return wanted ? [drafted(rule, input, goals, calling)] : [];
    }
    const left = calling.filter((finding) => !hasOwnRule(rule, finding, candidates));
    const concerns = [...new Set(left.map((finding) => finding.concern))].sort();
    return concerns.map((concern) => {
      const ofConcern = left.filter((finding) => finding.concern === concern);
      return drafted(rule, input, goals, ofConcern);
    });
  });
}
