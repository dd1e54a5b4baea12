import { describe, expect, test } from "vitest";
import { commit } from "../../shared/data/commit.ts";
import {
  bookExam,
  cancelBooking,
  changeItems,
  checkIn,
  confirmBooking,
  holdPlace,
  letPlaceGo,
  moveBooking,
  overbook,
  waitForPlace,
} from "../../shared/loop/index.ts";
import {
  bookingOf,
  bookingsOf,
  calendarOf,
  clearDays,
  planBooking,
  readCalendar,
  setDays,
  setQuota,
  setWeek,
  slotsOn,
} from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";
const saturday = "2026-11-28";

async function crowd(w: World, size: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let serial = 1; serial <= size; serial++) {
    const document = { kind: "national-id", text: nationalId("1980-06-15", serial * 2) } as const;
    numbers.push(
      (await enrolled(w, { document, name: `客户${serial}`, contacts: {}, notADuplicate: true })).number,
    );
  }
  return numbers;
}

/** What each counter of the days stands at, zeros left out. */
async function taken(w: World): Promise<Record<string, number>> {
  const counters = (await w.dump()).filter(({ pk, taken }) => pk.startsWith("D#") && Number(taken) > 0);
  return Object.fromEntries(counters.map(({ pk, sk, taken }) => [`${pk.slice(-10)} ${sk}`, Number(taken)]));
}

describe("scarce items", () => {
  test("the ninth colonoscopy of a day is refused by its name, and its half hour stays free", async () => {
    const w = await world();
    const clients = await crowd(w, 9);
    const times = ["07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "13:30", "14:00"];
    const book = (client: string, time = "10:00") =>
      bookExam(w.ctx(), { client, package: "basic", items: ["HEIGHT", "COLON"], date: monday, time });
    for (const [at, client] of clients.slice(0, 8).entries()) await book(client, times[at]);
    await expect(book(clients[8] as string, "15:00")).rejects.toMatchObject({
      code: "CapacityFull",
      sentence: { en: expect.stringContaining("olonoscopy") },
    });
    expect(await taken(w)).toEqual({
      ...Object.fromEntries(times.map((time) => [`${monday} SLOT#${time}#general`, 1])),
      [`${monday} CAP#COLON`]: 8,
    });
  });

  test("a booking is counted for what it is for: its package's, or the items chosen", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await bookExam(w.ctx(), {
      client: number,
      package: "advanced",
      date: monday,
      time: "08:00",
    });
    const [slot, breath, ct] = [`${monday} SLOT#08:00#general`, `${monday} CAP#UBT13C`, `${monday} CAP#LDCT`];
    expect(await taken(w)).toEqual({ [slot]: 1, [breath]: 1, [ct]: 1 });
    w.faults.conflict = 0.3;
    const changes = [["HEIGHT", "LDCT"], ["EGD"], ["HEIGHT"], ["LDCT", "EGD", "HEIGHT"]];
    for (const items of changes) await changeItems(w.ctx(), { client: number, booking: id, items });
    expect(await taken(w)).toEqual({ [slot]: 1, [ct]: 1, [`${monday} CAP#EGD`]: 1 });
    expect((await bookingOf(w.ctx(), number, id))?.items).toEqual(["LDCT", "EGD", "HEIGHT"]);
    await Promise.all([1, 2, 3].map(() => cancelBooking(w.ctx(), number, id, "travelling")));
    expect(await taken(w)).toEqual({});
    await expect(
      changeItems(w.ctx(), { client: number, booking: id, items: ["HEIGHT"] }),
    ).rejects.toMatchObject({ code: "Conflict" });
  });

  test("an item that is not there, not booked by itself, twice there or for the other sex is refused by its field", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const refused = (items: string[]) =>
      expect(
        bookExam(w.ctx(), { client: number, package: "basic", items, date: monday, time: "08:00" }),
      ).rejects.toMatchObject({ problems: [{ field: "items" }] });
    await refused(["NOTHING"]);
    await refused(["HEIGHT", "HEIGHT"]);
    await refused(["PSA"]);
    await refused([]);
    expect(await taken(w)).toEqual({});
  });
});

