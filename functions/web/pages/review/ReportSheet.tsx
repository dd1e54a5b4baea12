import { rankNames } from "../../../../shared/access/index.ts";
import type { Assessment } from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { ageOn, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { FollowUp } from "../../../../shared/monitoring/index.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";
import { TrendChart } from "../../charts/index.ts";
import { Brand } from "../../components/index.ts";
import { measureOf } from "../client/measures.ts";
import { trendOf } from "../client/trend-of.ts";
import { scriptsOf } from "../clients/person.ts";
import { departmentName, outcomeKey } from "../departments/words.ts";
import { draftConclusion } from "./draft-conclusion.ts";
import { en, said, Two, zh } from "./in-both.tsx";
import { Results } from "./ReportResults.tsx";

export interface ReportModel {
  client: Client;
  assessment: Assessment;
  exam: ExamResults;
  /** This exam and the ones before it, newest first. */
  exams: readonly ExamResults[];
  turn: number | undefined;
  next: readonly FollowUp[];
  /** The signing physician's title. */
  title: Bilingual | undefined;
}

/** An A4 sheet in both languages: conclusion, every result, the trend that matters most, what comes next, the signature. */
export function Report({ report }: { report: ReportModel }) {
  return (
    <article class="sheet" lang="zh-CN">
      <header class="top">
        <Brand />
        <div>
          <h2>{zh("report.health-report")}</h2>
          <p lang="en">{en("report.health-report")}</p>
        </div>
        <p>
          {zh("report.centre")}
          <br />
          <span lang="en">{en("report.centre")}</span>
        </p>
      </header>
      <Who report={report} />
      <Conclusion report={report} />
      <Departments report={report} />
      <Results report={report} />
      <div class="pair">
        <MainTrend report={report} />
        <Next report={report} />
      </div>
      <End report={report} />
    </article>
  );
}

function Who({ report: { client, assessment } }: { report: ReportModel }) {
  const { han, latin } = scriptsOf(client);
  const { text, asked } = client.health.allergies;
  const facts: [Bilingual, string][] = [
    [said("report.name"), [han, latin].filter(Boolean).join(" ")],
    [
      said("report.sex-age"),
      `${zh(`sex.${client.sex}`)} ${en(`sex.${client.sex}`)}，${ageOn(client.birthDate, assessment.date)}`,
    ],
    [said("report.number"), client.number],
    [said("report.date"), assessment.date],
    [said("report.allergy"), text || zh(asked ? "report.allergy-none" : "report.allergy-unasked")],
  ];
  return (
    <dl class="id">
      {facts.map(([word, fact]) => (
        <div>
          <dt>
            <Two both={word} />
          </dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function Conclusion({ report: { assessment } }: { report: ReportModel }) {
  const { conclusion, reason } = assessment;
  return (
    <section>
      <h3>
        <Two both={said("report.conclusion")} />
      </h3>
      <div class="concl">
        <p class="said">{conclusion?.zh ?? draftConclusion(assessment, "zh")}</p>
        <p class="said" lang="en">
          {conclusion?.en ?? draftConclusion(assessment, "en")}
        </p>
        {reason ? (
          <p class="said">
            <Two both={{ zh: zh("review.because", { reason }), en: en("review.because", { reason }) }} />
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Departments({ report: { assessment } }: { report: ReportModel }) {
  const concluded = assessment.departments ?? [];
  if (!concluded.length) return null;
  return (
    <section>
      <h3>
        <Two both={said("dept.all")} />
      </h3>
      <ul class="plan">
        {concluded.map(({ department, text, outcome, by }) => (
          <li>
            <b>{departmentName(zh, department)}</b>
            <span>
              {text.zh ?? zh(outcomeKey(outcome))} <span class="quiet">{by.name}</span>
              <span lang="en">
                {departmentName(en, department)}: {text.en ?? en(outcomeKey(outcome))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The most urgent finding that has a course to show. */
function MainTrend({ report: { assessment, client, exams } }: { report: ReportModel }) {
  const measures = assessment.findings
    .flatMap(({ evidence }) => evidence.slice(0, 1))
    .map(({ item }) => measureOf(item));
  const trends = measures.map((measure) => trendOf(zh, measure, exams, client));
  const trend = trends.find(({ points }) => points.length > 1);
  if (!trend) return <div />;
  const measure = measures[trends.indexOf(trend)];
  return (
    <section>
      <h3>
        <Two both={{ zh: measure?.name.zh ?? "", en: `${measure?.name.en ?? ""}, ${measure?.unit ?? ""}` }} />
      </h3>
      <TrendChart t={zh} trend={trend} />
    </section>
  );
}

/** What follows; of a draft nothing is said where nothing is known, since only a signature sets it in motion. */
function Next({ report: { assessment, next } }: { report: ReportModel }) {
  if (!next.length && !assessment.signedAt) return null;
  return (
    <section>
      <h3>
        <Two both={said("report.next")} />
      </h3>
      {next.length ? (
        <ul class="plan">
          {next.map(({ due, act, name }) => (
            <li>
              <b>{due}</b>
              <span>
                {name.zh}：{act.zh}
                <span lang="en">
                  {name.en}: {act.en}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Two both={said("report.next-none")} />
        </p>
      )}
    </section>
  );
}

function End({ report: { client, assessment, turn, title } }: { report: ReportModel }) {
  const { signedAt, signedBy, second, ruleSet } = assessment;
  const unsure = assessment.findings.some(({ status }) => status === "needs sign-off");
  return (
    <footer class="end">
      <div class="closing">
        <p>
          {zh("report.covers", { rules: ruleSet })}
          {unsure ? zh("report.unsure") : null}
          <br />
          <span lang="en">
            {en("report.covers", { rules: ruleSet })} {unsure ? en("report.unsure") : null}
          </span>
        </p>
        {second && !second.by ? (
          <p class="unsigned">
            <Two both={said("second.waits")} />
          </p>
        ) : null}
        {signedAt && signedBy ? (
          <div class="seal">
            <p>
              <span class="sg">{signedBy.name}</span>
              <Two both={title ?? { zh: zh("role.physician"), en: en("role.physician") }} />
              <br />
              {zh.date(signedAt)} {zh.time(signedAt)} <Two both={said("report.signed")} />
              {second?.by && second.at ? (
                <>
                  <br />
                  <span class="sg">{second.by.name}</span>
                  {second.by.rank ? <Two both={rankNames[second.by.rank]} /> : null}
                  <br />
                  {zh.date(second.at)} {zh.time(second.at)} <Two both={said("second.paper")} />
                </>
              ) : null}
            </p>
            <Stamp day={zh.date(signedAt)} />
          </div>
        ) : (
          <p class="unsigned">
            <Two both={said("report.not-signed")} />
          </p>
        )}
      </div>
      <p class="foot">
        <span>
          {client.number}
          {turn === undefined ? null : (
            <>
              {" · "}
              <Two both={{ zh: zh("loop.turn", { n: turn }), en: en("loop.turn", { n: turn }) }} />
            </>
          )}
          {" · "}
          <Two both={said("report.confidential")} />
        </span>
        <span>
          <Two
            both={{
              zh: zh("review.version", { n: assessment.version }),
              en: en("review.version", { n: assessment.version }),
            }}
          />
        </span>
      </p>
    </footer>
  );
}

/** A ring in pine: the centre's own mark of review, not an official seal. */
function Stamp({ day }: { day: PlainDate }) {
  return (
    <svg
      viewBox="0 0 80 80"
      fill="none"
      stroke="currentColor"
      role="img"
      aria-label={zh("report.stamp-says")}
    >
      <circle cx="40" cy="40" r="37" stroke-width="2.5" />
      <circle cx="40" cy="40" r="31" stroke-width="1" />
      <text x="40" y="38" text-anchor="middle" class="word">
        {zh("report.stamp")}
      </text>
      <text x="40" y="54" text-anchor="middle">
        {day.replaceAll("-", ".")}
      </text>
    </svg>
  );
}
