import type { Shown } from "../assessment/index.ts";
import type { Assignment } from "./education.ts";

/**
 * A piece as its reader may see it: undefined before an exam that gave it is released, and without a word
 * of a later exam that gave it again and is not.
 */
export function asShown(assignment: Assignment, shown: Shown): Assignment | undefined {
  const given = assignment.given ?? [];
  const visible = given.filter(({ exam }) => shown.exam(exam));
  if (visible.length === given.length) return given.length || shown.exam(undefined) ? assignment : undefined;
  const last = visible.at(-1);
  if (!last) return undefined;
  return {
    ...assignment,
    given: visible,
    reason: [...new Set(visible.flatMap(({ reason }) => reason))],
    assignedAt: last.at,
    ...(assignment.state === "assigned" && assignment.openedAt ? { state: "opened" as const } : {}),
  };
}
