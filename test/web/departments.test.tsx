import { describe, expect, test } from "vitest";
import { readDepartments } from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { receiveResults, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filledWhole, textOf, visitor } from "./visitor.ts";

const day = "2026-11-20";

async function nodule() {
  const w = await world();
  const { number } = await enrolled(w, { nameLatin: "Lin Yawen" });
  const results = [
    { item: "CTIRADS", value: "3", unit: "" },
    { item: "THYMM", value: 9, unit: "mm" },
    { item: "LDLC", value: 5.2, unit: "mmol/L" },
  ];
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
  const path = `/departments/${number}/${day}/ultrasound`;
  const page = `/review/${number}/${day}/1`;
  return { w, number, path, page };
}

const said = async (w: World, number: string) =>
  (await readDepartments(w.ctx(w.as.nurse), number, day)).parts.find(
    ({ department }) => department === "ultrasound",
  )?.said;

describe("a department at its list", () => {
  test.each([
    ["en", "Ultrasound", "Not written yet", "Thyroid nodule, largest diameter 9 mm, C-TIRADS 3 (under 2 %)."],
    ["zh", "超声科", "尚未填写", "甲状腺结节，最大径 9 mm，C-TIRADS 3 类（恶性率<2%）。"],
  ] as const)(
    "begins with a sentence that holds the values, and keeps it: %s",
    async (language, name, none, sentence) => {
      const { w, number, path } = await nodule();
      const sonographer = await visitor(w, w.as.sonographer, language);
      const list = await sonographer.get("/departments");
      expect(textOf(list.html)).toContain(name);
      expect(textOf(list.html)).toContain(none);
      expect(addresses(list.html)).toContain(path);
      const { html } = await sonographer.get(path);
      expect(textOf(html)).toContain(sentence);
      const chosen = await sonographer.get(`${path}?template=ultrasound-thyroid`);
      const form = filledWhole(chosen.html, path);
      expect(form[language]).toEqual([sentence]);
      expect((await sonographer.post(path, form)).location).toBe("/departments");
      expect(await said(w, number)).toMatchObject({
        outcome: "abnormal",
        template: { id: "ultrasound-thyroid", version: 0 },
      });
    },
  );

  test("is asked, with its words kept, where they contradict what is coded", async () => {
    const { w, number, path } = await nodule();
    const sonographer = await visitor(w, w.as.sonographer);
    const form = {
      ...filledWhole((await sonographer.get(path)).html, path),
      outcome: "nothing abnormal",
      zh: "未见异常。",
    };
    const asked = await sonographer.post(path, form);
    expect(textOf(asked.html)).toContain("says nothing abnormal; its results are coded as");
    expect(asked.html).toContain("未见异常。</textarea>");
    expect(await said(w, number)).toBeUndefined();
    const again = { ...filledWhole(asked.html, path), despite: "与上次对比无结节" };
    expect((await sonographer.post(path, again)).location).toBe("/departments");
    expect(await said(w, number)).toMatchObject({ despite: "与上次对比无结节" });
  });

  test("is only read by who works elsewhere, and by nobody without results", async () => {
    const { w, path } = await nodule();
    const other = await visitor(w, w.as.physician);
    const { html } = await other.get(path);
    expect(textOf(html)).toContain("written by staff of the department");
    expect(html).not.toContain("<textarea");
    expect((await other.get("/departments/P-111111118/2026-11-20/ultrasound")).status).toBe(404);
    expect((await other.get(path.replace("ultrasound", "astrology"))).status).toBe(404);
    expect(textOf((await other.get("/departments")).html)).toContain("no department's list");
    expect((await (await visitor(w, w.as.frontDesk)).get("/departments")).status).toBe(403);
  });
});

describe("the physician beside what departments say", () => {
  test("answers what contradicts before the signature, and the draft holds what they concluded", async () => {
    const { w, number, path, page } = await nodule();
    const sonographer = await visitor(w, w.as.sonographer);
    const form = filledWhole((await sonographer.get(path)).html, path);
    await sonographer.post(path, {
      ...form,
      outcome: "nothing abnormal",
      zh: "未见异常。",
      despite: "复核无结节",
    });
    const physician = await visitor(w, w.as.physician);
    const open = await physician.get(page);
    expect(textOf(open.html)).toContain("1 question is to be answered before the signature");
    expect(textOf(open.html)).toContain("The department's reason: 复核无结节");
    expect(open.html).toContain('aria-describedby="answer-first"');
    const questions = `${page}/questions`;
    const blank = await physician.post(questions, filledWhole(open.html, questions));
    expect(blank.html).toContain("-error");
    const answered = filledWhole(open.html, questions);
    const note = Object.keys(answered).find((name) => name.startsWith("note-")) ?? "";
    expect((await physician.post(questions, { ...answered, [note]: "以编码为准" })).location).toBe(page);
    const after = await physician.get(page);
    expect(textOf(after.html)).toContain("what is coded stands.");
    expect(textOf(after.html)).not.toContain("to be answered before");
    expect(after.html).toContain("未见异常：超声科");
    const signed = await physician.post(`${page}/sign`, filledWhole(after.html, `${page}/conclusion`));
    expect(signed.location).toBe(page);
    expect(textOf((await physician.get(`/reports/${number}/${day}`)).html)).toContain("超声科");
  });
});

