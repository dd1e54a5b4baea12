import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { assessmentsOf } from "../../shared/assessment/index.ts";
import {
  amendAssessment,
  heldList,
  linkHeld,
  readHeld,
  receiveMessages,
  signAssessment,
  unlinkHeld,
  unlinkResults,
} from "../../shared/loop/index.ts";
import { followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const birthDate = "1974-03-12";
const hers = nationalId(birthDate, 122);
const twins = nationalId(birthDate, 124);

/** A message about fasting glucose and HbA1c, by default of the exam of 20 October. */
function message(
  said: { document?: string; name?: string; control?: string; fpg?: string; date?: string } = {},
) {
  const {
    document = `${hers}^^^CHN^NI`,
    name = "林^雅文",
    control = "M1",
    fpg = "7.6",
    date = "20261020",
  } = said;
  return [
    `MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|${date}083000||ORU^R01^ORU_R01|${control}|P|2.5.1`,
    `PID|1||${document}||${name}||19740312|F`,
    `OBR|1|TJ-${control}|TJ-${control}|CHECKUP^Health checkup^L|||${date}083000`,
    `OBX|1|NM|14771-0^空腹血糖^LN||${fpg}|mmol/L|||||F`,
    "OBX|2|NM|4548-4^糖化血红蛋白^LN||7.1|%|||||F",
  ].join("\r");
}

const receive = (w: World, text: string) => receiveMessages(w.ctx(w.as.lis), new TextEncoder().encode(text));
const nurse = (w: World) => w.ctx(w.as.nurse);
const doctor = (w: World) => w.ctx(w.as.physician);

/** Two women of one birth date, and a message with one's id and a name like the other's. */
async function uncertain() {
  const w = await world();
  const [she, other] = [
    await enrolled(w, { name: "林雅文" }),
    await enrolled(w, { name: "林雅雯", document: { kind: "national-id", text: twins } }),
  ];
  await receive(w, message({ name: "林^雅雯" }));
  await w.all();
  const [line] = (await heldList(nurse(w))).waiting;
  return { w, she, other, mark: line?.held.mark ?? "" };
}

const glucose = async (w: World, number: string) =>
  (await readResults(doctor(w), number)).find(({ date }) => date === "2026-10-20")?.results["FPG"]?.value;
const states = async (w: World, number: string) =>
  (await assessmentsOf(doctor(w), number)).map(({ date, version, state }) => `${date} ${version} ${state}`);
const openOf = async (w: World, number: string) =>
  (await followUpsOf(doctor(w), number)).filter(isOpen).map(({ concern }) => concern);

const reason = { reason: "标本贴错" };

describe("what waits", () => {
  test("stands beside everybody it may be of, with what agrees and what does not, documents masked", async () => {
    const { w, she, other, mark } = await uncertain();
    const { row, candidates } = await readHeld(nurse(w), mark);
    expect(row).toMatchObject({ date: "2026-10-20", person: { name: "林雅雯" } });
    expect(
      candidates.map(({ number, sameDocument, differs }) => ({ number, sameDocument, differs })),
    ).toEqual([
      { number: she.number, sameDocument: true, differs: ["name"] },
      { number: other.number, sameDocument: false, differs: [] },
    ]);
    expect(JSON.stringify({ row, candidates })).not.toContain(hers);
  });

  test("is seen by nurses and physicians of its centre only, and the look is traced", async () => {
    const { w, mark } = await uncertain();
    for (const actor of [w.as.frontDesk, w.as.healthManager, w.as.manager, w.as.hr, w.as.lis])
      await expect(readHeld(w.ctx(actor), mark)).rejects.toMatchObject({ status: 403 });
    const elsewhere = { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse;
    await expect(readHeld(w.ctx(elsewhere), mark)).rejects.toMatchObject({ status: 404 });
    const before = (await w.entries()).length;
    await readHeld(nurse(w), mark);
    expect((await w.entries()).slice(before).map(({ action }) => action)).toContain("quarantine.listed");
  });

  test("a document held at another centre tells nothing of its holder here", async () => {
    const w = await world();
    await enrolled(w, {});
    await receiveMessages(
      w.ctx({ ...w.as.lis, centre: "centre-2" } as typeof w.as.lis),
      new TextEncoder().encode(message()),
    );
    const there = w.ctx({ ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse);
    const [line] = (await heldList(there)).waiting;
    expect(await readHeld(there, line?.held.mark ?? "")).toMatchObject({ candidates: [], elsewhere: true });
  });
});

describe("linking", () => {
  test("files it with its assessment in one step, each step in the log; again it changes nothing", async () => {
    const { w, other, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: other.number });
    expect(await glucose(w, other.number)).toBe(7.6);
    expect(await states(w, other.number)).toEqual(["2026-10-20 1 proposed"]);
    expect((await heldList(nurse(w))).waiting).toEqual([]);
    const items = await w.dump();
    await linkHeld(nurse(w), mark, { client: other.number });
    expect(await w.dump()).toEqual(items);
    const actions = (await w.entries()).map(({ action }) => action);
    for (const action of ["row.held", "row.linked", "results.linked", "results.received"])
      expect(actions).toContain(action);
  });

  test("to a second client is refused until it is taken out of the first file", async () => {
    const { w, she, other, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: other.number });
    await expect(linkHeld(nurse(w), mark, { client: she.number })).rejects.toMatchObject({
      code: "Conflict",
    });
    expect(await glucose(w, she.number)).toBeUndefined();
  });

  test("the same message again neither waits again nor goes in again", async () => {
    const { w, other, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: other.number });
    await receive(w, message({ name: "林^雅雯" }));
    await receive(w, message({ name: "林^雅雯", control: "M1" }).replace("2.5.1", "2.5"));
    expect((await heldList(nurse(w))).waiting).toEqual([]);
  });
});

