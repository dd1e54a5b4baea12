import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import type { Client } from "../../shared/clients/index.ts";
import { addDays } from "../../shared/kernel/time.ts";
import {
  type HeldLine,
  heldList,
  linkHeld,
  putBack,
  readHeld,
  receiveMessages,
  receiveResults,
  setAside,
  unlinkHeld,
  unlinkResults,
} from "../../shared/loop/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { fpg, hba1c, type OruOf, oru, type Said } from "../support/oru.ts";
import { enrolled, nationalId } from "../support/people.ts";
import "../support/properties.ts";
import { type World, world } from "../support/world.ts";

const hers = nationalId("1974-03-12", 122);
const twins = nationalId("1974-03-12", 124);
const day = "2026-10-20";
const reason = { reason: "标本贴错" };

const nurse = (w: World) => w.ctx(w.as.nurse);

/** Sends a message, a minute after the one before. */
async function send(w: World, of: OruOf, ...said: Said[]): Promise<string> {
  w.clock.advance({ minutes: 1 });
  const [answer = ""] = await receiveMessages(
    w.ctx(w.as.lis),
    new TextEncoder().encode(oru({ document: hers, ...of }, ...said)),
  );
  return answer;
}

/** A message under her id with a name that is not hers: it waits. */
const sendUnsure = (w: World, control: string, ...said: Said[]) =>
  send(w, { control, name: "林^雅雯" }, ...said);

async function start() {
  const w = await world();
  return { w, she: await enrolled(w, { name: "林雅文" }) };
}

const waiting = async (w: World): Promise<string[]> => {
  const { waiting } = await heldList(nurse(w));
  return waiting.toSorted((a, b) => a.held.at.localeCompare(b.held.at)).map(({ held }) => held.mark);
};

const valueIn = async (w: World, { number }: Client, item = "FPG") =>
  (await readResults(w.ctx(w.as.physician), number)).find(({ date }) => date === day)?.results[item]?.value;

const glucose = (value: string, status?: Said["status"]): Said => ({
  code: fpg,
  value,
  ...(status && { status }),
});
const a1c = (value: string): Said => ({ code: hba1c, value, unit: "%" });

describe("results that waited and are linked after newer ones came", () => {
  test("replace no newer word; what stayed out is named, and the rest goes in", async () => {
    const { w, she } = await start();
    await sendUnsure(w, "OLD", glucose("7.6"), a1c("7.1"));
    await send(w, { control: "NEW" }, glucose("5.4", "C"));
    const [mark = ""] = await waiting(w);
    const held = await linkHeld(nurse(w), mark, { client: she.number });
    expect(held.linked?.older).toEqual(["FPG"]);
    expect(await valueIn(w, she)).toBe(5.4);
    expect(await valueIn(w, she, "HBA1C")).toBe(7.1);
  });

  test("end the same whichever of two is linked first", async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { w, she } = await start();
      await sendUnsure(w, "OLD", glucose("7.6"));
      await sendUnsure(w, "NEW", glucose("5.4", "C"));
      const marks = await waiting(w);
      for (const at of order) await linkHeld(nurse(w), marks[at] ?? "", { client: she.number });
      expect(await valueIn(w, she)).toBe(5.4);
    }
  });

  test("a final result that waited replaces a preliminary one that came after it", async () => {
    const { w, she } = await start();
    await sendUnsure(w, "FINAL", glucose("7.6"));
    await send(w, { control: "EARLY" }, glucose("5.4", "P"));
    await linkHeld(nurse(w), (await waiting(w))[0] ?? "", { client: she.number });
    expect(await valueIn(w, she)).toBe(7.6);
  });

  test("a value its sender took back stays back, though the taking back was linked first", async () => {
    const { w, she } = await start();
    await sendUnsure(w, "VALUE", glucose("7.6"), a1c("7.1"));
    await sendUnsure(w, "BACK", glucose("", "D"));
    const [value = "", back = ""] = await waiting(w);
    await linkHeld(nurse(w), back, { client: she.number });
    expect(await readResults(w.ctx(w.as.physician), she.number)).toEqual([]);
    expect((await linkHeld(nurse(w), value, { client: she.number })).linked?.older).toEqual(["FPG"]);
    expect(await valueIn(w, she)).toBeUndefined();
    expect(await valueIn(w, she, "HBA1C")).toBe(7.1);
  });

  test("leave the file as if each had gone in when it came, whichever waited and whatever was linked first", {
    timeout: 60_000,
  }, async () => {
    const { w, she } = await start();
    const twin = await enrolled(w, { name: "林雅雯", document: { kind: "national-id", text: twins } });
    let days = 0;
    let control = 0;
    const tell = async (document: string, name: string, date: string, said: Said) => {
      const of = { document, name, date: date.replaceAll("-", ""), control: `P${control++}` };
      await receiveMessages(w.ctx(w.as.lis), new TextEncoder().encode(oru(of, said)));
    };
    const on = async (number: string, date: string) =>
      (await readResults(w.ctx(w.as.physician), number)).find((one) => one.date === date)?.results["FPG"]
        ?.value;
    const word = fc.record({
      status: fc.constantFrom("F", "C", "D" as const),
      waits: fc.boolean(),
      rank: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 4 }), async (words) => {
        const date = addDays("2025-01-01", days++);
        const ranks = new Map<string, number>();
        for (const [at, { status, waits, rank }] of words.entries()) {
          w.clock.advance({ minutes: 1 });
          const said = glucose(status === "D" ? "" : `${5 + at / 10}`, status);
          await tell(hers, "林^雅文", date, said);
          const before = new Set(await waiting(w));
          await tell(twins, waits ? "王^芳" : "林^雅雯", date, said);
          for (const mark of await waiting(w)) if (!before.has(mark)) ranks.set(mark, rank);
        }
        const inAnyOrder = [...ranks].sort(([, a], [, b]) => a - b);
        for (const [mark] of inAnyOrder) await linkHeld(nurse(w), mark, { client: twin.number });
        expect(await on(twin.number, date)).toBe(await on(she.number, date));
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 6) },
    );
  });

  test("a held row that differs in comparator, unit or status alone is held beside the first, and counts", async () => {
    const { w } = await start();
    await sendUnsure(w, "1", glucose("7.6"));
    await sendUnsure(w, "2", glucose("7.6"));
    expect(await waiting(w)).toHaveLength(1);
    await sendUnsure(w, "3", glucose("7.6", "C"));
    await sendUnsure(w, "4", { ...glucose(">^7.6"), type: "SN" });
    expect(await waiting(w)).toHaveLength(3);
  });
});

