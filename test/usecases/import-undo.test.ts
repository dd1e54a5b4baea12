import { describe, expect, test } from "vitest";
import {
  heldList,
  linkHeld,
  previewImport,
  readImport,
  receiveResults,
  signAssessment,
  startImport,
  undoImport,
} from "../../shared/loop/index.ts";
import { followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

const header = "姓名,性别,身份证号,出生日期,体检日期,空腹血糖(mmol/L),糖化血红蛋白(%)";
const row = (serial: number, name: string, fpg: string, date = "2026-11-20") =>
  `${name},${serial % 2 ? "男" : "女"},${nationalId("1980-05-06", serial)},1980-05-06,${date},${fpg},5.2`;
const bytesOf = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join("\n"));

const three = bytesOf(row(101, "方书涵", "5.2"), row(102, "唐卫国", "6.4"), row(103, "梅伟", "25.1"));
const as = (w: World) => w.ctx(w.as.nurse);

async function take(w: World, bytes: Uint8Array): Promise<string> {
  const { id } = await startImport(as(w), bytes, "export.csv");
  await w.drain();
  return id;
}

async function undone(w: World, id: string) {
  await undoImport(as(w), id);
  await w.drain();
  return readImport(as(w), id);
}

const files = async (w: World) =>
  (await w.dump()).filter(({ pk, sk }) => pk.startsWith("C#") && sk.startsWith("FILE#"));
const assessments = async (w: World) => (await files(w)).filter(({ sk }) => sk.startsWith("FILE#ASM#"));
const values = async (w: World, number: string) =>
  (await readResults(w.ctx(w.as.physician), number)).map(
    ({ date, results }) => `${date} ${results["FPG"]?.value}`,
  );

