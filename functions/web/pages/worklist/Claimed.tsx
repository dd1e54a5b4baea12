import { isClaimed } from "../../../../shared/monitoring/index.ts";
import { Button, Facts, Field, Note } from "../../components/index.ts";
import { followUpPath } from "../spine/in-words.ts";
import { type Given, Where } from "./Where.tsx";

/** The client's word that it was done elsewhere, with the document; accepted below, or sent back here. */
export function Claimed(props: Given) {
  const { call, row, mends } = props;
  const { t, form } = call;
  const { followUp } = row;
  const { claim } = followUp;
  if (!claim || !isClaimed(followUp)) return null;
  const here = form.has("back");
  return (
    <Note kind="watch">
      <b>{t("spine.claimed")}</b>
      <Facts
        facts={[
          [t("spine.claimed-day"), claim.date && t.date(claim.date)],
          [t("spine.claimed-place"), claim.place],
          [t("spine.claimed-said"), claim.said],
          [
            t("merge.document"),
            claim.document ? (
              <a href={`${followUpPath(followUp)}/document`}>{t("spine.document")}</a>
            ) : undefined,
          ],
        ]}
      />
      <details open={here}>
        <summary>{t("spine.claim-back")}</summary>
        <form method="post" action="/worklist/send-back" class="form">
          <Where {...props} />
          <input type="hidden" name="back" value="1" />
          <Field
            t={t}
            name="reason"
            id="back-reason"
            label={t("spine.claim-why")}
            error={here ? mends.of("reason") : undefined}
          >
            {(wiring) => (
              <textarea {...wiring} rows={2} maxlength={300}>
                {here ? form.text("reason") : ""}
              </textarea>
            )}
          </Field>
          <Button>{t("spine.claim-back")}</Button>
        </form>
      </details>
    </Note>
  );
}
