import { describe, expect, test } from "vitest";
import { readAssessment, reviewQueue } from "../../shared/assessment/index.ts";
import { changeClient } from "../../shared/clients/index.ts";
import { agreePlan, tickAction } from "../../shared/guidance/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import {
  bookExam,
  learn,
  openFile,
  receiveResults,
  releaseReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { followUpsOf, recheckRule } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const exam = "2026-11-20";

const results = (values: Record<string, [number, string]>) =>
  Object.entries(values).map(([item, [value, unit]]) => ({ item, value, unit }));

const firstExam = results({
  SBP: [148, "mm[Hg]"],
  DBP: [92, "mm[Hg]"],
  FPG: [7.4, "mmol/L"],
  TC: [5.0, "mmol/L"],
  LDLC: [3.2, "mmol/L"],
  TG: [1.2, "mmol/L"],
  HDLC: [1.4, "mmol/L"],
  CREA: [60, "umol/L"],
});

const enter = (w: World, client: string, date: string, values: typeof firstExam) =>
  receiveResults(w.ctx(w.as.nurse), client, { date, results: values, from: { source: "desk" } });

async function signed(w: World): Promise<string> {
  const { number } = await enrolled(w);
  await enter(w, number, exam, firstExam);
  await signAssessment(w.ctx(w.as.physician), number, exam, 1, { conclusion: { zh: "请复查。" } });
  return number;
}

const openOf = async (w: World, client: string) =>
  (await followUpsOf(w.ctx(), client)).filter(({ closed }) => !closed);

