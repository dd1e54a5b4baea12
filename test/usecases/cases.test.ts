import { describe, expect, it } from "vitest";
import { draftVersion, reviewAssessment, signVersion } from "../../shared/assessment/index.ts";
import { openFile, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import {
  type Case,
  caseOf,
  casesFor,
  casesOf,
  closeCase,
  followUpsOf,
  loseContact,
  pressingCases,
  type RecordContact,
  recordContact,
  recordLook,
  recordOutcome,
} from "../../shared/monitoring/index.ts";
import type { Provenance } from "../../shared/testing/index.ts";
import { days, minute } from "../support/follow-ups.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

const day = "2026-11-22";
const units: Record<string, string> = {
  K: "mmol/L",
  FPG: "mmol/L",
  HGB: "g/L",
  SBP: "mm[Hg]",
  DBP: "mm[Hg]",
};
type Values = Record<string, number | readonly [number, "<" | ">"]>;

async function comesIn(
  w: World,
  client: string,
  values: Values,
  from: Provenance = { source: "desk" },
  status?: "corrected" | "preliminary",
  date = day,
) {
  const results = Object.entries(values).map(([item, said]) => {
    const [value, comparator] = typeof said === "number" ? [said, undefined] : said;
    return { item, value, unit: units[item] ?? "", comparator, ...(status ? { status } : {}) };
  });
  return receiveResults(w.ctx(w.as.nurse), client, { date, results, from });
}

/** Somebody whose potassium has just come in beyond the limit. */
async function critical(values: Values = { K: 6.8 }) {
  const w = await world();
  const { number } = await enrolled(w);
  await comesIn(w, number, values);
  const [one] = await casesFor(w.ctx(), number);
  if (!one) throw new Error("no case was opened");
  return { w, number, id: one.id, which: { client: number, id: one.id } };
}

const now = async (w: World, number: string): Promise<Case> => (await casesFor(w.ctx(), number))[0] as Case;

const call = (w: World, which: { client: string; id: string }, more: Partial<RecordContact> = {}) =>
  recordContact(w.ctx(w.as.nurse), {
    ...which,
    person: "client",
    channel: "phone",
    outcome: "confirmed",
    ...more,
  });

const actions = async (w: World, begins = "case.") =>
  (await w.entries()).map(({ action }) => action).filter((action) => action.startsWith(begins));

const release = (w: World, number: string) => releasedByTwo(w, number, day);
const sign = (w: World, number: string) => signAssessment(w.ctx(w.as.physician), number, day, 1, {});

describe("a value somebody must hear of at once", () => {
  it("opens a case with a clock of two hours in the commit that keeps it, with the value and the limit it met", async () => {
    const { w, number } = await critical();
    expect(await now(w, number)).toMatchObject({
      kind: "critical",
      item: "K",
      date: day,
      state: "open",
      openedAt: "2026-11-22T01:00:00.000Z",
      tellBy: "2026-11-22T03:00:00.000Z",
      seen: [
        {
          value: 6.8,
          unit: "mmol/L",
          source: "desk",
          limit: { direction: ">=", threshold: 6.5, class: "A", status: "needs sign-off" },
        },
      ],
    });
    const entries = await w.entries();
    expect(entries.find(({ action }) => action === "case.opened")?.at).toBe(
      entries.find(({ action }) => action === "results.received")?.at,
    );
  });

  it.each<[string, Values, number]>([
    ["inside every limit", { K: 4.2, FPG: 5.1 }, 0],
    ["a bound that leaves it open", { K: [5, ">"] }, 0],
    ["a bound that does not", { K: [2.5, "<"] }, 1],
    ["two values beyond their limits", { SBP: 190, DBP: 115 }, 2],
    ["an answer about safety", { PHQ9I9: 1 }, 1],
    ["an answer that asks for nothing", { PHQ9I9: 0 }, 0],
  ])("and no other does: %s", async (_, values, many) => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, values);
    expect(await casesFor(w.ctx(), number)).toHaveLength(many);
  });

  it("opens one case, whoever brings it and however often, under collisions and lost answers", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    Object.assign(w.faults, { conflict: 0.2, lostAnswer: 0.05 });
    const files = ["a", "b", "c", "d"].map((file) => ({ source: "LIS", file, line: 1 }));
    await Promise.all([...files, ...files].map((from) => comesIn(w, number, { K: 6.8 }, from)));
    Object.assign(w.faults, { conflict: 0, lostAnswer: 0 });
    expect(await comesIn(w, number, { K: 6.8 })).toBe("unchanged");
    expect(await casesFor(w.ctx(), number)).toHaveLength(1);
    expect(await actions(w)).toEqual(["case.opened"]);
  });

  it("never leaves the value without its case, wherever the process dies", async () => {
    for (const writes of [0, 1, 2, 3]) {
      const w = await world();
      const { number } = await enrolled(w);
      w.faults.writesUntilDeath = writes;
      await comesIn(w, number, { K: 6.8 }).catch((error) => expect(error).toBeInstanceOf(ProcessDied));
      w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
      const { exams } = await openFile(w.ctx(w.as.nurse), number);
      expect(await casesFor(w.ctx(), number)).toHaveLength(exams.length);
    }
  });

  it("keeps its case when it is corrected: the clock stands, and only a person closes it", async () => {
    const { w, number, which } = await critical();
    w.clock.advance({ minutes: 20 });
    await comesIn(w, number, { K: 4.6 }, { source: "LIS", file: "late", line: 1 }, "corrected");
    expect(await now(w, number)).toMatchObject({
      state: "open",
      seen: [{ value: 6.8 }, { value: 4.6, source: "LIS" }],
    });
    await days(w, 2);
    expect(await now(w, number)).toMatchObject({ state: "open", escalations: [] });
    expect((await casesOf(w.ctx(w.as.nurse))).rows).toMatchObject([{ case: { ask: "close" } }]);
    await closeCase(w.ctx(w.as.nurse), { ...which, word: "溶血标本，复查正常。" });
    expect((await casesOf(w.ctx(w.as.nurse))).rows).toEqual([]);
    expect(await now(w, number)).toMatchObject({
      state: "closed",
      closings: [{ word: "溶血标本，复查正常。" }],
    });
    expect(await actions(w)).toEqual(["case.opened", "case.value-corrected", "case.closed"]);
  });

  it("that comes back after its case was closed, or turns to the other side, is told anew", async () => {
    const { w, number, which } = await critical();
    await call(w, which);
    w.clock.advance({ hours: 1 });
    await closeCase(w.ctx(w.as.physician), { ...which, word: "已收住院。" });
    w.clock.advance({ hours: 1 });
    await comesIn(w, number, { K: 7.4 });
    expect(await now(w, number)).toMatchObject({ state: "open", since: w.clock.now(), looks: [] });
    expect((await now(w, number)).contacts).toHaveLength(1);
    w.clock.advance({ minutes: 5 });
    await call(w, which);
    w.clock.advance({ minutes: 5 });
    await comesIn(w, number, { K: 2.2 });
    expect(await now(w, number)).toMatchObject({ state: "open", since: w.clock.now() });
    expect(await actions(w, "case.reopened")).toHaveLength(2);
  });

  it.each([
    ["a little worse", 6.9, "told"],
    ["clearly worse", 7.4, "open"],
    ["better, though not well", 6.6, "told"],
  ])("that comes in %s after the telling: %d leaves it %s", async (_, value, state) => {
    const { w, number, which } = await critical();
    await call(w, which);
    w.clock.advance({ hours: 1 });
    await comesIn(w, number, { K: value });
    expect(await now(w, number)).toMatchObject({ state });
  });

  it("is measured against what was told, however small the steps", async () => {
    const { w, number, which } = await critical();
    await call(w, which);
    for (const value of [6.9, 7.0, 7.1]) {
      w.clock.advance({ hours: 1 });
      await comesIn(w, number, { K: value });
      expect(await now(w, number)).toMatchObject({ state: "told" });
    }
    w.clock.advance({ hours: 1 });
    await comesIn(w, number, { K: 7.2 });
    expect(await now(w, number)).toMatchObject({ state: "open", since: w.clock.now() });
  });

  it("has an id that tells nothing: the same value of the same client gets another one elsewhere", async () => {
    const ids = await Promise.all(
      [1, 2].map(async (seed) => {
        const w = await world({ seed });
        const { number } = await enrolled(w);
        await comesIn(w, number, { K: 6.8 });
        return [number, (await now(w, number)).id];
      }),
    );
    expect(ids[0]?.[0]).toBe(ids[1]?.[0]);
    expect(ids[0]?.[1]).not.toBe(ids[1]?.[1]);
  });
});

