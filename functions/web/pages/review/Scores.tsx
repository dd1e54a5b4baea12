import { formulaCalled, type Score, unitText } from "../../../../shared/assessment/index.ts";
import { GradeChip } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "../client/banner-of.ts";
import { measureOf, valueText } from "../client/measures.ts";
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

/** Every score: the number and its band, what went in, what was missing, or why there is none. */
export function Scores({ t, scores }: { t: Text; scores: readonly Score[] }) {
  if (!scores.length) return null;
  return (
    <section class="card" aria-labelledby="scores-title">
      <h2 id="scores-title">{t("review.scores")}</h2>
      <ul class="tasks scores">
        {scores.map((score) => (
          <li>
            <div class="row spread">
              <b>{t.pick(score.name)}</b>
              {score.value === null ? (
                <span class="small quiet">{t("review.not-computed")}</span>
              ) : (
                <span>
                  <span class="value">{t.number(score.value, score.decimals)}</span>{" "}
                  <span class="unit">{unitText(score.unit)}</span>
                </span>
              )}
            </div>
            {score.band ? <p class="small">{t.pick(score.band.label)}</p> : null}
            <p class="small quiet">{score.value === null ? why(t, score) : inputs(t, score)}</p>
            {score.note ? <p class="small quiet">{t.pick(score.note)}</p> : null}
            <p class="small quiet">{score.source}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const itemName = (code: string) =>
  code === "SBP" || code === "DBP" ? { en: code, zh: code } : measureOf(code).name;

const inputs = (t: Text, { id, inputs }: Score): string =>
  t("review.score-inputs", {
    inputs: t.list(Object.entries(inputs).map(([key, value]) => inputText(t, id, key, value))),
  });

function inputText(t: Text, score: string, key: string, value: number | string | boolean): string {
  const asked = formulaCalled(score)?.inputs[key];
  const name = asked ? t.pick(asked.label) : key;
  if (key === "sex") return `${name} ${t(value === "female" ? "sex.female" : "sex.male")}`;
  if (typeof value === "boolean") return `${name} ${t(value ? "review.yes" : "review.no")}`;
  return `${name} ${valueText(t, { value })}`;
}

function why(t: Text, score: Score): string {
  if (score.missing.length)
    return t("review.score-missing", { names: t.list(score.missing.map((code) => t.pick(itemName(code)))) });
  return score.notComputed ? t.pick(score.notComputed) : t("review.score-outside");
}
