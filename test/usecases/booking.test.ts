import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { readAssessment } from "../../shared/assessment/index.ts";
import { instantAt } from "../../shared/kernel/time.ts";
import { bookExam, cancelBooking, checkIn, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { bookingsOf, readDay } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";

async function crowd(w: World, size: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let serial = 1; serial <= size; serial++) {
    const document = { kind: "national-id", text: nationalId("1980-06-15", serial) } as const;
    numbers.push(
      (await enrolled(w, { document, name: `客户${serial}`, contacts: {}, notADuplicate: true })).number,
    );
  }
  return numbers;
}

const takenIn = async (w: World) =>
  (await w.dump())
    .filter(({ sk }) => sk.startsWith("SLOT#"))
    .reduce((sum, { taken }) => sum + Number(taken), 0);

describe("places", () => {
  test("120 bookings at once through the API for 50 places give exactly 50, with collisions and throttling", async () => {
    const w = await world();
    const clients = await crowd(w, 120);
    w.faults.conflict = 0.3;
    w.faults.throttle = 0.1;
    const api = create(w.home);
    const token = await w.token(w.as.frontDesk);
    const times = ["07:30", "08:00", "08:30", "09:00", "09:30"];
    const book = (client: string, at: number) =>
      api.request("/api/bookings", {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": `k${at}`,
        },
        body: JSON.stringify({ client, package: "basic", date: monday, time: times[at % times.length] }),
      });
    const answers = await Promise.all(clients.map(book));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    expect(statuses.filter((status) => status === 409)).toHaveLength(70);
    expect(await takenIn(w)).toBe(50);
  });

  test("the last place of one slot goes to exactly one of forty who want it", async () => {
    const w = await world();
    const clients = await crowd(w, 49);
    w.faults.conflict = 0.3;
    const book = (client: string) =>
      bookExam(w.ctx(), { client, package: "basic", date: monday, time: "08:00" }).then(
        () => true,
        () => false,
      );
    for (const client of clients.slice(0, 9)) expect(await book(client)).toBe(true);
    const outcomes = await Promise.all(clients.slice(9).map(book));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await takenIn(w)).toBe(10);
  });

  test("a booking cancelled by two people at once gives its place back once", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    const { id } = await bookExam(w.ctx(), { client, package: "basic", date: monday, time: "08:00" });
    w.faults.conflict = 0.3;
    await Promise.all([1, 2, 3, 4].map(() => cancelBooking(w.ctx(), client, id, "travelling")));
    expect(await takenIn(w)).toBe(0);
    expect((await bookingsOf(w.ctx(), client))[0]).toMatchObject({
      state: "cancelled",
      reason: "travelling",
    });
  });

  test("an answer lost on the way and the request sent again make one booking", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    const wanted = { client, package: "basic", date: monday, time: "08:00" };
    const first = await bookExam(w.ctx(), wanted, "form-1");
    expect((await bookExam(w.ctx(), wanted, "form-1")).id).toBe(first.id);
    expect(await takenIn(w)).toBe(1);
  });

  test("the same key for another day or package is refused, and after a cancellation answers with no booking", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    const wanted = { client, package: "basic", date: monday, time: "08:00" };
    const { id } = await bookExam(w.ctx(), wanted, "form-1");
    for (const otherwise of [{ date: "2026-11-24" }, { time: "09:00" }, { package: "recheck" }])
      await expect(bookExam(w.ctx(), { ...wanted, ...otherwise }, "form-1")).rejects.toMatchObject({
        code: "Unprocessable",
      });
    await cancelBooking(w.ctx(), client, id, "travelling");
    await expect(bookExam(w.ctx(), wanted, "form-1")).rejects.toMatchObject({ code: "Conflict" });
    expect(await takenIn(w)).toBe(0);
    expect((await bookExam(w.ctx(), wanted, "form-2")).id).not.toBe(id);
    expect((await bookingsOf(w.ctx(), client)).map(({ state }) => state).sort()).toEqual([
      "cancelled",
      "confirmed",
    ]);
  });

  test("ten desks booking one client for one day at once make one booking", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    w.faults.conflict = 0.2;
    const times = ["07:30", "08:00", "08:30", "09:00", "09:30"];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        bookExam(
          w.ctx(),
          { client, package: "basic", date: monday, time: times[at % 5] as string },
          `k${at}`,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "AlreadyThere" });
    expect(await takenIn(w)).toBe(1);
  });

  test("a time the centre does not open, a day past, too far or not in the calendar, a package or re-check there is not: each refused by its field", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    const refused = (otherwise: object) =>
      expect(bookExam(w.ctx(), { client, package: "basic", date: monday, time: "08:00", ...otherwise }))
        .rejects;
    await refused({ time: "03:00" }).toMatchObject({ problems: [{ field: "time" }] });
    await refused({ date: "2026-11-21" }).toMatchObject({ problems: [{ field: "date" }] });
    await refused({ date: "2026-13-40" }).toMatchObject({ problems: [{ field: "date" }] });
    await refused({ date: "2028-01-03" }).toMatchObject({ problems: [{ field: "date" }] });
    await refused({ followUps: ["none"] }).toMatchObject({ problems: [{ field: "followUps" }] });
    await refused({ package: "gold" }).toMatchObject({ problems: [{ field: "package" }] });
    expect(await takenIn(w)).toBe(0);
  });

  test("a second booking on the same day names the first", async () => {
    const w = await world();
    const client = (await enrolled(w)).number;
    const { id } = await bookExam(w.ctx(), { client, package: "basic", date: monday, time: "08:00" });
    await expect(
      bookExam(w.ctx(), { client, package: "basic", date: monday, time: "09:00" }),
    ).rejects.toMatchObject({
      code: "AlreadyThere",
      facts: { booking: id },
    });
  });
});

