import { mayEver, rankNames } from "../../../../shared/access/index.ts";
import { type conversationAbout, visibleIn } from "../../../../shared/assessment/index.ts";
import type { CaseView } from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, Dialog, ErrorSummary, Field, Note, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { holdsBack } from "../cases/in-words.ts";
import { TellFirst } from "../cases/TellFirst.tsx";
import type { Mends } from "../forms/mends.ts";
import { causeKey } from "./cause.ts";
import { draftConclusion } from "./draft-conclusion.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";
import { MayNot, type Readers } from "./MayNotSign.tsx";
import { PdfLinks } from "./PdfLinks.tsx";
import { Recall } from "./Recall.tsx";
import { Second } from "./Second.tsx";
import { Amend } from "./Versions.tsx";

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
  cases,
  mends,
  who,
  recall,
}: {
  t: Text;
  review: ExamUnderReview;
  asked: boolean;
  /** The reason typed for a recall that was refused; undefined where none was asked for. */
  recall: string | undefined;
  talk: Talk;
  /** Every case of the client. */
  cases: readonly CaseView[];
  mends: Mends;
  who: Readers;
}) {
  const { assessment, client } = review;
  const { conclusion, signedAt, signedBy, releasedAt, recalled } = assessment;
  const path = reviewPath({ ...assessment, client: client.number });
  const newest =
    (assessment.state === "signed" || assessment.state === "recalled") &&
    review.versions[0]?.version === assessment.version;
  const untold = cases.filter((one) => one.date === assessment.date && holdsBack(one));
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
      <p class="small quiet">
        {signedAt ? t("review.signed-at", { when: t.moment(signedAt) }) : null}
        {signedBy?.rank ? ` · ${t.pick(rankNames[signedBy.rank])}` : null}
      </p>
      <Second t={t} review={review} who={who} mends={mends} />
      {talk.last ? (
        <p class="said small">
          <span class="quiet">
            {t("review.talked", { when: t.moment(talk.last.at), name: talk.last.by.name })}
          </span>
          <br />
          {talk.last.note}
        </p>
      ) : null}
      {recalled ? (
        <Note kind="watch">
          <p>
            {t("recall.recalled", {
              when: t.moment(recalled.at),
              name: recalled.by.name,
              cause: t(causeKey(recalled.cause)),
            })}
          </p>
          <p class="said">{recalled.reason}</p>
        </Note>
      ) : releasedAt ? (
        <p>
          <State is="ok" word={t("review.released-at", { when: t.moment(releasedAt) })} />
        </p>
      ) : assessment.state === "signed" && untold.length ? (
        <TellFirst t={t} untold={untold} />
      ) : assessment.state === "signed" && talk.waits ? (
        <TalkFirst t={t} path={path} mends={mends} />
      ) : assessment.second && !assessment.second.by ? null : assessment.state === "signed" &&
        !mayEver(who.actor, "assessment:release") ? (
        <MayNot t={t} action="assessment:release" who={who} />
      ) : assessment.state === "signed" ? (
        <div class="sign">
          <ButtonLink href={`${path}?release=1`} kind="main" icon="report" opens="release">
            {t("review.release")}
          </ButtonLink>
          <p class="small quiet">{t("review.release-hint")}</p>
          {review.unshown.length ? (
            <Note kind="watch">
              <p>{t("review.release-names", { days: t.list(review.unshown.map((day) => t.date(day))) })}</p>
            </Note>
          ) : null}
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
      <PdfLinks t={t} client={client.number} date={assessment.date} />
      {newest ? <Amend t={t} review={review} /> : null}
      {assessment.state === "signed" &&
      visibleIn(review.versions).length &&
      mayEver(who.actor, "report:recall") ? (
        <Recall t={t} review={review} mends={mends} asked={recall !== undefined} typed={recall ?? ""} />
      ) : null}
    </section>
  );
}
