import type { TableClient } from "../../shared/data/client.ts";
import { duePartition } from "../../shared/data/due.ts";
import { query } from "../../shared/data/read.ts";
import { dueLanes, dueShards } from "../../shared/data/table.ts";
import {
  addDays,
  addMinutes,
  addMonths,
  type Instant,
  instantAt,
  localDate,
  localTime,
} from "../../shared/kernel/time.ts";
import type { LocalClock } from "./clock.ts";

export const moveNames = ["day", "month", "next"] as const;
export type Move = (typeof moveNames)[number];

/**
 * Reminders of a morning are spread over so many hours: one stop at the first and one when the last has
 * come due, both within the hours in which people may be written to.
 */
const spreadHours = 3;

/** The clock, and what has to happen whenever it moved: the sweep, and the jobs it enqueued. */
export interface Moving {
  clock: LocalClock;
  table: TableClient;
  settle(): Promise<void>;
}

/**
 * Moves the clock on. A day and a month go by the calendar, and are walked from one due item to the
 * next, so that each falls due in its own hour as it would have; `next` stops at the first one.
 */
export async function move(world: Moving, how: Move): Promise<void> {
  await world.settle();
  const start = world.clock.now();
  if (how === "next") {
    const next = await nextDue(world.table, start);
    if (next) await arrive(world, next);
    return;
  }
  const target = destination(start, how);
  const leastHours = how === "day" ? 1 : spreadHours;
  for (;;) {
    const soonest = addMinutes(world.clock.now(), leastHours * 60);
    const next = await nextDue(world.table, world.clock.now());
    if (!next || next >= target || soonest >= target) break;
    await arrive(world, later(next, soonest));
  }
  await arrive(world, target);
}

/** Moves one after another, however fast the button is pressed; each sees where the one before ended. */
export function inTurn(act: (how: Move) => Promise<void>): (how: Move) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (how) => {
    const mine = last.then(() => act(how));
    last = mine.catch(() => {});
    return mine;
  };
}

function destination(from: Instant, how: "day" | "month"): Instant {
  const today = localDate(from);
  return instantAt(how === "day" ? addDays(today, 1) : addMonths(today, 1), localTime(from));
}

async function arrive(world: Moving, at: Instant): Promise<void> {
  await world.clock.moveTo(at);
  await world.settle();
}

/** The first instant after `now` at which anything falls due. */
async function nextDue(table: TableClient, now: Instant): Promise<Instant | undefined> {
  const asked = dueLanes.flatMap((lane) =>
    Array.from({ length: dueShards }, (_, shard) =>
      query(
        { table, now: () => now },
        { index: "due", pk: duePartition(lane, shard), from: `${now}~`, limit: 1 },
      ),
    ),
  );
  const firsts = (await Promise.all(asked)).flatMap(({ items }) =>
    items.map((item) => String(item["dueSk"])),
  );
  return firsts.sort()[0]?.split("#")[0];
}

const later = (a: Instant, b: Instant): Instant => [a, b].sort()[1] as Instant;