describe("a value that was old when it came in", () => {
  const longAgo = "2026-11-07";

  it("calls nobody: a physician looks at it in office hours, then it is closed", async () => {
    const { w, number } = await (async () => {
      const w = await world();
      const { number } = await enrolled(w);
      await comesIn(w, number, { K: 6.8 }, { source: "history" }, undefined, longAgo);
      return { w, number };
    })();
    const monday = "2026-11-23T00:00:00.000Z";
    const asks = async () => (await casesOf(w.ctx(w.as.physician))).rows.map((row) => row.case.ask);
    expect([await asks(), await pressingCases(w.ctx(w.as.physician))]).toEqual([["wait"], 0]);
    await days(w, 2);
    expect(await now(w, number)).toMatchObject({
      escalations: [],
      looks: [{ id: "history", at: monday, asked: monday }],
    });
    expect(await asks()).toEqual(["look"]);
    const which = { client: number, id: (await now(w, number)).id };
    await recordLook(w.ctx(w.as.physician), { ...which, look: "history", note: "已知，已治疗。" });
    expect([await asks(), (await now(w, number)).state]).toEqual([["close"], "followed"]);
    await closeCase(w.ctx(w.as.physician), { ...which, word: "既往结果。" });
    expect(await asks()).toEqual([]);
  });

  it("is a critical value as any other up to the fourteenth day, and an answer about safety always", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, { K: 6.8 }, { source: "history" }, undefined, "2026-11-08");
    await comesIn(w, number, { PHQ9I9: 2 }, { source: "questionnaire" }, undefined, "2026-10-25");
    const { rows } = await casesOf(w.ctx(w.as.physician));
    expect(rows.map((row) => row.case.ask)).toEqual(["tell", "tell"]);
  });
});

