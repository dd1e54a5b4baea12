import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { addDays } from "../../shared/kernel/time.ts";
import { bookExam, cancelBooking, changeSale, checkIn, quote, sell } from "../../shared/loop/index.ts";
import {
  bookedItems,
  bookingOf,
  changeOrders,
  closeCash,
  linesOf,
  readCash,
  readSale,
  readSales,
  recordPayment,
  refundItems,
  requestFapiao,
  returnOverpaid,
  type Sale,
  spendOf,
  sumsOf,
  writePrice,
} from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

let w: World;
let client: Client;
const thursday = "2026-11-26";
const today = "2026-11-22";
const cash = { payer: { kind: "client" as const }, method: "cash" as const, desk: "desk-1" };

beforeEach(async () => {
  w = await world();
  client = await enrolled(w);
});

const ctx = () => w.ctx(w.as.frontDesk);
const booked = () =>
  bookExam(ctx(), { client: client.number, package: "basic", date: thursday, time: "08:30" });

async function sold(wanted: Parameters<typeof quote>[2] = { package: "basic" }, key?: string): Promise<Sale> {
  const { priced } = await quote(ctx(), client.number, wanted);
  return sell(ctx(), client.number, { ...wanted, netFen: priced.netFen }, key);
}

const spent = async (): Promise<number> =>
  (await spendOf(ctx(), client.number)).reduce((sum, { amountFen }) => sum + amountFen, 0);

describe("a sale", () => {
  test("keeps its lines and reasons, and charges their sum by category", async () => {
    const sale = await sold({ package: "comprehensive", drop: ["EGD"], add: ["S-DIET"] });
    const { lines, charges, openFen } = await readSale(ctx(), client.number, sale.id);
    expect(lines.reduce((sum, { netFen }) => sum + netFen, 0)).toBe(sale.netFen);
    expect(lines.every(({ reason }) => reason.en && reason.zh)).toBe(true);
    expect(lines.map(({ code }) => code)).not.toContain("EGD");
    const [{ amountFen, byCategory } = { amountFen: 0, byCategory: {} }] = charges;
    expect(amountFen).toBe(sale.netFen);
    expect(Object.values(byCategory).reduce((sum, fen) => sum + fen, 0)).toBe(amountFen);
    expect(byCategory).toHaveProperty("consultation");
    expect(openFen).toBe(sale.netFen);
  });

  test("is made at the price that was told, or not at all", async () => {
    await expect(sell(ctx(), client.number, { package: "basic", netFen: 1 })).rejects.toMatchObject({
      code: "Unprocessable",
    });
    expect(await readSales(ctx(), client.number)).toEqual([]);
  });

  test("under the same key is one sale, however often and at once it is sent; other words under it are refused", async () => {
    const { priced } = await quote(ctx(), client.number, { package: "basic" });
    const input = { package: "basic", netFen: priced.netFen };
    const all = await Promise.all([1, 2, 3, 4].map(() => sell(ctx(), client.number, input, "key-1")));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await spent()).toBe(priced.netFen);
    await expect(sell(ctx(), client.number, { add: ["LPA"], netFen: 1800 }, "key-1")).rejects.toMatchObject({
      code: "Unprocessable",
    });
  });

  test("of a booking chooses its items and their caps, in the commit of the sale", async () => {
    const { id } = await booked();
    await sold({ package: "basic", drop: ["CXR"], add: ["LDCT", "S-DIET"], booking: id });
    const booking = await bookingOf(ctx(), client.number, id);
    expect(booking?.items).toContain("LDCT");
    expect(booking?.items).not.toContain("CXR");
    expect(booking?.items).not.toContain("S-DIET");
    expect(booking?.caps).toEqual(["LDCT"]);
    await expect(sold({ package: "advanced", booking: id })).rejects.toMatchObject({ code: "AlreadyThere" });
  });

  test("charges no examination twice for one visit, nor nothing at all", async () => {
    const { id } = await booked();
    const sale = await sold({ package: "basic", booking: id });
    await expect(sold({ add: ["CXR"], booking: id })).rejects.toMatchObject({ problems: [{ field: "add" }] });
    await sold({ add: ["LPA"], booking: id });
    const netFen = sale.netFen + 1_800;
    await expect(changeSale(ctx(), client.number, sale.id, { add: ["LPA"], netFen })).rejects.toMatchObject({
      problems: [{ field: "add" }],
    });
    expect(await spent()).toBe(netFen);
    await expect(sell(ctx(), client.number, { netFen: 0 })).rejects.toMatchObject({
      problems: [{ field: "add" }],
    });
  });

  test("of one booking's package by two desks at once is one sale", async () => {
    const { id } = await booked();
    const { priced } = await quote(ctx(), client.number, { package: "basic" });
    const input = { package: "basic", booking: id, netFen: priced.netFen };
    const tries = await Promise.allSettled(
      ["a", "b", "c"].map((key) => sell(ctx(), client.number, input, key)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await spent()).toBe(priced.netFen);
  });

  test("that dies before it is written leaves neither sale nor booking changed", async () => {
    const { id } = await booked();
    const before = await w.dump();
    w.faults.writesUntilDeath = 0;
    await expect(sold({ package: "basic", add: ["LDCT"], booking: id })).rejects.toThrow();
    w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
    expect((await w.dump()).filter(({ pk }) => !pk.startsWith("A#"))).toEqual(
      before.filter(({ pk }) => !pk.startsWith("A#")),
    );
  });

  test("changed before the visit is priced by the prices of its own day, the difference charged and the booking following", async () => {
    const { id } = await booked();
    const sale = await sold({ package: "basic", booking: id });
    const manager = w.ctx(w.as.manager);
    await writePrice(manager, { kind: "part", id: "LDCT", from: "2026-11-23", priceFen: 99_900, costFen: 1 });
    w.clock.set("2026-11-24T01:00:00.000Z");
    const netFen = sale.netFen + 32_000 - 6_400;
    const changed = await changeSale(
      ctx(),
      client.number,
      sale.id,
      { drop: ["CXR"], add: ["LDCT"], netFen },
      "once",
    );
    await changeSale(ctx(), client.number, sale.id, { drop: ["CXR"], add: ["LDCT"], netFen }, "once");
    expect(changed.netFen).toBe(netFen);
    expect(await spent()).toBe(netFen);
    const booking = await bookingOf(ctx(), client.number, id);
    expect(bookedItems({ package: "basic", items: booking?.items }).map(({ code }) => code)).toContain(
      "LDCT",
    );
    expect((await quote(ctx(), client.number, { add: ["LDCT"] })).priced.netFen).toBe(99_900);
  });

  test("is not changed any more once the visit has begun", async () => {
    const { id } = await booked();
    const sale = await sold({ package: "basic", booking: id });
    w.clock.set("2026-11-26T00:20:00.000Z");
    await checkIn(ctx(), client.number, id, true);
    const netFen = sale.netFen - 6_400;
    await expect(changeSale(ctx(), client.number, sale.id, { drop: ["CXR"], netFen })).rejects.toMatchObject({
      code: "Conflict",
    });
  });
});

