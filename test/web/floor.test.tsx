import { beforeEach, describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { arrivalCode, bookExam, checkIn } from "../../shared/loop/index.ts";
import {
  callIn,
  changeFloor,
  type Exam,
  examOf,
  finishRoom,
  handOver,
  samplesHere,
} from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const monday = "2026-11-23";
const id = nationalId("1974-03-12", 122);

let here: World;
let booking: { client: string; id: string };
beforeEach(async () => {
  here = await world({ start: "2026-11-22T01:00:00.000Z" });
  const document = { kind: "national-id" as const, text: id };
  const { number: client } = await enrolled(here, { name: "方书涵", document });
  const items = ["FPG", "ALT", "ECG", "USABD"];
  const wanted = { client, package: "basic", items, date: monday, time: "08:00" };
  booking = { client, id: (await bookExam(here.ctx(), wanted)).id };
  here.clock.set("2026-11-23T00:12:00.000Z");
});

const arrived = async (): Promise<Exam> => (await checkIn(here.ctx(), booking.client, booking.id, true)).exam;

describe("checking in by what is at hand", () => {
  it("finds by id card, by the code on the phone, by name and by pinyin; Enter is on the one found", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const code = await arrivalCode(here.ctx(), booking.id);
    for (const find of [id, code, "方书涵", "fangshuhan", booking.client]) {
      const { html } = await desk.post("/today", { find });
      expect(html).toMatch(/<button[^>]*autofocus[^>]*>[^<]*Check in/);
    }
  });

  it("takes no code that we did not sign, and no id of nobody", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const code = await arrivalCode(here.ctx(), booking.id);
    const forged = code.slice(0, -1) + (code.endsWith("A") ? "B" : "A");
    for (const find of [forged, nationalId("1990-01-01", 1)])
      expect((await desk.post("/today", { find })).html).not.toContain("autofocus");
  });

  it("gives a queue number and the first room, then says since when, and where they are", async () => {
    const desk = await visitor(here, here.as.frontDesk, "zh");
    const form = filled((await desk.post("/today", { find: "fsh" })).html, "/today/check-in");
    const sent = await desk.post("/today/check-in", { ...form, fasting: "yes" });
    const toast = sent.headers.get("set-cookie") ?? "";
    const said = Buffer.from(/toast=([^;]+)/.exec(toast)?.[1] ?? "", "base64url").toString();
    expect(said).toContain("1 号");
    const text = textOf((await desk.get("/today")).html);
    expect(text).toContain("08:12 已报到");
    expect(text).toMatch(/采血室：下一位|超声室：下一位/);
  });

  it("stands in the confirmation of the desk, on her phone and in the calendar file", async () => {
    const code = await arrivalCode(here.ctx(), booking.id);
    here.clock.set("2026-11-22T02:00:00.000Z");
    const desk = await visitor(here, here.as.frontDesk);
    expect((await desk.get(`/book/${booking.client}/${booking.id}`)).html).toContain(code);
    const own = await visitor(here, here.as.client(booking.client));
    expect((await own.get("/me/visits")).html).toContain(code);
    const ics = (await own.get(`/me/visits/${booking.id}.ics`)).html.replaceAll("\r\n ", "");
    expect(ics).toContain(code);
  });
});

describe("the queue's page", () => {
  it("calls, undoes, notes no answer, and sends on when done", async () => {
    const exam = await arrived();
    const nurse = await visitor(here, here.as.nurse);
    const room = (await nurse.get("/queue")).html.match(/name="room" value="([^"]+)"/)?.[1] ?? "";
    const act = { room, queue: String(exam.queue), here: "" };
    await nurse.post("/queue/call", act);
    expect((await nurse.get("/queue")).html).toContain("/queue/finish");
    await nurse.post("/queue/back", { ...act, why: "undo" });
    expect((await nurse.get("/queue")).html).not.toContain("/queue/finish");
    await nurse.post("/queue/call", act);
    expect((await nurse.post("/queue/finish", act)).location).toBe("/queue");
    expect((await nurse.post("/queue/finish", act)).html).toContain("not inside this room any more");
    const after = await examOf(here.ctx(), exam.client, exam.id);
    expect(after?.steps.map((step) => step.room)).toEqual([room]);
  });

  it("lets a nurse close a room and name what needs a full bladder", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const form = filled((await nurse.get("/queue")).html, "/queue/settings");
    await nurse.post("/queue/settings", { ...form, "places-ultrasound": "0", fullBladder: "usabd，USTHY" });
    const { html } = await nurse.get("/queue");
    expect(filled(html, "/queue/settings")).toMatchObject({
      "places-ultrasound": ["0"],
      fullBladder: ["USABD, USTHY"],
    });
    const refused = await nurse.post("/queue/settings", { ...form, fullBladder: "BLADDER" });
    expect(refused.html).toContain("no item of the catalogue");
  });
});

describe("the board in the hall", () => {
  it("needs no sign-in, shows numbers, and never a name, a client number or a link", async () => {
    const exam = await arrived();
    await callIn(here.ctx(here.as.nurse), "blood draw", exam.queue);
    const answer = await create(here.home).request("/board?centre=centre-1", {
      headers: { "accept-language": "en" },
    });
    const html = await answer.text();
    expect([answer.status, answer.headers.get("refresh")]).toEqual([200, "10"]);
    expect(textOf(html)).toContain("Blood draw 1");
    for (const secret of ["方书涵", exam.client, exam.number, exam.id]) expect(html).not.toContain(secret);
    const leads = addresses(html).filter((address) => !address.startsWith("/assets/"));
    expect(leads).toEqual(["#main", "/"]);
  });
});

