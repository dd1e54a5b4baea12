import { addMonths } from "../kernel/time.ts";
import { type DraftInput, fits, newest, type PlanProfile } from "./draft-input.ts";
import { type Goal, type PlanPath, type Target, within } from "./plan.ts";
import { goalRules } from "./rules/goal-rules.ts";
import { type GoalRule, limits, type Rung } from "./rules/plan-rules.ts";

const tenth = (value: number) => Math.round(value * 10) / 10;

function targetOf(rung: Rung, unit: string, profile: PlanProfile, start?: number): Target | undefined {
  const target: Target = { unit };
  if (rung.low !== undefined) target.low = rung.low;
  if (rung.high !== undefined) {
    const high = typeof rung.high === "number" ? rung.high : profile.sex && rung.high[profile.sex];
    if (high === undefined) return undefined;
    target.high =
      rung.share !== undefined && start !== undefined ? Math.max(high, tenth(start * rung.share)) : high;
  }
  return target;
}

/** The goal of a rule, or undefined where the person is already there or a fact it needs is missing. */
function draftGoal(rule: GoalRule, input: DraftInput, start?: Goal["start"]): Goal | undefined {
  if (!start && !rule.habit) return undefined;
  for (const [step, rung] of rule.rungs.entries()) {
    const target = targetOf(rung, rule.unit, input.profile ?? {}, start?.value);
    if (!target) return undefined;
    if (start && within(target, start.value)) continue;
    const { metric, name, source, status } = rule;
    return {
      id: step === 0 ? `G-${rule.id}` : `G-${rule.id}.${step + 1}`,
      rule: rule.id,
      metric,
      name,
      ...(start ? { start } : {}),
      target,
      by: addMonths(input.date, rule.months),
      state: "open",
      source,
      status,
    };
  }
  return undefined;
}

/**
 * The goals of a plan: first those of the previous plan still open (with their start and target; a date
 * that has passed is renewed only when the findings still call for the goal), then new ones, most severe
 * finding first, at most `limits.goals` together unless more were open. While something is to be confirmed
 * no new goal is set; in pregnancy there is none at all, since these targets are not made for it.
 */
export function draftGoals(input: DraftInput, path: PlanPath): Goal[] {
  const profile = input.profile ?? {};
  if (profile.pregnant) return [];
  const fresh: { goal: Goal; severity: number }[] = [];
  if (path !== "confirmation") {
    for (const rule of goalRules) {
      const calling = input.findings.filter(
        (finding) =>
          rule.concerns.includes(finding.concern) &&
          rule.classes.includes(finding.class) &&
          !rule.notFor?.includes(finding.rule),
      );
      if (!fits(rule, profile) || (calling.length === 0 && !rule.paths?.includes(path))) continue;
      const goal = draftGoal(rule, input, newest(input.findings, rule.metric));
      if (goal) fresh.push({ goal, severity: Math.max(0, ...calling.map((finding) => finding.severity)) });
    }
  }
  fresh.sort((a, b) => b.severity - a.severity);

  const kept = (input.previous?.goals ?? []).flatMap((goal): Goal[] => {
    if (goal.state !== "open") return [];
    const now = newest(input.findings, goal.metric);
    if (now && (!goal.start || now.date > goal.start.date) && within(goal.target, now.value)) return [];
    const renewed = fresh.find((item) => item.goal.id === goal.id)?.goal.by;
    return [goal.by < input.date && renewed ? { ...goal, by: renewed } : goal];
  });
  const metrics = new Set(kept.map((goal) => goal.metric));
  const added = fresh.map((item) => item.goal).filter((goal) => !metrics.has(goal.metric));
  return [...kept, ...added.slice(0, Math.max(0, limits.goals - kept.length))];
}
