import type { FlagCode } from "../components/index.ts";
import { FlagShape } from "./FlagShape.tsx";
import { linear, px } from "./scale.ts";

const width = 74;
const height = 22;

/** A glance at the last values, oldest first; the last one carries its flag. Words stand beside it. */
export function Sparkline({ values, flag }: { values: readonly number[]; flag?: FlagCode | undefined }) {
  if (values.length < 2) return null;
  const x = linear([0, values.length - 1], [3, width - 9]);
  const y = linear([Math.min(...values), Math.max(...values)], [height - 5, 6]);
  const flat = Math.min(...values) === Math.max(...values);
  const at = (value: number, index: number): [number, number] => [
    px(x(index)),
    flat ? height / 2 : px(y(value)),
  ];
  const last = at(values.at(-1) ?? 0, values.length - 1);
  return (
    <span class="chart">
      <svg class="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <polyline class="line" points={values.map((value, index) => at(value, index).join()).join(" ")} />
        <FlagShape x={last[0]} y={last[1]} flag={flag} size={flag && flag !== "N" ? 0.75 : 0.625} />
      </svg>
    </span>
  );
}
