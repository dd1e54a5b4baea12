import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { reviewAssessment } from "../../shared/assessment/index.ts";
import { plansOf } from "../../shared/guidance/index.ts";
import { recallReport, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { cyclesOf, followUpsOf } from "../../shared/monitoring/index.ts";
import { world } from "../support/world.ts";
import { addressesIn, examDay, examined, followed, raised, visitor, waiting } from "./examined.ts";

describe("the queue", () => {
  test("shows who waits, in either language, with urgency in words and the way into the exam", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const inEnglish = await (await visitor(w, w.as.physician)).get("/review");
    expect(inEnglish.html).toContain("1 exam waits for a physician");
    expect(inEnglish.html).toContain("Look again within months");
    expect(addressesIn(inEnglish.html)).toContain(`/review/${number}/${examDay}/1`);
    const inChinese = await (await visitor(w, w.as.physician, "zh")).get("/review");
    expect(inChinese.html).toContain("数月内复查");
    expect(inChinese.html).toContain("林雅文");
  });

  test("says that all is clear when nobody waits", async () => {
    const w = await world();
    const { html, status } = await (await visitor(w, w.as.physician)).get("/review");
    expect(status).toBe(200);
    expect(html).toContain("All clear");
  });

  test("is no place for a nurse", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const nurse = await visitor(w, w.as.nurse);
    expect((await nurse.get("/review")).status).toBe(403);
    expect((await nurse.get(`/review/${number}/${examDay}/1`)).status).toBe(403);
    expect((await nurse.post(`/review/${number}/${examDay}/1/sign`, {})).status).toBe(403);
    expect(await cyclesOf(w.ctx(), number)).toEqual([]);
  });
});

describe("what comes while the page is open", () => {
  const late = { CREA: 480 };
  const words = { zh: "无特殊。", en: "Nothing special." };
  const seenOn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? "";

  test("is not signed unseen: the page says so, shows it, and then signs", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}/1`;
    const seen = seenOn((await physician.get(path)).html);
    await examined(w, number, late);
    const refused = await physician.post(`${path}/sign`, { ...words, seen });
    expect(refused.status).toBe(200);
    expect(refused.html).toContain("have changed since you opened this page");
    expect(refused.html).toContain("480");
    expect(refused.html).toContain(words.zh);
    expect(await cyclesOf(w.ctx(), number)).toEqual([]);
    const signed = await physician.post(`${path}/sign`, { ...words, seen: seenOn(refused.html) });
    expect(signed).toMatchObject({ status: 303, to: path });
    expect(await cyclesOf(w.ctx(), number)).toHaveLength(1);
  });

  test("leaves no words on an exam that has changed beneath them", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}/1`;
    const seen = seenOn((await physician.get(path)).html);
    await examined(w, number, late);
    const refused = await physician.post(`${path}/conclusion`, { ...words, seen });
    expect(refused.html).toContain("have changed since you opened this page");
    const kept = await reviewAssessment(w.ctx(w.as.physician), number, examDay, 1, {
      ...words,
      seen: 1,
    }).catch((error) => error);
    expect(kept).toMatchObject({ code: "Conflict" });
    const saved = await physician.post(`${path}/conclusion`, { ...words, seen: seenOn(refused.html) });
    expect(saved.status).toBe(303);
  });
});

