import { beforeEach, describe, expect, test } from "vitest";
import { bookExam, checkIn } from "../../shared/loop/index.ts";
import {
  callIn,
  changeFloor,
  type Exam,
  examOf,
  finishRoom,
  handOver,
  handoversNow,
  readBoard,
  readFloor,
  readWay,
  samplesHere,
  sendOn,
  stepBack,
  takeOver,
  ticketOf,
} from "../../shared/testing/index.ts";
import { apiOf, booked, liveDay, town } from "../support/exam-floor.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";
const morning = "2026-11-23T00:05:00.000Z";

let w: World;
beforeEach(async () => {
  w = await world();
});
const nurse = () => w.ctx(w.as.nurse);

async function arrived(many: number, items = ["FPG"]): Promise<Exam[]> {
  const visits: { client: string; id: string }[] = [];
  for (let serial = 1; serial <= many; serial++) {
    const document = { kind: "national-id" as const, text: nationalId("1984-03-12", serial) };
    const client = (await enrolled(w, { name: `王${serial}`, document })).number;
    const wanted = { client, package: "basic", items, date: monday, time: "08:00" };
    visits.push({ client, id: (await bookExam(w.ctx(), wanted)).id });
  }
  w.clock.set(morning);
  const exams: Exam[] = [];
  for (const { client, id } of visits) exams.push((await checkIn(w.ctx(), client, id, true)).exam);
  return exams;
}

