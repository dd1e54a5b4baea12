import { create } from "../../functions/api/app.ts";
import { commit, putNew } from "../../shared/data/commit.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { addMinutes, epochMs, type Instant, instantAt } from "../../shared/kernel/time.ts";
import type { Exam, Ticket } from "../../shared/testing/index.ts";
import { seededRandom } from "./clock.ts";
import { enrolled, nationalId } from "./people.ts";
import type { World } from "./world.ts";

/** What a visitor of the day comes for, and of how many in a hundred. */
const visits: readonly { share: number; package: string; items?: readonly string[] }[] = [
  {
    share: 44,
    package: "basic",
    items: ["HEIGHT", "WEIGHT", "SBP", "DBP", "HGB", "WBC", "ALT", "FPG", "UPRO"],
  },
  {
    share: 40,
    package: "basic",
    items: ["HEIGHT", "WEIGHT", "SBP", "DBP", "HGB", "WBC", "ALT", "CREA", "FPG", "TC", "TG", "UPRO", "ECG"],
  },
  { share: 12, package: "basic" },
  { share: 4, package: "advanced" },
];

export interface Visitor {
  number: string;
  booking: string;
  time: string;
  /** Minutes before (less than 0) or after their hour. */
  late: number;
  /** How long things take with them, as a share of the catalogue's minutes. */
  pace: (room: string) => number;
  /** Does not hear the first call. */
  deaf: boolean;
}

export interface DayFigures {
  clients: number;
  /** Minutes a client waited, all rooms together: house less examining less walking. */
  meanWait: number;
  p90Wait: number;
  longestWait: number;
  meanInHouse: number;
  /** Minutes from arriving until whoever came fasting may eat. */
  meanUntilFood: number;
  lastOut: string;
  /** Numbers that were still on the floor when the lights went out. */
  stuck: number[];
  requests: number;
}

const walk = 1;

