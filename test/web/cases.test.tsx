import { describe, expect, test } from "vitest";
import { countersignAssessment } from "../../shared/assessment/index.ts";
import { signAssessment } from "../../shared/loop/index.ts";
import { casesFor, followUpsOf } from "../../shared/monitoring/index.ts";
import { minute } from "../support/follow-ups.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addressesIn, examDay, examined } from "./examined.ts";
import { filled, textOf, visitor } from "./visitor.ts";

/** Lin Yawen's potassium came in beyond the limit twenty minutes ago. */
async function critical(values: Record<string, number> = { K: 6.8 }) {
  const w = await world();
  const { number } = await enrolled(w, { nameLatin: "Lin Yawen" });
  await examined(w, number, values);
  w.clock.advance({ minutes: 20 });
  const ids = (await casesFor(w.ctx(), number)).map(({ id }) => id);
  return { w, number, ids, path: `/cases/${number}/${ids[0]}` };
}

const as = (w: World, who: "nurse" | "physician" | "healthManager" | "manager" | "frontDesk") =>
  visitor(w, w.as[who]);
const theCase = async (w: World, number: string) => (await casesFor(w.ctx(), number))[0];

describe("a critical value nobody was told of", () => {
  test("stands on the list with its clock in words and the next step, in either language", async () => {
    const { w } = await critical();
    const english = textOf((await (await as(w, "nurse")).get("/cases")).html);
    for (const words of [
      "Lin Yawen",
      "Potassium 6.8 mmol/L",
      "Critical high",
      "1 h 40 min left",
      "Call and record",
    ])
      expect(english).toContain(words);
    const chinese = textOf((await (await visitor(w, w.as.physician, "zh")).get("/cases")).html);
    for (const words of ["林雅文", "钾 6.8 mmol/L", "危急偏高", "还剩 1 小时 40 分钟", "电话通知并记录"])
      expect(chinese).toContain(words);
  });

  test("is over its time, and with the centre manager, in words", async () => {
    const { w, path } = await critical();
    w.clock.advance({ minutes: 125 });
    await minute(w);
    const nurse = await as(w, "nurse");
    expect(textOf((await nurse.get("/cases")).html)).toMatch(/Nobody told in time · 1 .* 25 min over/);
    expect(textOf((await nurse.get(path)).html)).toMatch(
      /With the centre manager since .*, 1 of 3; again at 13:00/,
    );
  });

  test.each<["nurse" | "physician" | "healthManager" | "manager", string]>([
    ["nurse", "/today"],
    ["physician", "/review"],
    ["healthManager", "/worklist"],
    ["manager", "/clients"],
  ])("is counted in the menu of a %s and leads on from %s", async (who, page) => {
    const { w } = await critical();
    const { html } = await (await as(w, who)).get(page);
    expect(html).toMatch(/href="\/cases"[^>]*>.*?<span aria-hidden="true">1<\/span>/s);
    if (who !== "manager") expect(textOf(html)).toContain("1 critical value needs somebody now");
  });

  test("is on the client's file, the exam's review and the results as they are kept, and leads to its case", async () => {
    const { w, number, path } = await critical();
    const pages = [
      ["nurse", `/results/${number}/${examDay}`],
      ["healthManager", `/clients/${number}`],
      ["physician", `/review/${number}/${examDay}/1`],
    ] as const;
    for (const [who, page] of pages) {
      const { html } = await (await as(w, who)).get(page);
      expect(textOf(html), page).toContain("Nobody has been told yet.");
      expect(addressesIn(html), page).toContain(path);
    }
    const desk = await (await as(w, "frontDesk")).get(`/clients/${number}`);
    expect(desk.html).not.toMatch(/critical/i);
  });

  test("holds the release back where the button would be, with the reason and the way out", async () => {
    const { w, number, path } = await critical();
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    const physician = await as(w, "physician");
    const review = `/review/${number}/${examDay}/1`;
    const held = (await physician.get(review)).html;
    expect(textOf(held)).toContain("Potassium 6.8 mmol/L: no contact recorded");
    expect(held).toMatch(/aria-disabled="true" aria-describedby="untold"/);
    expect(held).not.toContain(`action="${review}/release"`);
    expect((await physician.post(`${review}/release`, {})).status).toBe(409);
    await physician.post(`${path}/contact`, { person: "client", channel: "phone", outcome: "confirmed" });
    expect((await physician.get(review)).html).not.toContain(`action="${review}/release"`);
    await countersignAssessment(w.ctx(w.as.otherPhysician), number, examDay, 1);
    expect((await physician.get(review)).html).toContain(`action="${review}/release"`);
    expect((await physician.post(`${review}/release`, {})).location).toBe(review);
  });
});

