import type { FlagCode } from "../components/index.ts";
import type { Text } from "../text/index.ts";
import { FlagShape } from "./FlagShape.tsx";
import { linear, px } from "./scale.ts";

/** One value on the stretch that is good. Give at least one limit; a missing limit is open on that side. */
export interface RangeModel {
  name?: string | undefined;
  value: number;
  low?: number | undefined;
  high?: number | undefined;
  flag?: FlagCode | undefined;
}

/** Drawn in percent of the width, so that the numbers keep their size on every screen. */
const left = 2;
const right = 98;
const percent = (value: number): string => `${px(value)}%`;

/** The good stretch outlined, the mark on the value; only the limits are numbered, the ends mean nothing. */
export function RangeBar({ t, range }: { t: Text; range: RangeModel }) {
  const { value, low, high, flag } = range;
  const x = linear(ends(range), [left, right]);
  const from = low === undefined ? left : x(low);
  const to = high === undefined ? right : x(high);
  const limits = [low, high].filter((limit) => limit !== undefined);
  const says = t("chart.range-says", { value: t.number(value), range: rangeInWords(t, low, high) });
  return (
    <span class="range">
      <svg height="38" role="img" aria-label={range.name ? `${range.name} ${says}` : says}>
        <rect class="track" x={percent(left)} y="12" width={percent(right - left)} height="8" rx="4" />
        <rect
          class="good"
          x={percent(from)}
          y="12"
          width={percent(to - from)}
          height="8"
          rx={low === undefined || high === undefined ? 4 : 0}
        />
        <svg
          x={percent(x(value))}
          y={flag === "L" || flag === "LL" ? 16.5 : 15}
          overflow="visible"
          aria-hidden="true"
        >
          <FlagShape kind="pin" x={0} y={0} flag={flag} size={1.5} />
        </svg>
        {limits.map((limit) => (
          <text x={percent(x(limit))} y="36" text-anchor="middle">
            {t.number(limit)}
          </text>
        ))}
      </svg>
    </span>
  );
}

/** Room of three quarters of the good stretch on each side, and always enough for the value. */
function ends({ value, low, high }: RangeModel): [number, number] {
  const anchor = low ?? high ?? value;
  const span = low !== undefined && high !== undefined ? high - low : Math.abs(anchor) * 0.6 || 1;
  const room = span * 0.75;
  const near = span * 0.15;
  return [
    Math.min((low ?? anchor - span) - room, value - near),
    Math.max((high ?? anchor + span) + room, value + near),
  ];
}

/** "range 3.9 to 6.1", "below 3.4", "90 or more"; empty without limits. */
export function rangeInWords(t: Text, low?: number, high?: number): string {
  if (low !== undefined && high !== undefined)
    return t("chart.between", { low: t.number(low), high: t.number(high) });
  if (high !== undefined) return t("chart.below", { n: t.number(high) });
  return low === undefined ? "" : t("chart.above", { n: t.number(low) });
}
