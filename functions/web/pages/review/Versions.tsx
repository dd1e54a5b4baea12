import { type Assessment, reasonLength } from "../../../../shared/assessment/index.ts";
import { Button, Field, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";

/** What another version of the same exam means for this one, and every version with why it was made. */
export function Versions({ t, review }: { t: Text; review: ExamUnderReview }) {
  return (
    <>
      <Beside t={t} review={review} />
      {review.versions.length > 1 ? <Every t={t} review={review} /> : null}
    </>
  );
}

function Beside({ t, review }: { t: Text; review: ExamUnderReview }) {
  const { assessment, client, versions } = review;
  const newest = versions[0];
  const signed = signedBefore(review);
  const to = (version: number) => reviewPath({ client: client.number, date: assessment.date, version });
  if (newest && newest.version > assessment.version)
    return (
      <Note kind="watch">
        <p>
          {t(assessment.state === "superseded" ? "review.replaced" : "review.newer", { n: newest.version })}{" "}
          <a href={to(newest.version)}>{t("review.open-version", { n: newest.version })}</a>
        </p>
      </Note>
    );
  if (signed)
    return (
      <Note kind="watch">
        <p>
          {t("review.amends", { n: signed.version, when: signed.signedAt ? t.moment(signed.signedAt) : "" })}{" "}
          <a href={to(signed.version)}>{t("review.open-version", { n: signed.version })}</a>
        </p>
        {assessment.state === "in review" ? (
          <form method="post" action={`${to(assessment.version)}/discard`}>
            <Button kind="plain">{t("review.discard")}</Button>
          </form>
        ) : null}
      </Note>
    );
  return null;
}

/** The signed version that signing this one amends. */
export function signedBefore({ assessment, versions }: ExamUnderReview) {
  const open = assessment.state === "proposed" || assessment.state === "in review";
  return open
    ? versions.find(({ state, version }) => state === "signed" && version < assessment.version)
    : undefined;
}

function Every({ t, review: { assessment, client, versions } }: { t: Text; review: ExamUnderReview }) {
  return (
    <details class="versions" open={assessment.reason !== undefined}>
      <summary>{t("review.versions", { n: versions.length })}</summary>
      <ol class="tasks">
        {versions.map(({ version, state, signedAt, signedBy, reason }) => (
          <li>
            <p>
              <b>
                {version === assessment.version ? (
                  t("review.version", { n: version })
                ) : (
                  <a href={reviewPath({ client: client.number, date: assessment.date, version })}>
                    {t("review.version", { n: version })}
                  </a>
                )}
              </b>{" "}
              · {t(`review.state.${stateKey(state)}`)}
              {signedAt
                ? ` · ${t("review.version-signed", { when: t.moment(signedAt), name: signedBy?.name ?? "" })}`
                : null}
            </p>
            {reason ? <p class="said">{t("review.because", { reason })}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

export const stateKey = (state: Assessment["state"]) =>
  state === "in review" ? ("in-review" as const) : state;

/** Why a signed version is amended: part of the form the signature sends, wherever it stands. */
export function Reason({ t, form, mends, typed }: { t: Text; form: string; mends: Mends; typed: string }) {
  return (
    <Field
      t={t}
      name="reason"
      label={t("review.reason")}
      hint={t("review.reason-hint")}
      error={mends.of("reason")}
    >
      {(wiring) => (
        <textarea {...wiring} required={false} form={form} rows={2} maxlength={reasonLength.most}>
          {typed}
        </textarea>
      )}
    </Field>
  );
}

/** The way to a further version of what is signed. */
export function Amend({ t, review: { assessment, client } }: { t: Text; review: ExamUnderReview }) {
  const path = reviewPath({ ...assessment, client: client.number });
  return (
    <form method="post" action={`${path}/amendment`} class="sign">
      <Button icon="review">{t("review.amend")}</Button>
      <p class="small quiet">{t("review.amend-hint")}</p>
    </form>
  );
}
