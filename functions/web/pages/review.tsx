import {
  conversationAbout,
  countersignAssessment,
  recallCauses,
  recordConversation,
  reviewAssessment,
  reviewQueue,
  secondQueue,
  settleQuestion,
} from "../../../shared/assessment/index.ts";
import {
  amendAssessment,
  discardAmendment,
  recallReport,
  releaseReport,
  signAssessment,
} from "../../../shared/loop/index.ts";
import { casesFor, caseView } from "../../../shared/monitoring/index.ts";
import { Banner } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { Alarms } from "./cases/Alarms.tsx";
import { casesStrip } from "./cases/Strip.tsx";
import { bannerOf } from "./client/banner-of.ts";
import { Gone } from "./client/Gone.tsx";
import { staffNames } from "./client/staff-names.ts";
import { DepartmentsCard } from "./departments/DepartmentsCard.tsx";
import { type Mends, mendsCalled, mendsFor, nothingToMend } from "./forms/mends.ts";
import { draftConclusion } from "./review/draft-conclusion.ts";
import { examUnderReview, reviewPath } from "./review/exam.ts";
import { Findings } from "./review/Findings.tsx";
import { InMotionCard } from "./review/Motion.tsx";
import { NormalResults } from "./review/NormalResults.tsx";
import { Queue, SecondQueue } from "./review/Queue.tsx";
import { report } from "./review/report.tsx";
import { GradeCard, PrimaryRisk, Scores } from "./review/Scores.tsx";
import { Signed } from "./review/Signed.tsx";
import { Signing } from "./review/Signing.tsx";
import { whatSigningDid, whatSigningDoes } from "./review/set-in-motion.ts";
import { signedBefore, stateKey, Versions } from "./review/Versions.tsx";

const queueLimit = 100;

async function queue(call: PageCall) {
  const { ctx, t, frame } = call;
  const [waiting, second, strip] = await Promise.all([
    reviewQueue(ctx, queueLimit),
    secondQueue(ctx, queueLimit),
    casesStrip(call),
  ]);
  return (
    <Page {...frame} title={t("review.title")} current="review">
      <div class="head">
        <div>
          <h1>{t("review.title")}</h1>
          <p>{t("review.queue-sub", { n: waiting.length })}</p>
        </div>
      </div>
      {strip}
      <Queue t={t} ctx={ctx} waiting={waiting} />
      {waiting.length === queueLimit ? (
        <p class="small quiet">{t("review.queue-most", { n: queueLimit })}</p>
      ) : null}
      <SecondQueue t={t} waiting={second} />
    </Page>
  );
}

const show = (call: PageCall) => pageOf(call, nothingToMend);

async function pageOf(call: PageCall, mends: Mends) {
  const { ctx, t, frame, form, query, params, actor } = call;
  const review = await examUnderReview(ctx, params);
  const { assessment, client } = review;
  const open = assessment.state === "proposed" || assessment.state === "in review";
  const [planned, motion, talk, staff, every] = await Promise.all([
    open ? whatSigningDoes(ctx, review) : undefined,
    open ? undefined : whatSigningDid(ctx, review),
    open ? { waits: false, last: undefined } : conversationAbout(ctx, client, assessment),
    staffNames(ctx, t),
    casesFor(ctx, client.number),
  ]);
  const cases = every.map((one) => caseView(actor, one));
  const words = {
    zh: form.has("zh") ? form.text("zh") : (assessment.conclusion?.zh ?? draftConclusion(assessment, "zh")),
    en: form.has("en") ? form.text("en") : (assessment.conclusion?.en ?? draftConclusion(assessment, "en")),
  };
  const asksFirst = open && review.departments.questions.some(({ settled }) => !settled);
  const departments = <DepartmentsCard t={t} review={review} actor={actor} mends={mends} />;
  return (
    <Page
      {...frame}
      path={reviewPath({ ...assessment, client: client.number })}
      title={t("review.page-title", { number: client.number })}
      current="review"
      banner={
        <Banner
          t={t}
          client={bannerOf(t, client, ctx.now(), {
            grade: assessment.grade.path,
            manager: staff.of(client.manager),
          })}
        >
          <a class="btn" href={`/clients/${client.number}`}>
            {t("review.open-file")}
          </a>
        </Banner>
      }
    >
      <div class="head">
        <div>
          <h2>{t("review.exam-of", { day: t.fullDay(assessment.date) })}</h2>
          <p>
            {t("review.version", { n: assessment.version })} ·{" "}
            {t(`review.state.${stateKey(assessment.state)}`)}
          </p>
        </div>
      </div>
      <Versions t={t} review={review} />
      <div class="cols" data-cols="side">
        <div class="stack">
          <Alarms call={call} cases={cases} />
          {asksFirst ? departments : null}
          <Findings t={t} review={review} />
          <Gone t={t} assessment={assessment} exams={review.exams} whom={client} reader="staff" />
          {asksFirst ? null : departments}
          <NormalResults t={t} review={review} />
          <Scores t={t} review={review} />
        </div>
        <div class="stack side">
          {planned ? (
            <Signing
              t={t}
              review={review}
              words={words}
              planned={planned}
              mends={mends}
              asked={query.has("sign") || form.has("reason")}
              reason={signedBefore(review) ? form.text("reason") : undefined}
              who={{ actor, staff: staff.all }}
            />
          ) : (
            <Signed
              t={t}
              review={review}
              asked={query.has("release")}
              recall={form.has("recall-reason") ? form.text("recall-reason") : undefined}
              talk={talk}
              cases={cases}
              mends={mends}
              who={{ actor, staff: staff.all }}
            />
          )}
          {motion ? <InMotionCard t={t} motion={motion} client={client.number} /> : null}
          <PrimaryRisk t={t} review={review} />
          <GradeCard t={t} review={review} />
        </div>
      </div>
    </Page>
  );
}

