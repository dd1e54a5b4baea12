import { primaryRisk, type Score } from "../../../../shared/assessment/index.ts";
import { GradeChip, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "../client/banner-of.ts";
import { measureOf } from "../client/measures.ts";
import { InLarge } from "../scores/Explained.tsx";
import { figure, inGroups } from "../scores/score-words.ts";
import type { ExamUnderReview } from "./exam.ts";

/** The proposed grade, and plainly what it does not rest on. */
export function GradeCard({ t, review }: { t: Text; review: ExamUnderReview }) {
  const { grade, findings, ruleSet } = review.assessment;
  const because = findings.filter(({ rule }) => grade.reasons.includes(rule));
  return (
    <section class="card" aria-labelledby="grade-title">
      <header>
        <h2 id="grade-title">{t("review.grade")}</h2>
        <GradeChip t={t} grade={gradeNames[grade.path]} />
      </header>
      {because.length ? (
        <p class="small quiet">
          {t("review.grade-because", {
            names: t.list([...new Set(because.map(({ name }) => t.pick(name)))]),
          })}
        </p>
      ) : null}
      {grade.asFarAsExamined ? (
        <p class="small">
          <b>{t("review.as-far-as-examined")}</b>{" "}
          {t("review.not-examined", { names: t.list(grade.missing.map((code) => t.pick(itemName(code)))) })}
        </p>
      ) : null}
      <p class="small quiet">{t("review.rule-set", { id: ruleSet })}</p>
    </section>
  );
}

/** The risk that is spoken of with the client, on its line, with the way to how it comes about. */
export function PrimaryRisk({ t, review }: { t: Text; review: ExamUnderReview }) {
  const score = review.assessment.scores.find(({ id }) => id === primaryRisk);
  if (!score) return null;
  return (
    <section class="card" aria-labelledby="primary">
      <h2 id="primary">{t("score.primary")}</h2>
      {score.value === null ? (
        <>
          <p>
            {t.pick(score.name)}: {t("score.not-computed")}
          </p>
          <p class="small quiet">{score.notComputed ? t.pick(score.notComputed) : null}</p>
        </>
      ) : (
        <InLarge t={t} score={score} />
      )}
      <p class="small">
        <a href={explained(review, score)}>{t("score.explain")}</a>
      </p>
    </section>
  );
}

const explained = ({ client, assessment }: ExamUnderReview, { id }: Score): string =>
  `/clients/${client.number}/scores/${id}?exam=${assessment.date}`;

/** Every score in the groups a physician reads them in, each with the way to how it comes about; what could not be computed is folded, with why. */
export function Scores({ t, review }: { t: Text; review: ExamUnderReview }) {
  const { scores } = review.assessment;
  if (!scores.length) return null;
  const computed = scores.filter(({ value }) => value !== null);
  const not = scores.filter(({ value }) => value === null);
  return (
    <section class="card" aria-labelledby="scores-title">
      <h2 id="scores-title">{t("review.scores")}</h2>
      <Table t={t} review={review} scores={computed.slice(0, first)} />
      {computed.length > first ? (
        <details>
          <summary>{t("score.others", { n: computed.length - first })}</summary>
          <Table t={t} review={review} scores={computed.slice(first)} />
        </details>
      ) : null}
      {not.length ? (
        <details>
          <summary>{t("score.could-not", { n: not.length })}</summary>
          <ul class="lines small">
            {not.map((score) => (
              <li>
                <a href={explained(review, score)}>{t.pick(score.name)}</a>{" "}
                <span class="quiet">{score.notComputed ? t.pick(score.notComputed) : null}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The heart's scores and the pressure classes stand first in every rule set. */
const first = 8;

const Table = ({ t, review, scores }: { t: Text; review: ExamUnderReview; scores: readonly Score[] }) => (
  <MarkedTable
    caption={t("review.scores")}
    kind="scores"
    columns={[
      { head: t("score.name"), silent: true },
      { head: t("score.now"), figure: true },
      { head: t("score.band") },
    ]}
    rows={inGroups(t, scores, ({ id }) => id).map(({ of, group }) => ({
      group,
      cells: [
        <a href={explained(review, of)}>{t.pick(of.name)}</a>,
        <span class="value">{figure(t, of)}</span>,
        of.band ? t.pick(of.band.label) : null,
      ],
    }))}
  />
);

const itemName = (code: string) =>
  code === "SBP" || code === "DBP" ? { en: code, zh: code } : measureOf(code).name;
