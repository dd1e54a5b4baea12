import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { enrolClient } from "../../shared/clients/index.ts";
import type { Item } from "../../shared/data/read.ts";
import { AppError } from "../../shared/kernel/errors.ts";
import {
  bookExam,
  cancelBooking,
  changeItems,
  confirmBooking,
  holdPlace,
  moveBooking,
  overbook,
  waitForPlace,
} from "../../shared/loop/index.ts";
import { bookingsOf, catalogueItem, setDays, setQuota } from "../../shared/testing/index.ts";
import { linYawen, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const days = ["2026-11-28", "2026-11-30"] as const;
const times = ["08:00", "08:30"] as const;
const itemSets = [undefined, ["COLON"], ["COLON", "EGD"], ["HEIGHT"]] as const;
const people = 8;
const quota = { account: "yunhe", department: "物流部" };

type Act =
  | "book"
  | "hold"
  | "confirm"
  | "cancel"
  | "move"
  | "items"
  | "override"
  | "wait"
  | "minutes"
  | "plan";
interface Step {
  act: Act;
  who: number;
  day: number;
  time: number;
  items: number;
  quota: boolean;
  minutes: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>(
    ...(["book", "hold", "hold", "confirm", "confirm", "cancel", "cancel", "move", "move"] as const),
    ...(["items", "override", "wait", "wait", "minutes", "minutes", "plan"] as const),
  ),
  who: fc.nat(people - 1),
  day: fc.nat(days.length - 1),
  time: fc.nat(times.length - 1),
  items: fc.nat(itemSets.length - 1),
  quota: fc.boolean(),
  minutes: fc.constantFrom(1, 15, 16, 121),
});

/** What every counter ought to be: told by the bookings and the places between two hands, and by nothing else. */
function expectedCounters(items: readonly Item[]): Map<string, { taken: number; over: number }> {
  const sums = new Map<string, { taken: number; over: number }>();
  const add = (key: string, over: boolean) => {
    const so = sums.get(key) ?? { taken: 0, over: 0 };
    sums.set(key, { taken: so.taken + 1, over: so.over + (over ? 1 : 0) });
  };
  for (const item of items) {
    if (item.sk.startsWith("FREED#"))
      for (const mark of item["marks"] as string[]) add(`${item.pk} ${mark}`, false);
    if (!item.sk.startsWith("BOOK#") || "movedHere" in item) continue;
    if (item["state"] === "cancelled" || item["state"] === "expired") continue;
    const day = `D#${item["centre"]}#${item["date"]}`;
    const marks = [
      `SLOT#${item["time"]}#${item["resource"]}`,
      ...(item["caps"] as string[]).map((code) => `CAP#${code}`),
    ];
    for (const mark of marks) add(`${day} ${mark}`, (item["over"] as string[]).includes(mark));
    const held = item["quota"] as { account: string; id: string } | undefined;
    if (held) add(`CO#${held.account} QUOTA#${held.id}`, false);
  }
  return sums;
}

