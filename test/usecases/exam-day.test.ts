import { beforeEach, describe, expect, test } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { bookExam, checkIn, passOn, receiveMessages, receiveResults } from "../../shared/loop/index.ts";
import {
  bookingOf,
  callIn,
  changeOrders,
  concludeExam,
  type Exam,
  examOf,
  finishRoom,
  givenUpOf,
  readExamNumber,
  readRecalls,
  readWay,
  rejectSample,
  verifyOrders,
} from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";
const morning = "2026-11-23T00:05:00.000Z";

let w: World;
beforeEach(async () => {
  w = await world({ start: "2026-11-22T01:00:00.000Z" });
});

async function booked(
  serial = 122,
  name = "林雅文",
  time = "08:00",
): Promise<{ client: Client; id: string }> {
  const document = { kind: "national-id" as const, text: nationalId("1974-03-12", serial) };
  const client = await enrolled(w, { name, document });
  const wanted = { client: client.number, package: "basic", date: monday, time };
  return { client, id: (await bookExam(w.ctx(), wanted)).id };
}

async function arrived(serial = 122, name = "林雅文") {
  const { client, id } = await booked(serial, name);
  w.clock.set(morning);
  const { exam, room } = await checkIn(w.ctx(), client.number, id, true);
  return { client, exam, room };
}

const stateOf = (exam: Exam | undefined, item: string) =>
  exam?.orders.find((order) => order.item === item)?.state;
const now = (exam: Exam) => examOf(w.ctx(), exam.client, exam.id);

/** Everybody is called and examined until nobody waits. */
async function through(exam: Exam): Promise<string[]> {
  const rooms: string[] = [];
  for (;;) {
    const way = await readWay(w.ctx(), exam.client);
    if (!way?.room) return rooms;
    await callIn(w.ctx(w.as.nurse), way.room, exam.queue);
    w.clock.advance({ minutes: 5 });
    await finishRoom(w.ctx(w.as.nurse), exam.queue, way.room);
    rooms.push(way.room);
  }
}

