import { daysBetween, type PlainDate } from "../../../shared/kernel/time.ts";
import { linear, niceTicks, px, type Scale } from "./scale.ts";
import type { TrendModel, TrendPoint } from "./trend-model.ts";

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const boxFor = (width: number): Box => ({
  width,
  height: 206,
  left: 34,
  right: width - 14,
  top: 34,
  bottom: 182,
});

/** Days since the first date on the chart. */
export function dayScale(model: TrendModel, box: Box): (at: PlainDate) => number {
  const dated = [...model.points, ...(model.second?.points ?? []), ...(model.events ?? [])];
  const days = dated.map(({ at }) => at).sort();
  const first = days[0] ?? "";
  const last = days.at(-1) ?? "";
  const x = linear([0, daysBetween(first, last)], [box.left + 12, box.right - 18]);
  return (at) => px(first === last ? (box.left + box.right) / 2 : x(daysBetween(first, at)));
}

/** The value axis: round ticks that hold every point and every limit of the band. */
export function valueScale(model: TrendModel, box: Box): { y: Scale; ticks: number[] } {
  const values = [...model.points, ...(model.second?.points ?? [])].map(({ value }) => value);
  const limits = [model.band?.low, model.band?.high].filter((limit) => limit !== undefined);
  const all = [...values, ...limits];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = (high - low || Math.abs(high) || 1) * 0.08;
  const ticks = niceTicks(low >= 0 ? Math.max(0, low - air) : low - air, high + air, 3);
  const y = linear([ticks[0] ?? low, ticks.at(-1) ?? high], [box.bottom, box.top]);
  return { y: (value) => px(y(value)), ticks };
}

const closest = 30;

/** Which points print their value: the last always, then flagged ones, then the rest while there is room. */
export function labelled(points: readonly TrendPoint[], x: (at: PlainDate) => number): Set<TrendPoint> {
  const chosen = new Set<TrendPoint>();
  const byWeight = points
    .map((point, index) => ({
      point,
      weight: index === points.length - 1 ? 2 : point.flag && point.flag !== "N" ? 1 : 0,
    }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ point }) => point);
  for (const point of byWeight) {
    const room = [...chosen].every((other) => Math.abs(x(other.at) - x(point.at)) >= closest);
    if (room) chosen.add(point);
  }
  return chosen;
}

const steep = 0.1;

/** A value goes under its point where the line around it lies above, so that neither hides the other. */
export function under(points: readonly TrendPoint[], index: number, range: number): boolean {
  const value = points[index]?.value ?? 0;
  const before = points[index - 1]?.value ?? value;
  const after = points[index + 1]?.value ?? value;
  return before + after - 2 * value > steep * range;
}

const longSpan = 400;
const dateRoom = 56;

/**
 * The dates under the axis: years over a long span, months where a short one crosses a new year, else month
 * and day; never two on top of each other.
 */
export function dateLabels(
  points: readonly TrendPoint[],
  x: (at: PlainDate) => number,
): { at: PlainDate; word: string }[] {
  const first = points[0]?.at ?? "";
  const last = points.at(-1)?.at ?? "";
  const long = daysBetween(first, last) > longSpan;
  const wordOf = (at: PlainDate) =>
    long ? at.slice(0, 4) : first.slice(0, 4) === last.slice(0, 4) ? at.slice(5) : at.slice(0, 7);
  const labels: { at: PlainDate; word: string }[] = [];
  for (const { at } of [...points].reverse()) {
    const word = wordOf(at);
    const next = labels.at(-1);
    if (next && (next.word === word || x(next.at) - x(at) < dateRoom)) continue;
    labels.push({ at, word });
  }
  return labels;
}
