import { type Goal, progress, type Reading } from "../../../../shared/guidance/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { rangeInWords, Sparkline } from "../../charts/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { measureOf } from "../client/measures.ts";
import { Unsigned } from "./FindingCard.tsx";

/** Readings of a goal's metric, from the released exams and from home. */
function readingsOf({ exams, measurements }: ClientFile, metric: string): Reading[] {
  const examined = exams.flatMap(({ date, results }) => {
    const value = results[metric]?.value;
    return typeof value === "number" ? [{ date, value }] : [];
  });
  const home = measurements.flatMap(({ date, values }) =>
    values.filter(({ item }) => item === metric).map(({ value }) => ({ date, value })),
  );
  return [...examined, ...home].sort((a, b) => a.date.localeCompare(b.date));
}

/** Where the plan should lead, and how far she has come. */
export function Goals(props: { t: Text; file: ClientFile; goals: readonly Goal[]; today: PlainDate }) {
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