describe("resources", () => {
  test("each has places of its own", async () => {
    const w = await world();
    const [a, b, c] = (await crowd(w, 3)) as [string, string, string];
    const visit = { package: "recheck", date: monday, time: "08:00", resource: "vip" };
    await bookExam(w.ctx(), { client: a, ...visit });
    await bookExam(w.ctx(), { client: b, ...visit });
    await expect(bookExam(w.ctx(), { client: c, ...visit })).rejects.toMatchObject({ code: "CapacityFull" });
    await bookExam(w.ctx(), { client: c, ...visit, resource: "ultrasound" });
    await expect(
      bookExam(w.ctx(), { client: c, ...visit, date: "2026-11-24", resource: "attic" }),
    ).rejects.toMatchObject({ problems: [{ field: "time" }] });
    expect(await taken(w)).toEqual({
      [`${monday} SLOT#08:00#vip`]: 2,
      [`${monday} SLOT#08:00#ultrasound`]: 1,
    });
  });
});

/** Lets the workers do what has come due until nothing more happens. */
const later = async (w: World, minutes: number): Promise<void> => {
  w.clock.advance({ minutes });
  await w.all();
};

describe("a hold", () => {
  const slot = `${monday} SLOT#08:00#general`;
  const visit = (client: string) => ({ client, package: "basic", date: monday, time: "08:00" });

  test("keeps the place for fifteen minutes and gives it back by itself, once", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await holdPlace(w.ctx(), visit(number), "form-1");
    expect(await taken(w)).toEqual({ [slot]: 1 });
    await later(w, 14);
    expect(await taken(w)).toEqual({ [slot]: 1 });
    w.faults.conflict = 0.3;
    await later(w, 1);
    await later(w, 30);
    expect(await taken(w)).toEqual({});
    expect(await bookingOf(w.ctx(), number, id)).toMatchObject({ state: "expired" });
    await expect(confirmBooking(w.ctx(), { client: number, booking: id })).rejects.toMatchObject({
      code: "Conflict",
    });
    expect((await holdPlace(w.ctx(), visit(number), "form-2")).id).not.toBe(id);
  });

  test("is over at its minute, even before the sweep came round", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await holdPlace(w.ctx(), visit(number));
    w.clock.advance({ minutes: 15 });
    await expect(confirmBooking(w.ctx(), { client: number, booking: id })).rejects.toMatchObject({
      code: "Expired",
    });
  });

  test("confirmed by four at once is one visit, prepared for and never expired", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await holdPlace(w.ctx(), visit(number));
    w.faults.conflict = 0.3;
    const which = { client: number, booking: id };
    const all = await Promise.all([1, 2, 3, 4].map(() => confirmBooking(w.ctx(), which)));
    expect(new Set(all.map(({ v }) => v)).size).toBe(1);
    await later(w, 60);
    expect(await taken(w)).toEqual({ [slot]: 1 });
    expect(await bookingOf(w.ctx(), number, id)).toMatchObject({ state: "confirmed" });
  });

  test("let go by a form that is older than its confirmation stays a visit", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await holdPlace(w.ctx(), visit(number));
    const which = { client: number, booking: id };
    await confirmBooking(w.ctx(), which);
    await expect(letPlaceGo(w.ctx(), which)).rejects.toMatchObject({ code: "Conflict" });
    expect(await bookingOf(w.ctx(), number, id)).toMatchObject({ state: "confirmed" });
    const other = await holdPlace(w.ctx(), { ...visit(number), date: "2026-11-24" });
    const states = [1, 2].map(() => letPlaceGo(w.ctx(), { client: number, booking: other.id }));
    expect((await Promise.all(states)).map(({ state }) => state)).toEqual(["expired", "expired"]);
    expect(await taken(w)).toEqual({ [slot]: 1 });
  });

  test("a client has one at a time: another takes its place in the same moment", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const first = await holdPlace(w.ctx(), { ...visit(number), package: "advanced" });
    await holdPlace(w.ctx(), { ...visit(number), package: "advanced" });
    await holdPlace(w.ctx(), { ...visit(number), time: "09:00" });
    expect(await taken(w)).toEqual({ [`${monday} SLOT#09:00#general`]: 1 });
    expect(await bookingOf(w.ctx(), number, first.id)).toMatchObject({ state: "expired" });
    await later(w, 20);
    expect(await taken(w)).toEqual({});
  });

  test("of everything scarce is one commit of twelve actions at most", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await setQuota(w.ctx(w.as.manager), {
      account: "yunhe",
      department: "物流部",
      from: monday,
      until: monday,
      limit: 1,
    });
    const items = ["UBT13C", "DXA", "CTCHEST", "LDCT", "MAMMO", "MRBRAIN", "EGD", "COLON"];
    const actions: number[] = [];
    w.home.table.doc.middlewareStack.add(
      (next) => (args) => {
        const { TransactItems } = args.input as { TransactItems?: unknown[] };
        if (TransactItems) actions.push(TransactItems.length);
        return next(args);
      },
      { step: "initialize" },
    );
    const quota = { account: "yunhe", department: "物流部" };
    await holdPlace(w.ctx(), { ...visit(number), items, quota });
    expect(actions).toEqual([12]);
    expect(Object.values(await taken(w))).toEqual(Array(9).fill(1));
  });
});

