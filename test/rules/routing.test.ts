import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes } from "../../shared/kernel/time.ts";
import type { Floor, Need, Ticket } from "../../shared/testing/exam-day/floor.ts";
import { roomsOf } from "../../shared/testing/exam-day/rooms-of.ts";
import { expectedWait, lineAt, nextRoom, whomToCall } from "../../shared/testing/exam-day/routing.ts";

const rooms = ["vitals room", "blood draw", "sample desk", "ultrasound", "X-ray", "CT"];
const now = "2026-11-23T01:00:00.000Z";
const ago = fc.integer({ min: 0, max: 120 }).map((minutes) => addMinutes(now, -minutes));

const needs: fc.Arbitrary<Need[]> = fc
  .uniqueArray(fc.constantFrom(...rooms), { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((room) =>
        fc
          .record({ minutes: fc.integer({ min: 1, max: 40 }), fasting: fc.boolean(), full: fc.boolean() })
          .map(
            ({ minutes, fasting, full }): Need => ({
              room,
              minutes,
              ...(fasting ? { fasting } : {}),
              ...(full && room === "ultrasound" ? { bladder: "full" } : {}),
              ...(room === "sample desk" ? { bladder: "empties" } : {}),
            }),
          ),
      ),
    ),
  );

const ticket: fc.Arbitrary<Omit<Ticket, "queue">> = fc
  .record({
    needs,
    arrivedAt: ago,
    ready: fc.boolean(),
    placed: fc.constantFrom("nowhere", "waiting", "inside"),
    since: ago,
    called: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ needs, arrivedAt, ready, placed, since, called }) => ({
    centre: "centre-1",
    date: "2026-11-23",
    client: "P-000000000",
    exam: "e",
    arrivedAt,
    needs,
    missed: 0,
    v: 1,
    ...(ready ? { ready } : {}),
    ...(placed === "nowhere"
      ? {}
      : {
          at: {
            room: (needs[0] as Need).room,
            since,
            ...(placed === "inside" ? { called: addMinutes(now, -called) } : {}),
          },
        }),
  }));

const floors: fc.Arbitrary<Floor> = fc
  .record({
    places: fc.record(Object.fromEntries(rooms.map((room) => [room, fc.integer({ min: 0, max: 4 })]))),
    routing: fc.constantFrom("shortest-wait" as const, "first-come" as const),
    tickets: fc.array(ticket, { minLength: 1, maxLength: 25 }),
  })
  .map(({ places, routing, tickets }) => ({
    settings: { places: places as Record<string, number>, routing },
    tickets: tickets.map((one, at) => ({ ...one, queue: at + 1 })),
  }));

const first = (floor: Floor): Ticket => floor.tickets[0] as Ticket;
const openNeeds = (one: Ticket, floor: Floor) =>
  one.needs.filter(({ room }) => (floor.settings.places[room] ?? 0) > 0);

describe("the next room", () => {
  test("is open, still needed, and never wants a bladder that is not full, or empties one that must be", () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const who = first(floor);
        const way = nextRoom(who, floor, now);
        if (!way) return;
        const need = openNeeds(who, floor).find(({ room }) => room === way.room);
        expect(need).toBeDefined();
        if (need?.bladder === "full") expect(who.ready).toBe(true);
        if (need?.bladder === "empties")
          expect(openNeeds(who, floor).some(({ bladder }) => bladder === "full")).toBe(false);
      }),
    );
  });

  test("is there for everybody who has an open room left and is not drinking for one", () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const who = { ...first(floor), ready: true };
        expect(nextRoom(who, floor, now) !== undefined).toBe(openNeeds(who, floor).length > 0);
      }),
    );
  });

  test("is a fasting one first, unless the other is over before its turn comes", () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const who = { ...first(floor), ready: true };
        const ours: Floor = { ...floor, settings: { ...floor.settings, routing: "shortest-wait" } };
        const way = nextRoom(who, ours, now);
        const isOpen = (need: Need) => need.fasting && need.bladder !== "empties";
        const fasting = openNeeds(who, ours).filter(isOpen);
        const chosen = who.needs.find(({ room }) => room === way?.room);
        if (!way || !chosen || !fasting.length || chosen.fasting) return;
        const soonest = Math.max(...fasting.map(({ room }) => expectedWait(who, room, ours, now)));
        expect(way.wait + chosen.minutes).toBeLessThanOrEqual(soonest + 1);
      }),
    );
  });

  test("does not depend on the order in which the floor is listed", () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const turned = { ...floor, tickets: [...floor.tickets].reverse() };
        expect(nextRoom(first(floor), turned, now)).toEqual(nextRoom(first(floor), floor, now));
        for (const room of rooms) {
          expect(lineAt(room, turned, now)).toEqual(lineAt(room, floor, now));
          expect(whomToCall(room, turned, now)).toEqual(whomToCall(room, floor, now));
        }
      }),
    );
  });
});

describe("whom a room calls", () => {
  test("waits, is inside no room, and needs this one; where somebody waits at its door, one of them", () => {
    fc.assert(
      fc.property(floors, fc.constantFrom(...rooms), (floor, room) => {
        const called = whomToCall(room, floor, now);
        const line = lineAt(room, floor, now);
        if (line.length) expect(called).toEqual(line[0]);
        if (!called) return;
        expect(called.at?.called).toBeUndefined();
        expect(called.needs.map((need) => need.room)).toContain(room);
      }),
    );
  });

  test("is whoever came first after an hour at the door, whatever else the rule prefers", () => {
    fc.assert(
      fc.property(floors, fc.constantFrom(...rooms), (floor, room) => {
        const line = lineAt(room, floor, now);
        const long = line.filter(({ at }) => (at?.since ?? now) <= addMinutes(now, -60));
        expect(
          line
            .slice(0, long.length)
            .map(({ queue }) => queue)
            .sort(),
        ).toEqual(long.map(({ queue }) => queue).sort());
      }),
    );
  });
});

describe("the rooms of a set of items", () => {
  test("are those of the catalogue; what is one needle or one breath counts once", () => {
    expect(roomsOf(["FPG", "TC", "WBC", "USABD", "USTHY", "FVC", "FEV1", "SMOKE", "UPRO"])).toEqual([
      { room: "blood draw", minutes: 3, fasting: true },
      { room: "ultrasound", minutes: 20, fasting: true },
      { room: "function tests", minutes: 12 },
      { room: "sample desk", minutes: 4, bladder: "empties" },
    ]);
  });

  test("know what this centre does with a full bladder", () => {
    expect(roomsOf(["USABD"], ["USABD"])[0]?.bladder).toBe("full");
  });
});
