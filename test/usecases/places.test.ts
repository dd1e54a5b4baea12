import { describe, expect, test } from "vitest";
import { bookExam, cancelBooking, changeItems } from "../../shared/loop/index.ts";
import { bookingOf } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";

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