describe("the clock of a case", () => {
  it("escalates when nobody was told in time, again every two hours, three times and no more", async () => {
    const { w, number } = await critical();
    w.clock.advance({ minutes: 119 });
    await minute(w);
    expect((await now(w, number)).escalations).toEqual([]);
    await days(w, 3);
    expect((await now(w, number)).escalations).toEqual([
      { at: "2026-11-22T03:00:00.000Z", level: 1 },
      { at: "2026-11-22T05:00:00.000Z", level: 2 },
      { at: "2026-11-22T07:00:00.000Z", level: 3 },
    ]);
    expect(w.mailbox).toEqual([]);
  });

  it("does so in the night too, and what an outage missed is one escalation", async () => {
    const { w, number } = await critical();
    w.clock.set("2026-11-22T18:30:00.000Z");
    await minute(w);
    await minute(w);
    expect((await now(w, number)).escalations).toEqual([{ at: "2026-11-22T18:30:00.000Z", level: 3 }]);
  });

  it("is stopped by whoever was reached, and by nothing else", async () => {
    const { w, number, which } = await critical();
    w.clock.advance({ minutes: 30 });
    await call(w, which, { outcome: "unable to reach" });
    await days(w, 0.1);
    expect(await now(w, number)).toMatchObject({ state: "open", escalations: [{ level: 1 }] });
    await call(w, which, { person: "family", outcome: "reached, no read-back" });
    await days(w, 0.5);
    expect(await now(w, number)).toMatchObject({ state: "told", escalations: [{ level: 1 }] });
  });

  it("asks for a look after 24 h and after 7 d, and once both are done for the closing word", async () => {
    const { w, number, which } = await critical();
    const asks = async () => (await casesOf(w.ctx(w.as.healthManager))).rows.map((row) => row.case.ask);
    const pressing = () => pressingCases(w.ctx(w.as.physician));
    expect([await asks(), await pressing()]).toEqual([["tell"], 1]);
    await call(w, which);
    expect([await asks(), await pressing()]).toEqual([["wait"], 0]);
    await days(w, 1);
    expect([await asks(), await pressing()]).toEqual([["look"], 1]);
    for (const note of ["急诊已处理，血钾4.5。", "再按一次。"])
      await recordLook(w.ctx(w.as.healthManager), { ...which, look: "24 h", note });
    expect((await now(w, number)).looks, "sent twice is one look").toMatchObject([
      { done: { note: "急诊已处理，血钾4.5。" } },
      { id: "7 d" },
    ]);
    expect((await now(w, number)).looks[1]).not.toHaveProperty("done");
    expect(await asks()).toEqual(["wait"]);
    await days(w, 6);
    expect(await asks()).toEqual(["look"]);
    await recordLook(w.ctx(w.as.physician), { ...which, look: "7 d", note: "门诊复查正常。" });
    expect([await asks(), await pressing()]).toEqual([["close"], 0]);
    expect(await now(w, number)).toMatchObject({ state: "followed", looks: [{ done: {} }, { done: {} }] });
    await days(w, 30);
    expect(await asks()).toEqual(["close"]);
  });

  it("takes each step once, however many workers come", async () => {
    const { w } = await critical();
    w.faults.conflict = 0.3;
    w.clock.advance({ hours: 2 });
    await w.tick();
    const [job] = w.jobs;
    w.jobs.push(...Array.from({ length: 5 }, () => ({ ...(job as NonNullable<typeof job>) })));
    const { create } = await import("../../functions/send/app.ts");
    await Promise.all(w.jobs.splice(0).map((one) => create(w.home).handle(one)));
    expect(await actions(w, "case.escalated")).toHaveLength(1);
  });

  it("is found again when a worker dies between the sweep and the step", async () => {
    const { w, number } = await critical();
    w.clock.advance({ hours: 2 });
    await w.tick();
    w.jobs.length = 0;
    w.clock.advance({ minutes: 16 });
    await minute(w);
    expect((await now(w, number)).escalations).toHaveLength(1);
  });
});

