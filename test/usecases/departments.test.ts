import { describe, expect, test } from "vitest";
import {
  addOwnTemplate,
  departmentQueue,
  editTemplate,
  readAssessment,
  readDepartments,
  readTemplates,
  settleQuestion,
  writeConclusion,
} from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { amendAssessment, receiveResults, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
type Value = [value: number | string, unit: string];
const nodule = { CTIRADS: ["3", ""], THYMM: [9, "mm"], SBP: [122, "mm[Hg]"] } as const;

async function examined(values: Record<string, Value> = { ...nodule } as never) {
  const w = await world();
  const { number } = await enrolled(w);
  await comesIn(w, number, values);
  return { w, number };
}

async function comesIn(w: World, number: string, values: Record<string, Value>) {
  const results = Object.entries(values).map(([item, [value, unit]]) => ({ item, value, unit }));
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
}

const normal = { outcome: "nothing abnormal", text: { zh: "甲状腺超声未见异常。" } } as const;
const found = { outcome: "abnormal", text: { zh: "甲状腺结节，C-TIRADS 3 类，最大径 9 mm。" } } as const;

const writes = (
  w: World,
  number: string,
  input: object,
  actor: Actor = w.as.sonographer,
  of = "ultrasound",
) => writeConclusion(w.ctx(actor), number, day, of, input as never);
const sign = (w: World, number: string, more: object = {}, version = 1) =>
  signAssessment(w.ctx(w.as.physician), number, day, version, more);
const seenBy = async (w: World, number: string) =>
  (await readDepartments(w.ctx(w.as.physician), number, day)).questions;

describe("a department's conclusion", () => {
  test("is signed with the exam, stays what it was, and reaches the client with the report", async () => {
    const { w, number } = await examined();
    await writes(w, number, found);
    await sign(w, number);
    await releasedByTwo(w, number, day);
    const { assessment } = await readAssessment(w.ctx(w.as.client(number)), number, day);
    expect(assessment.departments).toMatchObject([
      { department: "ultrasound", ...found, by: { name: "孙晓燕", rank: "attending" } },
    ]);
    await expect(writes(w, number, normal)).rejects.toMatchObject({ code: "Conflict" });
    await amendAssessment(w.ctx(w.as.physician), number, day);
    await writes(w, number, { outcome: "abnormal", text: { zh: "甲状腺右叶结节，C-TIRADS 3 类。" } });
    const still = await readAssessment(w.ctx(w.as.client(number)), number, day);
    expect(still.assessment.departments).toMatchObject([found]);
    await sign(w, number, { reason: "超声补充描述" }, 2);
    await releasedByTwo(w, number, day, 2);
    const now = await readAssessment(w.ctx(w.as.client(number)), number, day);
    expect(now.assessment.departments).toMatchObject([
      { n: 2, text: { zh: "甲状腺右叶结节，C-TIRADS 3 类。" } },
    ]);
  });

  test("is written by staff of that department alone, of an exam there is", async () => {
    const { w, number } = await examined();
    const before = await w.dump();
    for (const actor of [w.as.physician, w.as.attending, w.as.nurse, w.as.manager, w.as.client(number)])
      await expect(writes(w, number, found, actor)).rejects.toMatchObject({ code: "NotAllowed" });
    await expect(writes(w, number, found, w.as.sonographer, "endoscopy")).rejects.toMatchObject({
      code: "NotAllowed",
    });
    const elsewhere = { ...w.as.sonographer, centre: "centre-2" } as Actor;
    await expect(writes(w, number, found, elsewhere)).rejects.toMatchObject({ code: "NotFound" });
    await expect(
      writeConclusion(w.ctx(w.as.sonographer), number, "2020-01-01", "ultrasound", found),
    ).rejects.toMatchObject({ code: "NotFound" });
    expect(await w.dump()).toEqual(before);
  });

  test("with a blank in it is not kept; the same words twice are one writing, and every writing stays", async () => {
    const { w, number } = await examined();
    await expect(
      writes(w, number, { outcome: "abnormal", text: { zh: "结节，最大径 ＿＿。" } }),
    ).rejects.toMatchObject({ code: "InvalidInput", problems: [{ field: "text.zh" }] });
    await expect(writes(w, number, { outcome: "abnormal", text: {} })).rejects.toMatchObject({
      problems: [{ field: "text" }],
    });
    await writes(w, number, found);
    await writes(w, number, found);
    await writes(w, number, { ...found, text: { zh: "甲状腺结节。" }, seen: 1 });
    await expect(writes(w, number, { ...found, seen: 1 })).rejects.toMatchObject({ code: "Conflict" });
    const { parts } = await readDepartments(w.ctx(w.as.nurse), number, day);
    expect(parts.find(({ department }) => department === "ultrasound")).toMatchObject({
      items: expect.arrayContaining(["CTIRADS", "THYMM"]),
      said: { n: 2, text: { zh: "甲状腺结节。" } },
      before: [{ n: 1 }],
    });
  });

  test("that comes while the physician reads is seen before it is signed", async () => {
    const { w, number } = await examined();
    const seen = (await readAssessment(w.ctx(w.as.physician), number, day)).assessment.v;
    await writes(w, number, found);
    await expect(sign(w, number, { seen })).rejects.toMatchObject({ code: "Conflict" });
    await sign(w, number, { seen: seen + 1 });
  });

  test("and a signature pressed at once leave either the words in what is signed, or the words refused", async () => {
    for (let round = 0; round < 4; round++) {
      const { w, number } = await examined();
      const [written] = await Promise.allSettled([writes(w, number, found), sign(w, number)]);
      const { assessment } = await readAssessment(w.ctx(w.as.physician), number, day);
      expect(assessment.state).toBe("signed");
      expect(assessment.departments !== undefined).toBe(written?.status === "fulfilled");
    }
  });

  test("waits in the list of who works there, with the exams of nobody else's department", async () => {
    const { w, number } = await examined();
    expect(await departmentQueue(w.ctx(w.as.sonographer))).toMatchObject([
      { client: { number }, date: day, parts: [{ department: "ultrasound" }] },
    ]);
    await writes(w, number, found);
    expect(await departmentQueue(w.ctx(w.as.sonographer))).toMatchObject([{ parts: [{ said: { n: 1 } }] }]);
    expect(await departmentQueue(w.ctx(w.as.attending))).toEqual([]);
    await expect(departmentQueue(w.ctx(w.as.healthManager))).rejects.toMatchObject({ code: "NotAllowed" });
  });

  test("waits however many exams of other departments wait before it, and before what is written already", async () => {
    const w = await world();
    const numbers: string[] = [];
    for (const [at, values] of [{ FPG: [7.9, "mmol/L"] }, nodule, nodule].entries()) {
      const { number } = await enrolled(w, {
        name: ["王芳", "李静", "张敏"][at] ?? "",
        document: { kind: "national-id", text: nationalId("1980-05-06", 202 + 2 * at) },
      });
      await comesIn(w, number, values as never);
      numbers.push(number);
    }
    const queue = async (limit: number) =>
      (await departmentQueue(w.ctx(w.as.sonographer), limit)).map(({ client }) => client.number);
    const [first = "", second = ""] = await queue(40);
    expect([first, second].sort()).toEqual(numbers.slice(1).sort());
    expect(await queue(1)).toEqual([first]);
    await writes(w, first, found);
    expect(await queue(1)).toEqual([second]);
    expect(await queue(40)).toEqual([second, first]);
  });

  test("leaves in the log that it was written, by whom, and no word of it", async () => {
    const { w, number } = await examined();
    await writes(w, number, found);
    const log = (await w.entries()).filter(({ action }) => action === "department.concluded");
    expect(log).toMatchObject([{ by: { id: "physician-3" }, refs: { date: day, department: "ultrasound" } }]);
    expect(JSON.stringify(log)).not.toMatch(/结节|TIRADS|abnormal/);
  });
});

describe("a conclusion that contradicts what is coded", () => {
  const despite = "结节为既往已切除部位的瘢痕";

  test.each<[string, object, Record<string, Value>, RegExp]>([
    ["nothing abnormal beside a nodule", normal, nodule as never, /says nothing abnormal/],
    [
      "another category than the coded one",
      { outcome: "abnormal", text: { zh: "甲状腺结节，C-TIRADS 4A 类。" } },
      nodule as never,
      /writes 4A .* 3 is coded/,
    ],
    [
      "something abnormal of which nothing is coded",
      { outcome: "abnormal", text: { zh: "甲状腺弥漫性改变。" } },
      { SBP: [122, "mm[Hg]"], USTHY: ["未见结节", ""] },
      /no follow-up comes from it/,
    ],
  ])(
    "is asked about where it is written, kept with a reason, and asked of the physician: %s",
    async (_, said, values, asks) => {
      const { w, number } = await examined(values);
      await expect(writes(w, number, said)).rejects.toMatchObject({
        code: "InvalidInput",
        problems: [{ field: "despite", message: { en: expect.stringMatching(asks) } }],
      });
      await writes(w, number, { ...said, despite });
      const [question, ...others] = await seenBy(w, number);
      expect(others).toEqual([]);
      expect(question?.sentence.en).toMatch(asks);
      await expect(sign(w, number)).rejects.toMatchObject({
        code: "Unprocessable",
        sentence: { en: expect.stringMatching(asks) },
      });
      const answer = {
        question: question?.id ?? "",
        stands: "codes",
        note: "以编码为准，已与超声科核对",
      } as const;
      await expect(
        settleQuestion(w.ctx(w.as.sonographer), number, day, { ...answer, note: "" }),
      ).rejects.toMatchObject({ code: "InvalidInput" });
      await settleQuestion(w.ctx(w.as.physician), number, day, answer);
      await settleQuestion(w.ctx(w.as.physician), number, day, answer);
      expect(await seenBy(w, number)).toMatchObject([
        { settled: { stands: "codes", by: { id: "physician-1" } } },
      ]);
      await sign(w, number);
    },
  );

  test("is asked anew when a finding comes in after the answer, and after the words", async () => {
    const { w, number } = await examined({ SBP: [122, "mm[Hg]"], USTHY: ["未见结节", ""] });
    await writes(w, number, normal);
    expect(await seenBy(w, number)).toEqual([]);
    await comesIn(w, number, { CTIRADS: ["3", ""] });
    const [first] = await seenBy(w, number);
    await settleQuestion(w.ctx(w.as.physician), number, day, {
      question: first?.id ?? "",
      stands: "codes",
      note: "复核图像",
    });
    await comesIn(w, number, { STEATOSIS: ["moderate", ""] });
    expect(await seenBy(w, number)).toMatchObject([{ id: expect.not.stringMatching(first?.id ?? "") }]);
    expect((await seenBy(w, number))[0]).not.toHaveProperty("settled");
    await expect(sign(w, number)).rejects.toMatchObject({ code: "Unprocessable" });
    await writes(w, number, { outcome: "abnormal", text: { zh: "甲状腺结节，脂肪肝。" } });
    expect(await seenBy(w, number)).toEqual([]);
    await sign(w, number);
  });

  test("of which nobody was asked is answered by nobody: a question must be the exam's own", async () => {
    const { w, number } = await examined();
    await expect(
      settleQuestion(w.ctx(w.as.physician), number, day, { question: "x", stands: "codes", note: "不存在" }),
    ).rejects.toMatchObject({ code: "NotFound" });
    await expect(readDepartments(w.ctx(w.as.client(number)), number, day)).rejects.toMatchObject({
      code: "NotFound",
    });
    await expect(releaseReport(w.ctx(w.as.physician), number, day, 1)).rejects.toMatchObject({
      code: "Conflict",
    });
  });
});

describe("a text template", () => {
  const edit = (text: string, more: object = {}) => ({
    department: "ultrasound",
    outcome: "abnormal" as const,
    name: { zh: "甲状腺结节", en: "Thyroid nodule" },
    text: { zh: `${text} {THYMM}`, en: `Nodule {THYMM}` },
    ...more,
  });
  const id = "ultrasound-thyroid";
  const inForce = async (w: World) =>
    (await readTemplates(w.ctx(w.as.nurse))).templates.find((one) => one.id === id);

  test("is edited by the manager as a further version; what was written by the one before stays", async () => {
    const { w, number } = await examined();
    const manager = w.ctx(w.as.manager);
    const shipped = await inForce(w);
    expect(shipped).toMatchObject({ version: 0 });
    await writes(w, number, { ...found, template: { id, version: 0 } });
    await editTemplate(manager, id, edit("结节直径", { seen: 0 }));
    expect(await inForce(w)).toMatchObject({ version: 1, text: { zh: "结节直径 {THYMM}" } });
    await expect(editTemplate(manager, id, edit("别的", { seen: 0 }))).rejects.toMatchObject({
      code: "Conflict",
    });
    const { versions } = await readTemplates(manager);
    expect(versions.get(id)?.map(({ version }) => version)).toEqual([1, 0]);
    expect(versions.get(id)?.at(-1)?.text).toEqual(shipped?.text);
    const { parts } = await readDepartments(w.ctx(w.as.nurse), number, day);
    expect(parts.find(({ department }) => department === "ultrasound")?.said).toMatchObject(found);
  });

  test("edited by two at once has one next version, and the other is told", async () => {
    const { w } = await examined();
    const manager = w.ctx(w.as.manager);
    const both = await Promise.allSettled(
      ["甲", "乙"].map((text) => editTemplate(manager, id, edit(text, { seen: 0 }))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await inForce(w)).toMatchObject({ version: 1 });
  });

  test("of the centre's own is added once for one key, by the manager alone", async () => {
    const { w } = await examined();
    const manager = w.ctx(w.as.manager);
    const made = await addOwnTemplate(manager, edit("弥漫性改变"), "k-1");
    expect(await addOwnTemplate(manager, edit("弥漫性改变"), "k-1")).toEqual(made);
    expect((await readTemplates(manager)).templates.filter((one) => one.id.startsWith("own-"))).toHaveLength(
      1,
    );
    for (const actor of [w.as.nurse, w.as.physician, w.as.healthManager])
      await expect(editTemplate(w.ctx(actor), id, edit("改"))).rejects.toMatchObject({ code: "NotAllowed" });
  });
});
