import { addDays, daysBetween, type PlainDate } from "../kernel/time.ts";
import { type Goal, type Target, within } from "./plan.ts";

export type ProgressState = "on-track" | "slow" | "off" | "reached" | "unknown";

export interface Reading {
  date: PlainDate;
  value: number;
}

export interface Progress {
  state: ProgressState;
  evidence: {
    start?: Reading;
    /** Where the person stands: the newest reading, or the mean of the week up to it. */
    now?: Reading & { readings: number };
    target: Target;
    by: PlainDate;
    /** Share of the way from start to target that is done; below 0 means further away than at the start. */
    share?: number;
    /** Share of the time that is gone, 0 to 1. */
    time: number;
  };
}

/** Metrics that swing from hour to hour: a mean over these days stands for the day. */
const meanOverDays: Readonly<Record<string, number>> = { SBP: 7, DBP: 7, WEIGHT: 7, SALT_G_DAY: 7 };

/** Done share ÷ gone time from which a goal counts as on track, or only slow. Proposed by this centre: needs sign-off. */
const pace = { onTrack: 0.8, slow: 0.4 } as const;

const edge = (target: Target, value: number): number =>
  target.low !== undefined && value < target.low ? target.low : (target.high ?? target.low ?? value);

function standing(goal: Goal, readings: readonly Reading[]): (Reading & { readings: number }) | undefined {
  const last = readings.at(-1);
  if (!last) return undefined;
  const since = addDays(last.date, 1 - (meanOverDays[goal.metric] ?? 1));
  const counted = readings.filter(({ date }) => date >= since);
  const used = meanOverDays[goal.metric] ? counted : [last];
  const sum = used.reduce((total, { value }) => total + value, 0);
  return { date: last.date, value: sum / used.length, readings: used.length };
}

/**
 * How a goal goes on a date. `readings` in any order; those before the goal's start or after `on` are left
 * out. `reached` when the person stands inside the target; `off` when the day has come or the way leads
 * elsewhere; between them the share done is held against the share of time gone. `unknown` without a reading
 * since the start. A habit without a start begins at its first reading.
 */
export function progress(goal: Goal, readings: readonly Reading[], on: PlainDate): Progress {
  const sorted = readings
    .filter(({ date }) => date <= on && (!goal.start || date > goal.start.date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const start = goal.start ?? sorted[0];
  const now = standing(goal, sorted);
  const whole = start ? Math.max(1, daysBetween(start.date, goal.by)) : 1;
  const time = start ? Math.min(1, Math.max(0, daysBetween(start.date, on) / whole)) : 0;
  const evidence: Progress["evidence"] = { target: goal.target, by: goal.by, time };
  if (start) evidence.start = start;
  if (!start || !now) return { state: "unknown", evidence };

  evidence.now = now;
  if (within(goal.target, now.value)) return { state: "reached", evidence };
  const way = edge(goal.target, start.value) - start.value;
  if (way !== 0) evidence.share = (now.value - start.value) / way;
  if (on >= goal.by) return { state: "off", evidence };
  if (now.date === start.date) return { state: "unknown", evidence };
  const gone = Math.min(1, Math.max(0, daysBetween(start.date, now.date) / whole));
  const share = evidence.share ?? 0;
  if (share >= pace.onTrack * gone) return { state: "on-track", evidence };
  return { state: share >= pace.slow * gone ? "slow" : "off", evidence };
}
