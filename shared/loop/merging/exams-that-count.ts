import { assessmentsIn } from "../../assessment/index.ts";
import type { Item } from "../../data/read.ts";
import type { Looked } from "../../monitoring/index.ts";
import { examsOf, itemsLookedAt, resultGroupsIn } from "../../testing/index.ts";

/** What the exams among the items of a file, or of two, looked at; a recalled one answers nothing. */
export function examsThatCount(items: readonly Item[]): (Looked & { signed: boolean })[] {
  const assessments = assessmentsIn(items);
  const days = (state: string) =>
    new Set(assessments.filter((one) => one.state === state).map(({ date }) => date));
  const [signed, recalled] = [days("signed"), days("recalled")];
  return examsOf(resultGroupsIn(items))
    .filter(({ date }) => signed.has(date) || !recalled.has(date))
    .map(({ date, results }) => ({ date, items: itemsLookedAt(results), signed: signed.has(date) }));
}