describe("arriving", () => {
  test("makes the exam of the day with an order per item, a sayable number and the first room", async () => {
    const { exam, room } = await arrived();
    expect(exam).toMatchObject({ queue: 1, number: "E261123-00016", state: "open" });
    expect(exam.orders.find(({ item }) => item === "FPG")).toEqual({ item: "FPG", state: "ordered" });
    expect(exam.orders.map(({ item }) => item)).not.toContain("PSA");
    expect(["blood draw", "ultrasound"]).toContain(room);
  });

  test("is once, however often somebody checks in, and two never share a number", async () => {
    const people = await Promise.all([booked(122, "林雅文"), booked(123, "方书涵"), booked(124, "唐卫国")]);
    w.clock.set(morning);
    const twice = [...people, ...people];
    const days = await Promise.all(twice.map(({ client, id }) => checkIn(w.ctx(), client.number, id, true)));
    expect(new Set(days.map(({ exam }) => exam.number)).size).toBe(3);
    expect(days.map(({ exam }) => exam.queue).sort()).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test("is refused on another day than the booking's", async () => {
    const { client, id } = await booked();
    await expect(checkIn(w.ctx(), client.number, id, true)).rejects.toMatchObject({ code: "Conflict" });
  });
});

describe("an exam number", () => {
  test("is read as said, and one misheard digit or two swapped are noticed", () => {
    expect(readExamNumber("e 261123 - 0001 6")).toMatchObject({ date: monday, queue: 1 });
    expect(readExamNumber("E261123-00016.2")).toMatchObject({ number: "E261123-00016", part: 2 });
    expect(readExamNumber("E261123-00026")).toBeUndefined();
    expect(readExamNumber("E261132-00016")).toBeUndefined();
  });
});

describe("the orders of an exam", () => {
  test("are collected room by room until the client has been everywhere", async () => {
    const { exam } = await arrived();
    const rooms = await through(exam);
    expect(rooms.length).toBe(new Set(rooms).size);
    const after = await now(exam);
    expect(after?.orders.filter(({ state }) => state === "ordered").map(({ item }) => item)).toEqual([
      "SMOKE",
    ]);
    expect(after?.samples.map(({ tube }) => tube)).toEqual(["serum", "edta", "plasma", "urine"]);
    expect(await readWay(w.ctx(), exam.client)).toMatchObject({ left: [] });
  });

  test("are resulted by what is typed, verified by a person, and an exam ends when all have ended", async () => {
    const { client, exam } = await arrived();
    await through(exam);
    await expect(concludeExam(w.ctx(), client.number, exam.id)).rejects.toMatchObject({ code: "Conflict" });
    const numbers = { FPG: 5.1, CREA: 60 };
    const typed = Object.entries(numbers).map(([item, value]) => ({
      item,
      value,
      unit: item === "FPG" ? "mmol/L" : "umol/L",
    }));
    const nurse = w.ctx(w.as.nurse);
    await receiveResults(nurse, client.number, { date: monday, results: typed, from: { source: "desk" } });
    const resulted = await now(exam);
    expect([stateOf(resulted, "FPG"), stateOf(resulted, "EGFR"), stateOf(resulted, "ALT")]).toEqual([
      "resulted",
      "resulted",
      "collected",
    ]);
    expect(stateOf(await verifyOrders(nurse, client.number, exam.id), "FPG")).toBe("verified");
  });

  test("given up or put off are ends with a reason, and what is put off is made up for on the next visit", async () => {
    const { client, exam } = await arrived();
    const desk = w.ctx();
    await changeOrders(desk, client.number, exam.id, {
      to: "declined",
      items: ["ECG"],
      reason: "本人不愿意",
    });
    await changeOrders(desk, client.number, exam.id, {
      to: "deferred",
      items: ["CXR"],
      reason: "备孕咨询后再做",
    });
    expect(givenUpOf((await now(exam)) as Exam)).toEqual([{ item: "ECG", reason: "本人不愿意" }]);
    expect(await through(exam)).not.toContain("X-ray");
    const again = await bookExam(desk, {
      client: client.number,
      package: "basic",
      date: "2026-11-24",
      time: "08:00",
    });
    w.clock.set("2026-11-24T00:05:00.000Z");
    const second = await checkIn(desk, client.number, again.id, true);
    expect(second.exam.orders.find(({ item }) => item === "CXR")?.makesUpFor).toBe(exam.id);
    const first = (await now(exam))?.orders.find(({ item }) => item === "CXR");
    expect(first).toMatchObject({ state: "deferred", madeUpBy: second.exam.id });
  });

  test("taken back while the client is there bring them back to the floor", async () => {
    const { client, exam } = await arrived();
    const items = ["ECG"];
    await changeOrders(w.ctx(), client.number, exam.id, { to: "declined", items, reason: "时间不够" });
    await through(exam);
    await changeOrders(w.ctx(), client.number, exam.id, { to: "ordered", items });
    expect(await through(exam)).toEqual(["function tests"]);
  });
});

describe("a place passed to another person (替检)", () => {
  test("is a booking in the other's own file; nothing of the first is ever resulted", async () => {
    const { client, exam } = await arrived();
    const other = await enrolled(w, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1974-03-12", 124) },
    });
    const taken = await passOn(w.ctx(), client.number, exam.id, { to: other.number, reason: "本人出差" });
    expect(await bookingOf(w.ctx(), client.number, exam.id)).toMatchObject({ state: "cancelled" });
    expect(taken).toMatchObject({ client: other.number, state: "confirmed", date: monday, time: "08:00" });
    expect((await now(exam))?.orders.every(({ state }) => state === "passed")).toBe(true);
    const { exam: theirs } = await checkIn(w.ctx(), other.number, taken.id, true);
    expect(theirs.number).not.toBe(exam.number);
    const lis = w.ctx(w.as.lis);
    const acks = await receiveMessages(lis, oru(exam.number, "林^雅文", "19740312", "F"));
    expect(acks.join()).toContain("MSA|AA");
    expect((await now(exam))?.orders.every(({ state }) => state === "passed")).toBe(true);
  });

  test("is refused once something of the first was taken", async () => {
    const { client, exam } = await arrived();
    const other = await enrolled(w, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1974-03-12", 124) },
    });
    await callIn(w.ctx(w.as.nurse), "blood draw", exam.queue);
    await finishRoom(w.ctx(w.as.nurse), exam.queue, "blood draw");
    await expect(
      passOn(w.ctx(), client.number, exam.id, { to: other.number, reason: "本人出差" }),
    ).rejects.toMatchObject({ code: "Conflict" });
  });
});

