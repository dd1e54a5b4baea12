import { recallCauses, recallReason } from "../../../../shared/assessment/index.ts";
import { Button, Choices, ErrorSummary, Field } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { causeKey } from "./cause.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";

/** The way to take a released report back, folded away: it is rare, and never undone. */
export function Recall(props: {
  t: Text;
  review: ExamUnderReview;
  mends: Mends;
  asked: boolean;
  typed: string;
}) {
  const { t, review, mends, asked, typed } = props;
  const { assessment, client } = review;
  const path = reviewPath({ ...assessment, client: client.number });
  return (
    <details open={asked} class="recall">
      <summary>{t("recall.open")}</summary>
      <form method="post" action={`${path}/recall`} class="form" data-guard>
        <h3>{t("recall.title", { number: client.number, date: t.date(assessment.date) })}</h3>
        <p>{t("recall.does")}</p>
        <ErrorSummary t={t} errors={mends.all} />
        <Choices
          legend={t("recall.cause")}
          name="cause"
          kind="radio"
          error={mends.of("cause")}
          options={recallCauses.map((cause, at) => ({
            value: cause,
            label: t(causeKey(cause)),
            checked: at === 0,
          }))}
        />
        <Field
          t={t}
          name="recall-reason"
          label={t("recall.reason")}
          hint={t("recall.reason-hint")}
          error={mends.of("reason")}
        >
          {(wiring) => (
            <textarea {...wiring} rows={3} maxlength={recallReason.most}>
              {typed}
            </textarea>
          )}
        </Field>
        <Button kind="danger">{t("recall.now")}</Button>
      </form>
    </details>
  );
}