describe("moving a booking", () => {
  test("gives the old place and caps back and takes the new ones, keeps its id and where it was", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const made = await bookExam(w.ctx(), {
      client: number,
      package: "advanced",
      date: monday,
      time: "08:00",
    });
    w.faults.conflict = 0.3;
    const which = { client: number, booking: made.id };
    await moveBooking(w.ctx(), which, { date: monday, time: "09:00" });
    const moved = await moveBooking(w.ctx(), which, { date: "2026-11-25", time: "08:30" });
    expect(moved).toMatchObject({ id: made.id, state: "confirmed", date: "2026-11-25", time: "08:30" });
    expect(moved.moves.map(({ date, time }) => `${date} ${time}`)).toEqual([
      `${monday} 08:00`,
      `${monday} 09:00`,
    ]);
    expect(await taken(w)).toEqual({
      "2026-11-25 SLOT#08:30#general": 1,
      "2026-11-25 CAP#UBT13C": 1,
      "2026-11-25 CAP#LDCT": 1,
    });
    const second = await bookExam(w.ctx(), {
      client: number,
      package: "basic",
      date: monday,
      time: "08:00",
    });
    expect(second.id).not.toBe(made.id);
    await expect(moveBooking(w.ctx(), which, { date: monday, time: "09:00" })).rejects.toMatchObject({
      code: "AlreadyThere",
      facts: { booking: second.id },
    });
    expect((await bookingsOf(w.ctx(), number)).map(({ id }) => id).sort()).toEqual(
      [made.id, second.id].sort(),
    );
  });

  test("to a day that is booked at the same moment leaves one booking on it", async () => {
    const w = await world();
    for (let round = 0; round < 6; round++) {
      const { number } = await enrolled(w, {
        document: { kind: "national-id", text: nationalId("1981-06-15", round * 2) },
        contacts: {},
        notADuplicate: true,
      });
      const visit = { client: number, package: "basic", time: "08:00" };
      const { id } = await bookExam(w.ctx(), { ...visit, date: monday });
      await Promise.allSettled([
        moveBooking(w.ctx(), { client: number, booking: id }, { date: "2026-11-25", time: "08:00" }),
        bookExam(w.ctx(), { ...visit, date: "2026-11-25" }),
      ]);
      const there = (await bookingsOf(w.ctx(), number)).filter(({ date }) => date === "2026-11-25");
      expect(there).toHaveLength(1);
    }
  });

  test("to a full time is refused, and it stays where it was", async () => {
    const w = await world();
    const [a, b, c] = (await crowd(w, 3)) as [string, string, string];
    const vip = { package: "basic", date: monday, time: "08:00", resource: "vip" };
    await bookExam(w.ctx(), { client: a, ...vip });
    await bookExam(w.ctx(), { client: b, ...vip });
    const { id } = await bookExam(w.ctx(), { client: c, ...vip, time: "08:30" });
    await expect(
      moveBooking(w.ctx(), { client: c, booking: id }, { date: monday, time: "08:00" }),
    ).rejects.toMatchObject({ code: "CapacityFull" });
    expect(await bookingOf(w.ctx(), c, id)).toMatchObject({ time: "08:30", v: 1 });
    expect(await taken(w)).toEqual({
      [`${monday} SLOT#08:00#vip`]: 2,
      [`${monday} SLOT#08:30#vip`]: 1,
    });
  });

  test("tells how to prepare for the new day, and not for the old one", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await bookExam(w.ctx(), { client: number, package: "basic", date: monday, time: "08:00" });
    await later(w, 8 * 60);
    expect(w.mailbox.map(({ text }) => text.includes("2026-11-23"))).toEqual([true]);
    await moveBooking(w.ctx(), { client: number, booking: id }, { date: "2026-11-26", time: "08:00" });
    await later(w, 24 * 60);
    expect(w.mailbox).toHaveLength(1);
    await later(w, 48 * 60);
    expect(w.mailbox.map(({ text }) => text.includes("2026-11-26"))).toEqual([false, true]);
  });
});

