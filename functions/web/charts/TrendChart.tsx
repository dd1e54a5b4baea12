import type { Text } from "../text/index.ts";
import { FlagShape } from "./FlagShape.tsx";
import { type Box, boxFor, dateLabels, dayScale, labelled, under, valueScale } from "./trend-layout.ts";
import type { TrendModel, TrendPoint } from "./trend-model.ts";

/**
 * A value through time: the good band named inside, flagged points as filled marks with their value, events as
 * dotted verticals with a word, the last value always printed, and the same in a table. Without a point it says so.
 */
export function TrendChart({ t, trend, width = 368 }: { t: Text; trend: TrendModel; width?: 368 | 560 }) {
  if (trend.points.length === 0) return <p class="quiet">{t("chart.empty")}</p>;
  const box = boxFor(width);
  const x = dayScale(trend, box);
  const { y, ticks } = valueScale(trend, box);
  const range = (ticks.at(-1) ?? 0) - (ticks[0] ?? 0);
  const says = (point: TrendPoint) =>
    `${t.date(point.at)} ${t.number(point.value, trend.digits)}${flagWord(t, point)}`;
  return (
    <figure class="chart" data-width={width}>
      <figcaption>
        {trend.name}{" "}
        <span class="unit">
          {[trend.unit, trend.caption].filter(Boolean).join(t.language === "zh" ? "，" : ", ")}
        </span>
      </figcaption>
      <svg
        class="plot"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-labelledby={`${trend.id}-t ${trend.id}-d`}
      >
        <title id={`${trend.id}-t`}>{trend.name}</title>
        <desc id={`${trend.id}-d`}>
          {t("chart.says", { name: trend.name, values: t.list(trend.points.map(says)) })}
        </desc>
        <Band trend={trend} box={box} y={y} />
        {ticks.map((tick) => (
          <>
            <line class="grid" x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
            <text x={box.left - 7} y={y(tick) + 4} text-anchor="end">
              {t.number(tick)}
            </text>
          </>
        ))}
        {trend.band ? (
          <text x={box.left + 7} y={bandWordAt(trend, y, box)}>
            {trend.band.word}
          </text>
        ) : null}
        <Events trend={trend} box={box} x={x} />
        {trend.second ? (
          <>
            <Line points={trend.second.points} x={x} y={y} kind="second" />
            {trend.second.points.map((point) => (
              <rect
                class="pt"
                data-kind="second"
                x={x(point.at) - 3.5}
                y={y(point.value) - 3.5}
                width="7"
                height="7"
              />
            ))}
            <Values
              t={t}
              points={trend.second.points}
              x={x}
              y={y}
              range={range}
              digits={trend.digits}
              below
            />
          </>
        ) : null}
        <Line points={trend.points} x={x} y={y} />
        {trend.points.map((point) => (
          <FlagShape x={x(point.at)} y={y(point.value)} flag={point.flag} />
        ))}
        <Values t={t} points={trend.points} x={x} y={y} range={range} digits={trend.digits} />
        {dateLabels(trend.points, x).map(({ at, word }) => (
          <text x={x(at)} y={box.height - 6} text-anchor="middle">
            {word}
          </text>
        ))}
      </svg>
      <TrendTable t={t} trend={trend} />
    </figure>
  );
}

type X = (at: string) => number;
type Y = (value: number) => number;

const bandEdges = (trend: TrendModel, y: Y, box: Box) => ({
  top: trend.band?.high === undefined ? box.top : y(trend.band.high),
  bottom: trend.band?.low === undefined ? box.bottom : y(trend.band.low),
});

function bandWordAt(trend: TrendModel, y: Y, box: Box): number {
  const { top, bottom } = bandEdges(trend, y, box);
  return trend.band?.high === undefined ? bottom - 8 : Math.min(top + 15, bottom - 3);
}

function Band({ trend, box, y }: { trend: TrendModel; box: Box; y: Y }) {
  if (!trend.band) return null;
  const { top, bottom } = bandEdges(trend, y, box);
  const edges = [trend.band.low, trend.band.high].filter((limit) => limit !== undefined);
  return (
    <>
      <rect class="band" x={box.left} y={top} width={box.right - box.left} height={bottom - top} />
      {edges.map((edge) => (
        <line class="band-edge" x1={box.left} x2={box.right} y1={y(edge)} y2={y(edge)} />
      ))}
    </>
  );
}

const eventRoom = 58;

function Events({ trend, box, x }: { trend: TrendModel; box: Box; x: X }) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let raised = false;
  return (
    <>
      {(trend.events ?? []).map((event) => {
        const at = x(event.at);
        raised = at - lastAt < eventRoom && !raised;
        lastAt = at;
        const anchor = at > box.right - 30 ? "end" : at < box.left + 30 ? "start" : "middle";
        return (
          <>
            <line class="event" x1={at} x2={at} y1={raised ? 15 : 28} y2={box.bottom} />
            <text x={at} y={raised ? 10 : 23} text-anchor={anchor}>
              {event.word}
            </text>
          </>
        );
      })}
    </>
  );
}

function Line({ points, x, y, kind }: { points: readonly TrendPoint[]; x: X; y: Y; kind?: "second" }) {
  return (
    <polyline
      class="line"
      data-kind={kind}
      points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}
    />
  );
}

function Values(props: {
  t: Text;
  points: readonly TrendPoint[];
  x: X;
  y: Y;
  /** From the lowest tick to the highest. */
  range: number;
  digits?: number | undefined;
  below?: boolean;
}) {
  const chosen = labelled(props.points, props.x);
  return (
    <>
      {props.points.map((point, index) => {
        if (!chosen.has(point)) return null;
        const below = props.below || under(props.points, index, props.range);
        return (
          <text
            class="lab"
            data-flag={point.flag}
            x={props.x(point.at)}
            y={props.y(point.value) + (below ? 20 : -11)}
            text-anchor="middle"
          >
            {props.t.number(point.value, props.digits)}
          </text>
        );
      })}
    </>
  );
}

const flagWord = (t: Text, point: TrendPoint): string =>
  point.flag && point.flag !== "N" ? ` ${point.word ?? t(`flag.${point.flag}`)}` : "";

function TrendTable({ t, trend }: { t: Text; trend: TrendModel }) {
  const sourced = trend.points.some((point) => point.source);
  const second = new Map(trend.second?.points.map((point) => [point.at, point]));
  return (
    <details>
      <summary>{t("kit.show-table")}</summary>
      <table class="table">
        <caption class="sr">{trend.name}</caption>
        <thead>
          <tr>
            <th scope="col">{t("chart.date")}</th>
            <th scope="col" class="n">
              {trend.unit ?? t("chart.value")}
            </th>
            {trend.second ? (
              <th scope="col" class="n">
                {trend.second.name}
              </th>
            ) : null}
            {sourced ? <th scope="col">{t("chart.source")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {[...trend.points].reverse().map((point) => {
            const beside = second.get(point.at);
            return (
              <tr>
                <td>{t.date(point.at)}</td>
                <td class="n">
                  {t.number(point.value, trend.digits)}
                  {flagWord(t, point)}
                </td>
                {trend.second ? (
                  <td class="n">
                    {beside ? `${t.number(beside.value, trend.digits)}${flagWord(t, beside)}` : null}
                  </td>
                ) : null}
                {sourced ? <td>{point.source}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
