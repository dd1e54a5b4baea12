import type { Instant } from "../../kernel/time.ts";
import { closeByEvidence, type Looked, supersedeBySigned } from "./close-by-evidence.ts";
import type { OpenBook } from "./open-book.ts";

/**
 * A book after every exam of a file, in order of time, has ended what it ends: as done, or, where it was signed and
 * came too early, as superseded.
 */
export function settleByExams(
  before: OpenBook,
  looked: readonly Looked[],
  by: { now: Instant; by: string },
): OpenBook {
  return looked
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .reduce((so, exam) => {
      const seen = { ...exam, others: looked, ...by };
      const { book } = closeByEvidence(so, seen);
      return supersedeBySigned(book, { ...seen, items: exam.signed ?? [] }).book;
    }, before);
}
