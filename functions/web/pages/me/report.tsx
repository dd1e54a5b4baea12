import {
  type Assessment,
  type AssessmentView,
  primaryRisk,
  type RecalledReport,
  readAssessment,
  recallOf,
  type Score,
} from "../../../../shared/assessment/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { readShares } from "../../../../shared/loop/index.ts";
import { catalogueItem, readAppointments } from "../../../../shared/testing/index.ts";
import { ButtonLink, GradeChip } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames, nameOf } from "../client/banner-of.ts";
import { Gone } from "../client/Gone.tsx";
import { causeKey } from "../review/cause.ts";
import { figure } from "../scores/score-words.ts";
import { ReadWithDoctor } from "./Appointments.tsx";
import { Departments } from "./Departments.tsx";
import { DoctorsWords } from "./DoctorsWords.tsx";
import { Unsigned } from "./FindingCard.tsx";
import { ownNumber } from "./own.ts";
import { RiskInWords } from "./RiskInWords.tsx";
import { ShareCard } from "./ShareCard.tsx";
import { Values } from "./Values.tsx";
import { Versions } from "./Versions.tsx";

/** The whole report of one exam, for the screen and for paper: every value with its range, every score in words. */
export async function showReport(call: PageCall) {
  const { ctx, actor, t, frame, params } = call;
  const number = ownNumber(actor);
  const recalled = await recallOf(ctx, number, params["date"] ?? "");
  if (recalled) return takenBack(call, recalled);
  const [view, shares, appointments] = await Promise.all([
    readAssessment(ctx, number, params["date"]),
    readShares(ctx, number),
    readAppointments(ctx, number),
  ]);
  const { date } = view.assessment;
  const others = [...new Set(view.versions.map((one) => one.date))].filter((one) => one !== date);
  return (
    <ClientPage {...frame} title={titleOf(t, date)} current="client-home">
      <ReportBody t={t} view={view} own />
      <ReadWithDoctor t={t} date={date} appointments={appointments} />
      <section class="card" aria-labelledby="keep" data-screen>
        <h2 id="keep">{t("paper.pdf")}</h2>
        <div class="row">
          <ButtonLink href={`/me/report/${date}.pdf?lang=zh`}>{t("paper.pdf-zh")}</ButtonLink>
          <ButtonLink href={`/me/report/${date}.pdf?lang=en`}>{t("paper.pdf-en")}</ButtonLink>
          <ButtonLink href={`/me/report/${date}.pdf?lang=both`}>{t("paper.pdf-both")}</ButtonLink>
        </div>
      </section>
      <ShareCard call={call} date={date} shares={shares.filter((one) => one.date === date)} />
      {others.length ? (
        <section class="card" aria-labelledby="others" data-screen>
          <h2 id="others">{t("me.earlier-reports")}</h2>
          <ul class="tasks">
            {others.map((one) => (
              <li>
                <a href={`/me/report/${one}`}>{t.fullDay(one)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </ClientPage>
  );
}

const titleOf = (t: Text, date: PlainDate): string => t("me.report-title", { day: t.fullDay(date) });

/** What a report says, without what its owner can do with it; `own` leads on to the owner's other pages. */
export function ReportBody({ t, view, own = false }: { t: Text; view: AssessmentView; own?: boolean }) {
  const { client, assessment } = view;
  const released = new Set(view.versions.map(({ date }) => date));
  const exams = view.exams.filter(({ date }) => released.has(date));
  const exam = exams.find(({ date }) => date === assessment.date);
  const before = exams.filter(({ date }) => date < assessment.date);
  return (
    <>
      <div>
        <h1>{titleOf(t, assessment.date)}</h1>
        <p class="lead">
          {nameOf(t, client)} · {client.number}
        </p>
      </div>
      <section class="card" aria-labelledby="grade">
        <h2 id="grade">{t("me.overall")}</h2>
        <p>
          <GradeChip t={t} grade={gradeNames[assessment.grade.path]} plain />
        </p>
        <p>{t(`me.grade-${assessment.grade.path}`)}</p>
        <Missing t={t} assessment={assessment} />
      </section>
      <DoctorsWords t={t} assessment={assessment} />
      <Versions t={t} versions={view.versions.filter(({ date }) => date === assessment.date)} />
      <Findings t={t} assessment={assessment} />
      <Departments t={t} assessment={assessment} />
      <Gone t={t} assessment={assessment} exams={exams} whom={client} reader="client" />
      {exam ? <Values t={t} exam={exam} before={before} whom={client} /> : null}
      <RiskInWords t={t} scores={assessment.scores} />
      <Scores t={t} scores={assessment.scores} own={own} />
    </>
  );
}

/** In the place of a recalled report: that it was taken back, and why. */
function takenBack({ t, frame }: PageCall, { date, at, cause, reason }: RecalledReport) {
  return (
    <ClientPage {...frame} title={t("recall.yours")} current="client-home">
      <section class="card" aria-labelledby="recalled">
        <h1 id="recalled">{t("recall.yours")}</h1>
        <p>{t("recall.yours-text", { day: t.fullDay(date), when: t.fullDay(at) })}</p>
        <p>{t("recall.yours-why", { cause: t(causeKey(cause)) })}</p>
        <p class="said">{reason}</p>
      </section>
    </ClientPage>
  );
}

const named = (t: Text, code: string): string => t.pick(catalogueItem(code)?.name ?? { en: code, zh: code });

function Missing({ t, assessment: { grade } }: { t: Text; assessment: Assessment }) {
  if (!grade.missing.length) return null;
  const names = grade.missing.map((code) => named(t, code));
  return <p class="small quiet">{t("me.not-examined", { items: t.list(names) })}</p>;
}

function Findings({ t, assessment }: { t: Text; assessment: Assessment }) {
  const found = assessment.findings.filter((finding) => finding.class !== "normal");
  if (!found.length) return null;
  return (
    <section class="card" aria-labelledby="findings">
      <h2 id="findings">{t("me.findings")}</h2>
      <ul class="tasks">
        {found.map((finding) => (
          <li>
            <b>
              {finding.needsConfirmation
                ? t("me.not-confirmed", { name: t.pick(finding.name) })
                : t.pick(finding.name)}
            </b>
            <p>{t.pick(finding.meaning)}</p>
            <p class="small quiet">
              {t.pick(finding.sentence)} {t("me.source", { source: finding.source })}{" "}
              {finding.status === "needs sign-off" ? <Unsigned t={t} /> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Scores({ t, scores, own }: { t: Text; scores: readonly Score[]; own: boolean }) {
  const shown = scores.filter(({ id, value }) => value !== null && id !== primaryRisk);
  if (!shown.length) return null;
  return (
    <section class="card" aria-labelledby="scores">
      <h2 id="scores">{t("me.scores")}</h2>
      <ul class="tasks">
        {shown.map((score) => (
          <li>
            <b>{t.pick(score.name)}</b>
            <p>{inWords(t, score)}</p>
            <p class="small quiet">{t("me.source", { source: score.source })}</p>
          </li>
        ))}
      </ul>
      {own ? (
        <p data-screen>
          <a href="/me/scores">{t("score.your-scores")}</a>
        </p>
      ) : null}
    </section>
  );
}

function inWords(t: Text, score: Score): string {
  const number = figure(t, score);
  if (!score.band) return number;
  const band = t.pick(score.band.label);
  return number ? t("me.score", { band, value: number }) : band;
}
