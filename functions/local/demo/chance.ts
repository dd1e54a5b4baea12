/** Repeatable chance: the same seed tells the same story. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  /** Standard normal, cut at ±2.5 so that nobody is drawn who could not be. */
  normal(): number;
  pick<T>(from: readonly T[]): T;
  /** One of them, in proportion to its weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  shuffled<T>(from: readonly T[]): T[];
}

/** Chance from a whole number (mulberry32, public domain, Tommy Ettinger). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
  return {
    next,
    whole,
    pick,
    happens: (probability) => next() < probability,
    normal() {
      const far = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(-2.5, Math.min(2.5, far));
    },
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [one, weight] of from) {
        left -= weight;
        if (left < 0) return one;
      }
      return (from.at(-1) as (typeof from)[number])[0];
    },
    shuffled(from) {
      const left = [...from];
      for (let at = left.length - 1; at > 0; at--) {
        const other = whole(0, at);
        [left[at], left[other]] = [left[other] as (typeof left)[number], left[at] as (typeof left)[number]];
      }
      return left;
    },
  };
}