describe("an exam's page", () => {
  it("gives up a whole room with a reason, and says what is missing before", async () => {
    const exam = await arrived();
    const desk = await visitor(here, here.as.frontDesk);
    const at = `/exams/${exam.client}/${exam.id}`;
    const send = (fields: Record<string, string>) => desk.post(`${at}/items`, fields);
    expect((await send({ to: "declined", reason: "没时间" })).html).toContain("Choose at least one item");
    expect((await send({ to: "declined", room: "blood draw" })).html).toContain("Needed to give up");
    expect((await send({ to: "declined", room: "blood draw", reason: "没时间" })).location).toBe(at);
    const states = (await examOf(here.ctx(), exam.client, exam.id))?.orders.map(({ state }) => state);
    expect(states?.filter((state) => state === "declined")).toHaveLength(2);
    expect(textOf((await desk.get(at)).html)).toContain("没时间");
  });

  it("has a guide sheet and labels with barcodes, and the day a list on paper", async () => {
    const exam = await arrived();
    const nurse = await visitor(here, here.as.nurse, "zh");
    const at = `/exams/${exam.client}/${exam.id}`;
    const guide = (await nurse.get(`${at}/guide`)).html;
    expect(textOf(guide)).toMatch(/导检单.*排队号 1/);
    expect(guide).toMatch(new RegExp(`aria-label="${exam.number}"[^>]*><svg`));
    const labels = (await nurse.get(`${at}/labels`)).html;
    expect(labels.match(/<svg/g)).toHaveLength(2);
    expect(labels).toContain(`${exam.number}.2`);
    expect(textOf((await nurse.get(`/days/${monday}/paper`)).html)).toContain("方书涵");
  });
});

describe("samples", () => {
  it("go on a list that somebody else takes; a rejected one is a task of the desk", async () => {
    const exam = await arrived();
    const nurse = here.ctx(here.as.nurse);
    await callIn(nurse, "blood draw", exam.queue);
    await finishRoom(nurse, exam.queue, "blood draw");
    const first = await visitor(here, here.as.nurse);
    const form = filled((await first.get("/samples")).html, "/samples/hand-over");
    expect(form["sample"]).toHaveLength(2);
    await first.post("/samples/hand-over", { sample: form["sample"] ?? [] });
    const second = await visitor(here, { ...here.as.nurse, id: "nurse-2" });
    const list = filled((await second.get("/samples")).html, "/samples/take")["list"]?.[0] ?? "";
    expect((await second.post("/samples/take", { list, count: "1" })).html).toContain("Count again");
    expect((await second.post("/samples/take", { list, count: "2" })).location).toBe("/samples");
    const at = `/exams/${exam.client}/${exam.id}`;
    await first.post(`${at}/samples/1/reject`, { reason: "haemolysed" });
    const desk = await visitor(here, here.as.frontDesk);
    expect(textOf((await desk.get("/today")).html)).toContain("1 client is to be asked back");
    expect(textOf((await desk.get("/samples")).html)).toContain("Haemolysed");
  });
});

describe("a list of samples nobody took", () => {
  it("is still there the next morning, and can be taken", async () => {
    const exam = await arrived();
    const nurse = here.ctx(here.as.nurse);
    await callIn(nurse, "blood draw", exam.queue);
    await finishRoom(nurse, exam.queue, "blood draw");
    await handOver(
      nurse,
      (await samplesHere(nurse)).map(({ label }) => label),
    );
    here.clock.advance({ days: 1 });
    const second = await visitor(here, { ...here.as.nurse, id: "nurse-2" });
    const form = filled((await second.get("/samples")).html, "/samples/take");
    expect((await second.post("/samples/take", { ...form, count: "2" })).location).toBe("/samples");
    expect((await second.get("/samples")).html).not.toContain("/samples/take");
  });
});

describe("her phone on the day", () => {
  it("never says that she may eat while the room for what is left is closed", async () => {
    const exam = await arrived();
    const own = await visitor(here, here.as.client(exam.client));
    const manager = here.ctx(here.as.manager);
    await changeFloor(manager, { places: { "blood draw": 0, "function tests": 0, ultrasound: 0 } });
    const text = textOf((await own.get("/me")).html);
    expect(text).toContain("No room is open for what is left");
    expect(text).not.toContain("You may eat now");
    const desk = await visitor(here, here.as.frontDesk);
    expect(textOf((await desk.get("/today")).html)).toContain("No room is open for what is left");
  });

  it("says her number, the next room, the wait, and at the end that she may eat", async () => {
    const exam = await arrived();
    const own = await visitor(here, here.as.client(exam.client));
    expect(textOf((await own.get("/me")).html)).toMatch(/Your number 1 .* Please wait at: .* You are next/);
    for (;;) {
      const room = (await (await visitor(here, here.as.nurse)).get("/queue")).html.match(
        /name="room" value="([^"]+)"/,
      )?.[1];
      if (!room) break;
      await callIn(here.ctx(here.as.nurse), room, exam.queue);
      await finishRoom(here.ctx(here.as.nurse), exam.queue, room);
    }
    const { html } = await own.get("/me");
    expect(textOf(html)).toContain("You may eat now");
    expect(html).toMatch(/aria-current="step"[^>]*>At the lab/);
  });
});