describe("one turn of the loop", () => {
  test("results propose an assessment at once, and the physician finds it, most urgent first", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await enter(w, number, exam, firstExam);
    expect(await reviewQueue(w.ctx(w.as.physician))).toMatchObject([
      { client: { number }, path: "needs-confirmation" },
    ]);
    const { assessment } = await readAssessment(w.ctx(w.as.physician), number);
    expect(assessment.findings.map(({ concern }) => concern)).toEqual(
      expect.arrayContaining(["blood-pressure", "glycaemia"]),
    );
    expect(assessment.grade.missing).toContain("ALT");
  });

  test("a signature opens the turn, one follow-up a concern, a plan and reading; signing again changes nothing", async () => {
    const w = await world();
    const number = await signed(w);
    const open = await openOf(w, number);
    expect(open.map(({ concern }) => concern).sort()).toEqual(["blood-pressure", "glycaemia"]);
    for (const one of open) {
      const rule = recheckRule(one.rule);
      expect(one.openedBy.date).toBe(exam);
      expect(Date.parse(one.overdueAfter) - Date.parse(exam)).toBe(rule.maxDays * 86_400_000);
    }
    const file = await openFile(w.ctx(w.as.healthManager), number);
    expect(file.cycles).toMatchObject([{ number: 1, state: "open" }]);
    expect(file.plan).toMatchObject({ number: 1, state: "drafted", path: "confirmation" });
    expect(file.shelf.length).toBeGreaterThan(0);
    const before = await w.dump();
    await signAssessment(w.ctx(w.as.physician), number, exam, 1, {});
    expect(await w.dump()).toEqual(before);
  });

  test("eight physicians signing at once turn the loop once", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await enter(w, number, exam, firstExam);
    w.faults.conflict = 0.3;
    await Promise.all(
      Array.from({ length: 8 }, () => signAssessment(w.ctx(w.as.physician), number, exam, 1, {})),
    );
    const state = await w.dump();
    expect(state.filter(({ sk }) => sk.startsWith("CYC#"))).toHaveLength(1);
    expect(state.filter(({ sk }) => sk.startsWith("PLAN#"))).toHaveLength(1);
    expect(await openOf(w, number)).toHaveLength(2);
  });

  test("of two physicians who sign at once with words of their own one is told, and their words are not taken for kept", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await enter(w, number, exam, firstExam);
    const sign = (id: string, zh: string) =>
      signAssessment(w.ctx({ ...w.as.physician, id } as Actor), number, exam, 1, { conclusion: { zh } });
    const [one, two] = await Promise.allSettled([
      sign("physician-1", "我是一。"),
      sign("physician-2", "我是二。"),
    ]);
    expect([one.status, two.status].sort()).toEqual(["fulfilled", "rejected"]);
    const refused = one.status === "rejected" ? one : (two as PromiseRejectedResult);
    expect(refused.reason).toMatchObject({ code: "Conflict" });
    const stands = one.status === "fulfilled" ? "我是一。" : "我是二。";
    const { assessment } = await readAssessment(w.ctx(w.as.physician), number);
    expect(assessment.conclusion?.zh).toBe(stands);
    await expect(sign(assessment.signedBy?.id ?? "", "完全不同。")).rejects.toMatchObject({
      code: "Conflict",
    });
    await sign(assessment.signedBy?.id ?? "", stands);
  });

  test("her report is hers only once released, and she is told once, without a word about health", async () => {
    const w = await world();
    const number = await signed(w);
    const her = w.ctx(w.as.client(number));
    await expect(readAssessment(her, number)).rejects.toMatchObject({ code: "NotFound" });
    expect((await openFile(her, number)).exams).toEqual([]);
    await releaseReport(w.ctx(w.as.physician), number, exam, 1);
    await releaseReport(w.ctx(w.as.physician), number, exam, 1);
    w.clock.advance({ hours: 1 });
    await w.all();
    expect(w.mailbox).toHaveLength(1);
    expect(w.mailbox[0]?.text).not.toMatch(/血压|血糖|148|7\.4|林/);
    expect((await readAssessment(her, number)).assessment.signedBy?.id).toBe(w.as.physician.id);
  });

  test("the next exam settles what it looked at again, and its signature closes the turn and opens the next", async () => {
    const w = await world();
    const number = await signed(w);
    await releaseReport(w.ctx(w.as.physician), number, exam, 1);
    await agreePlan(w.ctx(w.as.client(number)), number);
    w.clock.advance({ days: 12 });
    const again = "2026-12-03";
    await enter(w, number, again, results({ FPG: [5.4, "mmol/L"], HBA1C: [5.5, "%"] }));
    const after = await followUpsOf(w.ctx(), number);
    expect(after.find(({ concern }) => concern === "glycaemia")).toMatchObject({
      state: "done",
      closed: { evidence: { date: again } },
    });
    expect(after.find(({ concern }) => concern === "blood-pressure")?.closed).toBeUndefined();
    await signAssessment(w.ctx(w.as.physician), number, again, 1, {});
    const file = await openFile(w.ctx(w.as.healthManager), number);
    expect(file.cycles).toMatchObject([
      { number: 1, state: "closed", closedBy: { date: again } },
      { number: 2, state: "open" },
    ]);
    expect(file.plan).toMatchObject({ number: 2, state: "drafted" });
  });

  test("a reminder falls due, goes once in her hours, and a booking stills it", async () => {
    const w = await world();
    const number = await signed(w);
    for (let day = 0; day < 40; day++) {
      w.clock.advance({ days: 1 });
      await w.all();
    }
    const reminders = w.mailbox.length;
    expect(reminders).toBeGreaterThan(0);
    const open = await openOf(w, number);
    const date = "2027-01-04";
    await bookExam(w.ctx(w.as.client(number)), {
      client: number,
      package: "recheck",
      date,
      time: "08:00",
      followUps: open.map(({ id }) => id),
    });
    expect((await openOf(w, number)).every(({ state }) => state === "booked")).toBe(true);
  });

  test("she ticks what is hers to do, and not what a physician is to do", async () => {
    const w = await world();
    const number = await signed(w);
    await releaseReport(w.ctx(w.as.physician), number, exam, 1);
    const plan = await agreePlan(w.ctx(w.as.client(number)), number);
    const ofOwner = (owner: string) => plan.actions.find((one) => one.owner === owner)?.id ?? "none";
    const her = w.ctx(w.as.client(number));
    await expect(tickAction(her, number, ofOwner("physician"), true)).rejects.toMatchObject({
      code: "NotFound",
    });
    const ticked = await tickAction(her, number, ofOwner("client"), true);
    expect(ticked.actions.find(({ id }) => id === ofOwner("client"))?.done).toHaveLength(1);
  });

  test("an old assessment stays what it was when the file changes afterwards", async () => {
    const w = await world();
    const number = await signed(w);
    const before = await readAssessment(w.ctx(w.as.physician), number);
    await changeClient(w.ctx(), number, { health: { diagnoses: ["hypertension", "diabetes"] } });
    expect((await readAssessment(w.ctx(w.as.physician), number)).assessment).toEqual(before.assessment);
  });

  test("results that come after the signature make a further version beside the signed one; signing it amends", async () => {
    const w = await world();
    const number = await signed(w);
    await enter(w, number, exam, results({ ALT: [130, "U/L"], AST: [60, "U/L"] }));
    const { versions } = await readAssessment(w.ctx(w.as.physician), number);
    expect(versions).toMatchObject([
      { version: 2, state: "proposed" },
      { version: 1, state: "signed" },
    ]);
    await signAssessment(w.ctx(w.as.physician), number, exam, 2, { reason: "补充肝功能结果" });
    const file = await openFile(w.ctx(w.as.physician), number);
    expect(file.assessments).toMatchObject([
      { version: 2, state: "signed" },
      { version: 1, state: "superseded" },
    ]);
    expect(file.cycles).toHaveLength(1);
    expect((await openOf(w, number)).map(({ concern }) => concern)).toContain("liver");
  });
});

describe("teaching", () => {
  test("a piece understood brings the next level of its concern; a wrong answer leaves it to be read again", async () => {
    const w = await world();
    const number = await signed(w);
    await releaseReport(w.ctx(w.as.physician), number, exam, 1);
    const her = w.ctx(w.as.client(number));
    const [first] = (await openFile(her, number)).shelf.filter(
      ({ piece }) => piece.topic === "blood-pressure",
    );
    if (!first) throw new Error("nothing about blood pressure was given");
    const right = Object.fromEntries(first.piece.quiz.map(({ id, answer }) => [id, answer]));
    const wrong = { ...right, [first.piece.quiz[0].id]: (first.piece.quiz[0].answer + 1) % 3 };
    const failed = await learn(her, number, first.piece.id, { answers: wrong });
    expect([failed.assignment.state, failed.next]).toEqual(["opened", []]);
    const understood = await learn(her, number, first.piece.id, { answers: right });
    expect(understood.assignment.state).toBe("understood");
    expect(understood.next.map(({ level }) => level)).toContain("do");
    expect((await learn(her, number, first.piece.id, { answers: right })).next).toEqual([]);
  });
});