describe("an override", () => {
  test("is a manager's, has a reason, and is counted apart until it is given back", async () => {
    const w = await world();
    const [a, b, c, d] = (await crowd(w, 4)) as [string, string, string, string];
    const vip = { package: "basic", date: monday, time: "08:00", resource: "vip" };
    const reason = "外宾行程变更";
    await bookExam(w.ctx(), { client: a, ...vip });
    const second = await bookExam(w.ctx(), { client: b, ...vip });
    await expect(overbook(w.ctx(), { client: c, ...vip, reason })).rejects.toMatchObject({
      code: "NotAllowed",
    });
    const over = await overbook(w.ctx(w.as.manager), { client: c, ...vip, reason });
    expect(over).toMatchObject({ state: "confirmed", override: { by: w.as.manager.id, reason } });
    const counter = async () => (await w.dump()).find(({ sk }) => sk === "SLOT#08:00#vip");
    expect(await counter()).toMatchObject({ taken: 3, over: 1, limit: 2 });
    await cancelBooking(w.ctx(), b, second.id, "travelling");
    await expect(bookExam(w.ctx(), { client: d, ...vip })).rejects.toMatchObject({ code: "CapacityFull" });
    await cancelBooking(w.ctx(), c, over.id, "travelling");
    expect(await counter()).toMatchObject({ taken: 1, over: 0 });
    await bookExam(w.ctx(), { client: d, ...vip });
    expect((await w.entries()).filter(({ refs }) => refs?.["override"])).toHaveLength(1);
  });

  test("by five managers at once lets all five in, those beyond the two places counted apart", async () => {
    const w = await world();
    const clients = await crowd(w, 5);
    const vip = { package: "basic", date: monday, time: "08:00", resource: "vip", reason: "外宾行程变更" };
    await Promise.all(clients.map((client) => overbook(w.ctx(w.as.manager), { client, ...vip })));
    const counter = (await w.dump()).find(({ sk }) => sk === "SLOT#08:00#vip");
    expect(counter).toMatchObject({ taken: 5, over: 3 });
  });

  test("where there is room takes an ordinary place", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const wanted = { client: number, package: "basic", date: monday, time: "08:00" };
    const made = await overbook(w.ctx(w.as.manager), { ...wanted, reason: "领导安排" });
    expect(made.override).toBeUndefined();
    expect((await w.dump()).find(({ sk }) => sk === "SLOT#08:00#general")).not.toHaveProperty("over");
  });
});

