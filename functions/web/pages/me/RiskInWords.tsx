import {
  formulaCalled,
  ofHundred,
  primaryRisk,
  type Score,
  unitText,
  valuesOf,
  type WhatIf,
  whatWouldHelp,
} from "../../../../shared/assessment/index.ts";
import { HundredPeople } from "../../charts/index.ts";
import type { Text } from "../../text/index.ts";

/** The risk in whole people of a hundred, and what would lower it: every figure a run of the same formula. */
export function RiskInWords({ t, scores }: { t: Text; scores: readonly Score[] }) {
  const score = scores.find(({ id }) => id === primaryRisk);
  const one = formulaCalled(primaryRisk);
  if (!one || !score) return null;
  // A visit that only looked at one thing again was never meant to tell it.
  if (score.value === null && score.missing.length > 2) return null;
  if (score.value === null)
    return (
      <section class="card" aria-labelledby="risk-words">
        <h2 id="risk-words">{t("score.client-title")}</h2>
        <p>{score.notComputed ? t.pick(score.notComputed) : null}</p>
      </section>
    );
  const { count, fewerThanOne } = ofHundred(score.value);
  const { each, together } = whatWouldHelp(one, valuesOf(one, score));
  const lowering = each.filter(({ value }) => value < (score.value ?? 0));
  return (
    <section class="card" aria-labelledby="risk-words">
      <h2 id="risk-words">{t("score.client-title")}</h2>
      <p>
        {fewerThanOne ? t("score.fewer-than-one") : t("score.of-hundred", { n: count, rest: 100 - count })}
      </p>
      <HundredPeople count={count} title={t("score.picture", { n: count })} />
      <p class="small quiet">{t("score.like-you")}</p>
      {lowering.length && count > 0 ? (
        <>
          <h3>{t("score.helps")}</h3>
          <ul class="lines">
            <li>{t("score.you-now", { n: count })}</li>
            {lowering.map((change) => (
              <li>{t("score.you-would", { what: whatOf(t, change), n: ofHundred(change.value).count })}</li>
            ))}
            {together ? (
              <li>
                <b>
                  {t("score.you-would", { what: t("score.what-all"), n: ofHundred(together.value).count })}
                </b>
              </li>
            ) : null}
          </ul>
        </>
      ) : null}
      <p class="small quiet">
        {t("score.talk")} {t("score.approximation")}
      </p>
    </section>
  );
}

const whatOf = (t: Text, { key, label, to, unit }: WhatIf): string =>
  key === "smoker"
    ? t("score.what-smoke")
    : t("score.what-value", { name: t.pick(label), to: t.number(Number(to)), unit: unitText(unit) });
