import { describe, expect, test } from "vitest";
import { readAssessment, reviewAssessment, reviewQueue } from "../../shared/assessment/index.ts";
import { amendAssessment, discardAmendment, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import { type World, world } from "../support/world.ts";
import { examDay, examined, followed, waiting } from "../web/examined.ts";

const reason = "复核原始记录后更正血压读数。";
const words = {
  zh: "血压偏高，建议一周内复测。",
  en: "Blood pressure is high; measure again within a week.",
};

const sign = (w: World, client: string, version: number, more: object = {}) =>
  signAssessment(w.ctx(w.as.physician), client, examDay, version, more);
const read = async (w: World, client: string) => readAssessment(w.ctx(w.as.physician), client, examDay);

describe("an amendment", () => {
  test("is opened by a physician beside the signed version, with the words that were signed", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await sign(w, number, 1, { conclusion: words });
    expect(await amendAssessment(w.ctx(w.as.attending), number, examDay)).toEqual({ version: 2 });
    const { assessment, versions } = await read(w, number);
    expect(assessment).toMatchObject({ version: 2, state: "in review", conclusion: words });
    expect(versions.map(({ state }) => state)).toEqual(["in review", "signed"]);
  });

  test("that is asked for ten times at once is one further version", async () => {
    const w = await world();
    const { number } = await followed(w);
    const ask = () => amendAssessment(w.ctx(w.as.physician), number, examDay);
    expect(await Promise.all(Array.from({ length: 10 }, ask))).toEqual(Array(10).fill({ version: 2 }));
    expect((await read(w, number)).versions).toHaveLength(2);
  });

  test("is of something signed: before, the words are simply edited", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const ctx = w.ctx(w.as.physician);
    await expect(amendAssessment(ctx, number, examDay)).rejects.toMatchObject({ code: "Conflict" });
    await expect(amendAssessment(ctx, number, "2026-01-05")).rejects.toMatchObject({ code: "NotFound" });
    await expect(amendAssessment(w.ctx(w.as.nurse), number, examDay)).rejects.toMatchObject({
      code: "NotAllowed",
    });
  });

  test.each([undefined, "", " x ", "字".repeat(301)])(
    "is signed with its reason, 2 to 300 characters, or not at all: %j",
    async (given) => {
      const w = await world();
      const { number } = await followed(w);
      await examined(w, number, { LDLC: 5.2 });
      const before = await w.dump();
      const refused = sign(w, number, 2, given === undefined ? {} : { reason: given });
      await expect(refused).rejects.toMatchObject({ code: "InvalidInput", problems: [{ field: "reason" }] });
      expect(await w.dump()).toEqual(before);
    },
  );

  test("keeps its reason for the staff and, once it is released, for the client", async () => {
    const w = await world();
    const { number } = await followed(w);
    await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
    await amendAssessment(w.ctx(w.as.physician), number, examDay);
    await sign(w, number, 2, { reason: `  ${reason} ` });
    const seen = (await read(w, number)).versions;
    expect(seen).toMatchObject([
      { version: 2, state: "signed", reason },
      { version: 1, state: "superseded" },
    ]);
    expect(seen[1]).not.toHaveProperty("reason");
    const hers = () => readAssessment(w.ctx(w.as.client(number)), number);
    expect(JSON.stringify(await hers())).not.toContain(reason);
    await releaseReport(w.ctx(w.as.physician), number, examDay, 2);
    expect(await hers()).toMatchObject({
      assessment: { version: 2, reason },
      versions: [{ version: 2, reason }, { version: 1 }],
    });
  });

  test("leaves what the findings set in motion as it was, where they are the same", async () => {
    const w = await world();
    const { number } = await followed(w);
    const before = await followUpsOf(w.ctx(), number);
    await amendAssessment(w.ctx(w.as.physician), number, examDay);
    await sign(w, number, 2, { reason });
    const ids = (all: typeof before) => all.map(({ id, state }) => `${id} ${state}`).sort();
    expect(ids(await followUpsOf(w.ctx(), number))).toEqual(ids(before));
  });

  test("opened by mistake is discarded: the signed version stands, and nothing waits for anybody", async () => {
    const w = await world();
    const { number } = await followed(w);
    const before = (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#ASM"));
    const attending = w.ctx(w.as.attending);
    await amendAssessment(attending, number, examDay);
    await discardAmendment(attending, number, examDay, 2);
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("FILE#ASM"))).toEqual(before);
    expect(await reviewQueue(attending)).toEqual([]);
    await expect(discardAmendment(attending, number, examDay, 1)).rejects.toMatchObject({ code: "Conflict" });
    await expect(discardAmendment(attending, number, examDay, 2)).rejects.toMatchObject({ code: "NotFound" });
    expect(await amendAssessment(attending, number, examDay)).toEqual({ version: 2 });
    await sign(w, number, 2, { reason });
  });

  test("in which results are new is not discarded, nor an exam nobody has signed", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const physician = w.ctx(w.as.physician);
    const discarded = (version: number) => discardAmendment(physician, number, examDay, version);
    await expect(discarded(1)).rejects.toMatchObject({ code: "Conflict" });
    await sign(w, number, 1);
    w.clock.advance({ minutes: 1 });
    await amendAssessment(physician, number, examDay);
    await examined(w, number, { LDLC: 5.2 });
    const before = await w.dump();
    await expect(discarded(2)).rejects.toMatchObject({ code: "Conflict" });
    expect(await w.dump()).toEqual(before);
  });

  test("needs no reason the first time, and keeps none that was given", async () => {
    const w = await world();
    const { number } = await waiting(w);
    expect(await sign(w, number, 1, { reason })).not.toHaveProperty("reason");
  });
});

describe("two physicians at once", () => {
  test("the second who saves words on what the first has changed is told, and nothing of the first is lost", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const seen = (await read(w, number)).assessment.v;
    const save = (actor: typeof w.as.physician, zh: string) =>
      reviewAssessment(w.ctx(actor), number, examDay, 1, { zh, seen });
    const outcomes = await Promise.allSettled([save(w.as.physician, "甲"), save(w.as.attending, "乙")]);
    const kept = outcomes.filter(({ status }) => status === "fulfilled");
    expect(kept).toHaveLength(1);
    const lost = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "Conflict" });
    const { assessment } = await read(w, number);
    expect(assessment.conclusion?.zh).toBe(outcomes[0]?.status === "fulfilled" ? "甲" : "乙");
    expect(assessment.v).toBe(seen + 1);
  });

  test("nobody signs over words that changed meanwhile", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const seen = (await read(w, number)).assessment.v;
    await reviewAssessment(w.ctx(w.as.attending), number, examDay, 1, { zh: "请先复测。", seen });
    await expect(sign(w, number, 1, { conclusion: words, seen })).rejects.toMatchObject({ code: "Conflict" });
    await sign(w, number, 1, { conclusion: words, seen: seen + 1 });
    expect((await read(w, number)).assessment).toMatchObject({ state: "signed", conclusion: words });
  });
});
