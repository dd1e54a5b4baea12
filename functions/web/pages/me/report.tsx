import {
  type Assessment,
  primaryRisk,
  readAssessment,
  type Score,
} from "../../../../shared/assessment/index.ts";
import { catalogueItem } from "../../../../shared/testing/index.ts";
import { GradeChip } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames, nameOf } from "../client/banner-of.ts";
import { Gone } from "../client/Gone.tsx";
import { figure } from "../scores/score-words.ts";
import { DoctorsWords } from "./DoctorsWords.tsx";
import { Unsigned } from "./FindingCard.tsx";
import { ownNumber } from "./own.ts";
import { RiskInWords } from "./RiskInWords.tsx";
import { Values } from "./Values.tsx";
import { Versions } from "./Versions.tsx";

/** The whole report of one exam, for the screen and for paper: every value with its range, every score in words. */
export async function showReport({ ctx, actor, t, frame, params }: PageCall) {
  const view = await readAssessment(ctx, ownNumber(actor), params["date"]);
  const { client, assessment } = view;
  const released = new Set(view.versions.map(({ date }) => date));
  const exams = view.exams.filter(({ date }) => released.has(date));
  const exam = exams.find(({ date }) => date === assessment.date);
  const before = exams.filter(({ date }) => date < assessment.date);
  const others = [...released].filter((date) => date !== assessment.date);
  const title = t("me.report-title", { day: t.fullDay(assessment.date) });
  return (
    <ClientPage {...frame} title={title} current="client-home">
      <div>
        <h1>{title}</h1>
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
      <Gone t={t} assessment={assessment} exams={exams} whom={client} reader="client" />
      {exam ? <Values t={t} exam={exam} before={before} whom={client} /> : null}
      <RiskInWords t={t} scores={assessment.scores} />
      <Scores t={t} scores={assessment.scores} />
      <p class="small quiet" data-screen>
        {t("me.print")}
      </p>
      {others.length ? (
        <section class="card" aria-labelledby="others" data-screen>
          <h2 id="others">{t("me.earlier-reports")}</h2>
          <ul class="tasks">
            {others.map((date) => (
              <li>
                <a href={`/me/report/${date}`}>{t.fullDay(date)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
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

function Scores({ t, scores }: { t: Text; scores: readonly Score[] }) {
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
      <p data-screen>
        <a href="/me/scores">{t("score.your-scores")}</a>
      </p>
    </section>
  );
}

function inWords(t: Text, score: Score): string {
  const number = figure(t, score);
  if (!score.band) return number;
  const band = t.pick(score.band.label);
  return number ? t("me.score", { band, value: number }) : band;
}
