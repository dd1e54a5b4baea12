import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { makeAppointment, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { appointmentsOf, doctorDays } from "../../shared/testing/index.ts";
import { doctorHere } from "../support/doctors.ts";
import { finding, openOf, sign, somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";
import { waiting } from "./examined.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const doctor = "/doctors/physician-1";
const monday = "2026-11-23";

const mine = (w: World, number: string) => appointmentsOf(w.ctx(), number);

describe("a client", () => {
  test("sees who is there and how good, and books, moves and cancels a talk without a script", async () => {
    const w = await world();
    await doctorHere(w);
    const { number } = await somebody(w);
    const her = await visitor(w, w.as.client(number), "zh");
    const list = textOf((await her.get("/doctors")).html);
    for (const word of ["周志远", "内分泌与代谢", "从业 28 年", "普通话、英语", "周一–周五 08:30–11:30"])
      expect(list).toContain(word);
    const { html } = await her.get(`${doctor}?offer=consultation&day=${monday}`);
    const sent = { ...filled(html, doctor), time: "09:00" };
    const done = await her.post(doctor, sent);
    expect(done.location).toBe("/me/visits");
    await her.post(doctor, sent);
    const [one, ...more] = await mine(w, number);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ date: monday, time: "09:00", offer: "consultation" });

    const visits = (await her.get("/me/visits")).html;
    expect(textOf(visits)).toContain("请带上正在服用的药物清单或药盒");
    const id = one?.id ?? "";
    expect(addresses(visits)).toContain(`/me/appointments/${id}.ics`);
    const file = await her.get(`/me/appointments/${id}.ics`);
    expect(file.html).toContain("DTSTART:20261123T010000Z");
    expect(file.html).toContain("DTEND:20261123T013000Z");

    const other = (await her.get(`${doctor}?move=${id}&day=${monday}`)).html;
    await her.post(doctor, { ...filled(other, doctor), time: "10:30" });
    expect((await mine(w, number))[0]).toMatchObject({ time: "10:30", moves: [{ from: { time: "09:00" } }] });
    await her.post("/me/appointments/cancel", { appointment: id });
    expect((await mine(w, number))[0]?.state).toBe("cancelled");
    expect((await her.get(`/me/appointments/${id}.ics`)).html).toContain("STATUS:CANCELLED");
  });

  test("who comes too late keeps the form and is offered what is left", async () => {
    const w = await world();
    await doctorHere(w);
    const [a, b] = [await somebody(w), await somebody(w)];
    const her = await visitor(w, w.as.client(b.number), "en");
    const form = filled((await her.get(`${doctor}?day=${monday}`)).html, doctor);
    const place = { doctor: "physician-1", date: monday, time: "09:00" };
    await makeAppointment(w.ctx(), { client: a.number, offer: "consultation", ...place });
    const refused = await her.post(doctor, { ...form, time: "09:00" });
    expect(textOf(refused.html)).toContain("This time is full. Choose another time.");
    expect(refused.html).not.toContain('value="09:00"');
    expect(refused.html).toContain('value="09:30"');
    const without = await her.post(doctor, form);
    expect(without.html).toContain("data-errors");
  });

  test("goes from the released report to a doctor who reads it, and cannot name a report not released", async () => {
    const w = await world({ start: "2026-11-20T02:00:00.000Z" });
    await doctorHere(w);
    const { number } = await waiting(w);
    await signAssessment(w.ctx(w.as.physician), number, "2026-11-20", 1, {});
    const her = await visitor(w, w.as.client(number), "en");
    const form = filled(
      (await her.get(`${doctor}?offer=report-reading&exam=2026-11-20&day=${monday}`)).html,
      doctor,
    );
    const early = await her.post(doctor, { ...form, time: "09:00" });
    expect(textOf(early.html)).toContain("There is no report of this day to read.");
    await releaseReport(w.ctx(w.as.physician), number, "2026-11-20", 1);
    const report = (await her.get("/me/report/2026-11-20")).html;
    expect(addresses(report)).toContain("/doctors?offer=report-reading&exam=2026-11-20");
    expect((await her.post(doctor, { ...form, time: "09:00" })).location).toBe("/me/visits");
    expect((await mine(w, number))[0]).toMatchObject({ offer: "report-reading", exam: "2026-11-20" });
    expect(textOf((await her.get("/me/report/2026-11-20")).html)).toContain(
      "Booked for Monday 23 November, 09:00.",
    );
  });
});

