import { unitText } from "../../../../shared/assessment/index.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { TrendChart, type TrendModel } from "../../charts/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { measureOf } from "./measures.ts";

interface Given {
  t: Text;
  file: ClientFile;
}

const shownAtOnce = 6;

export function PlanCard({ t, file }: Given) {
  const { plan, client } = file;
  return (
    <section class="card" aria-labelledby="plan">
      <header>
        <h2 id="plan">{t("client.plan")}</h2>
        {plan ? <span class="quiet small">{t(`client.plan-state.${plan.state}`)}</span> : null}
      </header>
      {plan ? (
        <>
          <p class="small">
            <b>{t(`client.plan-path.${plan.path}`)}</b>
            <br />
            <span class="quiet">
              {t("client.plan-counts", {
                goals: plan.goals.length,
                actions: plan.actions.length,
                done: plan.actions.reduce((sum, { done }) => sum + done.length, 0),
              })}
            </span>
          </p>
          <ul class="lines small">
            {plan.goals.slice(0, shownAtOnce).map(({ name, by }) => (
              <li>
                {t.pick(name)} <span class="quiet">{t.date(by)}</span>
              </li>
            ))}
          </ul>
          <a href={`/clients/${client.number}/plan`}>{t("client.plan-open")}</a>
        </>
      ) : (
        <p class="quiet">{t("client.plan-none")}</p>
      )}
    </section>
  );
}

export function EducationCard({ t, file }: Given) {
  return (
    <section class="card" aria-labelledby="education">
      <h2 id="education">{t("client.education")}</h2>
      {file.shelf.length ? (
        <ul class="tasks">
          {file.shelf.map(({ assignment, piece }) => (
            <li>
              <b>{t.pick(piece.title)}</b>
              <p class="small">
                <State
                  is={assignment.state === "understood" ? "ok" : "waiting"}
                  word={t(`client.education-state.${assignment.state}`)}
                />{" "}
                <span class="quiet">
                  {t("client.minutes", { n: piece.minutes })}
                  {assignment.score === undefined ? null : ` · ${t("client.score", { n: assignment.score })}`}
                </span>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("client.education-none")}</p>
      )}
    </section>
  );
}

/** One chart for each kind of reading there is; blood pressure with both of its lines. */
export function HomeCard({ t, file }: Given) {
  const kinds = [...new Set(file.measurements.map(({ kind }) => kind))];
  return (
    <section class="card" aria-labelledby="home">
      <h2 id="home">{t("client.home")}</h2>
      {kinds.length ? (
        kinds.map((kind) => <TrendChart t={t} trend={homeTrend(t, file, kind)} />)
      ) : (
        <p class="quiet">{t("client.home-none")}</p>
      )}
    </section>
  );
}

function homeTrend(t: Text, { measurements }: ClientFile, kind: string): TrendModel {
  const readings = measurements.filter((one) => one.kind === kind);
  const [first, other] = readings[0]?.values ?? [];
  const measure = measureOf(first?.item ?? "");
  const pointsOf = (index: number) =>
    readings.flatMap(({ date, values, device }) => {
      const value = values[index];
      return value
        ? [{ at: date, value: value.value, source: t(device ? "client.by-device" : "client.at-home") }]
        : [];
    });
  return {
    id: `home-${kind}`,
    name: t.pick(measure.name),
    unit: unitText(first?.unit ?? ""),
    caption: t("client.results", { n: readings.length }),
    points: pointsOf(0),
    second: other ? { name: t("client.lower"), points: pointsOf(1) } : undefined,
  };
}