describe("an exam under review", () => {
  test("names for every statement its value, its rule, its source, and what still needs sign-off", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const { html } = await (await visitor(w, w.as.physician)).get(`/review/${number}/${examDay}/1`);
    expect(html).toContain("148/92");
    expect(html).toContain("rule bp-grade1");
    expect(html).toContain("China hypertension guideline 2024");
    expect(html).toContain("Not confirmed: one occasion is not a diagnosis");
    expect(html).toContain("Needs clinical sign-off");
    expect(html).toContain("As far as examined.");
    expect(html).toMatch(/Not examined: [^<]*LDL-C/);
    expect(html).toMatch(/not computed, and why[\s\S]*missing: /);
  });

  test("sets last year beside this year, with the change as a word", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await examined(w, number, { SBP: 138, DBP: 86, FPG: 6.0, ALT: 24 }, "2025-11-18");
    const { html } = await (await visitor(w, w.as.physician)).get(`/review/${number}/${examDay}/1`);
    expect(html).toContain("138/86");
    expect(html).toContain("2025-11-18");
    expect(html).toContain("worse");
  });

  test("drafts the conclusion from the findings in both languages and keeps what the physician makes of it", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}/1`;
    const before = await physician.get(path);
    expect(before.html).toContain("血压 148/92 mmHg");
    expect(before.html).toContain("Blood pressure 148/92 mmHg");
    const saved = await physician.post(`${path}/conclusion`, { zh: "请复测血压。", en: "Measure again." });
    expect(saved).toMatchObject({ status: 303, to: path });
    expect(saved.toast?.text).toBe(`${number}: conclusion saved.`);
    const after = await physician.get(path);
    expect(after.html).toContain("请复测血压。");
    expect(after.html).toContain("In review");
  });

  test("refuses words that are too long and keeps them where they were typed", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const long = `这里${"很长".repeat(2100)}`;
    const refused = await (await visitor(w, w.as.physician)).post(
      `/review/${number}/${examDay}/1/conclusion`,
      {
        zh: long,
        en: "Short.",
      },
    );
    expect(refused.status).toBe(200);
    expect(refused.html).toContain("1 thing to mend");
    expect(refused.html).toContain(long);
    expect(refused.html).toContain("Short.");
  });

  test("asks before it signs, naming every follow-up with its day and window; without a script too", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}/1`;
    const asked = await physician.post(`${path}/conclusion`, { zh: "一", en: "One", next: "sign" });
    expect(asked.to).toBe(`${path}?sign=1`);
    const { html } = await physician.get(`${path}?sign=1`);
    expect(html).toMatch(/<dialog id="sign"[^>]* open/);
    expect(html).toContain("Turn 1 of the loop begins.");
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    const opened = await followUpsOf(w.ctx(), number);
    expect(opened.length).toBeGreaterThan(1);
    expect(html).toContain(`${opened.length} follow-ups open`);
    for (const { due, opens, overdueAfter } of opened) {
      expect(html).toContain(`due ${due}`);
      expect(html).toContain(`Window ${opens} to ${overdueAfter}`);
    }
  });

  test("signed through the page turns the loop and shows what it set in motion; then it is released", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}/1`;
    const signed = await physician.post(`${path}/sign`, {
      zh: "血压需复测。",
      en: "Pressure to be measured again.",
    });
    expect(signed).toMatchObject({ status: 303, to: path });
    expect(await cyclesOf(w.ctx(), number)).toMatchObject([{ number: 1, state: "open" }]);
    expect((await plansOf(w.ctx(), number))[0]).toMatchObject({ number: 1, state: "drafted" });
    const followUps = await followUpsOf(w.ctx(), number);
    expect(followUps.some(({ concern }) => concern === "blood-pressure")).toBe(true);
    const after = await physician.get(path);
    expect(after.html).toContain("Set in motion");
    expect(after.html).toContain("血压需复测。");
    expect(after.html).toContain(`${followUps.length} follow-ups from this exam`);
    expect(after.html).toMatch(/Plan drafted: \d+ goals?, \d+ actions?/);
    const released = await physician.post(`${path}/release`, {});
    expect(released.toast?.text).toBe(`${number}: report released.`);
    expect((await physician.get(path)).html).toContain("Released 22 Nov");
  });

  test("with results after the signature offers the newer version, which says that it amends", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    await examined(w, number, { LDLC: 5.2 });
    const physician = await visitor(w, w.as.physician);
    const first = await physician.get(`/review/${number}/${examDay}/1`);
    expect(first.html).toContain("version 2 is proposed from all of them");
    expect(addressesIn(first.html)).toContain(`/review/${number}/${examDay}/2`);
    const second = await physician.get(`/review/${number}/${examDay}/2`);
    expect(second.html).toContain("An amendment: version 1 was signed");
    const sign = `/review/${number}/${examDay}/2/sign`;
    const words = { zh: "修订", en: "Amended" };
    const unexplained = await physician.post(sign, { ...words, reason: "" });
    expect(unexplained.status).toBe(200);
    expect(unexplained.html).toMatch(/<dialog id="sign"[^>]*open/);
    expect(unexplained.html).toContain('id="reason-error"');
    expect(unexplained.html).toContain("Amended</textarea>");
    expect((await physician.post(sign, { ...words, reason: "LDL came in later" })).status).toBe(303);
    expect((await physician.get(`/review/${number}/${examDay}/1`)).html).toContain(
      "Version 2 took its place",
    );
    const after = await physician.get(`/review/${number}/${examDay}/2`);
    expect(after.html).toContain("Amended because: LDL came in later");
    expect((await physician.get(`/reports/${number}/${examDay}`)).html).toContain("LDL came in later");
  });

  test("signed is amended by one press, which opens a further version with the words that were signed", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, { conclusion: { en: "Walk daily." } });
    const physician = await visitor(w, w.as.physician);
    const path = `/review/${number}/${examDay}`;
    expect(addressesIn((await physician.get(`${path}/1`)).html)).toContain(`${path}/1/amendment`);
    expect(await physician.post(`${path}/1/amendment`, {})).toMatchObject({ status: 303, to: `${path}/2` });
    const { html } = await physician.get(`${path}/2`);
    expect(html).toContain("Walk daily.</textarea>");
    expect(html).toContain('name="reason"');
    expect((await physician.get(`${path}/1`)).html).not.toContain("/amendment");
  });

  test("by an attending has no sign button but the rule and who may sign; words are kept all the same", async () => {
    const w = await world();
    const { number } = await waiting(w);
    for (const [id, name, rank] of [
      ["physician-1", "周志远", "chief"],
      ["physician-3", "孙晓燕", "attending"],
    ] as const)
      await addStaff(w.ctx(), { id, name, rank, roles: ["physician"], centre: "centre-1" });
    const attending = await visitor(w, w.as.attending, "zh");
    const path = `/review/${number}/${examDay}/1`;
    const { html } = await attending.get(path);
    expect(addressesIn(html)).not.toContain(`${path}/sign`);
    expect(html).not.toContain('value="sign"');
    expect(html).toMatch(/副主任医师以上.*第十四条/);
    expect(html).toContain("周志远（主任医师）");
    expect(html).not.toContain("孙晓燕（");
    expect((await attending.post(`${path}/conclusion`, { zh: "建议复测。", en: "" })).status).toBe(303);
    const refused = await attending.post(`${path}/sign`, {});
    expect(refused.status).toBe(403);
    expect(refused.html).toContain("第十四条");
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    expect(addressesIn((await attending.get(path)).html)).not.toContain(`${path}/release`);
  });

  test("of another centre's client, of a day or of a version that is not, is the same nothing", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const stranger = await visitor(w, { ...w.as.physician, centre: "centre-2" } as never);
    const answers = await Promise.all([
      stranger.get(`/review/${number}/${examDay}/1`),
      stranger.get(`/reports/${number}/${examDay}`),
      (await visitor(w, w.as.physician)).get(`/review/${number}/${examDay}/7`),
      (await visitor(w, w.as.physician)).get(`/review/P-000000000/${examDay}/1`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test("never puts a name into an address", async () => {
    const w = await world();
    const { number } = await waiting(w, { nameLatin: "Lin Yawen" });
    const physician = await visitor(w, w.as.physician);
    for (const path of ["/review", `/review/${number}/${examDay}/1`, `/reports/${number}/${examDay}`])
      for (const address of addressesIn((await physician.get(path)).html))
        expect(address).not.toMatch(/林|雅文|yawen|lin\b/i);
  });
});

describe("an amendment opened by mistake", () => {
  test("is discarded with one button, and the signed version is what there is", async () => {
    const w = await world();
    const { number } = await followed(w);
    const attending = await visitor(w, w.as.attending);
    const { to } = await attending.post(`/review/${number}/${examDay}/1/amendment`, {});
    const address = `/review/${number}/${examDay}/2/discard`;
    expect(addressesIn((await attending.get(to ?? "")).html)).toContain(address);
    const answer = await attending.post(address, {});
    expect([answer.status, answer.toast?.text]).toEqual([303, `${number}: amendment discarded.`]);
    expect((await attending.get(to ?? "")).status).toBe(404);
    expect((await attending.get(`/review/${number}/${examDay}/1`)).status).toBe(200);
  });
});

describe("the report on paper", () => {
  test("is in Chinese with English beside, signed with a stamp; a draft says that it is one", async () => {
    const w = await world();
    const { number } = await waiting(w, { nameLatin: "Lin Yawen" });
    const physician = await visitor(w, w.as.physician);
    const draft = await physician.get(`/reports/${number}/${examDay}`);
    expect(draft.html).not.toContain("Nothing before the next yearly exam");
    expect(draft.html).toContain("草稿，尚未签发");
    expect(draft.html).not.toContain("已审核签发");
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, { conclusion: { zh: "请复测血压。" } });
    await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
    const { html } = await physician.get(`/reports/${number}/${examDay}`);
    for (const words of [
      "健康体检报告",
      "Health checkup report",
      "请复测血压。",
      "林雅文 Lin Yawen",
      "已审核签发",
      "148/92",
      "周志远",
    ])
      expect(html).toContain(words);
  });

  test("says before the release which earlier exam it names that the client was not shown", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await examined(w, number, raised, "2026-08-20");
    const physician = w.ctx(w.as.physician);
    await signAssessment(physician, number, "2026-08-20", 1, {});
    await signAssessment(physician, number, examDay, 1, {});
    const page = async () =>
      (await (await visitor(w, w.as.physician)).get(`/review/${number}/${examDay}/1`)).html;
    const warning = /whose report the client has not been given/;
    expect(await page()).toMatch(warning);
    await releaseReport(physician, number, "2026-08-20", 1);
    expect(await page()).not.toMatch(warning);
    await recallReport(physician, number, "2026-08-20", 1, { cause: "entered in error", reason: "录入有误" });
    expect(await page()).toMatch(warning);
  });

  test("is not for the client's eyes at this address, released or not", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const client = await visitor(w, w.as.client(number));
    expect((await client.get(`/reports/${number}/${examDay}`)).status).toBe(404);
  });
});