describe("the day", () => {
  test("shows who comes when and what is left, and an arrival is arrived once", async () => {
    const w = await world();
    const client = await enrolled(w);
    const { id } = await bookExam(w.ctx(), {
      client: client.number,
      package: "basic",
      date: monday,
      time: "08:00",
    });
    const day = await readDay(w.ctx(), monday);
    expect(day.arrivals).toMatchObject([
      { client: { name: "林雅文" }, booking: { time: "08:00", state: "confirmed" } },
    ]);
    expect(day.slots.find(({ time }) => time === "08:00")).toMatchObject({ taken: 1, left: 9 });
    w.clock.set(`${monday}T00:02:00.000Z`);
    const arrived = (await checkIn(w.ctx(), client.number, id, true)).booking;
    w.clock.advance({ minutes: 5 });
    const again = await checkIn(w.ctx(), client.number, id, true);
    expect(again.booking.arrivedAt).toBe(arrived.arrivedAt);
    await expect(cancelBooking(w.ctx(), client.number, id, "late")).rejects.toMatchObject({
      code: "Conflict",
    });
  });
});

describe("what was said about fasting", () => {
  const arrives = async (w: World, client: string, date: string, fasting: boolean) => {
    const { id } = await bookExam(w.ctx(), { client, package: "basic", date, time: "08:00" });
    w.clock.set(instantAt(date, "07:50"));
    await checkIn(w.ctx(), client, id, fasting);
  };
  const blood = (w: World, client: string, date: string, fpg: number) =>
    receiveResults(w.ctx(w.as.nurse), client, {
      date,
      results: [{ item: "FPG", value: fpg, unit: "mmol/L" }],
      from: { source: "desk" },
    });
  const glycaemia = async (w: World, client: string) =>
    (await readAssessment(w.ctx(w.as.physician), client)).assessment.findings.filter(
      ({ concern }) => concern === "glycaemia",
    );

  test("reaches the findings: glucose of 7.8 after breakfast is none, and stays so once signed", async () => {
    for (const [fasting, findings] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const w = await world();
      const client = (await enrolled(w)).number;
      await arrives(w, client, monday, fasting);
      await blood(w, client, monday, 7.8);
      expect(await glycaemia(w, client), `fasting: ${fasting}`).toHaveLength(findings);
      await signAssessment(w.ctx(w.as.physician), client, monday, 1, {});
      expect(await glycaemia(w, client), `fasting: ${fasting}, signed`).toHaveLength(findings);
    }
  });

  test("an earlier value after breakfast does not confirm a fasting one", async () => {
    const classes: string[] = [];
    for (const fasting of [true, false]) {
      const w = await world();
      const client = (await enrolled(w)).number;
      await arrives(w, client, monday, fasting);
      await blood(w, client, monday, 7.8);
      await blood(w, client, "2026-12-07", 7.4);
      classes.push(...(await glycaemia(w, client)).map((finding) => finding.class));
    }
    expect(classes).toEqual(["disease", "suspected"]);
  });
});
