import { beforeEach, describe, expect, test } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import {
  bookExam,
  bookSecondVisit,
  checkIn,
  findArrival,
  mergeFiles,
  passOn,
  putOffFor,
  receiveMessages,
  receiveResults,
  unlinkResults,
} from "../../shared/loop/index.ts";
import {
  bookingOf,
  callIn,
  changeOrders,
  concludeExam,
  type Exam,
  examOf,
  finishRoom,
  givenUpOf,
  handOver,
  readExamNumber,
  readRecalls,
  readWay,
  rejectSample,
  samplesHere,
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

  test("await something again when a result is taken out, and then the exam is open again and can be ended anew", async () => {
    const { client, exam } = await arrived();
    const desk = w.ctx();
    const rest = exam.orders.map(({ item }) => item).filter((item) => item !== "FPG");
    const given = { to: "declined" as const, items: rest, reason: "只做血糖" };
    await changeOrders(desk, client.number, exam.id, given);
    await through(exam);
    await receiveMessages(w.ctx(w.as.lis), oru(exam.number, "林^雅文", "19740312", "F"));
    expect(await concludeExam(desk, client.number, exam.id)).toMatchObject({ state: "concluded" });
    await unlinkResults(w.ctx(w.as.nurse), client.number, monday, 1, { reason: "标本贴错" });
    const after = await now(exam);
    expect([after?.state, stateOf(after, "FPG")]).toEqual(["open", "collected"]);
    expect((await w.entries()).map(({ action }) => action)).toContain("exam.reopened");
    const typed = [{ item: "FPG", value: 5.4, unit: "mmol/L" }];
    const nurse = w.ctx(w.as.nurse);
    await receiveResults(nurse, client.number, { date: monday, results: typed, from: { source: "desk" } });
    await verifyOrders(nurse, client.number, exam.id);
    expect(await concludeExam(desk, client.number, exam.id)).toMatchObject({ state: "concluded" });
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
    const wanted = { to: other.number, reason: "本人出差" };
    const taken = await passOn(w.ctx(), client.number, exam.id, wanted, "form-1");
    expect((await passOn(w.ctx(), client.number, exam.id, wanted, "form-1")).id).toBe(taken.id);
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

  test("days before tells the other person how to prepare, as the first would have been told", async () => {
    const { client, id } = await booked();
    const other = await enrolled(w, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1974-03-12", 124) },
    });
    const before = await bookingOf(w.ctx(), client.number, id);
    const taken = await passOn(w.ctx(), client.number, id, { to: other.number, reason: "本人出差" });
    expect(taken.prepareAt).toBe("2026-11-22T08:00:00.000Z");
    expect(taken.prepareAt).toBe(before?.prepareAt);
  });

  test("holds back a result under its number even when the first person's own id is on it", async () => {
    const { client, exam } = await arrived();
    const other = await enrolled(w, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1974-03-12", 124) },
    });
    await passOn(w.ctx(), client.number, exam.id, { to: other.number, reason: "本人出差" });
    const id = nationalId("1974-03-12", 122);
    await receiveMessages(w.ctx(w.as.lis), oru(exam.number, "林^雅文", "19740312", "F", id));
    const items = await w.dump();
    expect(items.filter(({ sk }) => sk.startsWith("FILE#RES#"))).toEqual([]);
    expect(items.filter(({ pk }) => pk.startsWith("HELD#"))).toHaveLength(1);
  });

  test("leaves the first person what an earlier visit still owes them (迟检)", async () => {
    const { client, exam } = await arrived();
    const put = { to: "deferred" as const, items: ["CXR"], reason: "备孕咨询后再做" };
    await changeOrders(w.ctx(), client.number, exam.id, put);
    const tuesday = { date: "2026-11-24", time: "08:00" };
    const again = await bookSecondVisit(w.ctx(), client.number, exam.id, tuesday);
    w.clock.set("2026-11-24T00:05:00.000Z");
    const second = await checkIn(w.ctx(), client.number, again.id, true);
    const other = await enrolled(w, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1974-03-12", 124) },
    });
    expect(await putOffFor(w.ctx(), client.number)).toEqual([]);
    await passOn(w.ctx(), client.number, second.exam.id, { to: other.number, reason: "本人出差" });
    expect(await putOffFor(w.ctx(), client.number)).toMatchObject([{ items: ["CXR"] }]);
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

const oru = (number: string, name: string, birth: string, sex: string, id = ""): Uint8Array =>
  new TextEncoder().encode(
    [
      `MSH|^~\\&|LIS|LAB|PERENNIAL|CENTRE|20261123110000||ORU^R01|${number}|P|2.5.1|||||CHN|UNICODE UTF-8`,
      `PID|1||12345^^^LAB^MR${id ? `~${id}^^^CHN^NI` : ""}||${name}||${birth}|${sex}`,
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

  test("drawn again on another day is among that day's samples to hand over", async () => {
    const { client, exam } = await arrived();
    await through(exam);
    const nurse = w.ctx(w.as.nurse);
    await handOver(
      nurse,
      (await samplesHere(nurse)).map(({ label }) => label),
    );
    await rejectSample(nurse, client.number, exam.id, 1, { reason: "haemolysed" });
    const items = (await readRecalls(w.ctx()))[0]?.recall.items ?? [];
    w.clock.set("2026-11-25T00:30:00.000Z");
    await changeOrders(nurse, client.number, exam.id, { to: "collected", items });
    const [fresh, ...others] = await samplesHere(nurse);
    expect([fresh?.tube, others]).toEqual(["serum", []]);
    await handOver(nurse, [fresh?.label ?? ""]);
    expect(await samplesHere(nurse)).toEqual([]);
  });

  test("asks nobody back once its result came after all, and says so in the end", async () => {
    const { client, exam } = await arrived();
    await through(exam);
    const nurse = w.ctx(w.as.nurse);
    const tube = (await now(exam))?.samples.find(({ items }) => items.includes("FPG"));
    await rejectSample(nurse, client.number, exam.id, tube?.n ?? 0, { reason: "haemolysed" });
    await receiveMessages(w.ctx(w.as.lis), oru(exam.number, "林^雅文", "19740312", "F"));
    const rest = tube?.items.filter((item) => item !== "FPG") ?? [];
    const given = { to: "declined" as const, items: rest, reason: "不愿再来" };
    if (rest.length) await changeOrders(w.ctx(), client.number, exam.id, given);
    expect(await readRecalls(w.ctx())).toEqual([]);
    await changeOrders(w.ctx(), client.number, exam.id, {
      to: "declined",
      items: ["SMOKE"],
      reason: "不愿回答",
    });
    const recalls = (await w.dump()).filter(({ sk }) => sk.startsWith("RECALL#"));
    expect(recalls).toMatchObject([{ ended: { how: "resulted" } }]);
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

describe("two files of one person, merged while she is at the centre", () => {
  test("lose nobody on the way: she comes out of her room, goes on, and her samples are handed over", async () => {
    const { client, exam } = await arrived();
    const keep = await enrolled(w, {
      document: { kind: "passport", text: "E12345678" },
      sex: "female",
      birthDate: "1974-03-12",
      notADuplicate: true,
    });
    const nurse = w.ctx(w.as.nurse);
    const room = (await readWay(w.ctx(), client.number))?.room ?? "";
    expect((await callIn(nurse, room, exam.queue))?.items.length).toBeGreaterThan(0);
    await mergeFiles(w.ctx(w.as.manager), keep.number, {
      gone: client.number,
      reason: "同一人两份证件",
      samePerson: true,
    });
    await finishRoom(nurse, exam.queue, room);
    const here = { ...exam, client: keep.number };
    await through(here);
    expect(await readWay(w.ctx(), keep.number)).toMatchObject({ left: [] });
    const labels = (await samplesHere(nurse)).map(({ label }) => label);
    expect(labels).toHaveLength(4);
    expect(await handOver(nurse, labels)).toMatchObject({ samples: labels });
    expect((await findArrival(w.ctx(), exam.number)).map(({ number }) => number)).toEqual([keep.number]);
  });
});