describe("a company's quota", () => {
  const set = (w: World, limit: number) =>
    setQuota(w.ctx(w.as.manager), {
      account: "yunhe",
      department: "物流部",
      from: monday,
      until: "2026-11-24",
      limit,
    });
  const book = (w: World, client: string, more: object = {}) =>
    bookExam(w.ctx(), {
      client,
      package: "basic",
      date: monday,
      time: "08:00",
      quota: { account: "yunhe", department: "物流部" },
      ...more,
    });

  test("lets in as many as it holds, within its days, and takes back what is cancelled", async () => {
    const w = await world();
    const clients = await crowd(w, 6);
    await set(w, 2);
    w.faults.conflict = 0.3;
    const tried = await Promise.allSettled(clients.slice(0, 5).map((client) => book(w, client)));
    const made = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(made).toHaveLength(2);
    const quota = async () => (await w.dump()).find(({ sk }) => sk.startsWith("QUOTA#"));
    expect(await quota()).toMatchObject({ taken: 2, limit: 2 });
    await cancelBooking(w.ctx(), made[0]?.client ?? "", made[0]?.id ?? "", "travelling");
    await book(w, clients[5] as string, { date: "2026-11-24" });
    expect(await quota()).toMatchObject({ taken: 2 });
    await expect(book(w, made[0]?.client ?? "", { date: "2026-11-25" })).rejects.toMatchObject({
      problems: [{ field: "quota" }],
    });
    expect(await set(w, 1)).toMatchObject({ limit: 1, taken: 2 });
    await expect(book(w, made[0]?.client ?? "")).rejects.toMatchObject({ code: "CapacityFull" });
  });

  test("goes with a booking that moves within its days, and is left for another of the department's beyond them", async () => {
    const w = await world();
    const [client] = (await crowd(w, 1)) as [string];
    await set(w, 2);
    const { id } = await book(w, client);
    const move = (date: string) => moveBooking(w.ctx(), { client, booking: id }, { date, time: "08:00" });
    const quotas = async () =>
      (await w.dump())
        .flatMap(({ sk, from, taken }) => (sk.startsWith("QUOTA#") ? [`${from} ${taken}`] : []))
        .sort();
    await move("2026-11-24");
    expect(await quotas()).toEqual([`${monday} 1`]);
    await expect(move("2026-11-25")).rejects.toMatchObject({ problems: [{ field: "quota" }] });
    expect(await bookingOf(w.ctx(), client, id)).toMatchObject({ date: "2026-11-24" });
    await setQuota(w.ctx(w.as.manager), {
      account: "yunhe",
      department: "物流部",
      from: "2026-11-25",
      until: "2026-11-26",
      limit: 1,
    });
    await move("2026-11-25");
    expect(await quotas()).toEqual([`${monday} 0`, "2026-11-25 1"]);
    await cancelBooking(w.ctx(), client, id, "travelling");
    expect(await quotas()).toEqual([`${monday} 0`, "2026-11-25 0"]);
  });

  test("is not for a client to claim", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await set(w, 2);
    const quota = { account: "yunhe", department: "物流部" };
    const wanted = { client: number, package: "basic", date: monday, time: "08:00", quota };
    await expect(bookExam(w.ctx(w.as.client(number)), wanted)).rejects.toMatchObject({ code: "NotAllowed" });
  });
});

