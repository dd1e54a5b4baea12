import { authorize } from "../../access/index.ts";
import { type Client, clientOf, recipientOf } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, CapacityFull } from "../../kernel/errors.ts";
import { nextAllowed, queueMessage } from "../../messaging/index.ts";
import { followUpsOf } from "../../monitoring/index.ts";
import {
  bookingsAndClaims,
  type Calendar,
  type Counter,
  calendarOf,
  changesOfPlaces,
  countersOf,
  dropFreed,
  dropRow,
  type Freed,
  freedOf,
  offerUntil,
  planBooking,
  roomIn,
  saveFreed,
  saveWait,
  slotsOn,
  spareUses,
  stands,
  type Use,
  usesOf,
  usesOfFreed,
  type Wait,
  waitingOn,
  waitOf,
} from "../../testing/index.ts";
import { recheckItems } from "./recheck-items.ts";

interface Day {
  centre: string;
  date: string;
}

/** What an offer is worked out from: the day as it is, and the places given up that nobody has yet. */
interface Ground {
  calendar: Calendar;
  counters: ReadonlyMap<string, Counter>;
  freed: Freed | undefined;
  given: readonly Use[];
}

/**
 * Offers a day's free places to who waits for it, in order: urgent re-checks, then first come; whoever cannot use what
 * there is, is passed over and keeps their place in the list. An offer is a hold with a deadline and a message in one
 * commit. `freed` names places that were given up and are still counted: they go from hand to hand, so that nobody
 * overtakes the list; what nobody on it can use is given back.
 * @returns how many were offered a place.
 */
export async function offerPlaces(ctx: Ctx, day: Day, freed?: string): Promise<number> {
  authorize(ctx, "due:run", {});
  for (let offered = 0; ; offered++) {
    const more = await withRetry(ctx, () => offerOne(ctx, day, freed));
    if (!more) return offered;
  }
}

async function offerOne(ctx: Ctx, { centre, date }: Day, freedId: string | undefined): Promise<boolean> {
  const [calendar, counters, freed, rows] = await Promise.all([
    calendarOf(ctx, centre, true),
    countersOf(ctx, centre, date, true),
    freedId ? freedOf(ctx, centre, date, freedId) : undefined,
    waitingOn(ctx, centre, date),
  ]);
  const given = freed ? spareUses(freed, calendar, counters) : [];
  const ground: Ground = { calendar, counters, freed, given };
  for (const { client: number, id } of rows) {
    const [wait, client] = await Promise.all([waitOf(ctx, number, id), clientOf(ctx, number)]);
    if (wait?.state !== "waiting" || !client) continue;
    const changes = await offerTo(ctx, wait, client, ground);
    if (!changes) continue;
    await commit(ctx, {
      changes,
      log: { subject: `C#${number}`, action: "wait.offered", refs: { wait: id, date }, v: wait.v + 1 },
    });
    return true;
  }
  if (freed) await putBack(ctx, freed);
  return false;
}

/** What must be written to offer somebody the first of the times they wait for that has room; undefined where none has. */
async function offerTo(ctx: Ctx, wait: Wait, client: Client, ground: Ground): Promise<Change[] | undefined> {
  const { bookings, claims } = await bookingsAndClaims(ctx, client.number);
  if (bookings.some((one) => one.date === wait.date && stands(one))) return undefined;
  const now = ctx.now();
  const readable = nextAllowed("service", now, client.zone);
  const looksAt = wait.followUps.length ? recheckItems(await ofThese(ctx, wait)) : undefined;
  const times = slotsOn(ground.calendar, wait.date, wait.resource).map(({ time }) => time);
  const wished = wait.anyTime ? [wait.time, ...times.filter((time) => time !== wait.time)] : [wait.time];
  for (const time of wished) {
    const until = offerUntil(readable, { date: wait.date, time }, client.zone);
    if (!until) continue;
    const plan = tried(() =>
      planBooking(ctx, { ...client, client: client.number }, { ...wait, time, looksAt }, ground.calendar, {
        before: claims(wait.date),
        heldUntil: until,
        given: ground.given,
        offer: wait.id,
      }),
    );
    if (!plan || !roomIn(plan.booking, ground.calendar, ground.counters, ground.given)) continue;
    const { lookAt: _look, ...rest } = wait;
    const offered: Wait = { ...rest, state: "offered", offer: { booking: plan.booking.id, until } };
    const message = queueMessage(
      await recipientOf(ctx, client.number),
      {
        client: client.number,
        template: "place-offered",
        about: [{ type: "wait", id: wait.id, step: "offer" }],
      },
      now,
    );
    return [
      ...plan.changes,
      saveWait(offered),
      dropRow(wait),
      message.change,
      ...passOn(ground.freed, usesOf(plan.booking), now),
    ];
  }
  return undefined;
}

/** What was freed and is used now is no longer free. */
function passOn(freed: Freed | undefined, used: readonly Use[], now: string): Change[] {
  if (!freed) return [];
  const marks = freed.marks.filter((mark) => !used.some(({ sk }) => sk === mark));
  return marks.length === freed.marks.length ? [] : [saveFreed({ ...freed, marks }, now)];
}

async function putBack(ctx: Ctx, freed: Freed): Promise<void> {
  const given = usesOfFreed(freed);
  await commit(ctx, {
    changes: [dropFreed(freed), ...changesOfPlaces(given, [])],
    log: {
      subject: `D#${freed.centre}#${freed.date}`,
      action: "places.given-back",
      refs: { counters: given.length },
    },
  });
}

const ofThese = async (ctx: Ctx, { client, followUps }: Wait) =>
  (await followUpsOf(ctx, client)).filter(({ id }) => followUps.includes(id));

/** A plan, or undefined where the day cannot give it (any more). */
function tried<T>(plan: () => T): T | undefined {
  try {
    return plan();
  } catch (error) {
    if (error instanceof CapacityFull || (error instanceof AppError && error.code === "InvalidInput"))
      return undefined;
    throw error;
  }
}
