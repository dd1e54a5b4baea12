import type { ExamVersion } from "../assessment/index.ts";
import type { Change } from "../data/commit.ts";
import type { Instant } from "../kernel/time.ts";
import { addAssignment, saveAssignment } from "./assignments.store.ts";
import { chooseContent } from "./choose-content.ts";
import type { Assignment, Grade } from "./education.ts";

/**
 * What a turn of the loop gives a client to read because of an exam, and what must be written for it. A piece
 * skipped before is given again; nothing understood is. One still on the shelf stays as it is and only
 * remembers this exam too, so that it is there whichever of its exams is released.
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
  const isOpen = (one: Assignment) => one.state !== "understood" && one.state !== "skipped";
  const already = before.filter((one) => !isOpen(one));
  const chosen = chooseContent({ grade, topics: [...topics], already, hasFollowUp });
  const given: Assignment[] = [];
  const changes: Change[] = [];
  for (const { content, level, reason } of chosen) {
    const known = before.find((one) => one.content === content);
    const giving = { exam: { date: exam.date, version: exam.version }, at: now, reason };
    if (known && isOpen(known)) {
      if (!known.given?.some((one) => one.exam.date === exam.date))
        changes.push(saveAssignment({ ...known, given: [...(known.given ?? []), giving] }));
      continue;
    }
    const blank = { client, content, level, attempts: 0, v: 1, reason: [], given: [] };
    const assignment: Assignment = {
      ...(known ?? blank),
      reason: [...new Set([...(known?.reason ?? []), ...reason])],
      given: [...(known?.given ?? []), giving],
      state: "assigned",
      assignedAt: now,
    };
    given.push(assignment);
    changes.push(known ? saveAssignment(assignment) : addAssignment(assignment));
  }
  return { given, changes };
}