/** What the physician had before them when the form was made. */
const seenIn = (form: PageCall["form"]) => (form.has("seen") ? { seen: Number(form.text("seen")) } : {});

async function save(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", version = "" } = params;
  try {
    await reviewAssessment(ctx, client, date, Number(version), {
      zh: form.text("zh"),
      en: form.text("en"),
      ...seenIn(form),
    });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  const path = reviewPath({ client, date, version: Number(version) });
  return form.text("next") === "sign"
    ? see(`${path}?sign=1`)
    : see(path, { text: t("review.saved", { number: client }) });
}

async function sign(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", version = "" } = params;
  try {
    await signAssessment(ctx, client, date, Number(version), {
      conclusion: { zh: form.text("zh"), en: form.text("en") },
      ...(form.text("reason") ? { reason: form.text("reason") } : {}),
      ...seenIn(form),
    });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("review.signed", { number: client }),
  });
}

async function amend({ ctx, t, params }: PageCall) {
  const { client = "", date = "" } = params;
  const { version } = await amendAssessment(ctx, client, date);
  return see(reviewPath({ client, date, version }), { text: t("review.amending", { number: client }) });
}

async function discard(call: PageCall) {
  const { ctx, t, params } = call;
  const { client = "", date = "", version = "" } = params;
  try {
    await discardAmendment(ctx, client, date, Number(version));
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see(`/clients/${client}`, { text: t("review.discarded", { number: client }) });
}

async function converse(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", version = "" } = params;
  try {
    await recordConversation(ctx, client, date, { note: form.text("note") });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("review.talk-done", { number: client }),
  });
}

async function countersign(call: PageCall) {
  const { ctx, t, params } = call;
  const { client = "", date = "", version = "" } = params;
  try {
    await countersignAssessment(ctx, client, date, Number(version));
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("second.done", { number: client }),
  });
}

async function settle(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", version = "" } = params;
  const question = form.text("question");
  try {
    await settleQuestion(ctx, client, date, {
      question,
      stands: form.text(`stands-${question}`) as "codes",
      note: form.text(`note-${question}`),
    });
  } catch (error) {
    return pageOf(
      call,
      mendsCalled(t, error, (field) => `${field}-${question}`),
    );
  }
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("dept.settled-done", { number: client }),
  });
}

async function recall(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", version = "" } = params;
  const cause = recallCauses.find((one) => one === form.text("cause")) ?? recallCauses[0];
  try {
    await recallReport(ctx, client, date, Number(version), { cause, reason: form.text("recall-reason") });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("recall.done", { number: client }),
  });
}

async function release({ ctx, t, params }: PageCall) {
  const { client = "", date = "", version = "" } = params;
  await releaseReport(ctx, client, date, Number(version));
  return see(reviewPath({ client, date, version: Number(version) }), {
    text: t("review.released", { number: client }),
  });
}

const exam = "/review/:client/:date/:version";

export const reviewPages: PageRoute[] = [
  { method: "GET", path: "/review", action: "assessment:review", run: queue },
  { method: "GET", path: exam, action: "assessment:review", run: show },
  { method: "POST", path: `${exam}/conclusion`, action: "assessment:review", run: save },
  { method: "POST", path: `${exam}/sign`, action: "assessment:sign", run: sign },
  { method: "POST", path: `${exam}/countersign`, action: "assessment:countersign", run: countersign },
  { method: "POST", path: `${exam}/questions`, action: "assessment:review", run: settle },
  { method: "POST", path: `${exam}/amendment`, action: "assessment:review", run: amend },
  { method: "POST", path: `${exam}/discard`, action: "assessment:review", run: discard },
  { method: "POST", path: `${exam}/conversation`, action: "assessment:review", run: converse },
  { method: "POST", path: `${exam}/release`, action: "assessment:release", run: release },
  { method: "POST", path: `${exam}/recall`, action: "report:recall", run: recall },
  { method: "GET", path: "/reports/:client/:date", action: "assessment:read", run: report },
];
