import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clockIn } from "../../functions/local/clock.ts";
import { clockPage } from "../../functions/local/clock-page.ts";
import { inTurn, move } from "../../functions/local/moves.ts";
import { commit, putNew } from "../../shared/data/commit.ts";
import { dueKey } from "../../shared/data/due.ts";
import { addMinutes, epochMs, type Instant, instantOf, localDate } from "../../shared/kernel/time.ts";
import { type World, world } from "../support/world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "perennial-clock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the clock only goes forward, and a restart does not set it back", async () => {
  const file = join(folder, "clock.json");
  const clock = await clockIn(file);
  const ahead = addMinutes(clock.now(), 60 * 24 * 400);
  await clock.moveTo(ahead);
  await clock.moveTo("2020-01-01T00:00:00.000Z");
  expect(clock.now() >= ahead).toBe(true);
  expect((await clockIn(file)).now() >= ahead).toBe(true);
});

/** A clock that stands, and a note of when the workers were let run. */
function movable(at: World) {
  const stops: Instant[] = [];
  const clock = {
    now: at.clock.now,
    moveTo: async (to: Instant) => {
      if (to > at.clock.now()) at.clock.set(to);
    },
  };
  return { clock, table: at.home.table, stops, settle: async () => void stops.push(at.clock.now()) };
}

const fallsDue = (at: World, id: string, when: Instant) =>
  commit(at.ctx(), {
    changes: [putNew({ pk: `C#${id}`, sk: "FUP#1", ...dueKey("care", `C#${id} FUP#1`, when) })],
    log: { subject: `C#${id}`, action: "follow-up.planned" },
  });

test("to the next due item: there and no further, and nowhere when nothing is due", async () => {
  const at = await world();
  const moving = movable(at);
  const start = at.clock.now();
  await move(moving, "next");
  expect(at.clock.now()).toBe(start);
  await fallsDue(at, "P-2", "2026-12-30T02:00:00.000Z");
  await fallsDue(at, "P-1", "2026-12-24T02:00:00.000Z");
  await move(moving, "next");
  expect(at.clock.now()).toBe("2026-12-24T02:00:00.000Z");
  await move(moving, "next");
  expect(at.clock.now()).toBe("2026-12-30T02:00:00.000Z");
});

test("a month is a calendar month, walked so that what falls due on the way does so in its own time", async () => {
  const at = await world({ start: "2027-01-31T01:00:00.000Z" });
  const moving = movable(at);
  const dates = ["2027-02-03T01:00:00.000Z", "2027-02-03T04:00:00.000Z", "2027-02-20T01:30:00.000Z"];
  for (const [n, when] of dates.entries()) await fallsDue(at, `P-${n}`, when);
  await fallsDue(at, "P-spread", "2027-02-03T02:40:00.000Z");
  await fallsDue(at, "P-later", "2027-03-05T01:30:00.000Z");
  await move(moving, "month");
  expect(moving.stops).toEqual(["2027-01-31T01:00:00.000Z", ...dates, "2027-02-28T01:00:00.000Z"]);
});

test("a day keeps the hour of the wall clock", async () => {
  const at = await world();
  await move(movable(at), "day");
  expect(at.clock.now()).toBe("2026-11-23T01:00:00.000Z");
});

test("two presses of the button move twice, one after the other, even when the first goes wrong", async () => {
  const told: string[] = [];
  const press = inTurn(async (how) => {
    told.push(`${how} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    if (how === "next") throw new Error("nothing answers");
    told.push(`${how} ends`);
  });
  const ends = await Promise.allSettled([press("day"), press("next"), press("month")]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(told).toEqual(["day begins", "day ends", "next begins", "month begins", "month ends"]);
});

test("the page shows the centre's time; its buttons move the clock and go back to the page one was on", async () => {
  const moved: string[] = [];
  const now = () => instantOf(epochMs("2026-12-31T17:30:00.000Z"));
  const app = clockPage(now, async (how) => void moved.push(how));
  const page = await (await app.request("http://localhost:3000/local/clock?lang=en")).text();
  expect(page).toContain(`${localDate(now())} 01:30`);
  for (const label of ["+1 day", "+1 month", "To the next due item"]) expect(page).toContain(label);
  const push = (how: string, referer?: string) =>
    app.request(`http://localhost:3000/local/clock/${how}`, {
      method: "POST",
      headers: { host: "localhost:3000", ...(referer ? { referer } : {}) },
    });
  expect((await push("month", "http://localhost:3000/worklist?view=all")).headers.get("location")).toBe(
    "/worklist?view=all",
  );
  expect((await push("day", "https://elsewhere.example/")).headers.get("location")).toBe("/local/clock");
  expect((await push("year")).status).toBe(404);
  expect(moved).toEqual(["month", "day"]);
});
