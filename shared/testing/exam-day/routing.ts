import { epochMs, type Instant } from "../../kernel/time.ts";
import { type Floor, floorRooms, type Need, type Ticket } from "./floor.ts";

/** Where to go next, and the minutes until it is one's turn. */
export interface Way {
  room: string;
  wait: number;
}

/** Who is on the way: a ticket, or one about to be made. */
export type Walker = Pick<Ticket, "queue" | "needs" | "ready" | "arrivedAt">;

/** After so many minutes at one door somebody goes before all who came to it later. */
const longEnough = 60;

const minutesSince = (then: Instant, now: Instant): number => (epochMs(now) - epochMs(then)) / 60_000;

const placesIn = ({ settings }: Floor, room: string): number => settings.places[room] ?? 0;

/**
 * The rooms somebody may be sent to now: open ones; what wants a full bladder only once it is; what empties
 * it only when nothing of that kind is left.
 */
export function openTo({ needs, ready }: Walker, floor: Floor): Need[] {
  const open = needs.filter(({ room }) => placesIn(floor, room) > 0);
  const full = open.some(({ bladder }) => bladder === "full");
  return open.filter(({ bladder }) => {
    if (bladder === "full") return ready === true;
    return bladder !== "empties" || !full;
  });
}

/**
 * The next room, and the expected wait. `first-come` walks the guide sheet from top to bottom. `shortest-wait`
 * goes where one is called soonest, of two the shorter; what must be done fasting before everything else – unless
 * something else would be over before its turn comes. Undefined where no room is open to them. Pure: the same floor and minute always
 * give the same answer.
 */
export function nextRoom(who: Walker, floor: Floor, now: Instant): Way | undefined {
  const open = openTo(who, floor);
  const ways = open
    .map((need) => ({ need, wait: expectedWait(who, need.room, floor, now) }))
    .sort((a, b) => floorRooms.indexOf(a.need.room) - floorRooms.indexOf(b.need.room));
  const way = floor.settings.routing === "first-come" ? ways[0] : soonest(ways);
  return way && { room: way.need.room, wait: Math.round(way.wait) };
}

interface Choice {
  need: Need;
  wait: number;
}

const endOf = ({ need, wait }: Choice): number => wait + need.minutes;

function soonest(ways: readonly Choice[]): Choice | undefined {
  const inOrder = [...ways].sort((a, b) => a.wait - b.wait || a.need.minutes - b.need.minutes);
  const fasting = inOrder.find(({ need }) => need.fasting);
  if (!fasting) return inOrder[0];
  return inOrder.find((way) => way.need.fasting || endOf(way) <= fasting.wait) ?? fasting;
}

/** Minutes until somebody's turn in a room: those inside, then those before them, over its places. */
export function expectedWait(who: Walker, room: string, floor: Floor, now: Instant): number {
  const others = floor.tickets.filter((one) => one.queue !== who.queue && one.at?.room === room);
  const free = Array.from({ length: Math.max(1, placesIn(floor, room)) }, () => 0);
  const occupy = (minutes: number) => {
    const soonest = free.indexOf(Math.min(...free));
    free[soonest] = (free[soonest] ?? 0) + minutes;
  };
  const inside = others.filter(({ at }) => at?.called !== undefined);
  inside
    .map((one) => Math.max(0, minutesIn(one, room) - minutesSince(one.at?.called ?? now, now)))
    .sort((a, b) => b - a)
    .forEach(occupy);
  const mine = { ...who, at: whereIs(who, room, now) };
  const before = others
    .filter((one) => one.at?.called === undefined && comesBefore(one, mine, room, floor, now) < 0)
    .sort((a, b) => comesBefore(a, b, room, floor, now));
  for (const one of before) occupy(minutesIn(one, room));
  return Math.min(...free);
}

const whereIs = (who: Walker & Partial<Pick<Ticket, "at">>, room: string, now: Instant) =>
  who.at?.room === room ? who.at : { room, since: now };

const minutesIn = ({ needs }: Pick<Walker, "needs">, room: string): number =>
  needs.find((need) => need.room === room)?.minutes ?? 0;

type Waiting = Walker & Pick<Ticket, "at"> & Partial<Pick<Ticket, "missed">>;

/**
 * Who is called first at a door: less than 0 where `a` goes before `b`. Whoever did not answer a call stands behind
 * all who were there then.
 */
function comesBefore(a: Waiting, b: Waiting, room: string, { settings }: Floor, now: Instant): number {
  const since = (one: Waiting) => one.at?.since ?? now;
  const inLine = since(a).localeCompare(since(b)) || a.queue - b.queue;
  if (settings.routing === "first-come") return inLine;
  const long = (one: Waiting) => minutesSince(since(one), now) >= longEnough;
  const fasting = (one: Waiting) =>
    !one.missed && one.needs.some((need) => need.room === room && need.fasting);
  const standsSince = (one: Waiting) => (one.missed ? since(one) : one.arrivedAt);
  if (long(a) !== long(b)) return long(a) ? -1 : 1;
  if (long(a)) return inLine;
  if (fasting(a) !== fasting(b)) return fasting(a) ? -1 : 1;
  return standsSince(a).localeCompare(standsSince(b)) || a.queue - b.queue;
}

/** Those who wait at a room, in the order in which they are called. */
export const lineAt = (room: string, floor: Floor, now: Instant): Ticket[] =>
  floor.tickets
    .filter(({ at }) => at?.room === room && at.called === undefined)
    .sort((a, b) => comesBefore(a, b, room, floor, now));

/**
 * Whom a free room calls: the first at its door; where nobody is, by `shortest-wait`, whoever waits longest
 * elsewhere, may come here, and is done here before their turn there.
 */
export function whomToCall(room: string, floor: Floor, now: Instant): Ticket | undefined {
  const [first] = lineAt(room, floor, now);
  if (first || floor.settings.routing === "first-come") return first;
  const could = floor.tickets.flatMap((one) => {
    if (!one.at || one.at.called !== undefined) return [];
    const need = openTo(one, floor).find((each) => each.room === room);
    if (!need) return [];
    const wait = expectedWait(one, one.at.room, floor, now);
    return wait >= need.minutes ? [{ one, wait }] : [];
  });
  return could.sort((a, b) => b.wait - a.wait || a.one.queue - b.one.queue)[0]?.one;
}
