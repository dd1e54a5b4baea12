import type { Change } from "../../data/commit.ts";
import {
  type Exam,
  examFor,
  type ResultGroup,
  sameOrders,
  saveExam,
  withResults,
} from "../../testing/index.ts";

/**
 * What must be written for the orders a change of results answers, or no longer answers: those of the exam whose
 * number the group bears, else of its day. `groups` are all of the file, as they are after the change.
 */
export function planOrders(
  days: readonly Exam[],
  group: ResultGroup,
  groups: readonly ResultGroup[],
): Change[] {
  const exam = examFor(days, group);
  if (!exam) return [];
  const moved = withResults(exam, groups);
  return sameOrders(exam, moved) ? [] : [saveExam(moved)];
}
