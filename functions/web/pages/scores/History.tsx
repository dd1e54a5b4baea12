import { formulaCalled, type Score, type ScoreSeries } from "../../../../shared/assessment/index.ts";
import { Sparkline, TrendChart } from "../../charts/index.ts";
import { MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { figure, inGroups } from "./score-words.ts";

type Point = ScoreSeries["points"][number];
const computed = ({ points }: ScoreSeries): Point[] => points.filter(({ score }) => score.value !== null);
const numbers = (series: ScoreSeries): number[] => computed(series).map(({ score }) => score.value ?? 0);

/** Every score through the exams, in the groups a physician reads them in: last, now, band, the line. */
export function History({
  t,
  series,
  hrefOf,
}: {
  t: Text;
  series: readonly ScoreSeries[];
  /** Where a score is explained, for those who may read that. */
  hrefOf?: ((id: string) => string) | undefined;
}) {
  return (
    <section class="card">
      <MarkedTable
        caption={t("score.heading")}
        kind="through"
        columns={[
          { head: t("score.name"), silent: true },
          { head: t("score.last"), figure: true },
          { head: t("score.now"), figure: true },
          { head: t("score.band") },
          { head: t("score.turns") },
        ]}
        rows={inGroups(t, series, ({ id }) => id).map(({ of, group }) => ({
          cells: row(t, of, hrefOf?.(of.id)),
          group,
        }))}
      />
    </section>
  );
}

function row(t: Text, series: ScoreSeries, href: string | undefined) {
  const [before, now] = [series.points.at(-2)?.score, series.points.at(-1)?.score];
  const name = t.pick(now?.name ?? { en: series.id, zh: series.id });
  return [
    href ? <a href={href}>{name}</a> : name,
    <span class="quiet">{before && before.value !== null ? shortly(t, before) : "–"}</span>,
    <span class="value">{now ? figure(t, now) : "–"}</span>,
    now?.band ? t.pick(now.band.label) : null,
    formulaCalled(series.id)?.ranks ? null : <Sparkline values={numbers(series)} />,
  ];
}

/** The number without its unit, or the band where the number only counts bands. */
const shortly = (t: Text, { id, value, decimals, band }: Score): string =>
  formulaCalled(id)?.ranks && band ? t.pick(band.label) : t.number(value ?? 0, decimals);

/** One score through the exams as a chart, with the same in a table beside it. */
export function ScoreTrend({ t, series }: { t: Text; series: ScoreSeries }) {
  const points = computed(series);
  const last = points.at(-1)?.score;
  if (!last || points.length < 2 || formulaCalled(series.id)?.ranks) return null;
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{t("score.history")}</h2>
      <TrendChart
        t={t}
        trend={{
          id: `score-${series.id.toLowerCase()}`,
          name: t.pick(last.name),
          unit: last.unit || undefined,
          digits: last.decimals,
          points: points.map(({ date, score }) => ({
            at: date,
            value: score.value ?? 0,
            word: score.band ? t.pick(score.band.label) : undefined,
            source: t("client.from-exam"),
          })),
        }}
        width={560}
      />
    </section>
  );
}