describe("results taken out of a file as somebody else's", () => {
  async function takenOut() {
    const { w, she } = await start();
    await send(w, { control: "M1" }, glucose("7.6"), a1c("7.1"));
    const { mark } = await unlinkResults(nurse(w), she.number, day, 1, reason);
    return { w, she, mark };
  }

  test("do not come back under another control id: they wait, and say why", async () => {
    const { w, she, mark } = await takenOut();
    expect(await send(w, { control: "M2" }, glucose("7.6"), a1c("7.1"))).toContain("MSA|AA");
    expect(await valueIn(w, she)).toBeUndefined();
    const lines: HeldLine[] = (await heldList(nurse(w))).waiting;
    expect(lines.map(({ held }) => held.reasons)).toEqual(
      expect.arrayContaining([["taken out"], ["taken out before"]]),
    );
    const [again] = lines.filter(({ held }) => held.mark !== mark);
    await linkHeld(nurse(w), again?.held.mark ?? "", { client: she.number });
    expect(await valueIn(w, she)).toBe(7.6);
  });

  test("do not come back without a document either", async () => {
    const { w, she } = await start();
    await send(w, { control: "M0" }, a1c("7.1"));
    await send(w, { control: "M1", document: "" }, glucose("7.6"));
    expect(await valueIn(w, she)).toBe(7.6);
    await unlinkResults(nurse(w), she.number, day, 2, reason);
    await send(w, { control: "M2", document: "" }, glucose("7.6"));
    expect(await valueIn(w, she)).toBeUndefined();
  });

  test("leave the door open for what is hers: another value goes in by itself", async () => {
    const { w, she } = await takenOut();
    await send(w, { control: "M2" }, glucose("5.4"));
    expect(await valueIn(w, she)).toBe(5.4);
  });

  test("carry a taking back along: in the right file it takes the value back, in the wrong one it counts again", async () => {
    const { w, she } = await start();
    const other = await enrolled(w, { name: "林雅雯", document: { kind: "national-id", text: twins } });
    for (const document of [hers, twins])
      await send(
        w,
        { control: `F-${document}`, document, name: document === hers ? "林^雅文" : "林^雅雯" },
        glucose("25.1"),
      );
    await send(w, { control: "BACK" }, glucose("", "D"));
    expect(await valueIn(w, she)).toBeUndefined();
    const { mark } = await unlinkResults(nurse(w), she.number, day, 2, reason);
    expect(await valueIn(w, she)).toBe(25.1);
    const cases = (await w.dump()).filter(
      ({ pk, sk }) => pk === `C#${she.number}` && sk.startsWith("FILE#CASE#"),
    );
    expect(
      cases.map(({ seen }) => (seen as { limit?: object }[]).map(({ limit }) => limit !== undefined)),
    ).toEqual([[true, false, true]]);
    expect((await readHeld(nurse(w), mark)).row.results).toMatchObject([{ item: "FPG", status: "deleted" }]);
    await linkHeld(nurse(w), mark, { client: other.number });
    expect(await valueIn(w, other)).toBeUndefined();
  });

  test("keep their own time: linked to the right file they replace nothing that was typed since they came", async () => {
    const { w, she } = await start();
    const other = await enrolled(w, { name: "林雅雯", document: { kind: "national-id", text: twins } });
    await send(w, { control: "M1" }, glucose("7.6"));
    w.clock.advance({ minutes: 1 });
    const typed = [{ item: "FPG", value: 5.4, unit: "mmol/L" }];
    await receiveResults(nurse(w), other.number, { date: day, results: typed, from: { source: "desk" } });
    w.clock.advance({ minutes: 1 });
    const { mark } = await unlinkResults(nurse(w), she.number, day, 1, reason);
    expect((await linkHeld(nurse(w), mark, { client: other.number })).linked?.older).toEqual(["FPG"]);
    expect(await valueIn(w, other)).toBe(5.4);
  });
});