describe("money", () => {
  test("is taken from several payers, never more than is open, and is once in the sale's book and once in the desk's", async () => {
    const sale = await sold();
    const pay = (input: Parameters<typeof recordPayment>[3], key?: string) =>
      recordPayment(ctx(), client.number, sale.id, input, key);
    await pay({ ...cash, amountFen: 5_000 });
    await pay({
      payer: { kind: "company", name: "常青科技" },
      method: "transfer",
      reference: "T-1",
      amountFen: 7_000,
      desk: "vip",
    });
    await expect(pay({ ...cash, amountFen: sale.netFen })).rejects.toMatchObject({ code: "InvalidInput" });
    const { payments, openFen } = await readSale(ctx(), client.number, sale.id);
    expect(payments.map(({ payer, amountFen }) => [payer.kind, amountFen])).toEqual([
      ["client", 5_000],
      ["company", 7_000],
    ]);
    expect(openFen).toBe(sale.netFen - 12_000);
    const desks = await readCash(ctx(), today);
    expect(desks.map(({ sums }) => sums)).toEqual([{ cash: 5_000 }, {}, { transfer: 7_000 }]);
  });

  test("of one key is taken once, at once and again", async () => {
    const sale = await sold();
    const pay = () => recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen: 5_000 }, "k");
    await Promise.all([pay(), pay(), pay()]);
    await pay();
    const { payments } = await readSale(ctx(), client.number, sale.id);
    expect(payments).toHaveLength(1);
    expect((await readCash(ctx(), today))[0]?.sums).toEqual({ cash: 5_000 });
  });

  test("without a slip's number, with a card's number, or from a company without a name is refused with the mend", async () => {
    const sale = await sold();
    const refused = async (more: object) => {
      const tried = recordPayment(ctx(), client.number, sale.id, {
        ...cash,
        amountFen: 100,
        ...more,
      } as never);
      return tried.then(
        () => [],
        (error) => (error as { problems: { field: string }[] }).problems.map(({ field }) => field),
      );
    };
    expect(await refused({ method: "card" })).toEqual(["reference"]);
    expect(await refused({ method: "card", reference: "4111 1111 1111 1111" })).toEqual(["reference"]);
    expect(await refused({ payer: { kind: "fund" } })).toEqual(["payer.name"]);
    expect(await refused({ desk: "desk-9" })).toEqual(["desk"]);
  });

  test("goes back for what was given up exactly once, by two desks at once, the way it came", async () => {
    const sale = await sold({ package: "advanced" });
    const half = Math.floor(sale.netFen / 2);
    const pay = (more: object) => recordPayment(ctx(), client.number, sale.id, { ...cash, ...more } as never);
    await pay({ amountFen: half });
    await pay({ method: "wechat", reference: "W-7", amountFen: sale.netFen - half });
    const line = linesOf(sale).find(({ code }) => code === "LDCT");
    const refund = (key: string) =>
      refundItems(
        ctx(),
        client.number,
        sale.id,
        { items: ["LDCT"], reason: "幽闭恐惧", desk: "desk-2" },
        key,
      );
    const tries = await Promise.allSettled([refund("a"), refund("b"), refund("a")]);
    expect(tries.filter(({ status }) => status === "rejected").length).toBeLessThanOrEqual(2);
    await expect(refund("c")).rejects.toMatchObject({ code: "AlreadyThere" });
    const { payments, openFen, charges } = await readSale(ctx(), client.number, sale.id);
    expect(charges.map(({ kind }) => kind)).toEqual(["sale", "refund"]);
    expect(openFen).toBe(0);
    expect(payments.at(-1)).toMatchObject({
      method: "wechat",
      reference: "W-7",
      amountFen: -(line?.netFen ?? 0),
    });
    expect(await spent()).toBe(sale.netFen - (line?.netFen ?? 0));
  });

  test("is not given back for an item whose result is there", async () => {
    const { receiveResults } = await import("../../shared/loop/index.ts");
    const sale = await sold();
    await receiveResults(w.ctx(w.as.nurse), client.number, {
      date: today,
      results: [{ item: "FPG", value: 5, unit: "mmol/L" }],
      from: { source: "LIS" },
    });
    const refund = (items: string[]) =>
      refundItems(ctx(), client.number, sale.id, { items, reason: "不想做", desk: "desk-1" });
    await expect(refund(["FPG"])).rejects.toMatchObject({ code: "InvalidInput" });
    await expect(refund(["LDCT"])).rejects.toMatchObject({ code: "InvalidInput" });
    expect(await spent()).toBe(sale.netFen);
  });

  test("is not given back for an examination of which a finding is there", async () => {
    const { receiveResults } = await import("../../shared/loop/index.ts");
    const sale = await sold({ add: ["USTHY"] });
    await receiveResults(w.ctx(w.as.nurse), client.number, {
      date: today,
      results: [{ item: "THYMM", value: 8, unit: "mm" }],
      from: { source: "RIS" },
    });
    await expect(
      refundItems(ctx(), client.number, sale.id, { items: ["USTHY"], reason: "不想做", desk: "desk-1" }),
    ).rejects.toMatchObject({ problems: [{ field: "items" }] });
  });

  test("goes back before the visit by changing the sale, so that nothing given back is still done", async () => {
    const { id } = await booked();
    const sale = await sold({ package: "basic", booking: id });
    const refund = () =>
      refundItems(ctx(), client.number, sale.id, { items: ["CXR"], reason: "不想做", desk: "desk-1" });
    await expect(refund()).rejects.toMatchObject({ problems: [{ field: "items" }] });
    expect(await spent()).toBe(sale.netFen);
    await cancelBooking(ctx(), client.number, id, "出差");
    expect((await refund()).amountFen).toBe(-6_400);
  });

  test("goes back on the exam day for what the floor recorded as given up, and for nothing that is still awaited", async () => {
    const { id } = await booked();
    const sale = await sold({ package: "basic", booking: id });
    w.clock.set("2026-11-26T00:20:00.000Z");
    await checkIn(ctx(), client.number, id, true);
    const refund = () =>
      refundItems(ctx(), client.number, sale.id, { items: ["CXR"], reason: "怀孕可能", desk: "desk-1" });
    await expect(refund()).rejects.toMatchObject({ problems: [{ field: "items" }] });
    await changeOrders(w.ctx(w.as.nurse), client.number, id, {
      to: "declined",
      items: ["CXR"],
      reason: "怀孕可能",
    });
    expect((await refund()).amountFen).toBe(-6_400);
    expect(await spent()).toBe(sale.netFen - 6_400);
  });

  test("survives a crash at any write: a repeated request ends with one payment and one entry in the cash book", async () => {
    const sale = await sold();
    for (const [at, deadAfter] of [0, 1, 2].entries()) {
      const pay = () =>
        recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen: 1_000 }, `crash-${at}`);
      w.faults.writesUntilDeath = deadAfter;
      await pay().catch((error) => expect(error).toBeInstanceOf(ProcessDied));
      w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
      await pay();
    }
    w.faults.lostAnswer = 0.5;
    const lost = () => recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen: 1_000 }, "lost");
    await Promise.allSettled([lost(), lost()]);
    w.faults.lostAnswer = 0;
    await lost();
    const { sale: after, payments } = await readSale(ctx(), client.number, sale.id);
    expect(payments).toHaveLength(4);
    expect(after.paidFen).toBe(4_000);
    const [desk] = await readCash(ctx(), today);
    expect(desk?.sums).toEqual({ cash: 4_000 });
    expect(desk?.day.sums).toEqual({ cash: 4_000 });
  });

  test("paid above the price after a change goes back once", async () => {
    const sale = await sold({ package: "basic" });
    await recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen: sale.netFen });
    await changeSale(ctx(), client.number, sale.id, { drop: ["CXR"], netFen: sale.netFen - 6_400 });
    const back = () => returnOverpaid(ctx(), client.number, sale.id, { desk: "desk-1" }, "back");
    expect((await back()).map(({ amountFen }) => amountFen)).toEqual([-6_400]);
    expect((await back()).map(({ amountFen }) => amountFen)).toEqual([-6_400]);
    await expect(returnOverpaid(ctx(), client.number, sale.id, { desk: "desk-1" })).rejects.toMatchObject({
      code: "Unprocessable",
    });
    expect((await readSale(ctx(), client.number, sale.id)).openFen).toBe(0);
  });
});