describe("staff", () => {
  test("book from the file, see the doctor's day, record how it ended; the follow-up closes by its record", async () => {
    const w = await world();
    await doctorHere(w);
    const client = await somebody(w);
    const { number } = client;
    const [opened] = await sign(w.ctx(), client, "2026-11-20", [finding("birads-4-5")]);
    const followUp = opened?.id ?? "";
    const physician = await visitor(w, w.as.physician, "en");
    expect(addresses((await physician.get(`/clients/${number}`)).html)).toContain(
      `/appointments/new?client=${number}`,
    );
    const form = await physician.get(`/appointments/new?client=${number}&offer=referral&day=${monday}`);
    const made = await physician.post("/appointments/new", {
      ...filled(form.html, "/appointments/new"),
      followUps: followUp,
      time: "09:15",
    });
    const sheet = made.location;
    expect(sheet).toMatch(new RegExp(`^/appointments/${number}/`));
    expect((await openOf(w, client))[0]?.state).toBe("booked");
    const day = await physician.get(`/appointments?date=${monday}`);
    expect(addresses(day.html)).toContain(sheet);
    expect((await physician.get(sheet)).html).not.toContain(`${sheet}/end`);

    w.clock.set("2026-11-23T02:00:00.000Z");
    const end = { as: "referral made", said: "同意转诊", [`settles-${followUp}`]: "referral outcome" };
    const refused = await physician.post(`${sheet}/end`, end);
    expect(textOf(refused.html)).toContain("Say to whom the referral was made.");
    expect(refused.html).toContain("同意转诊");
    const done = await physician.post(`${sheet}/end`, { ...end, as: "done", learnt: "上午" });
    expect(done.location).toBe(sheet);
    expect(await openOf(w, client)).toEqual([]);
    const shown = textOf((await physician.get(sheet)).html);
    for (const words of ["同意转诊", "上午", "Outcome of the referral"]) expect(shown).toContain(words);
    expect(textOf((await physician.get(`/clients/${number}`)).html)).toContain("同意转诊");
    const desk = await visitor(w, w.as.frontDesk, "en");
    for (const path of [sheet, `/clients/${number}`]) {
      const seen = await desk.get(path);
      expect(seen.status).toBe(200);
      expect(seen.html).not.toContain("同意转诊");
    }
  });

  test("the manager's leave lists what is booked for moving; moved, it is gone from the list", async () => {
    const w = await world();
    await doctorHere(w);
    await doctorHere(w, "physician-2");
    const { number } = await somebody(w);
    const place = { doctor: "physician-1", date: monday, time: "09:00" };
    const { id } = await makeAppointment(w.ctx(), { client: number, offer: "consultation", ...place });
    const manager = await visitor(w, w.as.manager, "en");
    const path = "/settings/doctors/physician-1";
    const entered = await manager.post(`${path}/hours`, { from: monday, to: "", hours: "" });
    expect(entered.location).toBe(path);
    const list = (await manager.get("/settings/doctors")).html;
    const move = `/appointments/new?client=${number}&move=${id}`;
    expect(addresses(list)).toContain(move);
    const form = filled(
      (await manager.get(`${move}&doctor=physician-2&day=${monday}`)).html,
      "/appointments/new",
    );
    await manager.post("/appointments/new", { ...form, time: "09:00" });
    expect(addresses((await manager.get("/settings/doctors")).html)).not.toContain(move);
    const days = await doctorDays(w.ctx(), "centre-1", "physician-2", monday);
    expect(days[0]?.taken.map(({ appointment }) => appointment)).toEqual([id]);
    const entry = /name="entry" value="([^"]+)"/.exec((await manager.get(path)).html)?.[1] ?? "";
    await manager.post(`${path}/hours/withdraw`, { entry });
    expect(textOf((await manager.get(path)).html)).toContain("Nothing entered");
  });

  test("an entry that cannot stand is refused at its field and keeps what was typed", async () => {
    const w = await world();
    await addStaff(w.ctx(), { id: "nurse-1", centre: "centre-1", name: "刘芳", roles: ["nurse"] });
    const manager = await visitor(w, w.as.manager, "en");
    const typed = {
      "specialty.zh": "营养",
      "specialty.en": "Nutrition",
      "about.zh": "饮食",
      "about.en": "Diet",
      since: "2012",
      speaks: ["zh"],
      offers: ["consultation"],
      "week.1": "8:30-11:30, 13：30-15:00",
      listed: "yes",
    };
    const refused = await manager.post("/settings/doctors/nurse-1", { ...typed, "week.3": "15:00-13:00" });
    expect(textOf(refused.html)).toContain("The end comes after the beginning.");
    expect(refused.html).toContain('id="week.3-error"');
    expect(refused.html).toContain("15:00-13:00");
    expect((await manager.post("/settings/doctors/nurse-1", typed)).location).toBe("/settings/doctors");
    expect(textOf((await manager.get("/doctors")).html)).toContain("Mon 08:30–11:30, 13:30–15:00");
    await manager.post("/settings/doctors/nurse-1", { ...typed, listed: [] });
    const { number } = await somebody(w);
    expect((await (await visitor(w, w.as.client(number))).get("/doctors")).html).not.toContain("Nutrition");
  });

  test("the manager plans a team day of what can be done there; the desk books, and all see the list", async () => {
    const w = await world();
    const { number } = await somebody(w);
    const manager = await visitor(w, w.as.manager, "en");
    const { html } = await manager.get("/team-days/new?package=basic");
    expect(html).not.toContain('value="CXR"');
    expect((await manager.get("/team-days/new?package=basic&vehicle=yes")).html).toContain('value="CXR"');
    const form = {
      ...filled(html, "/team-days/new"),
      company: "青禾科技",
      account: "account-1",
      address: "科苑路",
    };
    const refused = await manager.post("/team-days/new", { ...form, date: "2026-11-01" });
    expect(textOf(refused.html)).toContain("Choose a day from tomorrow on");
    expect(refused.html).toContain("青禾科技");
    const planned = await manager.post("/team-days/new", { ...form, date: "2026-12-01" });
    const desk = await visitor(w, w.as.frontDesk, "en");
    expect(addresses((await desk.get("/team-days")).html)).toContain(planned.location);
    expect((await desk.post(`${planned.location}/book`, { client: "P-1", time: "08:00" })).html).toContain(
      "data-errors",
    );
    await desk.post(`${planned.location}/book`, { client: number, time: "08:00" });
    const nurse = await visitor(w, w.as.nurse, "zh");
    const seen = textOf((await nurse.get(planned.location)).html);
    for (const word of ["赵敏", number, "血清管 1 份", "8 个名额已约 1 个"]) expect(seen).toContain(word);
    const own = await visitor(w, w.as.client(number), "zh");
    const visits = await own.get("/me/visits");
    expect(textOf(visits.html)).toContain("青禾科技 · 科苑路");
    const file = addresses(visits.html).find((address) => address.endsWith(".ics")) ?? "";
    expect((await own.get(file)).html).toContain("LOCATION:青禾科技 · 科苑路");
    await manager.post(`${planned.location}/cancel`, { reason: "企业改期" });
    expect(textOf((await nurse.get(planned.location)).html)).toContain("仍有 1 人已预约");
  });
});

test("a letter's link shows when and what to bring, and nothing of what it is about", async () => {
  const w = await world();
  await doctorHere(w);
  const { number } = await somebody(w);
  const place = { doctor: "physician-1", date: monday, time: "09:00" };
  await makeAppointment(w.ctx(), { client: number, offer: "referral", ...place });
  await w.all();
  const path = /\/-\/\S+/.exec(w.mailbox[0]?.text ?? "")?.[0] ?? "";
  const nobody = await visitor(w, w.as.hr, "zh");
  const shown = textOf((await nobody.get(path)).html);
  expect(shown).toContain("11 月 23 日星期一 09:00");
  expect(shown).toContain("如有其他医院的报告");
  for (const word of ["转诊", "周志远", "赵敏"]) expect(shown).not.toContain(word);
});
