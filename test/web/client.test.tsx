import { describe, expect, test } from "vitest";
import { loopOf } from "../../functions/web/pages/client/loop-of.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { changeClient } from "../../shared/clients/index.ts";
import { agreePlan, planOf } from "../../shared/guidance/index.ts";
import { bookExam, openFile, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { followUpsOf, logMeasurement } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addressesIn, examDay, examined, followed, raised, visitor, waiting } from "./examined.ts";

const en = textFor("en");

const loopNow = async (w: World, number: string) =>
  loopOf(en, await openFile(w.ctx(w.as.healthManager), number), w.clock.now());

describe("where somebody stands in the loop", () => {
  test("is the test of turn 1 before any result, and the assessment once results are in", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    expect(await loopNow(w, number)).toMatchObject({ turn: 1, at: "test", share: 0, finished: [] });
    await bookExam(w.ctx(), { client: number, package: "basic", date: "2026-11-23", time: "08:00" });
    expect(await loopNow(w, number)).toMatchObject({ at: "test", note: "booked 23 Nov" });
    await examined(w, number);
    expect(await loopNow(w, number)).toMatchObject({ turn: 1, at: "assess", note: "results of 20 Nov" });
  });

  test("goes on to the plan when signed, to reading when agreed, to monitoring when something was read", async () => {
    const w = await world();
    const { number } = await followed(w);
    expect(await loopNow(w, number)).toMatchObject({ turn: 1, at: "guide", note: "plan drafted" });
    await agreePlan(w.ctx(w.as.healthManager), number);
    const reading = await loopNow(w, number);
    expect(reading).toMatchObject({
      at: "educate",
      notes: { assess: "signed 22 Nov", guide: "agreed 22 Nov" },
    });
    const file = await openFile(w.ctx(w.as.healthManager), number);
    const opened = file.shelf.map((one) => ({
      ...one,
      assignment: { ...one.assignment, openedAt: w.clock.now() },
    }));
    w.clock.advance({ days: 3 });
    const monitoring = loopOf(en, { ...file, shelf: opened }, w.clock.now());
    expect(monitoring.at).toBe("monitor");
    expect(monitoring.note).toMatch(/^day 3 of \d+$/);
    expect(monitoring.next?.turn).toBe(2);
  });

  test("has one ring for each finished turn, in the grade it was assessed with", async () => {
    const w = await world({ start: "2025-11-20T02:00:00.000Z" });
    const { number } = await enrolled(w);
    await examined(w, number, { ...raised, SBP: 118, DBP: 74, FPG: 5.0, ALT: 20 }, "2025-11-20");
    await signAssessment(w.ctx(w.as.physician), number, "2025-11-20", 1, {});
    w.clock.set("2026-11-22T01:00:00.000Z");
    await examined(w, number);
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    expect(await loopNow(w, number)).toMatchObject({ turn: 2, finished: [{ turn: 1, grade: "healthy" }] });
  });
});