describe("an import that is undone", () => {
  test("leaves no value and no proposal of it; a critical value's clock stops; asking twice is once", async () => {
    const w = await world();
    const id = await take(w, three);
    expect(await assessments(w)).toHaveLength(3);
    expect(await undone(w, id)).toMatchObject({
      state: "undone",
      undo: { by: w.as.nurse.id, taken: 3, kept: [] },
    });
    expect(await assessments(w)).toEqual([]);
    const groups = (await files(w)).filter(({ sk }) => sk.startsWith("FILE#RES#"));
    expect(groups.every(({ withdrawn }) => withdrawn)).toBe(true);
    const [alarm] = (await files(w)).filter(({ sk }) => sk.startsWith("FILE#CASE#"));
    expect((alarm?.["seen"] as { limit?: object }[] | undefined)?.at(-1)).not.toHaveProperty("limit");
    const items = await w.dump();
    await undone(w, id);
    expect(await w.dump()).toEqual(items);
  });

  test("brings back what it had replaced, and the follow-ups it had settled", async () => {
    const w = await world({ start: "2026-01-20T01:00:00.000Z" });
    const { number } = await enrolled(w, {
      name: "唐卫国",
      document: { kind: "national-id", text: nationalId("1980-05-06", 102) },
    });
    const typed = [{ item: "FPG", value: 6.4, unit: "mmol/L" }];
    await receiveResults(as(w), number, { date: "2026-01-15", results: typed, from: { source: "desk" } });
    await signAssessment(w.ctx(w.as.physician), number, "2026-01-15", 1, {});
    const open = async () =>
      (await followUpsOf(w.ctx(), number)).filter(isOpen).map(({ concern }) => concern);
    const before = await open();
    expect(before).not.toEqual([]);
    w.clock.advance({ days: 306 });
    const id = await take(w, bytesOf(row(102, "唐卫国", "5.1"), row(102, "唐卫国", "6.6", "2026-01-15")));
    expect(await open()).not.toEqual(before);
    expect(await values(w, number)).toEqual(["2026-11-20 5.1", "2026-01-15 6.6"]);
    await undone(w, id);
    expect(await open()).toEqual(before);
    expect(await values(w, number)).toEqual(["2026-01-15 6.4"]);
  });

  test("keeps the rows that something signed rests on, and says which lines", async () => {
    const w = await world();
    const id = await take(w, three);
    const signed =
      (await assessments(w)).find(({ sk, pk }) => sk.includes("2026-11-20") && pk)?.pk.slice(2) ?? "";
    await signAssessment(w.ctx(w.as.physician), signed, "2026-11-20", 1, {}).catch(() => {});
    const rests = (await assessments(w))
      .filter(({ state }) => state === "signed")
      .map(({ pk }) => pk.slice(2));
    expect(rests).toEqual([signed]);
    const run = await undone(w, id);
    expect(run.undo).toMatchObject({ taken: 2, kept: [expect.any(Number)] });
    expect(await values(w, signed)).toHaveLength(1);
  });

  test("sets aside what it held back, unless a person has filed it since", async () => {
    const w = await world();
    const of = (serial: number) => ({
      document: { kind: "national-id", text: nationalId("1980-05-06", serial) } as const,
    });
    const she = await enrolled(w, { name: "欧阳若兰", ...of(102) });
    await enrolled(w, { name: "欧阳若男", ...of(104) });
    const bytes = bytesOf(row(102, "唐卫国", "6.4"), row(104, "唐卫东", "6.6"));
    const id = await take(w, bytes);
    const { waiting } = await heldList(as(w));
    expect(waiting).toHaveLength(2);
    const hers = waiting.find(({ name }) => name === "唐卫国")?.held.mark ?? "";
    await linkHeld(as(w), hers, { client: she.number });
    expect((await undone(w, id)).undo).toMatchObject({ taken: 1, kept: [2] });
    expect(await heldList(as(w))).toMatchObject({ total: 0, aside: [{ name: "唐卫东" }] });
    expect(await values(w, she.number)).toEqual(["2026-11-20 6.4"]);
    await take(w, bytes);
    expect((await heldList(as(w))).waiting.map(({ name }) => name)).toEqual(["唐卫东"]);
  });

  test("counts only what it took: a run that found everything there takes nothing with it", async () => {
    const w = await world();
    await take(w, three);
    w.clock.advance({ minutes: 1 });
    const second = await take(w, three);
    expect(await readImport(as(w), second)).toMatchObject({ applied: 0, unchanged: 3 });
    expect((await undone(w, second)).undo).toMatchObject({ taken: 0, kept: [] });
    expect(await assessments(w)).toHaveLength(3);
  });

  test("takes back exams of the day it ran on, though it was queued the day before", async () => {
    const w = await world({ start: "2026-11-20T15:50:00.000Z" });
    const { id } = await startImport(as(w), bytesOf(row(101, "方书涵", "5.2", "2026-11-21")), "night.csv");
    w.clock.advance({ minutes: 20 });
    await w.drain();
    expect(await readImport(as(w), id)).toMatchObject({ applied: 1 });
    expect((await undone(w, id)).undo).toMatchObject({ taken: 1, kept: [] });
    expect(await assessments(w)).toEqual([]);
  });

  test("sets aside what it held back a second time as well", async () => {
    const w = await world();
    const document = { kind: "national-id", text: nationalId("1980-05-06", 102) } as const;
    await enrolled(w, { name: "欧阳若兰", document });
    const bytes = bytesOf(row(102, "唐卫国", "6.4"));
    for (const run of [1, 2]) {
      const id = await take(w, bytes);
      expect(await heldList(as(w)), `run ${run}`).toMatchObject({ total: 1 });
      w.clock.advance({ minutes: 1 });
      expect((await undone(w, id)).undo).toMatchObject({ taken: 1, kept: [] });
      expect(await heldList(as(w)), `run ${run}`).toMatchObject({ total: 0, aside: [{ name: "唐卫国" }] });
      w.clock.advance({ minutes: 1 });
    }
  });

  test("goes in again when the file is taken in again", async () => {
    const w = await world();
    await undone(w, await take(w, three));
    const again = await take(w, three);
    expect(await readImport(as(w), again)).toMatchObject({ run: 2, state: "done", applied: 3 });
    expect(await assessments(w)).toHaveLength(3);
  });

  test("ends the same after a process that died half-way", async () => {
    const [calm, stormy] = [await world(), await world()];
    await undone(calm, await take(calm, three));
    const id = await take(stormy, three);
    await undoImport(as(stormy), id);
    stormy.faults.writesUntilDeath = 2;
    await expect(stormy.drain()).rejects.toBeInstanceOf(ProcessDied);
    stormy.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
    stormy.jobs.length = 0;
    stormy.clock.advance({ minutes: 20 });
    await stormy.all();
    expect(await readImport(as(stormy), id)).toMatchObject({ state: "undone", undo: { taken: 3, kept: [] } });
    const shape = async (w: World) =>
      (await files(w)).map(
        ({ sk, withdrawn }) => `${sk.replace(/CASE#.*/, "CASE")} ${withdrawn !== undefined}`,
      );
    expect(await shape(stormy)).toEqual(await shape(calm));
  });

  test("is refused a day after its end, while it is worked through, and to another centre", async () => {
    const w = await world();
    const { id } = await startImport(as(w), three, "export.csv");
    await expect(undoImport(as(w), id)).rejects.toMatchObject({ code: "Conflict" });
    await w.drain();
    const elsewhere = { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse;
    await expect(undoImport(w.ctx(elsewhere), id)).rejects.toMatchObject({ status: 404 });
    w.clock.advance({ hours: 25 });
    await expect(undoImport(as(w), id)).rejects.toMatchObject({ code: "Conflict" });
    expect(await assessments(w)).toHaveLength(3);
  });
});

describe("the same bytes brought by two centres", () => {
  test("are two runs: each centre has its own, and neither sees the other's", async () => {
    const w = await world();
    const there = w.ctx({ ...w.as.nurse, id: "nurse-elsewhere", centre: "centre-2" } as typeof w.as.nurse);
    const ours = await startImport(as(w), three, "ours.csv");
    const theirs = await startImport(there, three, "theirs.csv");
    expect([ours.centre, theirs.centre, theirs.name]).toEqual([ours.centre, "centre-2", "theirs.csv"]);
    expect((await startImport(as(w), three, "again.csv")).id).toBe(ours.id);
    await w.drain();
    const [here, elsewhere] = [await readImport(as(w), ours.id), await readImport(there, theirs.id)];
    expect([here.state, elsewhere.state]).toEqual(["done", "done"]);
    expect((await previewImport(as(w), three, "ours.csv")).before?.id).toBe(ours.id);
    expect((await previewImport(there, three, "theirs.csv")).before?.id).toBe(theirs.id);
  });
});
