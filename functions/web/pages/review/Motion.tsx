import type { FollowUp } from "../../../../shared/monitoring/index.ts";
import { recheckRule } from "../../../../shared/monitoring/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { InMotion, Planned } from "./set-in-motion.ts";

/** In the sign dialog: how many follow-ups, when each is due, and everything else the signature does. */
export function WhatItDoes({ t, planned }: { t: Text; planned: Planned }) {
  const { opens, keeps, closes, turn } = planned;
  return (
    <>
      {opens.length || !keeps.length ? <p>{t("review.sign-opens", { n: opens.length })}</p> : null}
      {opens.length ? <FollowUpList t={t} followUps={opens} /> : null}
      <ul class="check">
        {turn === undefined ? null : (
          <li>{t(turn === 1 ? "review.sign-first-turn" : "review.sign-turn", { n: turn })}</li>
        )}
        {keeps.length ? <li>{t("review.sign-keeps", { n: keeps.length })}</li> : null}
        {closes.length ? <li>{t("review.sign-closes", { n: closes.length })}</li> : null}
        {turn === undefined ? null : <li>{t("review.sign-plan")}</li>}
        <li>{t("review.sign-not-yet")}</li>
      </ul>
    </>
  );
}

/** Beside a signed exam: what its signature set in motion, and how far it has come. */
export function InMotionCard({ t, motion, client }: { t: Text; motion: InMotion; client: string }) {
  const { followUps, plan, reading, cycle } = motion;
  return (
    <section class="card" aria-labelledby="motion-title">
      <header>
        <h2 id="motion-title">{t("review.in-motion")}</h2>
        {cycle ? <span class="small quiet">{t("loop.turn", { n: cycle.number })}</span> : null}
      </header>
      <p class="small quiet">{t("review.followed", { n: followUps.length })}</p>
      {followUps.length ? <FollowUpList t={t} followUps={followUps} states /> : null}
      {plan ? (
        <p class="small">
          {t("review.plan-drafted", { goals: plan.goals.length, actions: plan.actions.length })}{" "}
          <a href={`/clients/${client}/plan`}>{t("review.open-plan")}</a>
        </p>
      ) : null}
      {reading.length ? (
        <p class="small">
          {t("review.reading", {
            n: reading.length,
            titles: t.list(reading.map(({ piece }) => t.pick(piece.title))),
          })}
        </p>
      ) : null}
    </section>
  );
}

function FollowUpList({
  t,
  followUps,
  states,
}: {
  t: Text;
  followUps: readonly FollowUp[];
  states?: boolean | undefined;
}) {
  return (
    <ul class="tasks">
      {followUps.map((followUp) => (
        <li>
          <div class="row spread">
            <b>{t.pick(followUp.name)}</b>
            <span class="small">{t("review.due", { day: t.date(followUp.due) })}</span>
          </div>
          <p class="small">{t.pick(followUp.act)}</p>
          <p class="small quiet">
            {t("review.window", { from: t.date(followUp.opens), to: t.date(followUp.overdueAfter) })} ·{" "}
            {t(`role.${followUp.owner}`)}
          </p>
          {recheckRule(followUp.rule).status === "needs sign-off" ? (
            <span class="signoff">{t("review.needs-sign-off")}</span>
          ) : null}
          {states ? (
            <p class="small">
              <State is="waiting" word={t(`client.follow-up.${followUp.state}`)} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
