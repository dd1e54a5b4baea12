import {
  type Action,
  agreePlan,
  type Goal,
  type Plan,
  progress,
  type Reading,
  tickAction,
} from "../../../../shared/guidance/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { rangeInWords, Sparkline } from "../../charts/index.ts";
import { Button, ButtonLink, Empty, Icon, State } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { measureOf } from "../client/measures.ts";
import { Unsigned } from "./FindingCard.tsx";
import { type OwnFile, ownFile, ownNumber } from "./own.ts";

/** The plan in plain words, what to do today, and what to read. */
export async function showPlan(call: PageCall) {
  const { ctx, t, frame } = call;
  const file = await ownFile(call);
  const today = localDate(ctx.now(), file.client.zone);
  const { plan } = file;
  return (
    <ClientPage {...frame} title={t("me.plan")} current="client-plan">
      <div>
        <h1>{t("me.plan")}</h1>
        <p class="lead">{plan ? t(`me.path-${plan.path}`) : t("me.plan-none")}</p>
      </div>
      {plan ? <Agreement t={t} plan={plan} /> : null}
      {plan ? <Actions t={t} file={file} plan={plan} today={today} /> : null}
      {plan?.goals.length ? <Goals t={t} file={file} goals={plan.goals} today={today} /> : null}
      <ShelfCard t={t} shelf={file.shelf} />
      {!plan && !file.shelf.length ? (
        <section class="card">
          <Empty t={t} title={t("me.plan-empty")}>
            {t("me.plan-empty-hint")}
          </Empty>
        </section>
      ) : null}
    </ClientPage>
  );
}

function Agreement({ t, plan }: { t: Text; plan: Plan }) {
  if (plan.state === "agreed" && plan.agreedAt)
    return (
      <p>
        <State is="ok" word={t("me.agreed", { day: t.day(plan.agreedAt) })} />
      </p>
    );
  if (plan.state === "closed") return null;
  return (
    <section class="card nextstep" aria-labelledby="agree">
      <h2 id="agree">{t(plan.state === "revised" ? "me.agree-again" : "me.agree-title")}</h2>
      <p>{t("me.agree-text")}</p>
      <form method="post" action="/me/plan/agree">
        <Button kind="main">{t("me.agree")}</Button>
      </form>
    </section>
  );
}

const doneToday = (action: Action, today: PlainDate, zone: string): boolean =>
  action.done.some(({ at }) => localDate(at, zone) === today);

function Actions({ t, file, plan, today }: { t: Text; file: OwnFile; plan: Plan; today: PlainDate }) {
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
function Again({ t, action, followUps }: { t: Text; action: Action; followUps: OwnFile["followUps"] }) {
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

/** Readings of a goal's metric, from the released exams and from home. */
function readingsOf({ exams, measurements }: OwnFile, metric: string): Reading[] {
  const examined = exams.flatMap(({ date, results }) => {
    const value = results[metric]?.value;
    return typeof value === "number" ? [{ date, value }] : [];
  });
  const home = measurements.flatMap(({ date, values }) =>
    values.filter(({ item }) => item === metric).map(({ value }) => ({ date, value })),
  );
  return [...examined, ...home].sort((a, b) => a.date.localeCompare(b.date));
}

function Goals(props: { t: Text; file: OwnFile; goals: readonly Goal[]; today: PlainDate }) {
  const { t, file, goals, today } = props;
  return (
    <section class="card" aria-labelledby="goals">
      <h2 id="goals">{t("me.goals")}</h2>
      <ul class="tasks">
        {goals.map((goal) => {
          const readings = readingsOf(file, goal.metric);
          const { state, evidence } = progress(goal, readings, today);
          const { unit } = measureOf(goal.metric);
          return (
            <li class="line">
              <span>
                <b>{t.pick(goal.name)}</b>
                <span class="sub">
                  {t("me.goal-target", {
                    range: [rangeInWords(t, goal.target.low, goal.target.high), unit]
                      .filter(Boolean)
                      .join(" "),
                    day: t.fullDay(goal.by),
                  })}
                  {evidence.now
                    ? ` ${t("me.goal-now", { value: t.number(Math.round(evidence.now.value * 10) / 10) })}`
                    : ""}{" "}
                  {goal.status === "needs sign-off" ? <Unsigned t={t} /> : null}
                </span>
                <State
                  is={state === "reached" || state === "on-track" ? "ok" : "waiting"}
                  word={t(`me.goal-${state}`)}
                />
              </span>
              <Sparkline values={readings.slice(-8).map(({ value }) => value)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ShelfCard({ t, shelf }: { t: Text; shelf: OwnFile["shelf"] }) {
  if (!shelf.length) return null;
  return (
    <section class="card" aria-labelledby="shelf">
      <h2 id="shelf">{t("me.shelf")}</h2>
      <ul class="tasks">
        {shelf.map(({ assignment, piece }) => (
          <li class="line">
            <span>
              <a href={`/me/read/${piece.id}`}>{t.pick(piece.title)}</a>
              <span class="sub">{t("me.minutes", { n: piece.minutes })}</span>
            </span>
            <State
              is={assignment.state === "understood" ? "ok" : "waiting"}
              word={t(
                assignment.state === "understood"
                  ? "me.understood"
                  : assignment.state === "opened"
                    ? "me.begun"
                    : "me.unread",
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function agree(call: PageCall) {
  const { ctx, actor, t } = call;
  if (!(await ownFile(call)).plan) throw new NotFound();
  await agreePlan(ctx, ownNumber(actor));
  return see("/me/plan", { text: t("me.agreed-toast") });
}

export async function tick(call: PageCall) {
  const { ctx, actor, t, form } = call;
  if (!(await ownFile(call)).plan) throw new NotFound();
  const action = form.text("action");
  const done = form.text("done") !== "no";
  await tickAction(ctx, ownNumber(actor), action, done);
  return see("/me/plan", {
    text: t(done ? "me.ticked" : "me.unticked"),
    ...(done ? { undo: { action: "/me/plan/tick", fields: { action, done: "no" } } } : {}),
  });
}
