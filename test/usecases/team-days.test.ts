import { describe, expect, test } from "vitest";
import { bookTeamDay, cancelBooking, checkIn } from "../../shared/loop/index.ts";
import {
  cancelTeamDay,
  changeOrders,
  planTeamDay,
  readBoard,
  readDay,
  readTeamDay,
  readTeamDays,
  readWay,
  slotsLeft,
} from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { teamDay } from "../support/team-days.ts";
import { type World, world } from "../support/world.ts";

async function crowd(w: World, size: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let serial = 1; serial <= size; serial++) {
    const document = { kind: "national-id", text: nationalId("1980-06-15", serial) } as const;
    numbers.push((await enrolled(w, { document, name: `员工${serial}`, notADuplicate: true })).number);
  }
  return numbers;
}

describe("a team day at a company", () => {
  test("has a calendar of its own: its places are never oversold and never the centre's", async () => {
    const w = await world();
    const { id } = await planTeamDay(w.ctx(w.as.manager), teamDay(), "plan");
    const staff = await crowd(w, 7);
    w.faults.conflict = 0.3;
    const all = await Promise.allSettled(
      staff.map((client) => bookTeamDay(w.ctx(), id, { client, time: "08:30" })),
    );
    w.faults.conflict = 0;
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const { slots, arrivals } = await readTeamDay(w.ctx(), id);
    expect(slots.map(({ time, left }) => [time, left])).toEqual([
      ["08:00", 2],
      ["08:30", 0],
      ["09:00", 2],
      ["09:30", 2],
    ]);
    expect(arrivals).toHaveLength(2);
    const general = await slotsLeft(w.ctx(), "centre-1", "2026-12-01");
    expect(general.every(({ taken }) => taken === 0)).toBe(true);
    const one = arrivals[0]?.booking;
    await cancelBooking(w.ctx(), one?.client ?? "", one?.id ?? "", "出差");
    expect((await readTeamDay(w.ctx(), id)).slots[1]?.left).toBe(1);
  });

  test("holds only what can be done there: no CT, no X-ray without a vehicle, nothing the company may not ask for", async () => {
    const w = await world();
    const plan = (items: string[], more = {}) =>
      planTeamDay(w.ctx(w.as.manager), teamDay({ items, ...more }), items.join());
    for (const items of [["LDCT"], ["CXR"], ["FPG", "EGD"], ["CEA"], ["NONE"]])
      await expect(plan(items), items.join()).rejects.toMatchObject({ problems: [{ field: "items" }] });
    await expect(plan(["CXR", "FPG"], { vehicle: true })).resolves.toMatchObject({ items: ["CXR", "FPG"] });
    for (const date of ["2026-11-22", "2028-01-01"])
      await expect(plan(["FPG"], { date })).rejects.toMatchObject({ problems: [{ field: "date" }] });
  });

  test("the same form sent twice at once is one day, and another under its key is refused", async () => {
    const w = await world();
    const manager = w.ctx(w.as.manager);
    const both = await Promise.all([1, 2].map(() => planTeamDay(manager, teamDay(), "plan")));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await readTeamDays(w.ctx(), "2026-11-22")).toHaveLength(1);
    await expect(planTeamDay(manager, teamDay({ company: "别家" }), "plan")).rejects.toMatchObject({
      code: "Unprocessable",
    });
  });

  test("gives each what is done for their sex, and counts the specimens to take along", async () => {
    const w = await world();
    const items = ["FPG", "ALT", "UPRO", "USBREAST"];
    const { id } = await planTeamDay(w.ctx(w.as.manager), teamDay({ items }), "plan");
    const [him] = await crowd(w, 1);
    const { number: her } = await enrolled(w);
    const his = await bookTeamDay(w.ctx(), id, { client: him ?? "", time: "08:00" });
    const hers = await bookTeamDay(w.ctx(), id, { client: her, time: "08:00" });
    expect(his.items).not.toContain("USBREAST");
    expect(hers.items).toContain("USBREAST");
    const { specimens, rooms } = await readTeamDay(w.ctx(), id);
    expect(Math.max(...specimens.map(({ count }) => count))).toBe(2);
    expect(rooms.map(({ room }) => room)).toContain("ultrasound");
  });

  test("cancelled, it takes nobody more and forgets nobody who is booked", async () => {
    const w = await world();
    const { id } = await planTeamDay(w.ctx(w.as.manager), teamDay(), "plan");
    const [a = "", b = ""] = await crowd(w, 2);
    await bookTeamDay(w.ctx(), id, { client: a, time: "08:00" });
    const two = [1, 2].map(() => cancelTeamDay(w.ctx(w.as.manager), id, "企业改期"));
    expect((await Promise.all(two)).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    await expect(bookTeamDay(w.ctx(), id, { client: b, time: "08:00" })).rejects.toMatchObject({
      code: "Conflict",
    });
    const { slots, arrivals } = await readTeamDay(w.ctx(), id);
    expect(slots).toEqual([]);
    expect(arrivals.map(({ booking }) => booking.client)).toEqual([a]);
    expect((await readDay(w.ctx(), "2026-12-01")).arrivals).toHaveLength(1);
  });

  test("checked in there, somebody has an exam and orders but no way through the centre's rooms", async () => {
    const w = await world({ start: "2026-11-30T01:00:00.000Z" });
    const { id } = await planTeamDay(w.ctx(w.as.manager), teamDay(), "plan");
    const [client = ""] = await crowd(w, 1);
    const booking = await bookTeamDay(w.ctx(), id, { client, time: "08:00" });
    w.clock.set("2026-12-01T00:05:00.000Z");
    const { exam, room } = await checkIn(w.ctx(), client, booking.id, true);
    expect(room).toBeUndefined();
    expect(await readBoard(w.ctx(), "centre-1")).toEqual({ rooms: [], away: [] });
    expect(await readWay(w.ctx(), client)).toBeUndefined();
    const declined = { to: "declined" as const, items: ["ECG"], reason: "时间不够" };
    await changeOrders(w.ctx(), client, exam.id, declined);
    await changeOrders(w.ctx(), client, exam.id, { to: "ordered", items: ["ECG"] });
    expect(await readBoard(w.ctx(), "centre-1")).toEqual({ rooms: [], away: [] });
    const taken = { to: "collected" as const, items: ["FPG", "ALT"] };
    expect((await changeOrders(w.ctx(), client, exam.id, taken)).samples).not.toEqual([]);
  });
});
