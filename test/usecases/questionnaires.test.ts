import { describe, expect, it } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import {
  compareRuleSets,
  draftVersion,
  endLicence,
  licenseQuestionnaire,
  readAssessment,
  readQuestionnaires,
  recordConversation,
} from "../../shared/assessment/index.ts";
import { changeClient } from "../../shared/clients/index.ts";
import { answerQuestionnaire, openFile, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { casesFor, followUpsOf, recordContact } from "../../shared/monitoring/index.ts";
import { examsOf, resultGroupsOf } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";

const today = "2026-11-22";
const noneOf = (count: number): number[] => Array.from({ length: count }, () => 0);

async function somebody(otherwise: Parameters<typeof enrolled>[1] = {}) {
  const w = await world();
  const client = await enrolled(w, otherwise);
  const own = w.ctx(w.as.client(client.number));
  const answer = (code: string, answers: readonly (number | null)[], ctx = own, date?: string) =>
    answerQuestionnaire(ctx, client.number, code, { answers: [...answers], ...(date ? { date } : {}) });
  return { w, client, number: client.number, own, answer };
}

const resultsOn = async (w: World, number: string, date = today) =>
  examsOf(await resultGroupsOf(w.ctx(), number)).find((exam) => exam.date === date)?.results ?? {};

const proposed = async (w: World, number: string, date = today) =>
  (await readAssessment(w.ctx(w.as.physician), number, date)).assessment;

const bloodPressure = (w: World, number: string, date: string) =>
  receiveResults(w.ctx(w.as.nurse), number, {
    date,
    results: [
      { item: "SBP", value: 118, unit: "mm[Hg]" },
      { item: "DBP", value: 74, unit: "mm[Hg]" },
    ],
    from: { source: "desk" },
  });

describe("a questionnaire answered", () => {
  it("is kept as its sum and its answers, and assessed at once", async () => {
    const { w, number, answer } = await somebody();
    const answered = await answer("PHQ9", [1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(answered).toMatchObject({ date: today, urgent: false, score: { value: 6, band: { id: "mild" } } });
    expect(await resultsOn(w, number)).toMatchObject({
      PHQ9: { value: 6 },
      PHQ9A: { value: "1 1 1 1 1 1 0 0 0" },
      PHQ9I9: { value: 0 },
    });
    const { findings, scores, grade } = await proposed(w, number);
    expect(findings.map(({ rule }) => rule)).toEqual(["phq9-mild"]);
    expect(grade.path).toBe("sub-health");
    expect(scores.find(({ id }) => id === "PHQ-9")).toMatchObject({ value: 6 });
    expect(
      scores.map(({ id }) => id),
      "what nobody asked is not missing",
    ).not.toContain("GAD-7");
    expect(await casesFor(w.ctx(), number)).toEqual([]);
  });

  it("goes to the newest exam of the last 30 days that is not signed yet", async () => {
    const { w, number, answer } = await somebody();
    await bloodPressure(w, number, "2026-11-05");
    await bloodPressure(w, number, "2026-11-18");
    expect(await answer("GAD7", noneOf(7))).toMatchObject({ date: "2026-11-18" });
    expect(Object.keys(await resultsOn(w, number, "2026-11-18"))).toContain("GAD7");
    expect(await resultsOn(w, number)).toEqual({});
  });

  it("goes to the day itself where the exam is longer ago", async () => {
    const { w, number, answer } = await somebody();
    await bloodPressure(w, number, "2026-10-20");
    expect(await answer("GAD7", noneOf(7))).toMatchObject({ date: today });
  });

  it("after the signature is a further version of the exam, to be signed with its reason", async () => {
    const { w, number, answer } = await somebody();
    const physician = w.ctx(w.as.physician);
    await bloodPressure(w, number, "2026-11-18");
    await signAssessment(physician, number, "2026-11-18", 1, {});
    const before = await openFile(physician, number);
    expect(await answer("GAD7", [2, 2, 2, 2, 2, 0, 0])).toMatchObject({ date: "2026-11-18" });
    expect(await proposed(w, number, "2026-11-18")).toMatchObject({ version: 2, state: "proposed" });
    await expect(signAssessment(physician, number, "2026-11-18", 2, {})).rejects.toMatchObject({
      problems: [{ field: "reason" }],
    });
    await signAssessment(physician, number, "2026-11-18", 2, { reason: "补充问卷" });
    const after = await openFile(physician, number);
    expect(after.cycles).toEqual(before.cycles);
    expect(after.assessment).toMatchObject({ date: "2026-11-18", version: 2 });
  });

  it("on a day that was no exam turns no cycle, drafts no plan and is not the newest grade of the file", async () => {
    const { w, number, answer } = await somebody();
    const physician = w.ctx(w.as.physician);
    await receiveResults(w.ctx(w.as.nurse), number, {
      date: "2026-10-02",
      results: [
        { item: "SBP", value: 122, unit: "mm[Hg]" },
        { item: "DBP", value: 76, unit: "mm[Hg]" },
        { item: "FPG", value: 6.4, unit: "mmol/L" },
      ],
      from: { source: "desk" },
    });
    await signAssessment(physician, number, "2026-10-02", 1, {});
    const before = await openFile(physician, number);
    expect(before.assessment?.grade.path).not.toBe("healthy");
    await answer("GAD7", [2, 2, 2, 2, 2, 0, 0]);
    const waits = await openFile(physician, number);
    expect(waits.assessment).toEqual(before.assessment);
    expect(waits.assessments[0]).toMatchObject({ date: today, state: "proposed" });
    await signAssessment(physician, number, today, 1, {});
    const after = await openFile(physician, number);
    expect(after.cycles).toEqual(before.cycles);
    expect(after.plan).toEqual(before.plan);
    expect(after.shelf).toEqual(before.shelf);
    expect(after.assessment).toEqual(before.assessment);
    expect((await readAssessment(physician, number)).assessment.date).toBe("2026-10-02");
    expect(
      after.followUps.map(({ rule }) => rule),
      "what it asks for is followed",
    ).toContain("gad7-moderate");
    const { id } = await draftVersion(physician, {
      part: "rules",
      base: "2026-11",
      effectiveFrom: "2026-11-23",
      why: "提前干预",
      changes: [{ rule: "bp-high-normal", path: "when.any.0.limit", limit: 125 }],
    });
    await addStaff(w.ctx(), {
      id: "health-manager-1",
      centre: "centre-1",
      name: "林静",
      roles: ["health-manager"],
    });
    expect(await compareRuleSets(physician, { from: "2026-11", to: id })).toMatchObject({
      looked: 1,
      changed: [{ date: "2026-10-02" }],
    });
  });

  it("before any exam opens no turn either; the first exam does", async () => {
    const { w, number, answer } = await somebody();
    const physician = w.ctx(w.as.physician);
    await answer("GAD7", noneOf(7));
    await signAssessment(physician, number, today, 1, {});
    expect(await openFile(physician, number)).toMatchObject({
      cycles: [],
      plan: undefined,
      assessment: undefined,
      assessments: [{ date: today, state: "signed" }],
    });
    await bloodPressure(w, number, "2026-11-20");
    await signAssessment(physician, number, "2026-11-20", 1, {});
    expect(await openFile(physician, number)).toMatchObject({
      cycles: [{ number: 1, openedBy: { date: "2026-11-20" } }],
      assessment: { date: "2026-11-20" },
    });
  });

  it("is refused with each question that has no answer, or one it does not offer; nothing is kept", async () => {
    const { w, number, answer } = await somebody();
    await expect(answer("PHQ9", [0, null, 1, 4, 0, 0, 0, 0])).rejects.toMatchObject({
      code: "InvalidInput",
      problems: [
        { field: "answers.1", message: { en: "Answer question 2." } },
        { field: "answers.3", message: { en: "Choose one of the answers to question 4." } },
        { field: "answers.8", message: { zh: "请回答第9题。" } },
      ],
    });
    await expect(answer("GAD7", noneOf(8))).rejects.toMatchObject({ problems: [{ field: "answers.7" }] });
    expect(await resultsOn(w, number)).toEqual({});
  });

  it("sent twice is one; what was said about safety is the centre's to put right", async () => {
    const { w, number, answer } = await somebody();
    await answer("PHQ9", [...noneOf(8), 1]);
    const before = await w.dump();
    await answer("PHQ9", [...noneOf(8), 1]);
    expect(await w.dump()).toEqual(before);
    await expect(answer("PHQ9", noneOf(9))).rejects.toMatchObject({ code: "Conflict" });
    expect(await w.dump(), "what was said about safety is not taken back").toEqual(before);
    await answer("PHQ9", [1, ...noneOf(7), 1]);
    expect(await resultsOn(w, number)).toMatchObject({ PHQ9: { value: 2 } });
    await answer("PHQ9", noneOf(9), w.ctx(w.as.nurse));
    expect(await resultsOn(w, number)).toMatchObject({ PHQ9: { value: 0 } });
    expect(await casesFor(w.ctx(), number), "the talk with the client is still to come").toMatchObject([
      { state: "open", next: { step: "escalate 1" } },
    ]);
  });

  it("on paper is filled in by the centre, for its day", async () => {
    const { w, number, answer } = await somebody();
    const nurse = w.ctx(w.as.nurse);
    expect(await answer("AUDITC", [2, 1, 1], nurse, "2026-11-20")).toMatchObject({ date: "2026-11-20" });
    expect((await proposed(w, number, "2026-11-20")).findings).toMatchObject([{ rule: "audit-c-positive" }]);
    for (const date of ["2026-11-23", "2026-10-01"])
      await expect(answer("AUDITC", [0, 0, 0], nurse, date)).rejects.toMatchObject({
        problems: [{ field: "date" }],
      });
  });

  it("is offered to whom it was made for", async () => {
    const { own, number, answer } = await somebody();
    const codes = (await readQuestionnaires(own, number)).map(({ questionnaire }) => questionnaire.code);
    expect(codes).toEqual(["PHQ9", "GAD7", "AUDITC"]);
    await expect(answer("GDS15", noneOf(15))).rejects.toMatchObject({ code: "NotFound" });
    const older = await somebody({ document: { kind: "national-id", text: nationalId("1958-03-12", 122) } });
    expect(await older.answer("GDS15", [...noneOf(10), 1, 1, 1, 1, 1])).toMatchObject({
      score: { value: 5, band: { id: "positive" } },
    });
    expect(await older.answer("PHQ9", noneOf(9))).toMatchObject({ score: { band: { id: "minimal" } } });
  });

  it("says when it was answered, also before the report is released, and never what", async () => {
    const { own, number, answer } = await somebody();
    await answer("GAD7", [3, 3, 3, 3, 3, 3, 3]);
    const asking = await readQuestionnaires(own, number);
    expect(asking.map(({ questionnaire, answered }) => [questionnaire.code, answered])).toEqual([
      ["PHQ9", undefined],
      ["GAD7", today],
      ["AUDITC", undefined],
    ]);
    expect(asking.map(({ answers }) => answers)).toEqual([undefined, undefined, undefined]);
    expect((await openFile(own, number)).exams, "results come with the report").toEqual([]);
  });

  it("ends the follow-up that asked for it", async () => {
    const { w, number, answer } = await somebody();
    await answer("GAD7", [2, 2, 2, 2, 2, 0, 0]);
    await signAssessment(w.ctx(w.as.physician), number, today, 1, {});
    expect(await followUpsOf(w.ctx(), number)).toMatchObject([{ rule: "gad7-moderate", concern: "anxiety" }]);
    w.clock.advance({ days: 10 });
    await answer("GAD7", noneOf(7));
    expect(await followUpsOf(w.ctx(), number)).toMatchObject([{ rule: "gad7-moderate", state: "done" }]);
  });
});

describe("an answer about death or self-harm", () => {
  const worried = [1, 2, 2, 1, 1, 1, 1, 1, 1];

  it("opens a case the moment it is given, and is the most urgent finding", async () => {
    const { w, number, answer } = await somebody();
    expect(await answer("PHQ9", worried)).toMatchObject({ urgent: true, score: { value: 11 } });
    expect(await casesFor(w.ctx(), number)).toMatchObject([
      { kind: "safety", item: "PHQ9I9", state: "open", date: today },
    ]);
    const { findings } = await proposed(w, number);
    expect(findings.map(({ rule, severity, followUp }) => [rule, severity, followUp])).toEqual([
      ["phq9-item9", 4, "phq9-item9"],
      ["phq9-moderate", 2, "phq9-moderate"],
    ]);
  });

  it("opens its case although another question is blank, and once: the whole sent later doubles nothing", async () => {
    const { w, number, answer } = await somebody();
    const gap = [1, null, 2, 1, 1, 1, 1, 1, 2];
    for (let times = 0; times < 2; times++)
      await expect(answer("PHQ9", gap)).rejects.toMatchObject({ problems: [{ field: "answers.1" }] });
    const opened = {
      kind: "safety",
      state: "open",
      tellBy: "2026-11-22T03:00:00.000Z",
      seen: [{ value: 2 }],
    };
    expect(await casesFor(w.ctx(), number)).toMatchObject([opened]);
    expect(Object.keys(await resultsOn(w, number)), "no sum of what was not answered").toEqual(["PHQ9I9"]);
    w.clock.advance({ minutes: 10 });
    await expect(answer("PHQ9", noneOf(9)), "not taken back").rejects.toMatchObject({ code: "Conflict" });
    expect(await answer("PHQ9", [1, 1, ...gap.slice(2)])).toMatchObject({ urgent: true, date: today });
    const cases = await casesFor(w.ctx(), number);
    expect(cases).toMatchObject([opened]);
    expect(cases[0]?.seen).toHaveLength(1);
    expect(await resultsOn(w, number)).toMatchObject({ PHQ9: { value: 11 }, PHQ9I9: { value: 2 } });
    const { findings } = await proposed(w, number);
    expect(findings.filter(({ rule }) => rule === "phq9-item9")).toHaveLength(1);
  });

  it("that is none of the choices, or is answered with none, keeps nothing of a form with gaps", async () => {
    const { w, number, answer } = await somebody();
    for (const said of [0, 4, null])
      await expect(answer("PHQ9", [null, ...noneOf(7), said])).rejects.toMatchObject({
        code: "InvalidInput",
      });
    expect([await resultsOn(w, number), await casesFor(w.ctx(), number)]).toEqual([{}, []]);
  });

  it("given days after another answer opens its case too", async () => {
    const { w, number, answer } = await somebody();
    await bloodPressure(w, number, "2026-11-20");
    await answer("PHQ9", noneOf(9));
    w.clock.advance({ days: 3 });
    expect(await answer("PHQ9", [...noneOf(8), 3])).toMatchObject({ urgent: true, date: "2026-11-20" });
    expect(await casesFor(w.ctx(), number)).toMatchObject([{ state: "open", seen: [{ value: 3 }] }]);
  });

  it("given after the signature opens its case at once, on the day it is given where the exam has answers", async () => {
    const { w, number, answer } = await somebody();
    await bloodPressure(w, number, "2026-11-20");
    await answer("PHQ9", noneOf(9));
    await signAssessment(w.ctx(w.as.physician), number, "2026-11-20", 1, {});
    expect(await answer("PHQ9", [...noneOf(8), 2])).toMatchObject({ urgent: true, date: today });
    expect(await casesFor(w.ctx(), number)).toMatchObject([
      { state: "open", date: today, tellBy: "2026-11-22T03:00:00.000Z" },
    ]);
  });

  it("asks for both: the conversation today, and the mood again within two weeks", async () => {
    const { w, number, answer } = await somebody();
    await answer("PHQ9", worried);
    await signAssessment(w.ctx(w.as.physician), number, today, 1, {});
    const open = await followUpsOf(w.ctx(), number);
    expect(open.map(({ rule, overdueAfter }) => [rule, overdueAfter]).toSorted()).toEqual([
      ["phq9-item9", today],
      ["phq9-moderate", "2026-12-06"],
    ]);
  });

  it("is told by a person before the report can be read", async () => {
    const { w, number, answer } = await somebody();
    const physician = w.ctx(w.as.physician);
    await answer("PHQ9", worried);
    const [safety] = await casesFor(w.ctx(), number);
    await signAssessment(physician, number, today, 1, {});
    const release = () => releasedByTwo(w, number, today);
    await expect(release()).rejects.toThrow("nobody has been told");
    await recordContact(physician, {
      client: number,
      id: safety?.id ?? "",
      person: "client",
      channel: "phone",
      outcome: "confirmed",
      note: "约定明日门诊",
    });
    await expect(release(), "that one is safe is not yet what was found").rejects.toThrow(
      "Speak with the client about this exam first",
    );
    await recordConversation(physician, number, today, { note: "已当面沟通，情绪稳定。" });
    await release();
    expect((await readAssessment(w.ctx(w.as.client(number)), number, today)).assessment.date).toBe(today);
  });

  it("keeps the report of milder answers back too, until somebody has spoken of it", async () => {
    const { w, number, answer } = await somebody();
    const physician = w.ctx(w.as.physician);
    await answer("GAD7", [2, 2, 2, 0, 0, 0, 0]);
    await answer("PHQ9", noneOf(9));
    await signAssessment(physician, number, today, 1, {});
    await expect(releasedByTwo(w, number, today)).rejects.toThrow(
      "Speak with the client about this exam first",
    );
    await recordConversation(physician, number, today, { note: "已沟通。" });
    await releasedByTwo(w, number, today);
  });

  it("and no report is kept back by answers that show nothing", async () => {
    const { w, number, answer } = await somebody();
    await answer("PHQ9", [1, 1, ...noneOf(7)]);
    await answer("AUDITC", [4, 2, 2]);
    await signAssessment(w.ctx(w.as.physician), number, today, 1, {});
    await releasedByTwo(w, number, today);
  });
});

describe("words that are not free", () => {
  const line = (text: string) => ({ zh: text });
  const isi = {
    reference: "Mapi 2026-0815",
    wording: {
      intro: line("过去两周"),
      questions: Array.from({ length: 7 }, (_, at) => ({
        text: line(`第${at + 1}问`),
        answers: ["无", "轻", "中", "重", "极重"].map(line),
      })),
    },
  };

  it("are asked only under the centre's licence, and not any more once it ended", async () => {
    const { w, own, number, answer } = await somebody();
    const manager = w.ctx(w.as.manager);
    await expect(answer("ISI", noneOf(7))).rejects.toMatchObject({ code: "NotFound" });
    await licenseQuestionnaire(manager, "ISI", isi);
    const offered = (await readQuestionnaires(own, number)).find(
      ({ questionnaire }) => questionnaire.code === "ISI",
    );
    expect(offered?.wording.questions[6]?.text, "no English was given").toEqual({ zh: "第7问", en: "第7问" });
    await answer("ISI", [2, 2, 2, 2, 2, 0, 0]);
    expect((await proposed(w, number)).findings).toMatchObject([
      { rule: "isi-subthreshold", concern: "sleep" },
    ]);
    await endLicence(manager, "ISI");
    await expect(answer("ISI", noneOf(7))).rejects.toMatchObject({ code: "NotFound" });
    expect(await resultsOn(w, number), "what was answered stays").toMatchObject({ ISI: { value: 10 } });
    await expect(endLicence(manager, "ISI")).rejects.toMatchObject({ code: "NotFound" });
    await licenseQuestionnaire(manager, "ISI", { ...isi, reference: "Mapi 2027-0001" });
    await answer("ISI", [2, 2, 2, 2, 2, 0, 0]);
  });

  it("must fit the questionnaire, question by question; free ones need no licence", async () => {
    const { w } = await somebody();
    const manager = w.ctx(w.as.manager);
    const [first, ...rest] = isi.wording.questions;
    const short = { ...first, text: line("第1问"), answers: [line("无")] };
    await expect(
      licenseQuestionnaire(manager, "ISI", {
        ...isi,
        wording: { ...isi.wording, questions: [short, ...rest.slice(1)] },
      }),
    ).rejects.toMatchObject({
      problems: [{ field: "wording.questions.0" }, { field: "wording.questions.6" }],
    });
    await expect(licenseQuestionnaire(manager, "PHQ9", isi)).rejects.toMatchObject({ code: "Unprocessable" });
    await expect(licenseQuestionnaire(manager, "NONE", isi)).rejects.toMatchObject({ code: "NotFound" });
    await expect(licenseQuestionnaire(w.ctx(w.as.physician), "ISI", isi)).rejects.toMatchObject({
      code: "NotAllowed",
    });
  });

  it("of smoking are not asked of somebody who does not smoke", async () => {
    const { w, own, number } = await somebody();
    const yes = (many: number) => Array.from({ length: many }, (_, at) => line(`选项${at}`));
    await licenseQuestionnaire(w.ctx(w.as.manager), "FTND", {
      reference: "作者来信 2026-11",
      wording: {
        intro: line("吸烟"),
        questions: [4, 2, 2, 4, 2, 2].map((many) => ({ text: line("问"), answers: yes(many) })),
      },
    });
    const offered = async () =>
      (await readQuestionnaires(own, number)).map(({ questionnaire }) => questionnaire.code);
    expect(await offered()).toContain("FTND");
    await changeClient(w.ctx(w.as.healthManager), number, { health: { smoking: "never" } });
    expect(await offered()).not.toContain("FTND");
  });
});
