import { textFor } from "../../text/index.ts";
import { type Measure, measuresIn, seenAt } from "../client/measures.ts";
import type { ExamUnderReview } from "./exam.ts";

/** What is on the list of critical values: somebody must hear of it before anything is written. */
export function urgentMeasures(review: ExamUnderReview): { measure: Measure; flag: "HH" | "LL" }[] {
  const t = textFor("en");
  return measuresIn(review.exam).flatMap((measure) => {
    const flag = seenAt(t, measure, review.exam, review.client)?.flag;
    return flag === "HH" || flag === "LL" ? [{ measure, flag }] : [];
  });
}
