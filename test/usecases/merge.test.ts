import { describe, expect, test } from "vitest";
import { reviewAssessment, verificationCode, verifyReport } from "../../shared/assessment/index.ts";
import { type Client, clientOf, findClients } from "../../shared/clients/index.ts";
import {
  bookExam,
  continueMerge,
  discardAmendment,
  heldList,
  linkHeld,
  mergeFiles,
  openFile,
  readHeld,
  recallReport,
  receiveMessages,
  receiveResults,
  signAssessment,
  timelineOf,
  undoMerge,
  unlinkHeld,
} from "../../shared/loop/index.ts";
import { cyclesOf, followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { fpg, oru } from "../support/oru.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

const lipids = (LDLC: number) => ({ LDLC, TC: 5.0, TG: 1.2, HDLC: 1.4 });

/** The same woman twice: once by her id, once by her passport. */
async function twice(w: World): Promise<{ keep: Client; gone: Client }> {
  const keep = await enrolled(w);
  const gone = await enrolled(w, {
    document: { kind: "passport", text: "E12345678" },
    sex: "female",
    birthDate: "1974-03-12",
    notADuplicate: true,
    contacts: { email: "lin@example.org" },
    consents: ["marketing"],
    health: { smoking: "former" },
  });
  return { keep, gone };
}

async function examined(
  w: World,
  client: Client,
  date: string,
  values: Record<string, number>,
): Promise<void> {
  const results = Object.entries(values).map(([item, value]) => ({
    item,
    value,
    unit: catalogueItem(item)?.unit ?? "",
  }));
  await receiveResults(w.ctx(w.as.physician), client.number, { date, results, from: { source: "test" } });
}

const signed = (w: World, client: Client, date: string) =>
  signAssessment(w.ctx(w.as.physician), client.number, date, 1, {});

const merge = (w: World, keep: Client, gone: Client, ctx = w.ctx(w.as.manager)) =>
  mergeFiles(ctx, keep.number, { gone: gone.number, reason: "同一人两份证件", samePerson: true });

const openOf = async (w: World, client: Client) =>
  (await followUpsOf(w.ctx(), client.number))
    .filter(isOpen)
    .map(({ concern, rule, openedBy, overdueAfter }) => ({
      concern,
      rule,
      from: openedBy.date,
      overdueAfter,
    }))
    .sort((a, b) => a.concern.localeCompare(b.concern));

/** Everything of the two files but versions, the journal, search terms and the log. */
async function whatTheyHold(w: World, ...clients: Client[]) {
  const numbers = clients.map(({ number }) => `C#${number}`);
  return (await w.dump())
    .filter(({ pk, sk }) => numbers.includes(pk) && !sk.startsWith("MERGE#") && sk !== "TERMS")
    .map(({ v: _v, ...item }) => item);
}

describe("two files of one person", () => {
  test("become one: what either knew, one line a concern, turns in order, nothing left behind", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { ...lipids(3.6), UA: 450 });
    await signed(w, gone, "2026-05-10");
    await examined(w, keep, "2026-11-02", { LDLC: 4.6 });
    await signed(w, keep, "2026-11-02");
    const before = (await openFile(w.ctx(w.as.healthManager), gone.number)).exams.length;
    expect(await merge(w, keep, gone)).toMatchObject({ state: "merged" });

    const file = await openFile(w.ctx(w.as.healthManager), keep.number);
    expect(file.exams.map(({ date }) => date)).toEqual(["2026-11-02", "2026-05-10"]);
    expect(before).toBe(1);
    expect(file.client).toMatchObject({
      formerly: [gone.number],
      contacts: { phone: "+8613800138000", email: "lin@example.org" },
      health: { smoking: "former" },
      consents: { care: { given: true }, marketing: { given: true } },
    });
    expect(await openOf(w, keep)).toEqual([
      { concern: "lipids", rule: "lipid-high", from: "2026-11-02", overdueAfter: "2026-11-06" },
      { concern: "urate", rule: "urate-high", from: "2026-05-10", overdueAfter: "2026-11-06" },
    ]);
    expect(
      (await cyclesOf(w.ctx(), keep.number)).map(({ number, state, openedBy }) => [
        number,
        state,
        openedBy.date,
      ]),
    ).toEqual([
      [1, "closed", "2026-05-10"],
      [2, "open", "2026-11-02"],
    ]);
    const left = (await w.dump()).filter(({ pk }) => pk === `C#${gone.number}`).map(({ sk }) => sk);
    expect(left.filter((sk) => !/^(ALIAS|MERGED#|TERMS)/.test(sk))).toEqual([]);
    expect(await clientOf(w.ctx(), gone.number)).toBeUndefined();
    const acts = (await timelineOf(w.ctx(), keep.number, 100, file.client.formerly)).map(
      ({ action }) => action,
    );
    expect(acts.filter((act) => act === "assessment.signed")).toHaveLength(2);
  });

  test("an exam of the one file ends what the other had asked for", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { UA: 450 });
    await signed(w, gone, "2026-05-10");
    await examined(w, keep, "2026-10-02", { UA: 350 });
    await signed(w, keep, "2026-10-02");
    await merge(w, keep, gone);
    expect(await openOf(w, keep)).toEqual([]);
    expect((await followUpsOf(w.ctx(), keep.number))[0]).toMatchObject({
      state: "done",
      closed: { evidence: { items: ["UA"], date: "2026-10-02" } },
    });
  });

  test("halves of one exam are assessed together, by a version of their own where one is signed", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, keep, "2026-11-20", { UA: 350 });
    await signed(w, keep, "2026-11-20");
    await examined(w, gone, "2026-11-20", lipids(4.6));
    await merge(w, keep, gone);
    const { exams, assessments } = await openFile(w.ctx(w.as.physician), keep.number);
    expect(exams[0]?.results).toMatchObject({ UA: { value: 350 }, LDLC: { value: 4.6 } });
    expect(assessments.map(({ version, state }) => [version, state])).toEqual([
      [2, "proposed"],
      [1, "signed"],
    ]);
  });

  test("are taken apart again: each holds what it held, and what came since stays", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { ...lipids(3.6), UA: 450 });
    await signed(w, gone, "2026-05-10");
    await examined(w, keep, "2026-11-02", { LDLC: 4.6, UA: 430 });
    await signed(w, keep, "2026-11-02");
    const before = await whatTheyHold(w, keep, gone);
    const { id } = await merge(w, keep, gone);
    const undone = await undoMerge(w.ctx(w.as.manager), keep.number, id, { reason: "核对后并非同一人" });
    expect(undone).toMatchObject({ state: "undone" });
    expect(await whatTheyHold(w, keep, gone)).toEqual(before);
    await w.project();
    expect((await findClients(w.ctx(), gone.number)).map(({ number }) => number)).toEqual([gone.number]);
  });

  test("taken apart after a month: what either was since then is kept, nothing open is without its follow-up", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { UA: 450 });
    await signed(w, gone, "2026-05-10");
    const { id } = await merge(w, keep, gone);
    await examined(w, keep, "2026-11-20", { UA: 350 });
    expect(await openOf(w, keep)).toEqual([]);
    await signed(w, keep, "2026-11-20");
    await undoMerge(w.ctx(w.as.manager), keep.number, id, { reason: "并非同一人" });
    expect(await openOf(w, gone)).toMatchObject([{ concern: "urate", from: "2026-05-10" }]);
    expect(await openOf(w, keep)).toEqual([]);
    expect(
      (await cyclesOf(w.ctx(), keep.number)).map(({ number, openedBy }) => [number, openedBy.date]),
    ).toEqual([[1, "2026-11-20"]]);
  });

  test("a crash before or after any write leaves a merge that the sweep finishes as if nothing had been", async () => {
    const whole = await story();
    for (let writes = 0; writes < 40; writes++) {
      const told = await story(writes);
      expect(told.held, `after ${writes} writes`).toEqual(whole.held);
      if (!told.died) return;
    }
    throw new Error("the merge has more writes than were tried");

    async function story(writes = Number.POSITIVE_INFINITY) {
      const w = await world();
      const { keep, gone } = await twice(w);
      await examined(w, gone, "2026-05-10", { ...lipids(3.6), UA: 450 });
      await signed(w, gone, "2026-05-10");
      await examined(w, keep, "2026-11-02", { LDLC: 4.6 });
      await signed(w, keep, "2026-11-02");
      w.faults.writesUntilDeath = writes;
      const died = await merge(w, keep, gone).then(
        () => false,
        (error) => error instanceof ProcessDied,
      );
      w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
      if (died && writes === 0) await merge(w, keep, gone);
      w.clock.advance({ minutes: 11 });
      await w.tick();
      await w.drain();
      return { died, held: await openOf(w, keep) };
    }
  });

  test("two at once are one merge", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { UA: 450 });
    await signed(w, gone, "2026-05-10");
    await Promise.allSettled([merge(w, keep, gone), merge(w, keep, gone)]);
    await merge(w, keep, gone);
    expect((await w.dump()).filter(({ sk }) => sk.startsWith("MERGE#"))).toHaveLength(1);
    expect(await openOf(w, keep)).toHaveLength(1);
  });

  test("a document, a link and a booking of the other file lead to the one that stays", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await bookExam(w.ctx(), { client: gone.number, package: "basic", date: "2026-11-30", time: "08:00" });
    await merge(w, keep, gone);
    const { bookings } = await openFile(w.ctx(), keep.number);
    expect(bookings).toMatchObject([{ client: keep.number, date: "2026-11-30" }]);
    await expect(
      enrolled(w, {
        document: { kind: "passport", text: "E12345678" },
        sex: "female",
        birthDate: "1974-03-12",
        notADuplicate: true,
      }),
    ).rejects.toMatchObject({ code: "AlreadyThere", facts: { client: keep.number } });
  });

  test("results that a person had linked to the other file are taken out of the one that stays", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    const nurse = w.ctx(w.as.nurse);
    const message = oru({ name: "王^芳" }, { code: fpg, value: "7.6" });
    await receiveMessages(w.ctx(w.as.lis), new TextEncoder().encode(message));
    const mark = (await heldList(nurse)).waiting[0]?.held.mark ?? "";
    await linkHeld(nurse, mark, { client: gone.number });
    await merge(w, keep, gone);
    expect((await readHeld(nurse, mark)).candidates.map(({ number }) => number)).toContain(keep.number);
    await unlinkHeld(nurse, mark, { reason: "标本贴错" });
    expect((await openFile(w.ctx(w.as.physician), keep.number)).exams).toEqual([]);
    expect((await heldList(nurse)).waiting.map(({ held }) => held.mark)).toEqual([mark]);
  });

  test("a report printed with the old number is known by its code for what it is", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-05-10", { UA: 350 });
    await signed(w, gone, "2026-05-10");
    await releasedByTwo(w, gone.number, "2026-05-10");
    const code = await verificationCode(w.ctx(), gone.number, { date: "2026-05-10", version: 1 });
    await merge(w, keep, gone);
    expect(await verifyReport(w.ctx(), code)).toMatchObject({ version: 1, state: "in force" });
    await recallReport(w.ctx(w.as.physician), keep.number, "2026-05-10", 1, {
      cause: "entered in error",
      reason: "录入有误",
    });
    expect((await verifyReport(w.ctx(), code)).state).toBe("recalled");
  });

  test("halves of an exam that came together are decided by signing: that version is not discarded", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    await examined(w, gone, "2026-11-20", lipids(4.6));
    w.clock.advance({ minutes: 1 });
    await examined(w, keep, "2026-11-20", { UA: 350 });
    await signed(w, keep, "2026-11-20");
    w.clock.advance({ minutes: 1 });
    await merge(w, keep, gone);
    const physician = w.ctx(w.as.physician);
    await reviewAssessment(physician, keep.number, "2026-11-20", 2, { zh: "两次结果合并。" });
    await expect(discardAmendment(physician, keep.number, "2026-11-20", 2)).rejects.toMatchObject({
      code: "Conflict",
    });
    expect((await openFile(physician, keep.number)).assessments[0]).toMatchObject({ version: 2 });
  });

  test("what was written into the old file by whoever was late is brought over an hour later", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    const { id } = await merge(w, keep, gone);
    const [late] = (await w.dump()).filter(
      ({ pk, sk }) => pk === `C#${keep.number}` && sk === "FILE#PROFILE",
    );
    expect(late).toBeDefined();
    await w.home.table.doc.send(
      new (await import("@aws-sdk/lib-dynamodb")).PutCommand({
        TableName: w.home.table.records,
        Item: { pk: `C#${gone.number}`, sk: "FILE#EATEN#2026-11-22", v: 1 },
      }),
    );
    w.clock.advance({ minutes: 61 });
    await w.tick();
    await w.drain();
    expect(
      (await w.dump()).some(({ pk, sk }) => pk === `C#${keep.number}` && sk === "FILE#EATEN#2026-11-22"),
    ).toBe(true);
    w.clock.advance({ minutes: 61 });
    await w.tick();
    await w.drain();
    expect((await continueMerge(w.ctx(), keep.number, id))?.lookAt).toBeUndefined();
  });
});