describe("calling", () => {
  test("never puts more into a room than it has places, however many call at once", async () => {
    await arrived(6);
    await changeFloor(w.ctx(w.as.manager), { places: { "blood draw": 2 } });
    const calls = await Promise.allSettled(Array.from({ length: 6 }, () => callIn(nurse(), "blood draw")));
    const inside = calls.flatMap((call) => (call.status === "fulfilled" && call.value ? [call.value] : []));
    expect(new Set(inside.map(({ ticket }) => ticket.queue)).size).toBe(2);
    expect(inside).toHaveLength(2);
    const room = (await readFloor(nurse())).rooms.find((one) => one.room === "blood draw");
    expect([room?.inside.length, room?.waiting.length]).toEqual([2, 4]);
  });

  test("undone puts a client where they stood; unanswered lets others go first, and three times is for the desk", async () => {
    const [first, second] = (await arrived(2)) as [Exam, Exam];
    const next = async () => (await callIn(nurse(), "blood draw"))?.ticket.queue;
    expect(await next()).toBe(first.queue);
    await stepBack(nurse(), first.queue, "blood draw", "undo");
    expect(await next()).toBe(first.queue);
    w.clock.advance({ minutes: 31 });
    await stepBack(nurse(), first.queue, "blood draw", "no-answer");
    expect(await next()).toBe(second.queue);
    for (const _again of [2, 3]) {
      await callIn(nurse(), "blood draw", first.queue);
      await stepBack(nurse(), first.queue, "blood draw", "no-answer");
    }
    expect((await readBoard(w.ctx(), "centre-1")).away).toEqual([first.queue]);
    await sendOn(w.ctx(), first.client, first.id, "back");
    expect(await readWay(w.ctx(), first.client)).toMatchObject({ room: "blood draw", called: false });
  });

  test("a place given back is given back once, also when two people press done", async () => {
    const [exam] = (await arrived(1)) as [Exam];
    await callIn(nurse(), "blood draw");
    const done = await Promise.allSettled([
      finishRoom(nurse(), exam.queue, "blood draw"),
      finishRoom(nurse(), exam.queue, "blood draw"),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await examOf(w.ctx(), exam.client, exam.id);
    expect(after?.steps).toHaveLength(1);
    const counter = (await w.dump()).find(({ sk }) => sk === "ROOM#blood draw");
    expect(counter?.["taken"]).toBe(0);
  });
});

describe("a room that closes", () => {
  test("sends whoever waits there elsewhere, and whoever needs only it waits for nothing else to open", async () => {
    const [exam] = (await arrived(1, ["FPG", "ECG"])) as [Exam];
    await changeFloor(w.ctx(w.as.manager), { places: { "blood draw": 0 } });
    expect(await readWay(w.ctx(), exam.client)).toMatchObject({ room: "function tests" });
    await callIn(nurse(), "function tests");
    await finishRoom(nurse(), exam.queue, "function tests");
    expect((await readFloor(nurse())).nowhere.map(({ queue }) => queue)).toEqual([exam.queue]);
    await changeFloor(w.ctx(w.as.manager), { places: { "blood draw": 3 } });
    expect(await readWay(w.ctx(), exam.client)).toMatchObject({ room: "blood draw" });
  });
});

describe("a full bladder", () => {
  test("is waited for, gives no urine before, and is said by the client", async () => {
    await changeFloor(w.ctx(w.as.manager), { fullBladder: ["USABD"] });
    const [exam] = (await arrived(1, ["USABD", "UPRO"])) as [Exam];
    const client = w.ctx(w.as.client(exam.client));
    expect(await readWay(client, exam.client)).toMatchObject({
      drinking: true,
      left: ["ultrasound", "sample desk"],
    });
    expect((await readWay(client, exam.client))?.room).toBeUndefined();
    await sendOn(client, exam.client, exam.id, "ready");
    expect(await readWay(client, exam.client)).toMatchObject({ room: "ultrasound", wait: 0 });
    await callIn(nurse(), "ultrasound");
    await finishRoom(nurse(), exam.queue, "ultrasound");
    expect(await readWay(client, exam.client)).toMatchObject({ room: "sample desk" });
  });
});

describe("the public board", () => {
  test("shows numbers, and nothing else of anybody", async () => {
    const [exam] = (await arrived(2)) as [Exam];
    await callIn(nurse(), "blood draw", exam.queue);
    const board = await readBoard(w.ctx(), "centre-1");
    expect(board).toEqual({ rooms: [{ room: "blood draw", inside: [1], next: [2] }], away: [] });
  });
});

describe("handing samples over", () => {
  test("names who gave and who took, counts, and a sample is on one list only", async () => {
    const [exam] = (await arrived(1, ["FPG", "ALT", "WBC"])) as [Exam];
    await callIn(nurse(), "blood draw");
    await finishRoom(nurse(), exam.queue, "blood draw");
    const labels = (await samplesHere(nurse())).map(({ label }) => label);
    expect(labels).toHaveLength(3);
    const list = await handOver(nurse(), labels);
    expect(await samplesHere(nurse())).toEqual([]);
    await expect(handOver(nurse(), labels)).rejects.toMatchObject({ code: "InvalidInput" });
    const other = w.ctx({ ...w.as.nurse, id: "nurse-2" });
    await expect(takeOver(nurse(), monday, list.id, 3)).rejects.toMatchObject({ code: "Conflict" });
    await expect(takeOver(other, monday, list.id, 2)).rejects.toMatchObject({
      facts: { listed: 3, counted: 2 },
    });
    expect(await takeOver(other, monday, list.id, 3)).toMatchObject({
      gave: { by: "nurse-1" },
      took: { by: "nurse-2" },
    });
  });
});

describe("a list of samples sent again after its answer was lost", () => {
  test("is the list that was made, not another and not a refusal", async () => {
    const [exam] = (await arrived(1, ["FPG", "ALT"])) as [Exam];
    await callIn(nurse(), "blood draw");
    await finishRoom(nurse(), exam.queue, "blood draw");
    const samples = (await samplesHere(nurse())).map(({ label }) => label);
    const api = apiOf(w);
    const send = () => api.ask<{ id: string }>(w.as.nurse, "POST", "/handovers", { samples }, "rack-1");
    const first = await send();
    expect((await send()).id).toBe(first.id);
    expect(await handoversNow(nurse())).toHaveLength(1);
  });
});

describe("a whole day through the API, everybody at once", () => {
  test("nobody is stuck: who came has been everywhere, and no room still counts anybody", async () => {
    const api = apiOf(w);
    const places = {
      "vitals room": 1,
      "blood draw": 1,
      "sample desk": 1,
      "function tests": 1,
      ultrasound: 1,
      "X-ray": 1,
    };
    const numbers = await town(w, 10, [monday], 5);
    const visitors = await booked(w, api, numbers, monday, 3, 2);
    w.clock.set(morning);
    await api.ask(w.as.manager, "PUT", "/floor", { places, fullBladder: ["USABD"] });
    const { clients, stuck } = await liveDay(w, api, monday, visitors, places, {
      atOnce: true,
      fullBladder: true,
    });
    expect([clients, stuck]).toEqual([10, []]);
    const items = await w.dump();
    expect(items.filter(({ sk }) => sk.startsWith("WAIT#"))).toEqual([]);
    expect(items.filter(({ sk, taken }) => sk.startsWith("ROOM#") && taken !== 0)).toEqual([]);
    expect(await ticketOf(w.ctx(), "centre-1", monday, 1)).toBeUndefined();
  });
});
