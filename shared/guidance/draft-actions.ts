import { applyActionRules, type DraftedAction, later, nameOf, worst } from "./apply-action-rules.ts";
import type { DraftInput } from "./draft-input.ts";
import { type Action, actionKinds, type Goal, type PlanPath } from "./plan.ts";
import { limits } from "./rules/plan-rules.ts";

/** One visit a re-check, save where a confirmation already asks for the same thing on the same day. */
function rechecks(input: DraftInput, ruled: readonly DraftedAction[]): DraftedAction[] {
  const asked = ({ findings, due }: Action) =>
    ruled.some(
      ({ action }) =>
        action.kind === "confirm" &&
        action.cadence === "once" &&
        action.due === later(due, input.date) &&
        action.findings.some((rule) => findings.includes(rule)),
    );
  const byId = new Map<string, DraftedAction>();
  for (const { concern, due } of input.followUps) {
    const behind = input.findings.filter(
      (finding) => finding.concern === concern && finding.class !== "normal",
    );
    const name = input.names?.[concern] ?? nameOf(input, concern, behind);
    const id = `A-recheck--${concern}--${due}`;
    const action: Action = {
      id,
      kind: "recheck",
      text: { en: `Come for the re-check: ${name.en}`, zh: `按时复查：${name.zh}` },
      why: {
        en: "The first result asked a question; the re-check answers it.",
        zh: "第一次结果提出了问题，复查来回答。",
      },
      owner: "client",
      cadence: "once",
      due,
      done: [],
      needsPhysician: false,
      rule: "recheck",
      findings: [...new Set(behind.map((finding) => finding.rule))].sort(),
      source: "re-check rules",
      status: "published",
    };
    if (!asked(action)) byId.set(id, { action, severity: worst(behind) });
  }
  return [...byId.values()];
}

/**
 * The actions of a plan: care for every disease, confirmation for everything suspected, one visit for each
 * re-check, habits that serve the goals (at most `limits.habits`, most severe finding first), and a monthly
 * look together. Habits of goals carried over come along. Care, confirmation and re-checks are never cut.
 */
export function draftActions(input: DraftInput, path: PlanPath, goals: readonly Goal[]): Action[] {
  const ruled = applyActionRules(input, path, goals);
  const fresh = [...ruled, ...rechecks(input, ruled)];
  const ids = new Set(fresh.map(({ action }) => action.id));
  const carried = (input.previous?.actions ?? []).flatMap((action): DraftedAction[] => {
    const wanted = action.kind === "habit" && goals.some((goal) => goal.id === action.goal);
    if (!wanted || ids.has(action.id) || (action.cadence === "once" && action.done.length > 0)) return [];
    return [{ action: { ...action, done: [], due: later(action.due, input.date) }, severity: 0 }];
  });
  const order = (kind: Action["kind"]) => actionKinds.indexOf(kind);
  const sorted = [...fresh, ...carried].sort(
    (a, b) => order(a.action.kind) - order(b.action.kind) || b.severity - a.severity,
  );
  const habits = sorted.filter(({ action }) => action.kind === "habit").slice(0, limits.habits);
  return sorted
    .filter((item) => item.action.kind !== "habit" || habits.includes(item))
    .map(({ action }) => action);
}