describe("the second signature", () => {
  test("waits in the list with who signed first, is another physician's, and opens the way to the release", async () => {
    const { w, number, page } = await nodule();
    await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
    const first = await visitor(w, w.as.physician);
    const own = textOf((await first.get(page)).html);
    expect(own).toContain("Waits for a second physician");
    expect(own).toContain("You signed first");
    expect(own).toContain("needs clinical sign-off");
    expect((await first.get(page)).html).not.toContain(`${page}/release`);
    const refused = await first.post(`${page}/countersign`, {});
    expect(textOf(refused.html)).toContain("The second signature is another physician's");
    const attending = await visitor(w, w.as.attending);
    expect(textOf((await attending.get(page)).html)).toContain("associate chief physician");
    const other = await visitor(w, w.as.otherPhysician);
    const list = await other.get("/review");
    expect(textOf(list.html)).toContain("Waiting for a second signature");
    expect(addresses(list.html)).toContain(page);
    expect((await other.post(`${page}/countersign`, {})).location).toBe(page);
    const done = await other.get(page);
    expect(textOf(done.html)).toContain("Second signature: 徐文博");
    expect(done.html).toContain(`${page}/release`);
    await releaseReport(w.ctx(w.as.physician), number, day, 1);
    const hers = await visitor(w, w.as.client(number) as Actor);
    expect(textOf((await hers.get(`/me/report/${day}`)).html)).toContain("Second signature: 徐文博");
    expect(textOf((await first.get(`/reports/${number}/${day}`)).html)).toContain("第二签名");
  });
});

describe("the manager at the templates", () => {
  test("edits one as a further version, is told what is wrong with it, and puts an old one back", async () => {
    const { w } = await nodule();
    const manager = await visitor(w, w.as.manager);
    const list = await manager.get("/settings/templates");
    expect(textOf(list.html)).toContain("needs clinical sign-off");
    const path = "/settings/templates/ultrasound-liver";
    const { html } = await manager.get(path);
    const form = filledWhole(html, path);
    const wrong = await manager.post(path, { ...form, "text.zh": "脂肪肝 {LIVER}" });
    expect(textOf(wrong.html)).toContain("A slot is an item code of the catalogue");
    expect(wrong.html).toContain("脂肪肝 {LIVER}");
    const text = { "text.zh": "肝脏回声：{STEATOSIS}。", "text.en": "Liver: {STEATOSIS}." };
    expect((await manager.post(path, { ...form, ...text })).location).toBe("/settings/templates");
    expect((await manager.post(path, { ...form, ...text })).html).toContain(
      "Somebody changed this meanwhile",
    );
    const before = await manager.get(`${path}?from=0`);
    expect(before.html).toContain("脂肪肝（{STEATOSIS}）。</textarea>");
    expect((await manager.post(path, filledWhole(before.html, path))).location).toBe("/settings/templates");
    expect(textOf((await manager.get(path)).html)).toContain("Version 2");
  });

  test("adds one of the centre's own, and takes it off the departments' page without losing it", async () => {
    const { w, path } = await nodule();
    const manager = await visitor(w, w.as.manager);
    const fresh = await manager.get("/settings/templates/new");
    const form = {
      ...filledWhole(fresh.html, "/settings/templates/new"),
      department: "ultrasound",
      outcome: "abnormal",
      "name.zh": "桥本",
      "name.en": "Hashimoto",
      "text.zh": "甲状腺弥漫性改变。",
      "text.en": "Diffuse changes of the thyroid.",
    };
    expect((await manager.post("/settings/templates/new", form)).location).toBe("/settings/templates");
    const sonographer = await visitor(w, w.as.sonographer);
    expect(textOf((await sonographer.get(path)).html)).toContain("Hashimoto");
    const own =
      addresses((await manager.get("/settings/templates")).html).find((one) => one.includes("/own-")) ?? "";
    const edit = filledWhole((await manager.get(own)).html, own);
    await manager.post(own, { ...edit, retired: "yes" });
    expect(textOf((await sonographer.get(path)).html)).not.toContain("Hashimoto");
    expect(textOf((await manager.get("/settings/templates")).html)).toContain("Not offered any more");
  });
});