describe("a contact", () => {
  it("is lost only after two failed attempts by different channels; then the report may go, and the case stays", async () => {
    const { w, number, which } = await critical();
    const lose = () => loseContact(w.ctx(w.as.nurse), number, which.id);
    const fail = (channel: RecordContact["channel"]) =>
      call(w, which, { channel, outcome: "unable to reach" });
    await expect(lose()).rejects.toMatchObject({ code: "Conflict" });
    await fail("phone");
    await fail("phone");
    await expect(lose()).rejects.toMatchObject({ sentence: { en: expect.stringContaining("two failed") } });
    await sign(w, number);
    await expect(release(w, number)).rejects.toMatchObject({ code: "Conflict" });
    await fail("message");
    await lose();
    await release(w, number);
    expect((await casesOf(w.ctx(w.as.nurse))).rows).toMatchObject([
      { case: { ask: "reach", state: "lost contact" } },
    ]);
    await call(w, which);
    expect(await now(w, number)).toMatchObject({ state: "told" });
  });

  it("holds back the report until there is one; the refusal names what it is about and never the value", async () => {
    const { w, number, which } = await critical();
    await sign(w, number);
    const refused = await release(w, number).catch((error) => error);
    expect(refused).toMatchObject({
      code: "Conflict",
      sentence: {
        en: expect.stringMatching(/^Potassium.*record the contact/),
        zh: expect.stringMatching(/钾.*联系/),
      },
    });
    expect(JSON.stringify(refused.sentence)).not.toContain("6.8");
    expect((await openFile(w.ctx(w.as.client(number)), number)).exams).toEqual([]);
    await call(w, which);
    await release(w, number);
    expect((await openFile(w.ctx(w.as.client(number)), number)).exams).toHaveLength(1);
  });

  it("is asked for by the finding where no case was opened: the list was moved, the finding stayed", async () => {
    const w = await world({ start: "2026-11-21T01:00:00.000Z" });
    const { number } = await enrolled(w);
    const physician = w.ctx(w.as.physician);
    const { id } = await draftVersion(physician, {
      part: "important",
      base: "important-2026-11",
      effectiveFrom: day,
      why: "本院标本类型不同",
      changes: [{ rule: "a-k-high", path: "threshold", limit: 7.5 }],
    });
    await signVersion(physician, id, {});
    w.clock.advance({ days: 1 });
    await comesIn(w, number, { K: 6.8 });
    expect(await casesFor(w.ctx(), number)).toEqual([]);
    await sign(w, number);
    await expect(release(w, number)).rejects.toMatchObject({
      code: "Conflict",
      sentence: { en: expect.stringMatching(/nobody has been told yet.*on the follow-up/) },
    });
    const followUp = (await followUpsOf(w.ctx(), number)).find(({ rule }) => rule === "class-a");
    await recordOutcome(physician, {
      client: number,
      id: followUp?.id ?? "",
      kind: "contact recorded",
      note: "已电话告知并复述",
    });
    await release(w, number);
  });

  it("that is sent twice is one; one for several values of a client is kept with each", async () => {
    const { w, number } = await critical({ SBP: 190, DBP: 115 });
    const [one, other] = (await casesFor(w.ctx(), number)).map(({ id }) => id) as [string, string];
    const said = { client: number, id: one, also: [other] };
    const contact = { ...said, person: "client", channel: "phone", outcome: "confirmed" } as const;
    await recordContact(w.ctx(w.as.nurse), contact, "form-1");
    await recordContact(w.ctx(w.as.nurse), contact, "form-1");
    expect(await casesFor(w.ctx(), number)).toMatchObject([
      { state: "told", contacts: [{ outcome: "confirmed" }] },
      { state: "told", contacts: [{ outcome: "confirmed" }] },
    ]);
  });

  it("of several people at once is kept of each, and the looks are set by the first", async () => {
    const { w, number, which } = await critical();
    w.faults.conflict = 0.2;
    await Promise.all(Array.from({ length: 5 }, () => call(w, which)));
    const one = await now(w, number);
    expect(one.contacts).toHaveLength(5);
    expect(one.looks.map(({ at }) => at)).toEqual(["2026-11-23T01:00:00.000Z", "2026-11-29T01:00:00.000Z"]);
  });

  it("is whole or not at all when the process dies: the clock never stops without the contact, nor the follow-up", async () => {
    for (const writes of [0, 1]) {
      const { w, number, which } = await critical();
      await sign(w, number);
      w.faults.writesUntilDeath = writes;
      await call(w, which).catch((error) => expect(error).toBeInstanceOf(ProcessDied));
      w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
      const one = await now(w, number);
      const followUp = (await followUpsOf(w.ctx(), number)).find(({ rule }) => rule === "class-a");
      expect([one.contacts.length, one.state, followUp?.state]).toEqual(
        writes ? [1, "told", "done"] : [0, "open", "due"],
      );
    }
  });

  it("says what was spoken in the record and nowhere else", async () => {
    const { w, number, which } = await critical();
    await call(w, which, { note: "本人复述无误，立即前往急诊。" });
    await recordLook(w.ctx(w.as.nurse), { ...which, look: "24 h", note: "已透析一次。" });
    await closeCase(w.ctx(w.as.nurse), { ...which, word: "肾内科随访。" });
    const told = JSON.stringify([await w.entries(), w.lines, w.jobs]);
    for (const word of ["急诊", "透析", "肾内科", "6.8", '"K"']) expect(told).not.toContain(word);
    expect(JSON.stringify(await now(w, number))).toContain("立即前往急诊");
  });

  it("is recorded by those who care for the client, on an open case, before it is closed", async () => {
    const { w, number, which } = await critical();
    await expect(closeCase(w.ctx(w.as.nurse), { ...which, word: "好" })).rejects.toMatchObject({
      code: "Conflict",
    });
    await expect(recordLook(w.ctx(w.as.nurse), { ...which, look: "24 h", note: "好" })).rejects.toMatchObject(
      {
        code: "Conflict",
      },
    );
    const asOther = { ...which, person: "client", channel: "phone", outcome: "confirmed" } as const;
    for (const actor of [w.as.manager, w.as.frontDesk, w.as.hr, w.as.client(number)])
      await expect(recordContact(w.ctx(actor), asOther)).rejects.toMatchObject({ code: "NotAllowed" });
    const away = { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse;
    await expect(recordContact(w.ctx(away), asOther)).rejects.toMatchObject({ code: "NotFound" });
    await expect(call(w, { client: number, id: "none" })).rejects.toMatchObject({ code: "NotFound" });
    await expect(call(w, which, { note: "长".repeat(301) })).rejects.toMatchObject({ code: "InvalidInput" });
    await call(w, which);
    await closeCase(w.ctx(w.as.nurse), { ...which, word: "已收住院。" });
    await closeCase(w.ctx(w.as.nurse), { ...which, word: "再说一遍。" });
    expect((await now(w, number)).closings).toHaveLength(1);
    await expect(call(w, which)).rejects.toMatchObject({ code: "Conflict" });
  });
});

describe("the follow-up that asks for the same telling", () => {
  const telling = async (w: World, number: string) =>
    (await followUpsOf(w.ctx(), number)).filter(({ rule }) => rule === "class-a");

  it("ends with the contact on the case", async () => {
    const { w, number, which } = await critical();
    await sign(w, number);
    expect(await telling(w, number)).toMatchObject([{ state: "due" }]);
    await call(w, which);
    expect(await telling(w, number)).toMatchObject([
      { state: "done", closed: { evidence: { record: "contact recorded", date: day } } },
    ]);
  });

  it("is settled at the signature when the contact came first, and stays so when it is signed again", async () => {
    const { w, number, which } = await critical();
    await call(w, which);
    w.clock.advance({ minutes: 10 });
    await sign(w, number);
    expect(await telling(w, number)).toMatchObject([{ state: "done" }]);
    w.clock.advance({ minutes: 10 });
    await comesIn(w, number, { FPG: 5.1 });
    await reviewAssessment(w.ctx(w.as.physician), number, day, 2, { zh: "补充血糖。" });
    await signAssessment(w.ctx(w.as.physician), number, day, 2, { reason: "补充检查结果" });
    expect(await telling(w, number)).toMatchObject([{ state: "done" }]);
  });

  it("recorded as told, stops the clock of the case", async () => {
    const { w, number } = await critical();
    await sign(w, number);
    const [followUp] = await telling(w, number);
    await recordOutcome(w.ctx(w.as.physician), {
      client: number,
      id: followUp?.id ?? "",
      kind: "contact recorded",
      note: "已电话告知并复述",
    });
    expect(await now(w, number)).toMatchObject({
      state: "told",
      contacts: [{ person: "client", outcome: "confirmed", note: "已电话告知并复述" }],
    });
  });

  it("shows the client what ended it, never who said what", async () => {
    const { w, number, which } = await critical();
    await sign(w, number);
    await call(w, which, { person: "family", note: "丈夫说她最近情绪不稳" });
    await release(w, number);
    const own = (await openFile(w.ctx(w.as.client(number)), number)).followUps;
    expect(own.find(({ rule }) => rule === "class-a")).toMatchObject({
      state: "done",
      closed: { evidence: { date: day } },
    });
    expect(JSON.stringify(own)).not.toMatch(/丈夫|nurse/);
    expect(await telling(w, number)).toMatchObject([{ closed: { reason: "丈夫说她最近情绪不稳" } }]);
  });

  it("is not settled by a failed attempt, nor by a telling of another exam", async () => {
    const { w, number, which } = await critical();
    await sign(w, number);
    await call(w, which, { outcome: "unable to reach" });
    await comesIn(w, number, { K: 6.9 }, { source: "desk" }, undefined, "2026-11-21");
    const other = (await casesFor(w.ctx(), number)).find(({ date }) => date !== day) as Case;
    await call(w, { client: number, id: other.id });
    expect(await telling(w, number)).toMatchObject([{ state: "due", openedBy: { date: day } }]);
  });
});

describe("an answer about harming oneself", () => {
  it("is talked about with the client: what the family hears neither stops the clock nor ends the follow-up", async () => {
    const { w, number, which } = await critical({ PHQ9I9: 2, PHQ9: 12 });
    await sign(w, number);
    const talk = async () =>
      (await followUpsOf(w.ctx(), number)).find(({ rule }) => rule === "phq9-item9")?.state;
    expect([(await now(w, number)).kind, await talk()]).toEqual(["safety", "due"]);
    await expect(release(w, number)).rejects.toMatchObject({ code: "Conflict" });
    await call(w, which, { person: "family", outcome: "reached, no read-back" });
    expect([(await now(w, number)).state, await talk()]).toEqual(["open", "due"]);
    expect(await actions(w)).toEqual(["case.opened", "case.others-reached"]);
    await days(w, 0.2);
    expect((await now(w, number)).escalations).not.toEqual([]);
    await expect(release(w, number)).rejects.toMatchObject({ code: "Conflict" });
    await call(w, which, { channel: "in person", note: "约定明日复诊" });
    expect([(await now(w, number)).state, await talk()]).toEqual(["told", "done"]);
  });

  it("is not taken back by another answer: the clock runs until the client was spoken with", async () => {
    const { w, number, which } = await critical({ PHQ9I9: 2, PHQ9: 12 });
    await comesIn(w, number, { PHQ9I9: 0 });
    expect((await casesOf(w.ctx(w.as.nurse))).rows).toMatchObject([
      { case: { ask: "tell", corrected: false, seen: [{ value: 2 }, { value: 0 }] } },
    ]);
    await sign(w, number);
    await expect(release(w, number)).rejects.toMatchObject({ code: "Conflict" });
    await expect(closeCase(w.ctx(w.as.nurse), { ...which, word: "误填" })).rejects.toMatchObject({
      code: "Conflict",
    });
    await days(w, 0.1);
    expect((await now(w, number)).escalations).toHaveLength(1);
    await call(w, which, { note: "约定明日复诊" });
    expect(await now(w, number)).toMatchObject({ state: "told" });
  });

  it("is no message: written to the client or the family it is kept and stops nothing", async () => {
    const { w, number, which } = await critical({ PHQ9I9: 2 });
    for (const person of ["client", "family"] as const)
      await call(w, which, { person, channel: "message", note: "请回电" });
    expect(await now(w, number)).toMatchObject({ state: "open", contacts: [{}, {}], looks: [] });
    await days(w, 0.1);
    expect((await now(w, number)).escalations).toHaveLength(1);
  });

  it("needs what was agreed with the conversation, also where it is spoken of beside a value", async () => {
    const { w, number } = await critical({ PHQ9I9: 2, K: 6.8 });
    const cases = await casesFor(w.ctx(), number);
    const [talk, value] = ["safety", "critical"].map((kind) => cases.find((one) => one.kind === kind)?.id);
    const which = { client: number, id: talk ?? "" };
    for (const asked of [which, { client: number, id: value ?? "", also: [which.id] }])
      await expect(call(w, asked)).rejects.toMatchObject({
        code: "InvalidInput",
        problems: [{ field: "note" }],
      });
    await call(w, which, { outcome: "unable to reach" });
    await call(w, { client: number, id: value ?? "" });
    await call(w, which, { channel: "in person", note: "约定明日复诊，危机时拨打12356" });
    expect((await casesFor(w.ctx(), number)).map(({ state }) => state)).toEqual(["told", "told"]);
  });
});

describe("the list of cases", () => {
  it("has the most pressing first, for everybody of the centre who cares; one trace names whom it showed", async () => {
    const w = await world();
    const [calm, told, late] = [
      await enrolled(w, {
        document: { kind: "centre" },
        birthDate: "1980-01-01",
        sex: "male",
        name: "甲",
        notADuplicate: true,
      }),
      await enrolled(w, {
        document: { kind: "centre" },
        birthDate: "1981-01-01",
        sex: "male",
        name: "乙",
        notADuplicate: true,
      }),
      await enrolled(w, {
        document: { kind: "centre" },
        birthDate: "1982-01-01",
        sex: "male",
        name: "丙",
        notADuplicate: true,
      }),
    ].map(({ number }) => number) as [string, string, string];
    await comesIn(w, told, { K: 6.8 });
    await call(w, { client: told, id: (await now(w, told)).id });
    await comesIn(w, late, { K: 6.8 });
    await days(w, 0.1);
    await comesIn(w, calm, { K: 6.8 });
    const { rows } = await casesOf(w.ctx(w.as.healthManager));
    expect(rows.map((row) => [row.client.number, row.case.ask])).toEqual([
      [late, "escalated"],
      [calm, "tell"],
      [told, "wait"],
    ]);
    const trace = (await w.entries()).filter(({ action }) => action === "cases.listed");
    expect(trace.map(({ refs }) => refs)).toEqual([{ clients: [late, calm, told] }]);
    const away = { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse;
    expect((await casesOf(w.ctx(away))).rows).toEqual([]);
  });

  it("has an answer about safety before the values that ask for the same, for who may see that it is one", async () => {
    const { w, number } = await critical({ K: 6.8 });
    w.clock.advance({ minutes: 5 });
    await comesIn(w, number, { PHQ9I9: 2 });
    const { rows } = await casesOf(w.ctx(w.as.nurse));
    expect(rows.map((row) => row.case.kind)).toEqual(["safety", "critical"]);
    const plain = (await casesOf(w.ctx(w.as.manager))).rows.map((row) => row.case.openedAt);
    expect(plain, "its place tells a manager nothing").toEqual(plain.toSorted());
  });

  it("tells the centre manager who waits and since when, never what it is about", async () => {
    const { w, number, which } = await critical();
    await call(w, which, { note: "已告知", outcome: "unable to reach" });
    const shown = [
      await casesOf(w.ctx(w.as.manager)),
      (await caseOf(w.ctx(w.as.manager), number, which.id)).case,
    ];
    expect(shown).toMatchObject([{ rows: [{ client: { number } }] }, { state: "open", seen: [] }]);
    for (const word of ['"K"', "6.8", "已告知", "critical"])
      expect(JSON.stringify(shown)).not.toContain(word);
  });
});
