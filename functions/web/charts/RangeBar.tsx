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

const left = 4;
const right = 416;

/** The good stretch outlined, the mark on the value; only the limits are numbered, the ends mean nothing. */
export function RangeBar({ t, range }: { t: Text; range: RangeModel }) {
  const { value, low, high, flag } = range;
  const x = linear(ends(range), [left, right]);
  const from = px(low === undefined ? left : x(low));
  const to = px(high === undefined ? right : x(high));
  const limits = [low, high].filter((limit) => limit !== undefined);
  const says = t("chart.range-says", { value: t.number(value), range: rangeInWords(t, low, high) });
  return (
    <span class="range">
      <svg viewBox="0 0 420 38" role="img" aria-label={range.name ? `${range.name} ${says}` : says}>
        <rect class="track" x={left} y="12" width={right - left} height="8" rx="4" />
        <rect
          class="good"
          x={from}
          y="12"
          width={px(to - from)}
          height="8"
          rx={low === undefined || high === undefined ? 4 : 0}
        />
        <FlagShape kind="pin" x={px(x(value))} y={flag === "L" || flag === "LL" ? 16.5 : 15} flag={flag} size={1.5} />
        {limits.map((limit) => (
          <text x={px(x(limit))} y="36" text-anchor="middle">
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
