import { epochMs, type Instant, instantOf } from "../../shared/kernel/time.ts";

/** A clock that stands still until it is told otherwise, and a day is 24 hours. */
export interface Clock {
  now(): Instant;
  set(at: Instant): void;
  advance(by: { days?: number; hours?: number; minutes?: number }): void;
}

export function clockAt(start: Instant): Clock {
  let at = epochMs(start);
  return {
    now: () => instantOf(at),
    set: (instant) => {
      at = epochMs(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
  };
}

/** A repeatable source of chance in [0, 1) (mulberry32, public domain, Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
