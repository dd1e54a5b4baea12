import { describe, expect, test } from "vitest";
import { type Client, clientOf } from "../../shared/clients/index.ts";
import {
  acceptOffer,
  bookExam,
  bookInvited,
  cancelBooking,
  confirmBooking,
  declineOffer,
  holdPlace,
  inviteToBook,
  leaveWaiting,
  moveBooking,
  openLink,
  quote,
  sell,
  stopByLink,
  waitForPlace,
} from "../../shared/loop/index.ts";
import { bookingsOf, waitsOf } from "../../shared/testing/index.ts";
import { changed, finding, sign } from "../support/follow-ups.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const saturday = "2026-11-28";
const vip = { package: "basic", date: saturday, time: "08:00", resource: "vip" };

/** Clients who may be written to; each by a phone of their own. */
async function crowd(w: World, size: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let serial = 1; serial <= size; serial++)
    numbers.push(
      (
        await enrolled(w, {
          document: { kind: "national-id", text: nationalId("1980-06-15", serial * 2) },
          name: `客户${serial}`,
          contacts: { phone: `1390000000${serial}` },
          channels: ["sms"],
          notADuplicate: true,
        })
      ).number,
    );
  return numbers;
}

const later = async (w: World, minutes: number): Promise<void> => {
  w.clock.advance({ minutes });
  await w.all();
};

/** A world at nine in the morning whose suite is full on Saturday at eight, and who has the two places. */
async function full(waiting: number) {
  const w = await world();
  const [a, b, ...rest] = (await crowd(w, waiting + 2)) as [string, string, ...string[]];
  const places = [
    await bookExam(w.ctx(), { client: a, ...vip }),
    await bookExam(w.ctx(), { client: b, ...vip }),
  ] as const;
  return { w, places, rest };
}

const join = (w: World, client: string, more: object = {}) =>
  waitForPlace(w.ctx(), { client, ...vip, ...more });

const giveUp = (w: World, { client, id }: { client: string; id: string }) =>
  cancelBooking(w.ctx(), client, id, "travelling");

const stateOf = async (w: World, client: string) =>
  (await waitsOf(w.ctx(), client)).map(({ state }) => state).join();

const slot = async (w: World, time = "08:00") =>
  Number((await w.dump()).find(({ sk }) => sk === `SLOT#${time}#vip`)?.["taken"] ?? 0);