describe("the list of what waits", () => {
  test("comes in pages that leave nobody out and count everybody", async () => {
    const { w } = await start();
    for (let n = 0; n < 7; n++) await sendUnsure(w, `M${n}`, glucose(`7.${n}`));
    const seen: string[] = [];
    let from: string | undefined;
    do {
      const page = await heldList(nurse(w), from, 3);
      expect([page.total, page.before]).toEqual([7, seen.length]);
      seen.push(...page.waiting.map(({ held }) => held.mark));
      from = page.next;
    } while (from);
    expect(new Set(seen).size).toBe(7);
    await setAside(nurse(w), seen[2] ?? "", reason);
    expect(await heldList(nurse(w), undefined, 3)).toMatchObject({ total: 6, before: 0 });
  });

  test("names nobody of another centre, not even by what differs", async () => {
    const { w, she } = await start();
    await receiveMessages(
      w.ctx({ ...w.as.lis, centre: "centre-2" } as typeof w.as.lis),
      new TextEncoder().encode(oru({ document: hers, name: "王^芳" }, glucose("7.6"))),
    );
    const there = { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse;
    const answer = await create(w.home).request("/api/quarantine", {
      headers: { authorization: `Bearer ${await w.token(there)}` },
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ waiting: [{ client: "", reasons: ["another centre"] }] });
    expect(text).not.toContain(she.number);
  });
});

describe("setting aside", () => {
  test("needs a reason, is undone, and is refused for what is filed", async () => {
    const { w, she } = await start();
    await sendUnsure(w, "M1", glucose("7.6"));
    const [mark = ""] = await waiting(w);
    await expect(setAside(nurse(w), mark, { reason: " " })).rejects.toMatchObject({ code: "InvalidInput" });
    await setAside(nurse(w), mark, reason);
    expect(await waiting(w)).toEqual([]);
    expect((await heldList(nurse(w))).aside).toMatchObject([{ held: { aside: reason } }]);
    await expect(linkHeld(nurse(w), mark, { client: she.number })).rejects.toMatchObject({
      code: "Conflict",
    });
    await putBack(nurse(w), mark);
    expect(await waiting(w)).toEqual([mark]);
    await linkHeld(nurse(w), mark, { client: she.number });
    await expect(setAside(nurse(w), mark, reason)).rejects.toMatchObject({ code: "Conflict" });
    await unlinkHeld(nurse(w), mark, reason);
    expect((await readHeld(nurse(w), mark)).held.history.map(({ act }) => act)).toEqual([
      "held",
      "set aside",
      "put back",
      "linked",
      "unlinked",
    ]);
  });

  test("the same words again are not held again", async () => {
    const { w } = await start();
    await sendUnsure(w, "M1", glucose("7.6"));
    await setAside(nurse(w), (await waiting(w))[0] ?? "", reason);
    await sendUnsure(w, "M2", glucose("7.6"));
    expect(await heldList(nurse(w))).toMatchObject({ total: 0, aside: [{}] });
  });
});
