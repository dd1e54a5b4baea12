import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import {
  type Exam,
  examFor,
  hasEnded,
  type ResultGroup,
  sameOrders,
  saveExam,
  withResults,
} from "../../testing/index.ts";

/**
 * What must be written for the orders a change of results answers, or no longer answers: those of the exam whose
 * number the group bears, else of its day. A concluded exam that awaits something again is open again. `groups` are all of the file, as they are after the change.
 */
export function planOrders(
  days: readonly Exam[],
  group: ResultGroup,
  groups: readonly ResultGroup[],
): { changes: Change[]; log: LogEntry[] } {
  const exam = examFor(days, group);
  const moved = exam && withResults(exam, groups);
  if (!exam || !moved || sameOrders(exam, moved)) return { changes: [], log: [] };
  if (moved.state !== "concluded" || moved.orders.every(hasEnded))
    return { changes: [saveExam(moved)], log: [] };
  const { client, id, v } = exam;
  return {
    changes: [saveExam({ ...moved, state: "open" })],
    log: [{ subject: `C#${client}`, action: "exam.reopened", refs: { exam: id }, v: v + 1 }],
  };
}
