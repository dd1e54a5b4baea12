import type { FlagCode } from "../components/index.ts";

const r = 6;

/** The drawn twin of a flag: the triangle points where the value went; a plain value is a hollow circle. */
export function FlagShape({
  x,
  y,
  flag = "N",
  kind = "pt",
  size = 1,
}: {
  x: number;
  y: number;
  flag?: FlagCode | undefined;
  kind?: "pt" | "pin";
  size?: number;
}) {
  const d = shapes[flag]?.(x, y, r * size);
  if (d) return <path class={kind} data-flag={flag} d={d} />;
  return <circle class={kind} cx={x} cy={y} r={kind === "pin" ? 7.5 : 4 * size} />;
}

type Draw = (x: number, y: number, r: number) => string;
const n = (value: number) => Math.round(value * 10) / 10;
const up: Draw = (x, y, r) => `M${x} ${n(y - r)}l${n(r)} ${n(r * 1.7)}h${n(-2 * r)}z`;
const down: Draw = (x, y, r) => `M${x} ${n(y + r)}l${n(r)} ${n(-r * 1.7)}h${n(-2 * r)}z`;
const diamond: Draw = (x, y, r) => `M${x} ${n(y - r)}l${n(r)} ${n(r)} ${n(-r)} ${n(r)} ${n(-r)} ${n(-r)}z`;

const shapes: Partial<Record<FlagCode, Draw>> = {
  H: up,
  L: down,
  A: diamond,
  HH: (x, y, r) => up(x, y - r / 2, r) + up(x, y + r / 2, r),
  LL: (x, y, r) => down(x, y + r / 2, r) + down(x, y - r / 2, r),
};
