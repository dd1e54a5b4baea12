import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assessmentOf,
  countersignAssessment,
  countersignRules,
  reviewQueue,
  secondQueue,
  secondSignatureFor,
  shippedBook,
} from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import {
  amendAssessment,
  openFile,
  receiveResults,
  releaseReport,
  signAssessment,
  timelineOf,
} from "../../shared/loop/index.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
type Value = [value: number | string, unit: string];

async function examined(w: World, values: Record<string, Value>): Promise<string> {
  const { number } = await enrolled(w);
  const results = Object.entries(values).map(([item, [value, unit]]) => ({ item, value, unit }));
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
  return number;
}

async function signed(w: World, values: Record<string, Value> = { LDLC: [5.2, "mmol/L"] }): Promise<string> {
  const number = await examined(w, values);
  await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
  return number;
}

const kept = async (w: World, number: string, version = 1) => assessmentOf(w.ctx(), number, day, version);
const second = (w: World, number: string, actor: Actor = w.as.otherPhysician, version = 1) =>
  countersignAssessment(w.ctx(actor), number, day, version);
const release = (w: World, number: string, version = 1) =>
  releaseReport(w.ctx(w.as.physician), number, day, version);

describe("a report that needs two signatures", () => {
  test("turns the loop with the first, and reaches the client only after the second", async () => {
    const w = await world();
    const number = await signed(w);
    expect((await followUpsOf(w.ctx(), number)).length).toBeGreaterThan(0);
    expect(await secondQueue(w.ctx(w.as.otherPhysician))).toMatchObject([
      { client: { number }, state: "signed", signedBy: { name: "周志远" } },
    ]);
    expect(await reviewQueue(w.ctx(w.as.otherPhysician))).toEqual([]);
    await expect(release(w, number)).rejects.toMatchObject({
      code: "Conflict",
      sentence: { en: expect.stringContaining("second physician") },
    });
    await second(w, number);
    await second(w, number);
    expect(await secondQueue(w.ctx(w.as.physician))).toEqual([]);
    await release(w, number);
    const { assessment } = await openFile(w.ctx(w.as.client(number)), number);
    expect(assessment).toMatchObject({
      signedBy: { id: "physician-1", rank: "chief" },
      second: { because: ["class-b"], by: { id: "physician-2", rank: "associate-chief" } },
    });
    const log = (await w.entries()).filter(({ action }) => action === "assessment.countersigned");
    expect(log).toMatchObject([{ by: { id: "physician-2" }, refs: { date: day, version: 1 } }]);
    expect(JSON.stringify(log)).not.toContain("class");
  });

  test("takes the second from no one of a lower title, from no nurse, and from nobody of another centre", async () => {
    const w = await world();
    const number = await signed(w);
    const before = await w.dump();
    for (const actor of [w.as.attending, w.as.nurse, w.as.manager])
      await expect(second(w, number, actor)).rejects.toMatchObject({ code: "NotAllowed" });
    const stranger = { ...w.as.otherPhysician, centre: "centre-2" } as Actor;
    await expect(second(w, number, stranger)).rejects.toMatchObject({ code: "NotFound" });
    await expect(second(w, number, w.as.physician)).rejects.toMatchObject({ code: "Unprocessable" });
    expect(await w.dump()).toEqual(before);
  });

  test("needs both anew once it is amended; the version that was replaced takes no further signature", async () => {
    const w = await world();
    const number = await signed(w);
    await amendAssessment(w.ctx(w.as.otherPhysician), number, day);
    await signAssessment(w.ctx(w.as.otherPhysician), number, day, 2, { reason: "措辞更正" });
    await expect(second(w, number)).rejects.toMatchObject({ code: "Conflict" });
    await expect(second(w, number, w.as.otherPhysician, 2)).rejects.toMatchObject({ code: "Unprocessable" });
    await expect(release(w, number, 2)).rejects.toMatchObject({ code: "Conflict" });
    await second(w, number, w.as.physician, 2);
    await release(w, number, 2);
    expect(await kept(w, number, 2)).toMatchObject({
      signedBy: { id: "physician-2" },
      second: { by: { id: "physician-1" } },
    });
  });

  test("never has the same hand twice, whoever presses what, in whatever order and how often at once", async () => {
    const w = await world();
    const hands = { first: w.as.physician, other: w.as.otherPhysician } as const;
    const third: Actor = { ...w.as.otherPhysician, id: "physician-4", name: "郑凯" } as Actor;
    const presses = fc.array(
      fc.record({
        who: fc.constantFrom(hands.first, hands.other, third),
        does: fc.constantFrom("sign", "second", "release"),
        at: fc.constantFrom("once", "together"),
      }),
      { minLength: 4, maxLength: 12 },
    );
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(presses, async (pressed) => {
        serial += 1;
        const { number } = await enrolled(w, {
          document: { kind: "passport", text: `E${10_000_000 + serial}` },
          birthDate: "1980-02-02",
          sex: "female",
          contacts: {},
          notADuplicate: true,
        } as never);
        const results = [{ item: "LDLC", value: 5.2, unit: "mmol/L" }];
        await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
        const press = async ({ who, does }: (typeof pressed)[number]) => {
          const ctx = w.ctx(who);
          const done =
            does === "sign"
              ? signAssessment(ctx, number, day, 1, {})
              : does === "second"
                ? countersignAssessment(ctx, number, day, 1)
                : releaseReport(ctx, number, day, 1);
          await done.catch((error) => expect(error).toHaveProperty("code"));
        };
        const waiting: Promise<void>[] = [];
        for (const one of pressed) {
          const running = press(one);
          if (one.at === "once") await running;
          else waiting.push(running);
        }
        await Promise.all(waiting);
        const { signedBy, second: by, releasedAt } = (await kept(w, number)) ?? {};
        if (by?.by) expect(by.by.id).not.toBe(signedBy?.id);
        if (releasedAt) expect(by?.at && by.at <= releasedAt).toBe(true);
        const signatures = (await timelineOf(w.ctx(), number)).filter(({ action }) =>
          ["assessment.signed", "assessment.countersigned"].includes(action),
        );
        expect(new Set(signatures.map(({ by: hand }) => hand.id)).size).toBe(signatures.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe("whether a report needs two signatures", () => {
  test.each<[string, Record<string, Value>, string[]]>([
    ["nothing of note", { SBP: [128, "mm[Hg]"], FPG: [5.1, "mmol/L"] }, []],
    ["a value of class A", { K: [6.8, "mmol/L"] }, ["class-a", "important-words"]],
    ["a value of class B", { LDLC: [5.2, "mmol/L"] }, ["class-b"]],
    ["a value of class B only where it is new", { HBA1C: [6.6, "%"] }, []],
    ["a reactive sensitive test", { HBSAG: ["positive", ""] }, ["sensitive"]],
    ["a mass on ultrasound", { MASSABD: ["liver", ""] }, ["important-words", "imaging"]],
    ["a benign nodule", { CTIRADS: ["2", ""] }, []],
  ])("is asked by the rules of what was found: %s", async (_, values, because) => {
    const w = await world();
    const number = await signed(w, values);
    expect((await kept(w, number))?.second?.because ?? []).toEqual(because);
    if (!because.length) await release(w, number);
  });

  test("is a matter of data: other rules ask for another title, or for nothing", () => {
    const exam = {
      findings: [],
      results: { K: { value: 6.8, unit: "mmol/L", date: day } },
      sensitive: [],
      list: shippedBook.importantFor(day),
      who: { sex: "female", age: 50 },
    } as const;
    const [rule] = countersignRules as [(typeof countersignRules)[number]];
    expect(secondSignatureFor([], exam)).toBeUndefined();
    expect(secondSignatureFor([{ ...rule, rank: "chief" }], exam)).toEqual({
      because: ["class-a"],
      rank: "chief",
    });
    expect(countersignRules.every(({ status }) => status === "needs sign-off")).toBe(true);
  });
});