const oru = (number: string, name: string, birth: string, sex: string): Uint8Array =>
  new TextEncoder().encode(
    [
      `MSH|^~\\&|LIS|LAB|PERENNIAL|CENTRE|20261123110000||ORU^R01|${number}|P|2.5.1|||||CHN|UNICODE UTF-8`,
      `PID|1||12345^^^LAB^MR||${name}||${birth}|${sex}`,
      `OBR|1|${number}.1||FPG^^L|||20261123081500`,
      "OBX|1|NM|FPG^^L||5.2|mmol/L|||||F",
      "",
    ].join("\r"),
  );

describe("a result that comes by the exam number", () => {
  test("lands on that exam when the person agrees, and its order is verified", async () => {
    const { exam } = await arrived();
    await receiveMessages(w.ctx(w.as.lis), oru(exam.number, "林^雅文", "19740312", "F"));
    expect(stateOf(await now(exam), "FPG")).toBe("verified");
  });

  test("waits for a person when the name is another's: the number alone proves nothing", async () => {
    const { exam } = await arrived();
    await receiveMessages(w.ctx(w.as.lis), oru(exam.number, "王^五", "19740312", "F"));
    expect(stateOf(await now(exam), "FPG")).toBe("ordered");
    expect((await w.dump()).some(({ pk, sk }) => `${pk}${sk}`.includes("HELD#"))).toBe(true);
  });
});

describe("a rejected sample", () => {
  test("opens a recall that ends by a new sample and by nothing before it", async () => {
    const { client, exam } = await arrived();
    await through(exam);
    const serum = (await now(exam))?.samples.find(({ tube }) => tube === "serum")?.n ?? 0;
    const nurse = w.ctx(w.as.nurse);
    await rejectSample(nurse, client.number, exam.id, serum, { reason: "haemolysed" });
    expect(stateOf(await now(exam), "ALT")).toBe("ordered");
    expect(await readRecalls(w.ctx())).toMatchObject([
      { recall: { sample: serum, client: client.number }, client: { name: "林雅文" } },
    ]);
    const items = (await readRecalls(w.ctx()))[0]?.recall.items ?? [];
    await changeOrders(nurse, client.number, exam.id, { to: "collected", items: items.slice(1) });
    expect(await readRecalls(w.ctx())).toHaveLength(1);
    await changeOrders(nurse, client.number, exam.id, { to: "collected", items: items.slice(0, 1) });
    expect(await readRecalls(w.ctx())).toEqual([]);
    expect((await now(exam))?.samples.at(-1)).toMatchObject({ tube: "serum", replaces: serum });
  });

  test("also ends by the client's word against it", async () => {
    const { client, exam } = await arrived();
    await through(exam);
    const urine = (await now(exam))?.samples.find(({ tube }) => tube === "urine");
    const nurse = w.ctx(w.as.nurse);
    await rejectSample(nurse, client.number, exam.id, urine?.n ?? 0, { reason: "too little" });
    const items = urine?.items ?? [];
    await changeOrders(w.ctx(), client.number, exam.id, { to: "declined", items, reason: "不愿再来" });
    expect(await readRecalls(w.ctx())).toEqual([]);
  });
});
