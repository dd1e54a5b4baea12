import type { Units } from "./floor.ts";

/** One operation, done by the product and done bare. */
export interface Operation {
  name: string;
  /** Makes everything one act needs and returns the act; made apart, so that only the act is measured. */
  ours(table: "counted" | "timed"): Promise<() => Promise<unknown>>;
  bare(table: "counted" | "timed"): Promise<() => Promise<unknown>>;
}

export interface Measured {
  name: string;
  wru: number;
  rru: number;
  indexWru: number;
  floorWru: number;
  floorRru: number;
  floorIndexWru: number;
  cpuMs: number;
  bareCpuMs: number;
  p50: number;
  p95: number;
  bareP50: number;
  bareP95: number;
}

interface Timed {
  cpu: number[];
  wall: number[];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const rounded = (value: number, places = 2): number => Number(value.toFixed(places));

/**
 * CPU and wall time of both ways, in alternating rounds: CPU ms is the median over rounds of a round's mean,
 * wall ms is of single acts. The first round warms up and is not counted.
 */
export async function time(
  operation: Operation,
  { rounds, each }: { rounds: number; each: number },
): Promise<Pick<Measured, "cpuMs" | "bareCpuMs" | "p50" | "p95" | "bareP50" | "bareP95">> {
  const ours: Timed = { cpu: [], wall: [] };
  const bare: Timed = { cpu: [], wall: [] };
  for (let round = 0; round <= rounds; round++) {
    const sides = [
      { into: ours, make: () => operation.ours("timed") },
      { into: bare, make: () => operation.bare("timed") },
    ];
    for (const { into, make } of round % 2 ? sides.toReversed() : sides) {
      const acts: (() => Promise<unknown>)[] = [];
      for (let n = 0; n < each; n++) acts.push(await make());
      const one = await timeActs(acts);
      if (round === 0) continue;
      into.cpu.push(one.cpu);
      into.wall.push(...one.wall);
    }
  }
  return {
    cpuMs: rounded(median(ours.cpu)),
    bareCpuMs: rounded(median(bare.cpu)),
    p50: rounded(quantile(ours.wall, 0.5)),
    p95: rounded(quantile(ours.wall, 0.95)),
    bareP50: rounded(quantile(bare.wall, 0.5)),
    bareP95: rounded(quantile(bare.wall, 0.95)),
  };
}

async function timeActs(acts: readonly (() => Promise<unknown>)[]): Promise<{ cpu: number; wall: number[] }> {
  const wall: number[] = [];
  const before = process.cpuUsage();
  for (const act of acts) {
    const start = performance.now();
    await act();
    wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000 / acts.length, wall };
}

/** Median units of some acts, each counted by itself. */
export async function unitsOf(
  make: () => Promise<() => Promise<unknown>>,
  read: () => Units,
  times = 3,
): Promise<Units> {
  const all: Units[] = [];
  for (let n = 0; n < times; n++) {
    const act = await make();
    read();
    await act();
    all.push(read());
  }
  const of = (what: keyof Units) => median(all.map((units) => units[what]));
  return { wru: of("wru"), rru: of("rru"), indexWru: of("indexWru") };
}
