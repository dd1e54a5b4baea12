import type { StoredAssessment } from "../assessment/index.ts";
import type { Looked } from "../monitoring/index.ts";
import { examsOf, itemsLookedAt, type ResultGroup } from "../testing/index.ts";

/**
 * What each exam of a file looked at, and what of it a signed assessment rests on: what was there when it was
 * signed. A recalled exam answers nothing.
 */
export function lookedIn(groups: readonly ResultGroup[], assessments: readonly StoredAssessment[]): Looked[] {
  return examsOf(groups).flatMap(({ date, results }) => {
    const ofExam = assessments.filter((one) => one.date === date);
    const signed = ofExam.find(({ state }) => state === "signed");
    if (!signed && ofExam.some(({ state }) => state === "recalled")) return [];
    const looked = { date, items: itemsLookedAt(results) };
    if (!signed) return [looked];
    const before = groups.filter(
      (group) => group.date === date && (group.joinedAt ?? group.at) <= (signed.signedAt ?? ""),
    );
    return [{ ...looked, signed: itemsLookedAt(examsOf(before)[0]?.results ?? {}) }];
  });
}
