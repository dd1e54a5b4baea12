import { MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { measuresIn, seenAt } from "../client/measures.ts";
import type { ExamUnderReview } from "./exam.ts";

/** Everything measured that no finding speaks of, folded: normal is quiet. */
export function NormalResults({ t, review }: { t: Text; review: ExamUnderReview }) {
  const { exam, earlier, client, assessment } = review;
  const told = new Set(
    assessment.findings
      .filter((finding) => finding.class !== "normal")
      .flatMap(({ evidence }) => evidence.map(({ item }) => item)),
  );
  const rest = measuresIn(exam).filter((measure) => !measure.codes.some((code) => told.has(code)));
  if (!rest.length) return null;
  return (
    <details class="card" data-fold>
      <summary>{t("review.other-results", { n: rest.length })}</summary>
      <MarkedTable
        caption={t("review.other-results", { n: rest.length })}
        columns={[
          { head: t("review.measure") },
          { head: t("review.now"), figure: true },
          { head: t("review.unit") },
          { head: t("review.before"), figure: true },
        ]}
        rows={rest.map((measure) => ({
          cells: [
            t.pick(measure.name),
            seenAt(t, measure, exam, client)?.text,
            measure.unit,
            earlier.map((one) => seenAt(t, measure, one, client)?.text).find(Boolean) ?? "–",
          ],
        }))}
      />
    </details>
  );
}
