import { helpLines, unitText } from "../../../../shared/assessment/index.ts";
import type { Answered } from "../../../../shared/loop/index.ts";
import { catalogueItem } from "../../../../shared/testing/index.ts";
import { ButtonLink, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What the client reads at the end: help first where it is needed, then the plain result, which is no diagnosis. */
export function Outcome({ t, answered }: { t: Text; answered: Answered }) {
  return (
    <>
      {answered.urgent ? <Safety t={t} kept /> : null}
      <section class="card" aria-labelledby="kept">
        <h2 id="kept">{t("quest.thanks")}</h2>
        <p>{resultIn(t, answered)}</p>
        <p>{t("quest.no-diagnosis")}</p>
        <div class="two">
          <ButtonLink href="/me/questionnaires">{t("quest.back")}</ButtonLink>
          <ButtonLink href="/me">{t("quest.home")}</ButtonLink>
        </div>
      </section>
    </>
  );
}

/** Whom to call now; that the centre calls is said where the answers are with it. */
export function Safety({ t, kept }: { t: Text; kept?: boolean }) {
  return (
    <Note kind="watch" icon="phone">
      <h2>{t("quest.safety")}</h2>
      {kept ? <p>{t("quest.safety-call")}</p> : null}
      <p>{t("quest.safety-now")}</p>
      <ul class="lines">
        {helpLines.map(({ number, name }) => (
          <li>
            <a class="btn" href={`tel:${number}`}>
              {number}
            </a>{" "}
            {t.pick(name)}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function resultIn(t: Text, { questionnaire, score }: Answered): string {
  if (!score) return "";
  if (score.value === null) return score.notComputed ? t.pick(score.notComputed) : "";
  const top = catalogueItem(questionnaire.code)?.likely?.high;
  const value = t.number(score.value, score.decimals);
  const sum = top
    ? t("quest.sum-of", { value, top })
    : [value, unitText(score.unit)].filter(Boolean).join(" ");
  return score.band
    ? t("quest.result", { sum, band: t.pick(score.band.label) })
    : t("quest.result-plain", { sum });
}