describe("taking back", () => {
  test("empties the file of it: value, proposal and place in the queue; then it can be filed with the right one", async () => {
    const { w, she, other, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: she.number });
    await unlinkHeld(nurse(w), mark, reason);
    expect(await glucose(w, she.number)).toBeUndefined();
    expect(await states(w, she.number)).toEqual([]);
    expect((await w.dump()).filter(({ listPk }) => String(listPk).startsWith("REVIEW#"))).toEqual([]);
    await linkHeld(nurse(w), mark, { client: other.number });
    expect(await glucose(w, other.number)).toBe(7.6);
    expect(await states(w, other.number)).toEqual(["2026-10-20 1 proposed"]);
    const group = (await w.dump()).find(
      ({ pk, sk }) => pk === `C#${she.number}` && sk.startsWith("FILE#RES#"),
    );
    expect(group).toMatchObject({ withdrawn: { by: w.as.nurse.id, reason: "标本贴错" } });
  });

  test("back to the same file is possible, however often", async () => {
    const { w, she, mark } = await uncertain();
    for (let times = 0; times < 3; times++) {
      await linkHeld(nurse(w), mark, { client: she.number });
      expect(await glucose(w, she.number)).toBe(7.6);
      await unlinkHeld(nurse(w), mark, reason);
      expect(await glucose(w, she.number)).toBeUndefined();
    }
    expect(await states(w, she.number)).toEqual([]);
  });

  test("is refused once it was signed; with an amendment begun it goes, and the amendment no longer rests on it", async () => {
    const { w, she, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: she.number });
    await signAssessment(doctor(w), she.number, "2026-10-20", 1, {});
    await expect(unlinkHeld(nurse(w), mark, reason)).rejects.toMatchObject({ code: "Conflict" });
    expect(await glucose(w, she.number)).toBe(7.6);
    await amendAssessment(doctor(w), she.number, "2026-10-20");
    await unlinkHeld(nurse(w), mark, reason);
    expect(await glucose(w, she.number)).toBeUndefined();
    expect(await states(w, she.number)).toEqual(["2026-10-20 2 in review", "2026-10-20 1 signed"]);
    expect(await openOf(w, she.number)).not.toEqual([]);
    await signAssessment(doctor(w), she.number, "2026-10-20", 2, { reason: "结果属于他人" });
    expect(await openOf(w, she.number)).toEqual([]);
  });

  test("needs a reason", async () => {
    const { w, she, mark } = await uncertain();
    await linkHeld(nurse(w), mark, { client: she.number });
    await expect(unlinkHeld(nurse(w), mark, { reason: " " })).rejects.toMatchObject({ code: "InvalidInput" });
  });
});