describe("a fapiao", () => {
  test("is asked for with a title and a tax number that checks, for no more than was paid", async () => {
    const sale = await sold();
    await recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen: 10_000 });
    const ask = (more: object) =>
      requestFapiao(ctx(), client.number, sale.id, {
        kind: "company",
        title: "常青科技有限公司",
        amountFen: 10_000,
        ...more,
      } as never);
    await expect(ask({})).rejects.toMatchObject({ problems: [{ field: "taxNumber" }] });
    await expect(ask({ taxNumber: "91350100M000100Y44" })).rejects.toMatchObject({ code: "InvalidInput" });
    await expect(ask({ taxNumber: "91350100M000100Y43", amountFen: 10_001 })).rejects.toMatchObject({
      problems: [{ field: "amountFen" }],
    });
    const made = await ask({ taxNumber: "9135 0100 m000 100y 43" });
    expect(made).toMatchObject({ taxNumber: "91350100M000100Y43", amountFen: 10_000 });
    await expect(ask({ taxNumber: "91350100M000100Y43" })).rejects.toMatchObject({ code: "InvalidInput" });
  });
});

describe("the cash book", () => {
  const pay = async (sale: Sale, amountFen: number, desk = "desk-1") =>
    recordPayment(ctx(), client.number, sale.id, { ...cash, amountFen, desk });
  const close = (countedFen: number, expectedFen: number, more: object = {}) =>
    closeCash(ctx(), { desk: "desk-1", date: today, countedFen, expectedFen, ...more });

  test("is closed against the counted cash, a difference with its reason, and stays closed: what comes later is the next day's", async () => {
    const sale = await sold({ package: "comprehensive" });
    await pay(sale, 5_000);
    await expect(close(4_900, 5_000)).rejects.toMatchObject({ problems: [{ field: "reason" }] });
    const day = await close(4_900, 5_000, { reason: "找零有误" });
    expect(day.closed).toMatchObject({ expectedFen: 5_000, countedFen: 4_900, differenceFen: -100 });
    await pay(sale, 700);
    await pay(sale, 300, "desk-2");
    const sums = async (date: string) => (await readCash(ctx(), date)).map((one) => one.sums);
    expect(await sums(today)).toEqual([{ cash: 5_000 }, { cash: 300 }, {}]);
    expect(await sums("2026-11-23")).toEqual([{ cash: 700 }, {}, {}]);
    await expect(close(5_000, 5_000)).rejects.toMatchObject({ code: "Conflict" });
    await expect(
      closeCash(ctx(), { desk: "desk-1", date: "2026-11-23", countedFen: 700, expectedFen: 700 }),
    ).rejects.toMatchObject({ problems: [{ field: "date" }] });
  });

  test("is not closed over an entry the desk has not seen", async () => {
    const sale = await sold({ package: "comprehensive" });
    await pay(sale, 5_000);
    await expect(close(0, 0)).rejects.toMatchObject({ code: "Conflict" });
  });

  test("closed while money is taken: every entry is in the closed sum or in the next day, none in both", async () => {
    const sale = await sold({ package: "comprehensive" });
    await pay(sale, 1_000);
    const closing = close(1_000, 1_000).catch(() => undefined);
    await Promise.all([closing, ...[1, 2, 3, 4].map(() => pay(sale, 100))]);
    const [first] = await readCash(ctx(), today);
    const [next] = await readCash(ctx(), "2026-11-23");
    const { closed } = first?.day ?? {};
    if (closed) expect(first?.sums.cash).toBe(closed.expectedFen);
    expect((first?.sums.cash ?? 0) + (next?.sums.cash ?? 0)).toBe(1_400);
  });

  test("shows sums that are its entries', whatever was paid, refunded and closed in between", async () => {
    const step = fc.record({
      kind: fc.constantFrom("pay", "pay", "refund", "close", "tomorrow"),
      desk: fc.constantFrom("desk-1", "desk-2"),
      method: fc.constantFrom("cash" as const, "wechat" as const),
      amountFen: fc.integer({ min: 1, max: 90_000 }),
      at: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        const own = await world();
        const desk = () => own.ctx(own.as.frontDesk);
        const { number } = await enrolled(own);
        const { priced } = await quote(desk(), number, { package: "advanced" });
        const sale = await sell(desk(), number, { package: "advanced", netFen: priced.netFen });
        const codes = linesOf(sale).map(({ code }) => code);
        const days = new Set<string>();
        for (const { kind, desk: at, method, amountFen, at: which } of steps) {
          const date = own.clock.now().slice(0, 10);
          days.add(date);
          if (kind === "tomorrow") {
            own.clock.advance({ days: 1 });
            continue;
          }
          const act = {
            pay: () =>
              recordPayment(desk(), number, sale.id, {
                payer: { kind: "client" },
                method,
                reference: "R",
                amountFen,
                desk: at,
              }),
            refund: () =>
              refundItems(desk(), number, sale.id, {
                items: [codes[which % codes.length] ?? ""],
                reason: "x",
                desk: at,
              }),
            close: async () => {
              const book = (await readCash(desk(), date)).find(({ day }) => day.desk === at);
              const expectedFen = book?.sums.cash ?? 0;
              return closeCash(desk(), { desk: at, date, countedFen: expectedFen, expectedFen });
            },
          }[kind];
          await act().catch((error) =>
            expect(["InvalidInput", "AlreadyThere", "Conflict"]).toContain(error.code),
          );
        }
        for (const more of [0, 1]) days.add(addDays(own.clock.now().slice(0, 10), more));
        const books = (await Promise.all([...days].map((date) => readCash(desk(), date)))).flat();
        for (const { day, sums, entries } of books) {
          expect(day.sums).toEqual(sumsOf(entries));
          if (day.closed) expect(day.closed.expectedFen).toBe(sums.cash ?? 0);
        }
        const { sale: after, payments, charges } = await readSale(desk(), number, sale.id);
        const moved = books.flatMap(({ entries }) => entries).reduce((sum, one) => sum + one.amountFen, 0);
        expect(moved).toBe(after.paidFen);
        expect(payments.reduce((sum, one) => sum + one.amountFen, 0)).toBe(after.paidFen);
        expect(charges.reduce((sum, one) => sum + one.amountFen, 0)).toBe(after.netFen);
        expect(after.paidFen).toBeGreaterThanOrEqual(0);
        expect(after.paidFen).toBeLessThanOrEqual(after.netFen);
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 5) },
    );
  });
});
