import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addDays, daysBetween, localDate, type PlainDate } from "../../kernel/time.ts";
import { addFreed, waitingOn } from "../waiting/waiting.store.ts";
import {
  type ClearDays,
  ClearDaysSchema,
  farthestDays,
  type Resource,
  resourceIn,
  type SetDays,
  SetDaysSchema,
  type SetWeek,
  SetWeekSchema,
  type Slot,
  slotsOf,
} from "./calendar.ts";
import { calendarOf, saveResource } from "./calendars.store.ts";
import { fixSlots } from "./counters.store.ts";
import { type Overfull, overfull } from "./overfull.ts";
import { refusal } from "./scarce.ts";

/** How many days one act may change. */
const mostDays = 31;

/**
 * Gives a resource another ordinary week from a day on; weeks before it stay what they were. Who waits for a day is
 * offered what it has more of.
 * @returns every slot that has more people than places now: nobody is put out, and nobody more gets in.
 * @throws InvalidInput for a day that has begun.
 */
export async function setWeek(ctx: Ctx, input: SetWeek): Promise<{ overfull: Overfull[] }> {
  const centre = ownCentre(ctx);
  const { resource: id, from, bands } = parse(SetWeekSchema, input);
  notBefore(from, addDays(localDate(ctx.now()), 1));
  const waited = await daysWaitedFor(ctx, centre, from);
  await change(ctx, centre, id, (before) => ({
    resource: {
      ...before,
      weeks: [...before.weeks.filter((week) => week.from !== from), { from, bands }].sort((a, b) =>
        a.from.localeCompare(b.from),
      ),
    },
    days: [],
    looked: waited,
  }));
  return { overfull: await overfull(ctx, centre, from, farthestDays) };
}

/** A year's days are asked for so many at a time, and so many of them fit into one commit. */
const [atOnce, mostLooked] = [20, 90];

/** The days from one on that somebody waits for: a new week may have places for them. */
async function daysWaitedFor(ctx: Ctx, centre: string, from: PlainDate): Promise<PlainDate[]> {
  const found: PlainDate[] = [];
  for (let first = 0; first < farthestDays; first += atOnce) {
    const dates = Array.from({ length: atOnce }, (_, n) => addDays(from, first + n));
    const rows = await Promise.all(dates.map((date) => waitingOn(ctx, centre, date, 1)));
    found.push(...dates.filter((_, at) => rows[at]?.length));
  }
  return found.slice(0, mostLooked);
}

/**
 * Makes days otherwise than the week says (a public holiday, a day of fewer places) for some resources. Each day's
 * slots learn it in the same commit, so that whoever still knows the old plan is refused.
 * @returns as `setWeek`, of these days.
 */
export async function setDays(ctx: Ctx, input: SetDays): Promise<{ overfull: Overfull[] }> {
  const { hours, why, ...asked } = parse(SetDaysSchema, input);
  return onDays(ctx, asked, (before, date) => ({
    ...before,
    days: [...before.days.filter((day) => day.date !== date), { date, hours, why }].sort((a, b) =>
      a.date.localeCompare(b.date),
    ),
  }));
}

/** Makes days as the week says again. @returns as `setWeek`, of these days. */
export const clearDays = async (ctx: Ctx, input: ClearDays): Promise<{ overfull: Overfull[] }> =>
  onDays(ctx, parse(ClearDaysSchema, input), (before, date) => ({
    ...before,
    days: before.days.filter((day) => day.date !== date),
  }));

async function onDays(
  ctx: Ctx,
  { resources, from, until }: { resources: readonly string[]; from: PlainDate; until: PlainDate },
  make: (before: Resource, date: PlainDate) => Resource,
): Promise<{ overfull: Overfull[] }> {
  const centre = ownCentre(ctx);
  notBefore(from, localDate(ctx.now()));
  const many = daysBetween(from, until) + 1;
  if (many < 1 || many > mostDays)
    throw refusal("until", {
      en: `From one day to ${mostDays} days at a time.`,
      zh: `每次可设置1至${mostDays}天。`,
    });
  const calendar = await calendarOf(ctx, centre, true);
  if (resources.some((id) => !resourceIn(calendar, id))) throw new NotFound();
  for (const id of resources)
    for (let n = 0; n < many; n++) {
      const date = addDays(from, n);
      await change(ctx, centre, id, (before) => ({
        resource: make(before, date),
        days: [date],
        looked: [date],
      }));
    }
  return { overfull: await overfull(ctx, centre, from, many) };
}

function ownCentre(ctx: Ctx): string {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "calendar:change", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}

function notBefore(date: PlainDate, first: PlainDate): void {
  if (date < first)
    throw refusal("from", {
      en: `A calendar changes from ${first} on at the earliest.`,
      zh: `日历最早可自 ${first} 起调整。`,
    });
}

/** One resource changed, with the slots of `days` told so and those who wait for a day of `looked` looked at. */
async function change(
  ctx: Ctx,
  centre: string,
  id: string,
  make: (before: Resource) => {
    resource: Resource;
    days: readonly PlainDate[];
    looked: readonly PlainDate[];
  },
): Promise<void> {
  await withRetry(ctx, async () => {
    const before = resourceIn(await calendarOf(ctx, centre, true), id);
    if (!before) throw new NotFound();
    const { resource, days, looked } = make(before);
    const rev = before.v + 1;
    const waited = [];
    for (const date of looked)
      if ((await waitingOn(ctx, centre, date, 1)).length)
        waited.push(addFreed({ centre, date, id: `${id}#${rev}`, marks: [] }, ctx.now()));
    await commit(ctx, {
      changes: [
        saveResource(centre, resource),
        ...days.flatMap((date) => fixSlots(centre, slotsAfter(before, { ...resource, v: rev }, date))),
        ...waited,
      ],
      log: {
        subject: `CAL#${centre}`,
        action: "calendar.changed",
        refs: { resource: id, ...(days.length ? { days: [...days] } : {}) },
        v: rev,
      },
    });
  });
}

/** The slots of a day by the new plan, and those it no longer has, with no place. */
function slotsAfter(before: Resource, after: Resource, date: PlainDate): Slot[] {
  const now = slotsOf(after, date);
  const gone = slotsOf(before, date).filter(({ time }) => !now.some((slot) => slot.time === time));
  return [...now, ...gone.map((slot) => ({ ...slot, capacity: 0, rev: after.v }))];
}
