import type { Evidence, Finding } from "../../../../shared/assessment/index.ts";
import { unitText } from "../../../../shared/assessment/index.ts";
import { Flag, type FlagCode, Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { flagFor, type Measure, measureOf, seenAt, valueText } from "../client/measures.ts";
import { sourceText } from "../client/source-words.ts";
import type { ExamUnderReview } from "./exam.ts";
import { urgencies, urgencyOf } from "./urgency.ts";

/** Every finding, grouped by urgency: what, now, before, and on what each statement rests. */
export function Findings({ t, review }: { t: Text; review: ExamUnderReview }) {
  const { findings } = review.assessment;
  const told = findings.filter((finding) => finding.class !== "normal");
  if (!told.length)
    return (
      <section class="card">
        <p>{t("review.nothing-found")}</p>
      </section>
    );
  return (
    <div class="worklist">
      <table class="table rv">
        <caption class="sr">{t("review.findings-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("review.statement")}</th>
            <th scope="col" class="n">
              {t("review.now")}
            </th>
            <th scope="col" class="n">
              {t("review.before")}
            </th>
            <th scope="col">{t("review.evidence")}</th>
          </tr>
        </thead>
        {urgencies.map((urgency) => {
          const rows = told.filter((finding) => urgencyOf(finding.severity) === urgency);
          return rows.length ? (
            <tbody>
              <tr class="grp">
                <th colspan={4} scope="rowgroup">
                  {t(`review.urgency.${urgency}`)} <span class="quiet">{rows.length}</span>
                </th>
              </tr>
              {rows.map((finding) => (
                <Line t={t} finding={finding} review={review} />
              ))}
            </tbody>
          ) : null;
        })}
      </table>
    </div>
  );
}

function Line({ t, finding, review }: { t: Text; finding: Finding; review: ExamUnderReview }) {
  const first = finding.evidence[0];
  const others = finding.evidence.filter(({ item }) => !mainCodes(first).includes(item));
  return (
    <tr data-urgency={urgencyOf(finding.severity)}>
      <td class="st">
        <b>{t.pick(finding.name)}</b>
        <span class="sub">{t.pick(finding.meaning)}</span>
        <span class="tags">
          <span class="pill">{t(`review.class.${finding.class}`)}</span>
          {finding.needsConfirmation ? (
            <span class="state" data-state="waiting">
              <Icon name="clock" />
              {t("review.needs-confirmation")}
            </span>
          ) : null}
        </span>
      </td>
      <Now t={t} evidence={first} finding={finding} review={review} />
      <Before t={t} evidence={first} finding={finding} review={review} />
      <td class="src">
        {t.pick(finding.sentence)}
        {others.length ? <span class="sub">{t.list(others.map((one) => evidenceText(t, one)))}</span> : null}
        <span class="sub">
          {sourceText(t, finding.source)} · {t("review.rule", { rule: finding.rule })}
        </span>
        {finding.status === "needs sign-off" ? (
          <span class="signoff">{t("review.needs-sign-off")}</span>
        ) : null}
        {finding.signedOff ? (
          <span class="sub">
            {t("review.signed-off", { name: finding.signedOff.by, day: t.date(finding.signedOff.at) })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

const mainOf = (evidence: Evidence | undefined): Measure | undefined => evidence && measureOf(evidence.item);
const mainCodes = (evidence: Evidence | undefined): readonly string[] => mainOf(evidence)?.codes ?? [];

const evidenceText = (t: Text, { item, value, unit }: Evidence): string =>
  [t.pick(measureName(item)), valueText(t, { item, value }), unitText(unit)].filter(Boolean).join(" ");

const measureName = (item: string) =>
  item === "DBP" || item === "SBP" ? { en: item, zh: item } : measureOf(item).name;

type Part = { t: Text; evidence: Evidence | undefined; finding: Finding; review: ExamUnderReview };

function Now({ t, evidence, review }: Part) {
  const measure = mainOf(evidence);
  if (!evidence || !measure) return <td class="n" />;
  const seen = seenAt(t, measure, review.exam, review.client);
  const flag: FlagCode | undefined =
    seen?.flag ?? flagFor(evidence.item, { value: evidence.value }, review.client, review.exam.date);
  return (
    <td class="n">
      <span class="value">{seen?.text ?? valueText(t, evidence)}</span>{" "}
      <span class="unit">{unitText(evidence.unit)}</span>
      {flag ? (
        <span class="fl">
          <Flag t={t} flag={flag} />
        </span>
      ) : null}
    </td>
  );
}

/** The last exam that measured it, with the change as a word and, where both are exact, as a number. */
function Before({ t, evidence, finding, review }: Part) {
  const measure = mainOf(evidence);
  const then = measure && review.earlier.map((exam) => seenAt(t, measure, exam, review.client)).find(Boolean);
  const now = measure && seenAt(t, measure, review.exam, review.client);
  const step =
    then?.value !== undefined && now?.value !== undefined && measure?.codes.length === 1
      ? t.number(Math.round((now.value - then.value) * 1000) / 1000)
      : undefined;
  const text = then?.text ?? (finding.previous ? valueText(t, finding.previous) : undefined);
  const date = then?.date ?? finding.previous?.date;
  return (
    <td class="n quiet">
      {text ?? t("review.not-measured")}
      <span class="sub">
        {[t(`review.change.${finding.change}`), step && !step.startsWith("−") ? `+${step}` : step]
          .filter(Boolean)
          .join(" ")}
      </span>
      {date ? <span class="sub nowrap">{t.date(date)}</span> : null}
    </td>
  );
}
