import { type FollowUp, recheckRule } from "../../../../shared/monitoring/index.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";
import { type Measure, measureOf } from "../client/measures.ts";

/** What a follow-up's rule wants to see again, what raised it first; nothing where a record ends it. */
export function lookedAt(followUp: FollowUp): Measure[] {
  const ways = recheckRule(followUp.rule).closedBy.anyOf;
  const again = ways.flatMap((way) =>
    "items" in way ? way.items : "sameMarker" in way && followUp.site ? [followUp.site] : [],
  );
  const codes = [...followUp.items.filter((code) => again.includes(code)), ...again];
  return [...new Map(codes.map((code) => [measureOf(code).codes[0], measureOf(code)])).values()];
}

/** The one of them that there is most to see of: measured, and first in the rule's order. */
export const mainMeasure = (followUp: FollowUp, exams: readonly ExamResults[]): Measure | undefined => {
  const wanted = lookedAt(followUp);
  return (
    wanted.find(({ codes }) => exams.some(({ results }) => codes.some((code) => results[code]))) ?? wanted[0]
  );
};