/** Holds every counter against what it should be, and against its limit, as far as that was never lowered. */
function checkSums(items: readonly Item[], lowered: ReadonlySet<string>): void {
  const expected = expectedCounters(items);
  const counters = items.filter(({ sk }) => /^(SLOT|CAP|QUOTA)#/.test(sk));
  for (const { pk, sk, taken = 0, over = 0, limit } of counters) {
    const key = `${pk} ${sk}`;
    expect({ key, taken, over }).toEqual({ key, ...(expected.get(key) ?? { taken: 0, over: 0 }) });
    const most = sk.startsWith("CAP#") ? (catalogueItem(sk.slice(4))?.dailyCap ?? 0) : Number(limit);
    if (!lowered.has(key)) expect(Number(taken), key).toBeLessThanOrEqual(most + Number(over));
  }
  for (const [key, { taken }] of expected)
    if (taken)
      expect(
        counters.some(({ pk, sk }) => `${pk} ${sk}` === key),
        key,
      ).toBe(true);
  const standing = items.filter(
    ({ sk, state }) => sk.startsWith("BOOK#") && ["held", "confirmed", "arrived"].includes(String(state)),
  );
  const perDay = standing.map((item) => `${item["client"]} ${item["date"]}`);
  expect(new Set(perDay).size, "one a day for a client").toBe(perDay.length);
}

async function take(w: World, numbers: readonly string[], one: Step, lowered: Set<string>): Promise<void> {
  const client = numbers[one.who] as string;
  const [date, time] = [days[one.day] as string, times[one.time] as string];
  const chosen = itemSets[one.items];
  const visit = {
    client,
    package: "basic",
    date,
    time,
    resource: "vip",
    ...(chosen ? { items: [...chosen] } : {}),
  };
  const asked = one.quota ? { ...visit, quota } : visit;
  const mine = async () => (await bookingsOf(w.ctx(), client)).find(({ state }) => state !== "cancelled");
  const booking = (await mine())?.id ?? "none";
  const which = { client, booking };
  switch (one.act) {
    case "book":
      return void (await bookExam(w.ctx(), asked));
    case "hold":
      return void (await holdPlace(w.ctx(), asked));
    case "confirm":
      return void (await confirmBooking(w.ctx(), which));
    case "cancel":
      return void (await cancelBooking(w.ctx(), client, booking, "travelling"));
    case "move":
      return void (await moveBooking(w.ctx(), which, { date, time }));
    case "items":
      return void (await changeItems(w.ctx(), { ...which, items: [...(chosen ?? ["HEIGHT", "EGD"])] }));
    case "override":
      return void (await overbook(w.ctx(w.as.manager), { ...asked, reason: "领导安排" }));
    case "wait":
      return void (await waitForPlace(w.ctx(), { ...visit, anyTime: one.quota }));
    case "minutes":
      w.clock.advance({ minutes: one.minutes });
      return work(w);
    case "plan": {
      const capacity = 1 + (one.who % 3);
      for (const at of times) lowered.add(`D#centre-1#${date} SLOT#${at}#vip`);
      const hours = [{ from: "08:00", last: "08:30", every: 30, capacity }];
      const plan = { resources: ["vip"], from: date, until: date, hours, why: "检修" };
      return void (await setDays(w.ctx(w.as.manager), plan));
    }
  }
}

/** What is due is done until nothing is. */
async function work(w: World): Promise<void> {
  await w.tick();
  while (w.jobs.length) {
    await w.drain();
    await w.tick();
  }
}

let refused = 0;
let done = 0;

test("any interleaving of holding, confirming, moving, cancelling, expiring, waiting, overriding and other plans keeps every sum", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 14 }),
      fc.nat(1_000_000),
      async (rounds, seed) => {
        const w = await world({ seed });
        const numbers: string[] = [];
        for (let serial = 1; serial <= people; serial++) {
          const document = { kind: "national-id", text: nationalId("1980-06-15", serial * 2) } as const;
          const named = { document, name: `客户${serial}`, contacts: {}, notADuplicate: true };
          numbers.push((await enrolClient(w.ctx(), linYawen(named))).number);
        }
        await setQuota(w.ctx(w.as.manager), { ...quota, from: days[0], until: days[1], limit: 2 });
        w.faults.conflict = 0.15;
        w.faults.throttle = 0.03;
        const lowered = new Set<string>();
        for (const round of rounds) {
          const outcomes = await Promise.allSettled(round.map((one) => take(w, numbers, one, lowered)));
          for (const outcome of outcomes) {
            if (outcome.status === "rejected" && !(outcome.reason instanceof AppError)) throw outcome.reason;
            if (outcome.status === "rejected") refused += 1;
            else done += 1;
          }
          checkSums(await w.dump(), lowered);
        }
        w.faults.conflict = 0;
        w.clock.advance({ days: 12 });
        await work(w);
        const rest = await w.dump();
        checkSums(rest, lowered);
        expect(rest.filter(({ sk }) => sk.startsWith("FREED#"))).toEqual([]);
        expect(rest.filter(({ sk, duePk }) => /^(BOOK|WAIT)#/.test(sk) && duePk)).toEqual([]);
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

afterAll(() => {
  expect(done, `${refused} refused`).toBeGreaterThan(15);
});
