import { mayEver } from "../../../../shared/access/index.ts";
import { Button, ErrorSummary, Field, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";
import { MayNot, type Readers } from "./MayNotSign.tsx";
import { WhatItDoes } from "./Motion.tsx";
import { PdfLinks } from "./PdfLinks.tsx";
import type { Planned } from "./set-in-motion.ts";
import { Reason } from "./Versions.tsx";

const formId = "conclusion";
const dialogId = "sign";

/**
 * The physician's words in both languages, and the signature. Chinese first: it is what the client's report
 * leads with. `asked` shows what signing does without a script.
 */
export function Signing(props: {
  t: Text;
  review: ExamUnderReview;
  words: { zh: string; en: string };
  planned: Planned;
  mends: Mends;
  asked: boolean;
  /** Why it amends a signed version, as typed; undefined where it amends none. */
  reason: string | undefined;
  who: Readers;
}) {
  const { t, review, words, mends, who } = props;
  const maySign = mayEver(who.actor, "assessment:sign");
  const path = reviewPath({ ...review.assessment, client: review.client.number });
  const unanswered = review.departments.questions.filter(({ settled }) => !settled).length;
  return (
    <section class="card" aria-labelledby="conclusion-title">
      <header>
        <h2 id="conclusion-title">{t("review.conclusion")}</h2>
        <span class="small quiet">{t(review.assessment.conclusion ? "review.edited" : "review.draft")}</span>
      </header>
      <form method="post" action={`${path}/conclusion`} id={formId} class="form" data-guard>
        <input type="hidden" name="seen" value={review.assessment.v} />
        <ErrorSummary t={t} errors={mends.all} />
        <Field t={t} name="zh" label={t("review.in-chinese")} error={mends.of("zh")} optional>
          {(wiring) => (
            <textarea {...wiring} lang="zh-CN" rows={8}>
              {words.zh}
            </textarea>
          )}
        </Field>
        <Field t={t} name="en" label={t("review.in-english")} error={mends.of("en")} optional>
          {(wiring) => (
            <textarea {...wiring} lang="en" rows={6}>
              {words.en}
            </textarea>
          )}
        </Field>
      </form>
      {unanswered ? (
        <Note kind="watch">
          <p id="answer-first">{t("dept.answer-first", { n: unanswered })}</p>
        </Note>
      ) : null}
      <div class="sign">
        {maySign && unanswered ? (
          <Button type="button" icon="review" blockedBy="answer-first">
            {t("review.sign")}
          </Button>
        ) : maySign ? (
          <Button kind="main" icon="review" form={formId} name="next" value="sign" opens={dialogId}>
            {t("review.sign")}
          </Button>
        ) : null}
        <Button kind={maySign && !unanswered ? undefined : "main"} form={formId}>
          {t("review.save")}
        </Button>
      </div>
      {maySign ? (
        <>
          <p class="small quiet">{t("review.sign-hint")}</p>
          <SignDialog {...props} path={path} />
        </>
      ) : (
        <MayNot t={t} action="assessment:sign" who={who} />
      )}
      <p class="small quiet">{t("second.preview")}</p>
      <PdfLinks
        t={t}
        client={review.client.number}
        date={review.assessment.date}
        version={review.assessment.version}
      />
    </section>
  );
}

/** Its button sends the form of the page, so that what is typed there is what is signed. */
function SignDialog({
  t,
  review,
  planned,
  asked,
  path,
  mends,
  reason,
}: {
  t: Text;
  review: ExamUnderReview;
  planned: Planned;
  asked: boolean;
  path: string;
  mends: Mends;
  reason: string | undefined;
}) {
  return (
    <dialog id={dialogId} aria-labelledby="sign-title" open={asked}>
      <h2 id="sign-title" tabindex={-1} autofocus>
        {t("review.sign-title", { number: review.client.number, date: t.date(review.assessment.date) })}
      </h2>
      <WhatItDoes t={t} planned={planned} />
      {reason === undefined ? null : <Reason t={t} form={formId} mends={mends} typed={reason} />}
      <div class="row">
        <Button kind="main" form={formId} formaction={`${path}/sign`}>
          {t("review.sign-now")}
        </Button>
        {asked ? (
          <a class="btn" href={path}>
            {t("review.not-now")}
          </a>
        ) : (
          <button class="btn" type="button" data-closes>
            {t("review.not-now")}
          </button>
        )}
      </div>
    </dialog>
  );
}
