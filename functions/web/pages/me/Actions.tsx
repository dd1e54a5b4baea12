import type { Action, Plan } from "../../../../shared/guidance/index.ts";
import { localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, Icon, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { Unsigned } from "./FindingCard.tsx";

const doneToday = (action: Action, today: PlainDate, zone: string): boolean =>
  action.done.some(({ at }) => localDate(at, zone) === today);

/** What she does, to be ticked day by day, and what others do for her. */
export function Actions({
  t,
  file,
  plan,
  today,
}: {
  t: Text;
  file: ClientFile;
  plan: Plan;
  today: PlainDate;
}) {
  const mine = plan.actions.filter(({ owner }) => owner === "client");
  const ours = plan.actions.filter(({ owner }) => owner !== "client");
  return (
    <>
      {mine.length ? (
        <section class="card" aria-labelledby="mine">
          <h2 id="mine">{t("me.mine")}</h2>
          <ul class="tasks">
            {mine.map((action) => (
              <li class="line">
                <span>
                  {t.pick(action.text)}
                  <span class="sub">
                    {t(`me.cadence-${action.cadence}`, { day: t.day(action.due) })} {t.pick(action.why)}{" "}
                    {action.status === "needs sign-off" ? <Unsigned t={t} /> : null}
                  </span>
                </span>
                {action.kind === "recheck" ? (
                  <Again t={t} action={action} followUps={file.followUps} />
                ) : (
                  <Tick t={t} plan={plan} action={action} done={doneToday(action, today, file.client.zone)} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {ours.length ? (
        <section class="card" aria-labelledby="ours">
          <h2 id="ours">{t("me.ours")}</h2>
          <ul class="tasks">
            {ours.map((action) => (
              <li>
                {t.pick(action.text)}
                <span class="sub">
                  {t(`me.owner-${action.owner}`)} · {t("me.until", { day: t.day(action.due) })}{" "}
                  {action.status === "needs sign-off" ? <Unsigned t={t} /> : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Where a re-check of the plan stands: to be booked, booked, or settled. */
function Again({ t, action, followUps }: { t: Text; action: Action; followUps: ClientFile["followUps"] }) {
  const open = followUps.find((one) => isOpen(one) && action.findings.includes(one.finding));
  if (!open) return <State is="ok" word={t("me.settled")} />;
  if (open.booking) return <State is="ok" word={t("me.booked-on", { day: t.day(open.booking.date) })} />;
  return (
    <ButtonLink size="small" href="/me/visits?for=recheck#book">
      {t("me.do-book")}
    </ButtonLink>
  );
}

function Tick({ t, plan, action, done }: { t: Text; plan: Plan; action: Action; done: boolean }) {
  if (plan.state === "closed") return null;
  const times = action.cadence === "once" ? 0 : action.done.length;
  return (
    <form method="post" action="/me/plan/tick" class="tick">
      <input type="hidden" name="action" value={action.id} />
      {done ? (
        <>
          <State is="ok" word={t(action.cadence === "once" ? "me.done" : "me.done-today")} />
          <Button
            kind="plain"
            size="small"
            name="done"
            value="no"
            label={`${t("kit.undo")}: ${t.pick(action.text)}`}
          >
            {t("kit.undo")}
          </Button>
        </>
      ) : (
        <Button size="small" name="done" value="yes" label={`${t("me.tick")}: ${t.pick(action.text)}`}>
          <Icon name="check" />
          {t("me.tick")}
        </Button>
      )}
      {times > 0 ? <span class="sub">{t("me.times", { n: times })}</span> : null}
    </form>
  );
}