describe("the waiting list", () => {
  test("a place given up goes to who came first, kept until they answer; nobody overtakes the list", async () => {
    const { w, places, rest } = await full(3);
    const [first, second, stranger] = rest as [string, string, string];
    await join(w, first);
    w.clock.advance({ minutes: 1 });
    await join(w, second);
    await w.all();
    await giveUp(w, places[0]);
    await expect(bookExam(w.ctx(), { client: stranger, ...vip })).rejects.toMatchObject({
      code: "CapacityFull",
    });
    await w.all();
    expect([await stateOf(w, first), await stateOf(w, second)]).toEqual(["offered", "waiting"]);
    expect(await slot(w)).toBe(2);
    const [held] = await bookingsOf(w.ctx(), first);
    expect(held).toMatchObject({ state: "held", time: "08:00" });
    expect(w.mailbox.at(-1)).toMatchObject({ to: expect.stringContaining("1390000000") });
    expect(w.mailbox.at(-1)?.text).toContain("2026-11-28");
    await confirmBooking(w.ctx(), { client: first, booking: held?.id ?? "" });
    expect(await stateOf(w, first)).toBe("taken");
    await later(w, 24 * 60);
    expect([await stateOf(w, second), await slot(w)]).toEqual(["waiting", 2]);
  });

  test("an offer that is not answered lapses by itself and the next one is asked; the last gives the place back", async () => {
    const { w, places, rest } = await full(2);
    const [first, second] = rest as [string, string];
    await join(w, first);
    w.clock.advance({ minutes: 1 });
    await join(w, second);
    await w.all();
    await giveUp(w, places[0]);
    await w.all();
    await later(w, 119);
    expect(await stateOf(w, first)).toBe("offered");
    await later(w, 5);
    expect([await stateOf(w, first), await stateOf(w, second)]).toEqual(["lapsed", "offered"]);
    expect(await slot(w)).toBe(2);
    await later(w, 130);
    expect([await stateOf(w, second), await slot(w)]).toEqual(["lapsed", 1]);
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("FREED#"))).toEqual([]);
  });

  test("who declines or leaves makes way at once", async () => {
    const { w, places, rest } = await full(3);
    const [first, second, third] = rest as [string, string, string];
    const waits = [];
    for (const client of [first, second, third]) {
      waits.push(await join(w, client));
      w.clock.advance({ minutes: 1 });
    }
    await w.all();
    await leaveWaiting(w.ctx(), { client: second, wait: waits[1]?.id ?? "" });
    await giveUp(w, places[0]);
    await w.all();
    await leaveWaiting(w.ctx(), { client: first, wait: waits[0]?.id ?? "" });
    await w.all();
    expect(await Promise.all([first, second, third].map((client) => stateOf(w, client)))).toEqual([
      "left",
      "left",
      "offered",
    ]);
    expect(await slot(w)).toBe(2);
  });

  test("a place that moves away, expires or frees a scarce item is offered as well", async () => {
    const { w, places, rest } = await full(3);
    const [first, second, third] = rest as [string, string, string];
    await join(w, first);
    await w.all();
    await moveBooking(
      w.ctx(),
      { client: places[0].client, booking: places[0].id },
      { date: saturday, time: "09:00" },
    );
    await w.all();
    expect(await stateOf(w, first)).toBe("offered");
    await holdPlace(w.ctx(), { client: second, ...vip, time: "09:00" });
    await join(w, third, { time: "09:00" });
    await w.all();
    expect(await stateOf(w, third)).toBe("waiting");
    await later(w, 15);
    expect(await stateOf(w, third)).toBe("offered");
    expect([await slot(w), await slot(w, "09:00")]).toEqual([2, 2]);
  });

  test("whoever would take any time of the day is offered another one than they asked for", async () => {
    const { w, rest } = await full(2);
    const [first, second] = rest as [string, string];
    const other = await bookExam(w.ctx(), { client: second, ...vip, time: "09:30" });
    for (const time of ["07:30", "08:30", "09:00", "10:00", "09:30"])
      for (const client of await fresh(w, time === "09:30" ? 1 : 2, time))
        await bookExam(w.ctx(), { client, ...vip, time });
    await join(w, first, { anyTime: true });
    await w.all();
    expect(await stateOf(w, first)).toBe("waiting");
    await giveUp(w, other);
    await w.all();
    expect((await bookingsOf(w.ctx(), first))[0]).toMatchObject({ state: "held", time: "09:30" });
  });

  test("where there is room nobody waits, and on a day that has come nobody waits any more", async () => {
    const { w, rest } = await full(1);
    const [first] = rest as [string];
    await expect(join(w, first, { time: "09:00" })).rejects.toMatchObject({ code: "Conflict" });
    await join(w, first);
    w.clock.set("2026-11-28T01:00:00.000Z");
    await w.all();
    expect(await stateOf(w, first)).toBe("lapsed");
    expect((await w.dump()).filter(({ pk, sk }) => pk.startsWith("D#") && sk.startsWith("WAIT#"))).toEqual(
      [],
    );
  });

  test("who asks twice, by two desks at once, stands in the list once; a wider or more urgent wish is another", async () => {
    const { w, rest } = await full(1);
    const [first] = rest as [string];
    const all = await Promise.all(
      ["a", "b", "c"].map((key) => waitForPlace(w.ctx(), { client: first, ...vip }, key)),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const rows = async () =>
      (await w.dump()).filter(({ pk, sk }) => pk.startsWith("D#") && sk.startsWith("WAIT#"));
    expect(await rows()).toHaveLength(1);
    const wider = await join(w, first, { anyTime: true });
    expect(wider.id).not.toBe(all[0]?.id);
    expect([all[0]?.id, wider.id]).toContain((await join(w, first)).id);
    expect(await rows()).toHaveLength(2);
    for (const wait of [all[0]?.id ?? "", wider.id]) await leaveWaiting(w.ctx(), { client: first, wait });
    expect((await join(w, first)).state).toBe("waiting");
    expect(await rows()).toHaveLength(1);
  });

  test("a scarce item that a sale takes out of a visit goes to who waits for it, before anybody else", async () => {
    const w = await world();
    const [waiting] = (await crowd(w, 1)) as [string];
    const [stranger, ...clients] = (await fresh(w, 9, "")) as [string, ...string[]];
    const times = ["07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "13:30", "14:00"];
    const visit = { package: "basic", date: "2026-11-27", items: ["HEIGHT", "COLON"] };
    const booked = [];
    for (const [at, client] of clients.entries())
      booked.push(await bookExam(w.ctx(), { client, ...visit, time: times[at] as string }));
    await waitForPlace(w.ctx(), { client: waiting, ...visit, time: "15:00" });
    await w.all();
    const { client = "", id: booking = "" } = booked[0] ?? {};
    const { priced } = await quote(w.ctx(), client, { package: "basic", booking });
    await sell(w.ctx(), client, { package: "basic", booking, netFen: priced.netFen });
    await expect(bookExam(w.ctx(), { client: stranger, ...visit, time: "14:30" })).rejects.toMatchObject({
      code: "CapacityFull",
    });
    await w.all();
    expect(await stateOf(w, waiting)).toBe("offered");
  });

  test("a place freed while somebody was still joining is found by themselves", async () => {
    const { w, places, rest } = await full(1);
    const [first] = rest as [string];
    w.faults.conflict = 0.2;
    await Promise.all([join(w, first), giveUp(w, places[0])].map((one) => one.catch(() => undefined)));
    await w.all();
    expect(["offered", ""]).toContain(await stateOf(w, first));
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("FREED#"))).toEqual([]);
  });

  test("an urgent re-check goes before everybody, whatever their class and however long they wait", async () => {
    const { w, places, rest } = await full(4);
    const [gold, plain, urgent, later] = rest as [string, string, string, string];
    await changed(w, gold, { tier: "diamond" } as never);
    const client = (await clientOf(w.ctx(), urgent)) as Client;
    const [followUp] = await sign(w.ctx(w.as.physician), client, "2026-11-20", [
      finding("bp-grade1-unconfirmed"),
    ]);
    for (const number of [gold, plain]) {
      await join(w, number);
      w.clock.advance({ minutes: 1 });
    }
    await join(w, urgent, { package: "recheck", followUps: [followUp?.id] });
    await join(w, later);
    await w.all();
    const order: string[] = [];
    for (const _ of [1, 2, 3, 4]) {
      if (order.length === 0) await giveUp(w, places[0]);
      await w.all();
      for (const number of rest)
        if ((await stateOf(w, number)) === "offered" && !order.includes(number)) order.push(number);
      const last = order.at(-1) as string;
      const [held] = await bookingsOf(w.ctx(), last);
      await cancelBooking(w.ctx(), last, held?.id ?? "", "no");
    }
    expect(order).toEqual([urgent, gold, plain, later]);
  });

  test("two sweeps at once offer one place once", async () => {
    const { w, places, rest } = await full(2);
    for (const client of rest) await join(w, client);
    await w.all();
    await giveUp(w, places[0]);
    w.faults.conflict = 0.3;
    await Promise.all([w.all(), w.all()]);
    const states = await Promise.all(rest.map((client) => stateOf(w, client)));
    expect(states.sort()).toEqual(["offered", "waiting"]);
    expect(await slot(w)).toBe(2);
  });
});

