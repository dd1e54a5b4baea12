import { describe, expect, test } from "vitest";
import {
  decideCodes,
  heldList,
  readCodes,
  receiveMessages,
  takeMessagesAgain,
  unlinkResults,
} from "../../shared/loop/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { fpg, hba1c, type OruOf, oru, type Said } from "../support/oru.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const hers = nationalId("1974-03-12", 122);
const glucose: Said = { code: fpg, value: "5.1" };
/** What this laboratory calls LDL cholesterol. */
const local: Said = { code: "X-1^坏胆固醇^L", value: "3.9" };
const other: Said = { code: "Z-9^没人认识^L", value: "1" };

async function start() {
  const w = await world();
  const she = await enrolled(w, { name: "林雅文" });
  return { w, she };
}
const send = async (w: World, of: OruOf, ...said: Said[]) =>
  (
    await receiveMessages(w.ctx(w.as.lis), new TextEncoder().encode(oru({ document: hers, ...of }, ...said)))
  ).join("");
const nurse = (w: World) => w.ctx(w.as.nurse);
const valuesOf = async (w: World, number: string) =>
  Object.fromEntries(
    Object.entries((await readResults(w.ctx(w.as.physician), number))[0]?.results ?? {}).map(
      ([item, { value }]) => [item, value],
    ),
  );
const ldl = { "X-1": { kind: "item", item: "LDLC", unit: "mmol/L" } } as const;

describe("a code nobody here knows", () => {
  test("is named in the answer as a warning, by its place and without its value, and in the log", async () => {
    const { w } = await start();
    const answer = await send(w, {}, glucose, local);
    expect(answer).toContain("MSA|AA|M1");
    const warnings = answer.split("\r").filter((segment) => segment.startsWith("ERR"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.split("|").slice(0, 5)).toEqual([
      "ERR",
      "",
      "OBX^2^3",
      "103^Table value not found",
      "W",
    ]);
    expect(warnings[0]).toContain("X-1");
    expect(answer).not.toContain("3.9");
    const taken = (await w.entries()).find(({ action }) => action === "message.taken");
    expect(taken?.refs).toMatchObject({ unknown: ["X-1"] });
  });

  test("is named too where nothing else is in the message, which is then refused", async () => {
    const { w } = await start();
    const answer = await send(w, {}, local);
    expect(answer).toContain("MSA|AE|M1");
    expect(answer).toMatch(/\|W\|.*X-1/);
    expect((await readCodes(nurse(w))).waiting).toBe(0);
  });

  test("once it is said what it means, its results come out of the messages that were kept, once", async () => {
    const { w, she } = await start();
    await send(w, {}, glucose, local, other);
    await send(w, { control: "M2", date: "20261021" }, glucose, local);
    expect((await readCodes(nurse(w))).open).toEqual([
      { code: "X-1", text: "坏胆固醇", messages: 2 },
      { code: "Z-9", text: "没人认识", messages: 1 },
    ]);
    await decideCodes(nurse(w), ldl);
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 2, waiting: 1 });
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.1, LDLC: 3.9 });
    const before = await w.dump();
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 0, waiting: 1 });
    expect(await w.dump()).toEqual(before);
    await decideCodes(nurse(w), { "Z-9": { kind: "unknown" } });
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 1, waiting: 0 });
    expect(await send(w, { control: "M3", date: "20261022" }, glucose, local, other)).not.toContain("ERR");
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.1, LDLC: 3.9 });
  });

  test("taken again undoes no correction that came meanwhile", async () => {
    const { w, she } = await start();
    await send(w, {}, { ...glucose, status: "C" }, local);
    await send(w, { control: "M2" }, { code: fpg, value: "5.6", status: "C" });
    await decideCodes(nurse(w), ldl);
    await takeMessagesAgain(nurse(w));
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.6, LDLC: 3.9 });
  });

  test("taken again late replaces no newer word that came in the meantime, known at once", async () => {
    const { w, she } = await start();
    await send(w, {}, glucose, local);
    await decideCodes(nurse(w), ldl);
    w.clock.advance({ minutes: 1 });
    await send(w, { control: "M2" }, { ...local, value: "2.4", status: "C" });
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.1, LDLC: 2.4 });
    w.clock.advance({ minutes: 1 });
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 1, waiting: 0 });
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.1, LDLC: 2.4 });
  });

  test("that cannot be read as it was decided waits on and says why, until it is decided anew", async () => {
    const { w, she } = await start();
    await send(w, {}, glucose, { ...local, value: "151", unit: "mmol/L" }, other);
    await decideCodes(nurse(w), ldl);
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 0, waiting: 1 });
    const { open } = await readCodes(nurse(w));
    expect(open.map(({ code, refused }) => [code, refused?.en.includes("impossible") ?? false])).toEqual([
      ["X-1", true],
      ["Z-9", false],
    ]);
    expect(JSON.stringify(open)).not.toContain("151");
    const before = await w.dump();
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 0, waiting: 1 });
    expect(await w.dump()).toEqual(before);
    await decideCodes(nurse(w), { "X-1": { kind: "unknown" }, "Z-9": { kind: "unknown" } });
    expect(await takeMessagesAgain(nurse(w))).toEqual({ taken: 1, waiting: 0 });
    expect(await valuesOf(w, she.number)).toEqual({ FPG: 5.1 });
  });

  test("of a message that proved to be somebody else's stays out of the file: it waits for a person", async () => {
    const { w, she } = await start();
    await send(w, { control: "M0" }, { code: hba1c, value: "5.2", unit: "%" });
    await send(w, {}, glucose, local);
    await unlinkResults(nurse(w), she.number, "2026-10-20", 2, { reason: "标本贴错" });
    await decideCodes(nurse(w), ldl);
    await takeMessagesAgain(nurse(w));
    expect(await valuesOf(w, she.number)).toEqual({ HBA1C: 5.2 });
    expect((await heldList(nurse(w))).waiting.map(({ held }) => held.reasons)).toContainEqual([
      "taken out before",
    ]);
  });

  test("is kept sealed: no name and no value of its message stands anywhere in the clear", async () => {
    const { w } = await start();
    const kept: string[] = [];
    const { put } = w.home.files;
    w.home.files.put = async (key, bytes) => {
      kept.push(new TextDecoder().decode(bytes));
      await put(key, bytes);
    };
    await send(w, {}, glucose, local);
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toMatch(/林|3\.9|19740312/);
  });

  test("a meaning that cannot be is refused by its code", async () => {
    const { w } = await start();
    for (const meaning of [
      { kind: "item", item: "NOTHING", unit: "" },
      { kind: "item", item: "LDLC", unit: "furlong" },
    ] as const)
      await expect(decideCodes(nurse(w), { "X-1": meaning })).rejects.toMatchObject({
        problems: [{ field: "X-1" }],
      });
  });
});