describe("a merge is refused", () => {
  const refused = { code: "InvalidInput", problems: [{ field: "gone" }] };

  test("for two sexes, two birth dates, two national ids, or one exam signed in both", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    const passport = (text: string, more: object) =>
      enrolled(w, {
        document: { kind: "passport", text },
        sex: "female",
        birthDate: "1974-03-12",
        notADuplicate: true,
        contacts: {},
        ...more,
      });
    const man = await passport("E22222222", { sex: "male" });
    const younger = await passport("E33333333", { birthDate: "1984-03-12" });
    for (const other of [man, younger]) await expect(merge(w, keep, other)).rejects.toMatchObject(refused);
    for (const one of [keep, gone]) {
      await examined(w, one, "2026-11-20", { UA: 450 });
      await signed(w, one, "2026-11-20");
    }
    await expect(merge(w, keep, gone)).rejects.toMatchObject(refused);
  });

  test("without the word that both were compared, for a file with itself, and for another centre", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    const ctx = w.ctx(w.as.manager);
    await expect(
      mergeFiles(ctx, keep.number, { gone: gone.number, reason: "x", samePerson: false }),
    ).rejects.toMatchObject({ problems: [{ field: "samePerson" }] });
    await expect(merge(w, keep, keep)).rejects.toMatchObject({ code: "NotFound" });
    const elsewhere = w.ctx({ ...w.as.manager, centre: "centre-2" } as never);
    await expect(merge(w, keep, gone, elsewhere)).rejects.toMatchObject({ code: "NotFound" });
    await expect(merge(w, keep, gone, w.ctx(w.as.nurse))).rejects.toMatchObject({ code: "NotAllowed" });
  });
});