describe("the file", () => {
  test("leads with the loop and the next act, in either language", async () => {
    const w = await world();
    const { number } = await followed(w, { nameLatin: "Lin Yawen" });
    const { id } =
      (await followUpsOf(w.ctx(), number)).find(({ concern }) => concern === "blood-pressure") ?? {};
    const inEnglish = await (await visitor(w, w.as.healthManager)).get(`/clients/${number}`);
    expect(inEnglish.status).toBe(200);
    expect(inEnglish.html).toContain("Lin Yawen is in turn 1 of the loop, at Guide");
    expect(inEnglish.html).toContain("Next due: Blood pressure raised (grade 1 range)");
    expect(addressesIn(inEnglish.html)).toContain(`/book?client=${number}&amp;followUps=${id}`);
    const inChinese = await (await visitor(w, w.as.healthManager, "zh")).get(`/clients/${number}`);
    expect(inChinese.html).toContain("林雅文在健康循环第 1 轮");
    expect(inChinese.html).toContain("进行中的随访");
  });

  test("never folds the allergy away, and says when nobody asked", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const manager = await visitor(w, w.as.healthManager);
    expect((await manager.get(`/clients/${number}`)).html).toContain("Not asked yet");
    await changeClient(w.ctx(), number, { health: { allergies: { asked: true, text: "Penicillin" } } });
    expect((await manager.get(`/clients/${number}`)).html).toMatch(/class="allergy">[\s\S]*?Penicillin/);
  });

  test("sets the newest exam beside the one before, and what the rules make of it", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, { SBP: 138, DBP: 86, FPG: 6.0 }, "2025-11-18");
    await examined(w, number);
    const { html } = await (await visitor(w, w.as.physician)).get(`/clients/${number}`);
    expect(html).toContain("Changed since last visit");
    expect(html).toContain("2025-11-18 to 2026-11-20");
    expect(html).toContain("138/86");
    expect(html).toContain("148/92");
    expect(html).toContain("Waiting: the exam of 20 Nov needs a physician");
  });

  test("tells what was said and done as two sides and a record, and filters it by the address", async () => {
    const w = await world();
    const { number } = await followed(w);
    await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
    await w.all();
    await logMeasurement(w.ctx(w.as.client(number)), {
      client: number,
      kind: "blood-pressure",
      values: { SBP: 139, DBP: 87 },
    });
    const manager = await visitor(w, w.as.healthManager);
    const all = (await manager.get(`/clients/${number}`)).html;
    expect(all).toMatch(/data-from="client"[\s\S]*?Measured at home: 139\/87 mmHg/);
    expect(all).toMatch(/data-from="centre"[\s\S]*?Message sent: Your report is ready, WeChat/);
    expect(all).toMatch(/data-from="record"[\s\S]*?Assessment signed: 2026-11-20/);
    const talk = (await manager.get(`/clients/${number}?show=talk`)).html;
    expect(talk).toContain("Measured at home");
    expect(talk).not.toContain("Assessment signed");
    const record = (await manager.get(`/clients/${number}?show=record`)).html;
    expect(record).toContain("Assessment signed");
    expect(record).not.toMatch(/<p>Measured at home/);
  });

  test("reads well at the front desk, which sees visits and consent and no word of health", async () => {
    const w = await world();
    const { number } = await followed(w);
    await bookExam(w.ctx(), { client: number, package: "basic", date: "2026-11-23", time: "08:00" });
    const { status, html } = await (await visitor(w, w.as.frontDesk)).get(`/clients/${number}`);
    expect(status).toBe(200);
    expect(html).toContain("Next: visit on Monday 23 November");
    expect(html).toContain("Booked");
    for (const word of ["148/92", "Blood pressure", "Disease", "Follow-up", "Not assessed"])
      expect(html).not.toContain(word);
  });

  test("of another centre's client, and of nobody, is the same nothing", async () => {
    const w = await world();
    const { number } = await followed(w);
    const stranger = await visitor(w, { ...w.as.healthManager, centre: "centre-2" } as never);
    const nobody = await (await visitor(w, w.as.healthManager)).get("/clients/P-000000000");
    expect(nobody.status).toBe(404);
    for (const page of ["", "/plan", "/readers", "/trend/SBP"])
      expect((await stranger.get(`/clients/${number}${page}`)).status).toBe(404);
  });

  test("never puts a name into an address", async () => {
    const w = await world();
    const { number } = await followed(w, { nameLatin: "Lin Yawen" });
    const manager = await visitor(w, w.as.healthManager);
    for (const page of ["", "/plan", "/readers", "/trend/SBP"])
      for (const address of addressesIn((await manager.get(`/clients/${number}${page}`)).html))
        expect(address).not.toMatch(/林|雅文|yawen|13800138000/i);
  });
});

