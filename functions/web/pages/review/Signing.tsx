import type { conversationAbout } from "../../../../shared/assessment/index.ts";
import { Button, ButtonLink, Dialog, ErrorSummary, Field, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { draftConclusion } from "./draft-conclusion.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";
import { WhatItDoes } from "./Motion.tsx";
import type { Planned } from "./set-in-motion.ts";

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
}) {
  const { t, review, words, mends } = props;
  const path = reviewPath({ ...review.assessment, client: review.client.number });
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
      <div class="sign">
        <Button kind="main" icon="review" form={formId} name="next" value="sign" opens={dialogId}>
          {t("review.sign")}
        </Button>
        <Button form={formId}>{t("review.save")}</Button>
      </div>
      <p class="small quiet">{t("review.sign-hint")}</p>
      <SignDialog {...props} path={path} />
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
}: {
  t: Text;
  review: ExamUnderReview;
  planned: Planned;
  asked: boolean;
  path: string;
}) {
  return (
    <dialog id={dialogId} aria-labelledby="sign-title" open={asked}>
      <h2 id="sign-title" tabindex={-1} autofocus>
        {t("review.sign-title", { number: review.client.number, date: t.date(review.assessment.date) })}
      </h2>
      <WhatItDoes t={t} planned={planned} />
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

type Talk = Awaited<ReturnType<typeof conversationAbout>>;

/** Before a sensitive result is released: that it was talked about, and what was said. */
function TalkFirst({ t, path, mends }: { t: Text; path: string; mends: Mends }) {
  return (
    <form method="post" action={`${path}/conversation`} class="form" aria-labelledby="talk-title" data-guard>
      <h3 id="talk-title">{t("review.talk")}</h3>
      <p>{t("review.talk-why")}</p>
      <ErrorSummary t={t} errors={mends.all} />
      <Field
        t={t}
        name="note"
        label={t("review.talk-note")}
        hint={t("review.talk-hint")}
        error={mends.of("note")}
      >
        {(wiring) => <textarea {...wiring} rows={4} maxlength={2000} />}
      </Field>
      <Button kind="main">{t("review.talk-record")}</Button>
    </form>
  );
}

/** After the signature: the words as they stand for good, and the way to the client. */
export function Signed({
  t,
  review,
  asked,
  talk,
  mends,
}: {
  t: Text;
  review: ExamUnderReview;
  asked: boolean;
  talk: Talk;
  mends: Mends;
}) {
  const { assessment, client } = review;
  const { conclusion, signedAt, signedBy, releasedAt } = assessment;
  const path = reviewPath({ ...assessment, client: client.number });
  return (
    <section class="card" aria-labelledby="signed-title">
      <header>
        <h2 id="signed-title">{t("review.conclusion")}</h2>
        <State is="ok" word={t("review.signed-by", { name: signedBy?.name ?? "" })} />
      </header>
      <p class="said" lang="zh-CN">
        {conclusion?.zh ?? draftConclusion(assessment, "zh")}
      </p>
      <p class="said small quiet" lang="en">
        {conclusion?.en ?? draftConclusion(assessment, "en")}
      </p>
      {conclusion?.zh || conclusion?.en ? null : <p class="small quiet">{t("review.no-words")}</p>}
      <p class="small quiet">{signedAt ? t("review.signed-at", { when: t.moment(signedAt) }) : null}</p>
      {talk.last ? (
        <p class="said small">
          <span class="quiet">
            {t("review.talked", { when: t.moment(talk.last.at), name: talk.last.by.name })}
          </span>
          <br />
          {talk.last.note}
        </p>
      ) : null}
      {releasedAt ? (
        <p>
          <State is="ok" word={t("review.released-at", { when: t.moment(releasedAt) })} />
        </p>
      ) : assessment.state === "signed" && talk.waits ? (
        <TalkFirst t={t} path={path} mends={mends} />
      ) : assessment.state === "signed" ? (
        <div class="sign">
          <ButtonLink href={`${path}?release=1`} kind="main" icon="report" opens="release">
            {t("review.release")}
          </ButtonLink>
          <p class="small quiet">{t("review.release-hint")}</p>
          <Dialog
            t={t}
            id="release"
            title={t("review.release-title", { number: client.number, date: t.date(assessment.date) })}
            action={`${path}/release`}
            act={t("review.release-now")}
            keep={t("review.not-now")}
            open={asked}
          >
            <p>{t("review.release-does")}</p>
          </Dialog>
        </div>
      ) : null}
      <ButtonLink href={`/reports/${client.number}/${assessment.date}`} kind="plain" icon="print">
        {t("review.print")}
      </ButtonLink>
    </section>
  );
}