describe("the page of a case", () => {
  test("says what to say, and takes what came of it as it stands: one button", async () => {
    const { w, number, path } = await critical();
    const nurse = await as(w, "nurse");
    const { html } = await nurse.get(path);
    expect(textOf(html)).toContain("“Your potassium is 6.8 mmol/L.");
    expect(html).toContain('href="tel:+8613800138000"');
    const done = await nurse.post(`${path}/contact`, {
      ...filled(html, `${path}/contact`),
      outcome: "confirmed",
    });
    expect(done.location).toBe(path);
    expect(await theCase(w, number)).toMatchObject({
      state: "told",
      contacts: [{ person: "client", channel: "phone", outcome: "confirmed", by: { name: "刘芳" } }],
    });
    expect(textOf((await nurse.get(path)).html)).toContain("Told 22 Nov 09:20 by 刘芳.");
  });

  test("takes a form sent twice once, and gives one call to every value it was about", async () => {
    const { w, number, path } = await critical({ SBP: 190, DBP: 115 });
    const nurse = await as(w, "nurse");
    const sent = { ...filled((await nurse.get(path)).html, `${path}/contact`), outcome: "confirmed" };
    expect(sent).toHaveProperty("also", [expect.any(String)]);
    await nurse.post(`${path}/contact`, sent);
    await nurse.post(`${path}/contact`, sent);
    expect((await casesFor(w.ctx(), number)).map(({ contacts }) => contacts.length)).toEqual([1, 1]);
  });

  test("gives back what was typed when it is refused, and says what to mend", async () => {
    const { w, number, path } = await critical();
    const nurse = await as(w, "nurse");
    const note = "长".repeat(301);
    const refused = await nurse.post(`${path}/contact`, {
      person: "family",
      channel: "in person",
      outcome: "confirmed",
      note,
    });
    expect(refused.html).toContain(note);
    expect(refused.html).toMatch(/value="family" checked/);
    expect(textOf(refused.html)).toContain("1 thing to mend");
    expect(await theCase(w, number)).toMatchObject({ contacts: [] });
  });

  test("offers lost contact after two failed ways, a look when its time has come, and then the last word", async () => {
    const { w, number, path } = await critical();
    const nurse = await as(w, "nurse");
    const fail = (channel: string) =>
      nurse.post(`${path}/contact`, { person: "client", channel, outcome: "unable to reach" });
    expect((await nurse.get(path)).html).not.toContain(`${path}/lost`);
    await fail("phone");
    await fail("message");
    expect((await nurse.get(path)).html).toContain(`action="${path}/lost"`);
    await nurse.post(`${path}/lost`, {});
    expect(textOf((await nurse.get("/cases")).html)).toContain("Contact lost, try again · 1");
    await nurse.post(`${path}/contact`, { person: "family", channel: "phone", outcome: "confirmed" });
    for (const hours of [25, 7 * 24]) {
      w.clock.advance({ hours });
      await minute(w);
      expect(textOf((await nurse.get(path)).html)).toContain("Record the look");
      const sent = { ...filled((await nurse.get(path)).html, `${path}/look`), note: "已就诊" };
      await nurse.post(`${path}/look`, sent);
      await nurse.post(`${path}/look`, sent);
    }
    expect((await theCase(w, number))?.looks.map(({ id, done }) => [id, done?.at !== undefined])).toEqual([
      ["24 h", true],
      ["7 d", true],
    ]);
    const empty = await nurse.post(`${path}/close`, { act: "close", word: "" });
    expect(textOf(empty.html)).toContain("Please fill this in.");
    await nurse.post(`${path}/close`, { act: "close", word: "肾内科随访" });
    expect(await theCase(w, number)).toMatchObject({ state: "closed", closings: [{ word: "肾内科随访" }] });
    expect(textOf((await nurse.get("/cases")).html)).toContain("No critical value is open.");
  });

  test("shows the centre manager who waits and since when, and nothing of the value or the talk", async () => {
    const { w, path } = await critical();
    await (await as(w, "nurse")).post(`${path}/contact`, {
      person: "client",
      channel: "phone",
      outcome: "unable to reach",
      note: "无人接听",
    });
    const manager = await as(w, "manager");
    for (const page of ["/cases", path]) {
      const { html, status } = await manager.get(page);
      expect(status, page).toBe(200);
      expect(html, page).toContain("Lin Yawen");
      for (const hidden of ["6.8", "Potassium", "无人接听", "<textarea"])
        expect(html, page).not.toContain(hidden);
    }
  });
});

describe("the follow-up of a critical value", () => {
  test("leads to its case from the worklist, where both are told at once", async () => {
    const { w, number, path } = await critical();
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    const telling = (await followUpsOf(w.ctx(), number)).find(({ rule }) => rule === "class-a");
    const page = `/worklist?filter=all&of=health-manager-1&open=${number}~${telling?.id}`;
    const { html } = await (await as(w, "healthManager")).get(page);
    expect(addressesIn(html.slice(html.indexOf('id="pane"')))).toContain(path);
  });
});

describe("an answer about safety", () => {
  test("is red and said in words: the same next step on the list and on its page, by conversation", async () => {
    const { w, path, number } = await critical({ PHQ9I9: 2 });
    const nurse = await visitor(w, w.as.nurse, "zh");
    const [list, page] = [(await nurse.get("/cases")).html, (await nurse.get(path)).html];
    expect(list).toMatch(/data-state="stop"[\s\S]*?当日面谈/);
    expect(list).not.toContain('data-flag="A"');
    for (const html of [list, page]) expect(textOf(html)).toContain("当面或电话与本人谈，并记录约定");
    expect(textOf(page)).toContain("已面谈或通话，约定已复述");
    expect(textOf(page)).toContain("PHQ-9 第 9 题的安全处置惯例");
    expect(textOf(page)).not.toMatch(/safety practice|questionnaire|desk|已告知/);
    const said = { person: "client", channel: "phone", outcome: "confirmed" };
    const refused = await nurse.post(`${path}/contact`, said);
    expect(textOf(refused.html)).toContain("请填写与本人的约定");
    expect(await theCase(w, number)).toMatchObject({ state: "open", contacts: [] });
    await nurse.post(`${path}/contact`, { ...said, person: "family", channel: "message" });
    expect(textOf((await nurse.get(path)).html)).toContain("仅联系，未与本人谈");
    await nurse.post(`${path}/contact`, { ...said, note: "约定明日门诊" });
    expect(textOf((await nurse.get(path)).html)).toContain("与本人谈过");
  });
});