describe("results that went into the wrong file by themselves", () => {
  /** She has a follow-up for her glucose; a re-check with her id that is in truth the other woman's settles it. */
  async function mixedUp() {
    const w = await world({ start: "2026-10-21T01:00:00.000Z" });
    const [she, other] = [
      await enrolled(w, { name: "林雅文" }),
      await enrolled(w, { name: "林雅雯", document: { kind: "national-id", text: twins } }),
    ];
    await receive(w, message({ fpg: "6.4" }).replace("7.1|%", "5.9|%"));
    await signAssessment(doctor(w), she.number, "2026-10-20", 1, {});
    const asked = await openOf(w, she.number);
    w.clock.advance({ days: 300 });
    await receive(w, message({ control: "M2", fpg: "25.1", date: "20270810" }));
    return { w, she, other, asked };
  }

  test("are taken out and filed with the right one: values, assessments and follow-ups of both are right after", async () => {
    const { w, she, other, asked } = await mixedUp();
    expect(asked).not.toEqual([]);
    expect(await openOf(w, she.number)).not.toEqual(asked);
    const { mark } = await unlinkResults(nurse(w), she.number, "2027-08-10", 1, reason);
    expect(await openOf(w, she.number)).toEqual(asked);
    expect(await states(w, she.number)).toEqual(["2026-10-20 1 signed"]);
    expect((await readHeld(nurse(w), mark)).held).toMatchObject({ state: "waiting", client: she.number });

    await linkHeld(nurse(w), mark, { client: other.number });
    expect((await readResults(doctor(w), other.number))[0]?.results["FPG"]?.value).toBe(25.1);
    expect(await states(w, other.number)).toEqual(["2027-08-10 1 proposed"]);
    expect(await openOf(w, she.number)).toEqual(asked);
  });

  test("a critical value of somebody else stops its clock in the wrong file and starts one in the right one", async () => {
    const { w, she, other } = await mixedUp();
    const { mark } = await unlinkResults(nurse(w), she.number, "2027-08-10", 1, reason);
    await linkHeld(nurse(w), mark, { client: other.number });
    const cases = (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#CASE#"));
    const limits = (pk: string) =>
      cases
        .filter((one) => one.pk === `C#${pk}`)
        .map(({ seen }) => (seen as { limit?: object }[]).map(({ limit }) => limit !== undefined));
    expect(limits(she.number)).toEqual([[true, false]]);
    expect(limits(other.number)).toEqual([[true]]);
  });

  test("the same message again does not bring them back", async () => {
    const { w, she } = await mixedUp();
    await unlinkResults(nurse(w), she.number, "2027-08-10", 1, reason);
    await receive(w, message({ control: "M2", fpg: "25.1", date: "20270810" }));
    expect((await readResults(doctor(w), she.number)).map(({ date }) => date)).toEqual(["2026-10-20"]);
  });

  test("taken out twice, or at the same time as somebody else does, is once", async () => {
    const { w, she } = await mixedUp();
    w.faults.conflict = 0.2;
    const both = await Promise.all(
      [1, 2].map(() => unlinkResults(nurse(w), she.number, "2027-08-10", 1, reason)),
    );
    expect(new Set(both.map(({ mark }) => mark)).size).toBe(1);
    expect((await heldList(nurse(w))).waiting).toHaveLength(1);
  });
});

test("over the API: seen, linked and taken back", async () => {
  const { w, other, mark } = await uncertain();
  const api = create(w.home);
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await api.request(`/api${path}`, {
      method,
      headers: { authorization: `Bearer ${await w.token(w.as.nurse)}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: await answer.json() };
  };
  expect(await ask("GET", "/quarantine")).toMatchObject({
    status: 200,
    body: { waiting: [{ mark, name: "林雅雯" }] },
  });
  expect((await ask("GET", `/quarantine/${mark}`)).body).not.toHaveProperty("sealed");
  expect(await ask("POST", `/quarantine/${mark}/link`, { client: other.number })).toMatchObject({
    status: 200,
    body: { held: { state: "linked" } },
  });
  expect(await ask("POST", `/quarantine/${mark}/unlink`, reason)).toMatchObject({
    status: 200,
    body: { held: { state: "waiting" } },
  });
});
