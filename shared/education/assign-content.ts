import type { ExamVersion } from "../assessment/index.ts";
import type { Change } from "../data/commit.ts";
import type { Instant } from "../kernel/time.ts";
import { addAssignment, saveAssignment } from "./assignments.store.ts";
import { chooseContent } from "./choose-content.ts";
import type { Assignment, Grade } from "./education.ts";

/**
 * What a turn of the loop gives a client to read because of an exam, and what must be written for it. A piece given before
 * and not understood is given again; nothing understood is.
 */
export function planAssignments(
  client: string,
  exam: ExamVersion,
  grade: Grade,
  topics: readonly { topic: string; severity: number; rule: string }[],
  before: readonly Assignment[],
  hasFollowUp: boolean,
  now: Instant,
): { given: Assignment[]; changes: Change[] } {
  const chosen = chooseContent({ grade, topics: [...topics], already: [...before], hasFollowUp });
  const given: Assignment[] = [];
  const changes: Change[] = [];
  for (const { content, level, reason } of chosen) {
    const known = before.find((one) => one.content === content);
    const blank = { client, content, level, attempts: 0, v: 1, reason: [], given: [] };
    const assignment: Assignment = {
      ...(known ?? blank),
      reason: [...new Set([...(known?.reason ?? []), ...reason])],
      given: [...(known?.given ?? []), { exam: { date: exam.date, version: exam.version }, at: now, reason }],
      state: "assigned",
      assignedAt: now,
    };
    given.push(assignment);
    changes.push(known ? saveAssignment(assignment) : addAssignment(assignment));
  }
  return { given, changes };
}