let met = 500;
async function fresh(w: World, many: number, name: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let n = 0; n < many; n++) {
    const document = { kind: "national-id", text: nationalId("1979-06-15", met++) } as const;
    numbers.push(
      (await enrolled(w, { document, name: `客户${name}`, contacts: {}, notADuplicate: true })).number,
    );
  }
  return numbers;
}

describe("links to places", () => {
  const tokenIn = (w: World) => /\/-\/(\S+)/.exec(w.mailbox.at(-1)?.text ?? "")?.[1] ?? "";
  const nobody = (w: World) => w.ctx(w.as.job, "web");

  test("an offer is only shown by being opened, taken by a press, and over for whoever comes late", async () => {
    const { w, places, rest } = await full(2);
    const [first, second] = rest as [string, string];
    for (const client of [first, second]) {
      await join(w, client);
      w.clock.advance({ minutes: 1 });
    }
    await w.all();
    await giveUp(w, places[0]);
    await w.all();
    const token = tokenIn(w);
    for (let n = 0; n < 3; n++)
      expect(await openLink(nobody(w), token)).toMatchObject({ purpose: "offer", state: "open" });
    expect(await stateOf(w, first)).toBe("offered");
    await Promise.all([1, 2, 3].map(() => acceptOffer(nobody(w), token)));
    expect((await bookingsOf(w.ctx(), first)).map(({ state }) => state)).toEqual(["confirmed"]);
    await expect(declineOffer(nobody(w), token)).rejects.toMatchObject({ code: "Conflict" });
    expect(await openLink(nobody(w), token)).toMatchObject({ state: "taken" });
    await giveUp(w, places[1]);
    await w.all();
    const other = tokenIn(w);
    await declineOffer(nobody(w), other);
    await expect(acceptOffer(nobody(w), other)).rejects.toMatchObject({ code: "Conflict" });
    expect(await openLink(nobody(w), other)).toMatchObject({ state: "over" });
    await w.all();
    expect(await slot(w)).toBe(1);
  });

  test("an invitation books one visit and nothing else, and is over in time", async () => {
    const { w, rest } = await full(1);
    const [client] = rest as [string];
    const { path } = await inviteToBook(w.ctx(), { client, package: "basic", days: 3 });
    const token = path.replace("/-/", "");
    const shown = await openLink(nobody(w), token);
    expect(shown).toEqual({ purpose: "invite", centre: "centre-1", package: "basic" });
    const chosen = { date: saturday, time: "08:30" };
    const made = await Promise.all([1, 2, 3].map(() => bookInvited(nobody(w), token, chosen)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    await expect(bookInvited(nobody(w), token, { date: "2026-11-27", time: "08:30" })).rejects.toMatchObject({
      code: "AlreadyThere",
    });
    await cancelBooking(w.ctx(), client, made[0]?.id ?? "", "travelling");
    await expect(bookInvited(nobody(w), token, chosen)).rejects.toMatchObject({ code: "Conflict" });
    for (const act of [acceptOffer, stopByLink])
      await expect(act(nobody(w), token)).rejects.toMatchObject({ code: "NotFound" });
    w.clock.advance({ days: 4 });
    await expect(openLink(nobody(w), token)).rejects.toMatchObject({ code: "Expired" });
  });
});