describe("consent", () => {
  test("is given and withdrawn purpose by purpose, with a way back", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const desk = await visitor(w, w.as.frontDesk);
    const path = `/clients/${number}/consent`;
    const given = await desk.post(path, { purpose: "marketing", given: "yes" });
    expect(given).toMatchObject({ status: 303, to: `/clients/${number}` });
    const consents = async () => (await openFile(w.ctx(), number)).client.consents;
    expect((await consents()).marketing).toMatchObject({ given: true, how: "desk:front-desk-1" });
    await desk.post(given.toast?.undo?.action ?? "", given.toast?.undo?.fields ?? {});
    expect((await consents()).marketing?.given).toBe(false);
    expect((await consents()).care?.given).toBe(true);
  });

  test("is not a nurse's to record", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const nurse = await visitor(w, w.as.nurse);
    expect((await nurse.post(`/clients/${number}/consent`, { purpose: "care", given: "no" })).status).toBe(
      403,
    );
    expect((await nurse.get(`/clients/${number}`)).html).not.toContain("Record consent");
  });
});

describe("the plan", () => {
  test("is handed on action by action, and a changed plan is to be agreed again", async () => {
    const w = await world();
    const { number } = await followed(w);
    const manager = await visitor(w, w.as.healthManager);
    const before = await planOf(w.ctx(), number);
    const action = before?.actions[0];
    expect((await manager.get(`/clients/${number}/plan`)).html).toContain(action?.text.en ?? "no action");
    const agreed = await manager.post(`/clients/${number}/plan/agree`, {});
    expect(agreed.toast?.text).toBe(`${number}: plan agreed.`);
    const changed = await manager.post(`/clients/${number}/plan`, {
      action: action?.id ?? "",
      owner: "family",
      cadence: "weekly",
      due: "2027-01-15",
    });
    expect(changed).toMatchObject({ status: 303, to: `/clients/${number}/plan` });
    const after = await planOf(w.ctx(), number);
    expect(after?.state).toBe("revised");
    expect(after?.actions[0]).toMatchObject({ owner: "family", cadence: "weekly", due: "2027-01-15" });
  });

  test("refuses a day that is none and keeps what else was chosen", async () => {
    const w = await world();
    const { number } = await followed(w);
    const action = (await planOf(w.ctx(), number))?.actions[0]?.id ?? "";
    const refused = await (await visitor(w, w.as.healthManager)).post(`/clients/${number}/plan`, {
      action,
      owner: "family",
      cadence: "weekly",
      due: "",
    });
    expect(refused.status).toBe(200);
    expect(refused.html).toContain("1 thing to mend");
    expect(refused.html).toMatch(/<option value="family" selected/);
  });

  test("is nothing before the first signature", async () => {
    const w = await world();
    const { number } = await waiting(w);
    expect((await (await visitor(w, w.as.healthManager)).get(`/clients/${number}/plan`)).status).toBe(404);
  });
});

describe("the trend of one item", () => {
  test("shows every value with its flag and the range, and a table of them", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, { FPG: 5.4 }, "2024-11-18");
    await examined(w, number, { FPG: 6.4 }, "2026-11-20");
    const { html } = await (await visitor(w, w.as.healthManager)).get(`/clients/${number}/trend/FPG`);
    expect(html).toContain("Range 3.9–6.1");
    expect(html).toContain("First 2024-11-18, last 2026-11-20.");
    expect(html).toMatch(/2026-11-20[\s\S]*?6\.4[\s\S]*?High/);
  });

  test("is nothing for what was never measured, and not the front desk's", async () => {
    const w = await world();
    const { number } = await waiting(w);
    expect((await (await visitor(w, w.as.healthManager)).get(`/clients/${number}/trend/PSA`)).status).toBe(
      404,
    );
    expect((await (await visitor(w, w.as.frontDesk)).get(`/clients/${number}/trend/SBP`)).status).toBe(403);
  });
});

describe("who opened the file", () => {
  test("names everybody who did, the one who asks among them, and nobody who did not", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await (await visitor(w, w.as.physician)).get(`/clients/${number}`);
    const { html } = await (await visitor(w, w.as.healthManager)).get(`/clients/${number}/readers`);
    expect(html).toContain("周志远");
    expect(html).toMatch(/林静[\s\S]*?This list/);
    expect(html).not.toContain("刘芳");
    expect((await (await visitor(w, w.as.nurse)).get(`/clients/${number}/readers`)).status).toBe(403);
  });
});