describe("when the day is over", () => {
  test("who came is done; who did not is a no-show, and keeps no place of another day", async () => {
    const w = await world();
    const [a, b] = (await crowd(w, 2)) as [string, string];
    const visit = { package: "basic", date: monday, time: "08:00" };
    const came = await bookExam(w.ctx(), { client: a, ...visit });
    const missed = await bookExam(w.ctx(), { client: b, ...visit });
    await later(w, 24 * 60);
    await checkIn(w.ctx(), a, came.id, true);
    await later(w, 24 * 60);
    expect(await bookingOf(w.ctx(), a, came.id)).toMatchObject({ state: "done" });
    expect(await bookingOf(w.ctx(), b, missed.id)).toMatchObject({ state: "no-show" });
    expect((await w.dump()).filter(({ sk, duePk }) => sk.startsWith("BOOK#") && duePk)).toEqual([]);
  });
});

describe("the calendar", () => {
  const vip = { package: "basic", date: saturday, time: "08:00", resource: "vip" };
  const hours = (capacity: number) => ({ from: "08:00", last: "09:00", every: 30, capacity });
  const day = (w: World, capacity?: number) =>
    setDays(w.ctx(w.as.manager), {
      resources: ["vip"],
      from: saturday,
      until: saturday,
      hours: capacity === undefined ? [] : [hours(capacity)],
      why: "设备检修",
    });

  test("a holiday the manager enters closes every resource named, and is taken back", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const holiday = { resources: ["general", "vip"], from: "2027-01-01", until: "2027-01-03" };
    await setDays(w.ctx(w.as.manager), { ...holiday, hours: [], why: "元旦" });
    const wanted = { client: number, package: "basic", date: "2027-01-02", time: "08:00" };
    for (const resource of ["general", "vip"])
      await expect(bookExam(w.ctx(), { ...wanted, resource })).rejects.toMatchObject({
        problems: [{ field: "time" }],
      });
    await bookExam(w.ctx(), { ...wanted, resource: "ultrasound", date: "2027-01-02" });
    await clearDays(w.ctx(w.as.manager), holiday);
    await bookExam(w.ctx(), { ...wanted, date: "2027-01-01" });
  });

  test("a resource that is not there changes none of those named with it", async () => {
    const w = await world();
    const shut = { resources: ["vip", "attic"], from: saturday, until: saturday, hours: [], why: "检修" };
    await expect(setDays(w.ctx(w.as.manager), shut)).rejects.toMatchObject({ code: "NotFound" });
    expect(slotsOn((await readCalendar(w.ctx())).resources, saturday, "vip")).toHaveLength(6);
  });

  test("a day of more starts than one commit can tell is refused by its field, and the fullest day is changed and closed", async () => {
    const w = await world();
    const set = (hours: { from: string; last: string }[]) =>
      setDays(w.ctx(w.as.manager), {
        resources: ["vip"],
        from: saturday,
        until: saturday,
        hours: hours.map((one) => ({ ...one, every: 10, capacity: 1 })),
        why: "设备检修",
      });
    const [morning, noon] = [
      { from: "07:00", last: "11:00" },
      { from: "12:00", last: "17:00" },
    ];
    await expect(set([morning, noon])).rejects.toMatchObject({ problems: [{ field: "hours" }] });
    await set([{ from: "07:00", last: "14:20" }]);
    await set([{ from: "07:05", last: "14:25" }]);
    await set([]);
    expect(slotsOn((await readCalendar(w.ctx())).resources, saturday, "vip")).toEqual([]);
    const bands = [morning, noon].map((one) => ({ ...one, weekdays: [6], every: 10, capacity: 1 }));
    await expect(
      setWeek(w.ctx(w.as.manager), { resource: "vip", from: "2026-12-01", bands }),
    ).rejects.toMatchObject({ problems: [{ field: "bands" }] });
  });

  test("a week changes from its day on; the weeks before stay as they were", async () => {
    const w = await world();
    await setWeek(w.ctx(w.as.manager), {
      resource: "vip",
      from: "2026-12-01",
      bands: [{ weekdays: [2], ...hours(5) }],
    });
    const { resources } = await readCalendar(w.ctx());
    expect(slotsOn(resources, "2026-11-24", "vip").map(({ capacity }) => capacity)).toEqual(Array(6).fill(2));
    expect(slotsOn(resources, "2026-12-01", "vip").map(({ time }) => time)).toEqual([
      "08:00",
      "08:30",
      "09:00",
    ]);
    expect(slotsOn(resources, "2026-12-02", "vip")).toEqual([]);
    await expect(
      setWeek(w.ctx(w.as.manager), { resource: "vip", from: "2026-11-22", bands: [] }),
    ).rejects.toMatchObject({ problems: [{ field: "from" }] });
  });

  test("a capacity lowered below what is taken is told, puts nobody out and lets nobody in", async () => {
    const w = await world();
    const [a, b, c] = (await crowd(w, 3)) as [string, string, string];
    const first = await bookExam(w.ctx(), { client: a, ...vip });
    await bookExam(w.ctx(), { client: b, ...vip });
    const told = { date: saturday, time: "08:00", resource: "vip", taken: 2, over: 0, capacity: 1 };
    expect((await day(w, 1)).overfull).toEqual([told]);
    expect((await readCalendar(w.ctx())).overfull).toEqual([told]);
    await cancelBooking(w.ctx(), a, first.id, "travelling");
    expect((await readCalendar(w.ctx())).overfull).toEqual([]);
    await expect(bookExam(w.ctx(), { client: c, ...vip })).rejects.toMatchObject({ code: "CapacityFull" });
    expect((await day(w)).overfull).toMatchObject([{ taken: 1, capacity: 0 }]);
  });

  test("whoever still knows the plan of a moment ago is refused by the slot itself", async () => {
    const w = await world();
    const [a, b] = (await crowd(w, 2)) as [string, string];
    await bookExam(w.ctx(), { client: a, ...vip });
    const known = await calendarOf(w.ctx(), "centre-1", true);
    await day(w, 1);
    await day(w, 2);
    await day(w, 1);
    const who = { client: b, centre: "centre-1", zone: "Asia/Shanghai", sex: "female" } as const;
    const { changes } = planBooking(w.ctx(), who, { ...vip, followUps: [] }, known, { before: 0 });
    await expect(
      commit(w.ctx(), { changes, log: { subject: `C#${b}`, action: "booking.made" } }),
    ).rejects.toMatchObject({ code: "CapacityFull" });
    expect(await taken(w)).toEqual({ [`${saturday} SLOT#08:00#vip`]: 1 });
  });

  test("more places are offered to who waits for them", async () => {
    const w = await world();
    const [a, b, c] = (await crowd(w, 3)) as [string, string, string];
    for (const client of [a, b]) await bookExam(w.ctx(), { client, ...vip });
    await waitForPlace(w.ctx(), { client: c, ...vip });
    await w.all();
    await day(w, 3);
    await w.all();
    expect((await bookingsOf(w.ctx(), c))[0]).toMatchObject({ state: "held", time: "08:00" });
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("FREED#"))).toEqual([]);
  });

  test("a week of more places offers them to who waits for one of its days", async () => {
    const w = await world();
    const [a, b, c] = (await crowd(w, 3)) as [string, string, string];
    for (const client of [a, b]) await bookExam(w.ctx(), { client, ...vip });
    await waitForPlace(w.ctx(), { client: c, ...vip });
    await w.all();
    const bands = [{ weekdays: [6], ...hours(3) }];
    await setWeek(w.ctx(w.as.manager), { resource: "vip", from: monday, bands });
    await w.all();
    expect((await bookingsOf(w.ctx(), c))[0]).toMatchObject({ state: "held", time: "08:00" });
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("FREED#"))).toEqual([]);
  });

  test("is the manager's to change", async () => {
    const w = await world();
    const asked = { resources: ["vip"], from: saturday, until: saturday, hours: [], why: "检修" };
    for (const actor of [w.as.frontDesk, w.as.physician, w.as.client("P-1")])
      await expect(setDays(w.ctx(actor), asked)).rejects.toMatchObject({ code: "NotAllowed" });
  });
});
