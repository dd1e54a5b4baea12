import type { Change } from "../data/commit.ts";
import type { ExamVersion, Plan } from "./plan.ts";
import { examOf } from "./plan.ts";
import { savePlan } from "./plans.store.ts";

/**
 * A client's plans as if an exam had never been: the plan drafted from it is withdrawn and stays to be read, and the
 * one it had closed is the present plan again, as it was. @param plans every plan, the present one first.
 */
export function withdrawPlan(
  plans: readonly Plan[],
  exam: ExamVersion,
): { withdrawn: Plan; back: Plan | undefined; changes: Change[] } | undefined {
  const at = plans.findIndex(({ state }) => state !== "withdrawn");
  const present = plans[at];
  if (!present || !restsOn(present, exam)) return undefined;
  const before = plans.slice(at + 1).find(({ state }) => state !== "withdrawn");
  const { was, ...rest } = before ?? ({} as Plan);
  const back = before?.state === "closed" && was ? { ...rest, state: was } : undefined;
  const withdrawn: Plan = { ...present, state: "withdrawn" };
  return { withdrawn, back, changes: [savePlan(withdrawn), ...(back ? [savePlan(back)] : [])] };
}

const restsOn = (plan: Plan, exam: ExamVersion): boolean => {
  const from = examOf(plan);
  return from.date === exam.date && from.version <= exam.version;
};