/** The API as the desk, the nurses, the manager and the clients use it. */
export function apiOf(world: World) {
  const app = create(world.home);
  const tokens = new Map<string, Promise<string>>();
  let requests = 0;
  return {
    requests: () => requests,
    async ask<T>(actor: Actor, method: string, path: string, body?: object, key?: string): Promise<T> {
      requests++;
      const token = tokens.get(actor.id) ?? world.token(actor);
      tokens.set(actor.id, token);
      const answer = await app.request(`/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token}`,
          "content-type": "application/json",
          ...(key ? { "idempotency-key": key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answer.ok && ![404, 409].includes(answer.status))
        throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}

export type Api = ReturnType<typeof apiOf>;

/** Opens a day with places enough, and enrols whoever is to come. */
export async function town(world: World, many: number, dates: readonly string[], capacity: number) {
  const hours = [{ from: "07:30", last: "14:30", every: 30, capacity }];
  const plan = {
    id: "general",
    name: { en: "General", zh: "综合体检" },
    weeks: [],
    days: dates.map((date) => ({ date, hours, why: "group exam" })),
  };
  await commit(world.ctx(world.as.manager), {
    changes: [putNew({ pk: "CAL#centre-1", sk: "RES#general", ...plan })],
    log: { subject: "CAL#centre-1", action: "calendar.changed" },
  });
  const numbers: string[] = [];
  for (let serial = 1; serial <= many; serial++) {
    const document = { kind: "national-id" as const, text: nationalId("1984-03-12", serial) };
    numbers.push((await enrolled(world, { name: `体检${hanzi(serial)}`, document })).number);
  }
  return numbers;
}

const hanzi = (serial: number): string =>
  [...String(serial)].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");

/** Books them all on one day: the same people at the same hours with the same pace for the same seed. */
export async function booked(
  world: World,
  api: Api,
  numbers: readonly string[],
  date: string,
  seed: number,
  halfHours = 15,
): Promise<Visitor[]> {
  const random = seededRandom(seed);
  const visitors: Visitor[] = [];
  for (const [at, client] of numbers.entries()) {
    const draw = random() * 100;
    const visit = visits.find((_, index) => draw < shareUpTo(index)) ?? visits[0];
    const half = Math.floor((at * halfHours) / numbers.length);
    const time = `${String(7 + Math.floor((half + 1) / 2)).padStart(2, "0")}:${half % 2 ? "00" : "30"}`;
    const { share: _share, ...wanted } = visit as (typeof visits)[number];
    const { id } = await api.ask<{ id: string }>(world.as.frontDesk, "POST", "/bookings", {
      client,
      date,
      time,
      ...wanted,
    });
    const late = Math.round(random() * 30 - 15);
    const own = Math.floor(random() * 1e9);
    const pace = (room: string) => 0.7 + 0.7 * seededRandom(own + room.length * 977 + room.charCodeAt(0))();
    visitors.push({ number: client, booking: id, time, late, pace, deaf: random() < 0.03 });
  }
  return visitors;
}

const shareUpTo = (index: number): number =>
  visits.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0);

interface Event {
  at: Instant;
  act(): Promise<void>;
}

/**
 * Lives one day on the floor through the API: everybody comes, checks in, goes where they are sent; every free
 * place calls as soon as it can. `atOnce` lets all that happens in one minute run at the same time.
 */
export async function liveDay(
  world: World,
  api: Api,
  date: string,
  visitors: readonly Visitor[],
  places: Readonly<Record<string, number>>,
  { atOnce = false, fullBladder = false } = {},
): Promise<DayFigures> {
  const { frontDesk, nurse, client: clientActor } = world.as;
  const before = api.requests();
  const events: Event[] = [];
  const later = (minutes: number, act: () => Promise<void>) =>
    events.push({ at: addMinutes(world.clock.now(), minutes), act });
  const free = new Map(Object.entries(places));
  const whoIs = new Map(visitors.map((one) => [one.number, one]));
  const deaf = new Set(visitors.filter((one) => one.deaf).map(({ number }) => number));
  const here = new Map<string, Stay>();
  const waiting = new Set<string>();

  const call = async (room: string): Promise<boolean> => {
    if ((free.get(room) ?? 0) < 1) return false;
    free.set(room, (free.get(room) ?? 0) - 1);
    const { called } = await api.ask<{ called?: { ticket: Ticket } | null }>(nurse, "POST", "/floor/call", {
      room,
    });
    if (!called) {
      free.set(room, (free.get(room) ?? 0) + 1);
      return false;
    }
    const { ticket } = called;
    waiting.delete(ticket.client);
    if (deaf.delete(ticket.client)) {
      later(2, async () => {
        await api.ask(nurse, "POST", "/floor/back", { room, queue: ticket.queue, why: "no-answer" });
        waiting.add(ticket.client);
        await released(room);
      });
      return true;
    }
    const minutes = ticket.needs.find((need) => need.room === room)?.minutes ?? 1;
    const takes = Math.max(1, Math.round(minutes * (whoIs.get(ticket.client)?.pace(room) ?? 1)));
    later(walk + takes, () => finished(room, ticket, takes));
    return true;
  };
  const released = async (room: string) => {
    free.set(room, (free.get(room) ?? 0) + 1);
    await call(room);
  };
  const finished = async (room: string, ticket: Ticket, takes: number) => {
    const { next } = await api.ask<{ next: Ticket | null }>(nurse, "POST", "/floor/finish", {
      room,
      queue: ticket.queue,
    });
    const one = here.get(ticket.client);
    if (one) {
      one.busy += takes;
      one.walked += walk;
      if (!next) one.out = world.clock.now();
      if (!next?.needs.some(({ fasting }) => fasting)) one.mayEat ??= world.clock.now();
    }
    if (next?.at) waiting.add(ticket.client);
    await released(room);
    if (next?.at) await call(next.at.room);
  };
  const arrives = async (visitor: Visitor) => {
    const { exam, room } = await api.ask<{ exam: Exam; room?: string }>(
      frontDesk,
      "POST",
      `/clients/${visitor.number}/bookings/${visitor.booking}/check-in`,
      { fasting: true },
    );
    here.set(visitor.number, { came: world.clock.now(), busy: 0, walked: 0 });
    if (room) waiting.add(visitor.number);
    if (room) await call(room);
    if (fullBladder)
      later(25, async () => {
        await ready(visitor.number, exam.id);
      });
  };
  /** Says so again while inside a room (a 409): nobody can be sent on from there. */
  const ready = async (number: string, exam: string): Promise<void> => {
    const path = `/clients/${number}/exams/${exam}/ready`;
    const { at, status } = await api.ask<Ticket & { status?: number }>(clientActor(number), "POST", path, {
      why: "ready",
    });
    if (status === 409) later(5, () => ready(number, exam));
    if (!at) return;
    waiting.add(number);
    await call(at.room);
  };
  const idle = async () => {
    if (waiting.size) for (const room of free.keys()) while (await call(room));
    if (events.length) later(2, idle);
  };

  for (const visitor of visitors) {
    const at = addMinutes(instantAt(date, visitor.time), visitor.late);
    events.push({ at, act: () => arrives(visitor) });
  }
  world.clock.set(instantAt(date, "07:00"));
  later(20, idle);
  const lightsOut = instantAt(date, "20:00");
  for (;;) {
    events.sort((a, b) => a.at.localeCompare(b.at));
    const at = events[0]?.at;
    if (at === undefined || at > lightsOut) break;
    const together = events.splice(0, events.findIndex((event) => event.at > at) >>> 0 || events.length);
    world.clock.set(at);
    if (atOnce) await Promise.all(together.map(({ act }) => act()));
    else for (const { act } of together) await act();
  }
  return figuresOf([...here.values()], await leftOn(world, api), api.requests() - before);
}

async function leftOn(world: World, api: Api): Promise<number[]> {
  const floor = await api.ask<{
    rooms: { inside: Ticket[]; waiting: { ticket: Ticket }[] }[];
    nowhere: Ticket[];
  }>(world.as.nurse, "GET", "/floor");
  return [
    ...floor.rooms.flatMap(({ inside, waiting }) => [...inside, ...waiting.map(({ ticket }) => ticket)]),
    ...floor.nowhere,
  ].map(({ queue }) => queue);
}

interface Stay {
  came: Instant;
  out?: Instant;
  mayEat?: Instant;
  busy: number;
  walked: number;
}

function figuresOf(days: readonly Stay[], stuck: number[], requests: number): DayFigures {
  const between = (a: Instant, b: Instant) => (epochMs(b) - epochMs(a)) / 60_000;
  const done = days.flatMap(({ came, out, mayEat = out, busy, walked }) => {
    if (!out || !mayEat) return [];
    const inHouse = between(came, out);
    return [{ inHouse, wait: inHouse - busy - walked, out, fasted: between(came, mayEat) }];
  });
  const waits = done.map(({ wait }) => wait).sort((a, b) => a - b);
  const mean = (all: readonly number[]) =>
    Math.round((all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)) * 10) / 10;
  return {
    clients: days.length,
    meanWait: mean(waits),
    p90Wait: waits[Math.floor(waits.length * 0.9)] ?? 0,
    longestWait: waits.at(-1) ?? 0,
    meanInHouse: mean(done.map(({ inHouse }) => inHouse)),
    meanUntilFood: mean(done.map(({ fasted }) => fasted)),
    lastOut:
      done
        .map(({ out }) => out)
        .sort()
        .at(-1) ?? "",
    stuck,
    requests,
  };
}
