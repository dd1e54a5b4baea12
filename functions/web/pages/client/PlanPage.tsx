import { mayEver } from "../../../../shared/access/index.ts";
import { unitText } from "../../../../shared/assessment/index.ts";
import type { Action, Goal, Plan } from "../../../../shared/guidance/index.ts";
import { progress, type Reading } from "../../../../shared/guidance/index.ts";
import { localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { Button, ErrorSummary, Field, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";

const owners = ["client", "health-manager", "physician", "family"] as const;
const cadences = ["once", "daily", "weekly", "monthly"] as const;

/** The plan whole: goals with where they stand, actions that the manager may hand on, agreement. */
export function PlanSheet({
  call,
  file,
  plan,
  mends,
}: {
  call: PageCall;
  file: ClientFile;
  plan: Plan;
  mends: Mends;
}) {
  const { t, ctx, actor } = call;
  const { number } = file.client;
  const today = localDate(ctx.now(), file.client.zone);
  const mayChange = mayEver(actor, "plan:change");
  return (
    <>
      <div class="head">
        <div>
          <h2>{t(`client.plan-path.${plan.path}`)}</h2>
          <p>
            {t("client.plan-sub", {
              n: plan.number,
              day: t.day(plan.draftedOn),
              state: t(`client.plan-state.${plan.state}`),
            })}
          </p>
        </div>
        <a class="btn" href={`/clients/${number}`}>
          {t("client.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <Agreement call={call} plan={plan} number={number} />
      <section class="card" aria-labelledby="goals">
        <h2 id="goals">{t("client.goals")}</h2>
        <Goals t={t} plan={plan} file={file} today={today} />
      </section>
      <section class="card" aria-labelledby="actions">
        <h2 id="actions">{t("client.actions")}</h2>
        <ul class="tasks">
          {plan.actions.map((action, at) => (
            <Line call={call} action={action} at={at} number={number} mayChange={mayChange} mends={mends} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Agreement({ call, plan, number }: { call: PageCall; plan: Plan; number: string }) {
  const { t, actor } = call;
  if (plan.state === "agreed")
    return plan.agreedAt ? <p>{t("client.agreed-at", { when: t.moment(plan.agreedAt) })}</p> : null;
  if (plan.state === "closed" || !mayEver(actor, "plan:agree")) return null;
  return (
    <form method="post" action={`/clients/${number}/plan/agree`} class="row">
      <Button kind="main" icon="check">
        {t("client.agree")}
      </Button>
      <span class="small quiet">{t("client.agree-hint")}</span>
    </form>
  );
}

function Goals({ t, plan, file, today }: { t: Text; plan: Plan; file: ClientFile; today: PlainDate }) {
  if (!plan.goals.length) return <p class="quiet">{t("client.goals-none")}</p>;
  return (
    <MarkedTable
      caption={t("client.goals")}
      columns={[
        { head: t("client.goal") },
        { head: t("client.start"), figure: true },
        { head: t("client.target") },
        { head: t("client.by") },
        { head: t("client.progress") },
      ]}
      rows={plan.goals.map((goal) => {
        const stands = progress(goal, readingsOf(goal, file), today);
        const now = stands.evidence.now;
        return {
          cells: [
            <>
              {t.pick(goal.name)}
              <span class="sub">
                {goal.source} · {t("review.rule", { rule: goal.rule })}
              </span>
              {goal.status === "needs sign-off" ? (
                <span class="signoff">{t("review.needs-sign-off")}</span>
              ) : null}
            </>,
            goal.start ? t.number(goal.start.value) : "–",
            targetText(t, goal),
            <span class="nowrap">{t.date(goal.by)}</span>,
            <>
              {now ? `${t.number(Math.round(now.value * 10) / 10)} ` : null}
              {t(`client.progress.${stands.state}`)}
            </>,
          ],
        };
      })}
    />
  );
}

/** Exam results and home readings of what the goal counts. */
function readingsOf({ metric }: Goal, { exams, measurements }: ClientFile): Reading[] {
  const examined = exams.flatMap(({ date, results }) => {
    const reading = results[metric];
    return reading && typeof reading.value === "number" ? [{ date, value: reading.value }] : [];
  });
  const home = measurements.flatMap(({ date, values }) =>
    values.filter(({ item }) => item === metric).map(({ value }) => ({ date, value })),
  );
  return [...examined, ...home];
}

function targetText(t: Text, { target: { low, high, unit } }: Goal): string {
  const written = unitText(unit);
  if (low !== undefined && high !== undefined)
    return t("client.target-between", { low: t.number(low), high: t.number(high), unit: written });
  if (high !== undefined) return t("client.target-below", { n: t.number(high), unit: written });
  return low === undefined ? "" : t("client.target-above", { n: t.number(low), unit: written });
}

function Line(props: {
  call: PageCall;
  action: Action;
  at: number;
  number: string;
  mayChange: boolean;
  mends: Mends;
}) {
  const { call, action, at, number, mayChange, mends } = props;
  const { t, form } = call;
  const refused = form.text("action") === action.id;
  const typed = <K extends string>(name: string, kept: K): string => (refused ? form.text(name) : kept);
  return (
    <li>
      <div class="row spread">
        <b>{t.pick(action.text)}</b>
        <span class="small">
          {t(`client.owner.${action.owner}`)} · {t(`client.cadence.${action.cadence}`)} · {t.date(action.due)}
        </span>
      </div>
      <p class="small">{t.pick(action.why)}</p>
      <p class="small quiet">
        {[
          action.needsPhysician ? t("client.needs-physician") : undefined,
          t("client.action-count", { n: action.done.length }),
          action.source,
          t("review.rule", { rule: action.rule }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {action.status === "needs sign-off" ? <span class="signoff">{t("review.needs-sign-off")}</span> : null}
      {mayChange ? (
        <details open={refused}>
          <summary>{t("client.change-action")}</summary>
          <form method="post" action={`/clients/${number}/plan`} class="row handover">
            <input type="hidden" name="action" value={action.id} />
            <Field t={t} name="owner" id={`owner-${at}`} label={t("client.owner")}>
              {(wiring) => (
                <select {...wiring}>
                  {owners.map((owner) => (
                    <option value={owner} selected={owner === typed("owner", action.owner)}>
                      {t(`client.owner.${owner}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field t={t} name="cadence" id={`cadence-${at}`} label={t("client.cadence")}>
              {(wiring) => (
                <select {...wiring}>
                  {cadences.map((cadence) => (
                    <option value={cadence} selected={cadence === typed("cadence", action.cadence)}>
                      {t(`client.cadence.${cadence}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              t={t}
              name="due"
              id={`due-${at}`}
              label={t("client.due")}
              error={refused ? mends.of("due") : undefined}
            >
              {(wiring) => <input {...wiring} type="date" value={typed("due", action.due)} />}
            </Field>
            <Button>{t("client.save")}</Button>
          </form>
        </details>
      ) : null}
    </li>
  );
}
