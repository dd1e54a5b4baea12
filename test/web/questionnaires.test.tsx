import { describe, expect, it } from "vitest";
import { readQuestionnaires } from "../../shared/assessment/index.ts";
import {
  bookExam,
  openFile,
  receiveResults,
  releaseReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { casesFor } from "../../shared/monitoring/index.ts";
import { examsOf, resultGroupsOf } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { visitor } from "./visitor.ts";

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");

const inMain = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";

const answers = (points: readonly number[]) =>
  Object.fromEntries(points.map((one, at) => [`answers.${at}`, String(one)]));

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const resultsOf = async (w: World, number: string) =>
  examsOf(await resultGroupsOf(w.ctx(), number)).find(({ date }) => date === "2026-11-22")?.results ?? {};

async function her(language: "en" | "zh" = "en") {
  const w = await world();
  const { number } = await enrolled(w);
  return { w, number, she: await visitor(w, w.as.client(number), language) };
}

describe("a questionnaire on her phone", () => {
  it("is found from her home page, with one next to answer", async () => {
    const { she } = await her();
    expect((await she.get("/me")).html).toContain('href="/me/questionnaires"');
    const html = inMain((await she.get("/me/questionnaires")).html);
    expect(text(html)).toContain("Mood");
    expect(html.match(/data-kind="main"/g)).toHaveLength(1);
    expect(html).toMatch(/href="\/me\/questionnaires\/PHQ9" data-kind="main"/);
    expect(html, "made for people from 60 on").not.toContain("GDS15");
    expect(html, "no words without a licence").not.toContain("/ISI");
  });

  it("is one page of native choices, each a question with its own legend", async () => {
    const { she } = await her();
    const { html } = await she.get("/me/questionnaires/PHQ9");
    expect(html.match(/<fieldset/g)).toHaveLength(9);
    expect(html.match(/type="radio"/g)).toHaveLength(36);
    expect(html).toContain("1. Little interest or pleasure in doing things");
    expect(html, "nothing is chosen for her").not.toContain("checked");
    const { she: reader } = await her("zh");
    expect((await reader.get("/me/questionnaires/PHQ9")).html).toContain("1. 做事时提不起劲或没有兴趣");
  });

  it("with questions left out comes back with what was chosen, and a way to each gap", async () => {
    const { w, number, she } = await her();
    const { html, status } = await she.post("/me/questionnaires/GAD7", {
      "answers.0": "2",
      "answers.2": "9",
    });
    expect(status).toBe(200);
    expect(html).toContain('href="#answers.1"');
    expect(html).toContain("Answer question 2.");
    expect(html).toContain("Choose one of the answers to question 3.");
    expect(html).toMatch(/name="answers\.0" value="2" checked/);
    expect(await resultsOf(w, number)).toEqual({});
  });

  it("ends with the plain result, and that it is no diagnosis", async () => {
    const { w, number, she } = await her();
    expect((await she.get("/me/questionnaires/GAD7/answered")).status, "nothing is kept yet").toBe(404);
    const { location } = await she.post("/me/questionnaires/GAD7", answers([2, 2, 2, 2, 2, 1, 0]));
    expect(location).toBe("/me/questionnaires/GAD7/answered");
    const { html } = await she.get(location);
    const words = text(html);
    expect(words).toContain("Your answers come to 11 of 21: moderate symptoms.");
    expect(words).toContain("This is a screening, not a diagnosis.");
    expect(html, "no alarm where none is needed").not.toContain("tel:");
    expect(await resultsOf(w, number)).toMatchObject({ GAD7: { value: 11 } });
    expect(text((await she.get("/me/questionnaires")).html)).toContain("Answered");
  });

  it("answered with a thought of self-harm: help first, whom to call now, and the centre knows", async () => {
    const { w, number, she } = await her("zh");
    const { location } = await she.post("/me/questionnaires/PHQ9", answers([...zeros(8), 1]));
    const { html } = await she.get(location);
    expect(html).toContain('href="tel:12356"');
    expect(html).toContain('href="tel:120"');
    expect(html, "no sum and no band beside it").not.toMatch(/您的得分为|满分|这是筛查/);
    expect(text(html)).toContain("中心今天会给您打电话");
    expect(await casesFor(w.ctx(), number)).toMatchObject([{ kind: "safety", state: "open" }]);
  });

  it("with a thought of self-harm says whom to call although it is not complete, or not taken", async () => {
    const { w, number, she } = await her();
    const gap = await she.post("/me/questionnaires/PHQ9", { "answers.8": "2" });
    expect(gap.html).toContain("Answer question 1.");
    expect(gap.html.indexOf("tel:12356")).toBeGreaterThan(-1);
    expect(gap.html.indexOf("tel:12356")).toBeLessThan(gap.html.indexOf("Answer question 1."));
    expect(text(gap.html)).toContain("Somebody from the centre calls you today");
    expect(await casesFor(w.ctx(), number)).toMatchObject([{ kind: "safety", state: "open" }]);
    await she.post("/me/questionnaires/PHQ9", answers([...zeros(8), 3]));
    const less = await she.post("/me/questionnaires/PHQ9", answers([...zeros(8), 1]));
    expect(text(less.html)).toContain("please tell the centre");
    expect(less.html).toContain('href="tel:12356"');
    expect(await resultsOf(w, number)).toMatchObject({ PHQ9I9: { value: 3 } });
  });

  it("answered with a thought of self-harm is not taken back by a second try", async () => {
    const { w, number, she } = await her();
    await she.post("/me/questionnaires/PHQ9", answers([...zeros(8), 1]));
    const { html } = await she.post("/me/questionnaires/PHQ9", answers(zeros(9)));
    expect(text(html)).toContain("please tell the centre");
    expect(await resultsOf(w, number)).toMatchObject({ PHQ9I9: { value: 1 } });
  });

  it("on the morning of a visit moves nothing of it: booked before, booked after, also once they are released", async () => {
    const { w, number, she } = await her();
    const physician = w.ctx(w.as.physician);
    const date = "2026-11-23";
    await bookExam(w.ctx(w.as.frontDesk), { client: number, package: "basic", date, time: "08:00" });
    w.clock.advance({ hours: 22 });
    const now = async () => [
      /aria-current="step">([^<]*)/.exec((await she.get("/me")).html)?.[1],
      /aria-current="step">([^<]*)/.exec((await doctor.get(`/clients/${number}`)).html)?.[1],
    ];
    const doctor = await visitor(w, w.as.physician);
    const before = await now();
    expect(before).toEqual(["Booked", "Booked"]);
    await she.post("/me/questionnaires/GAD7", answers(zeros(7)));
    expect(await now()).toEqual(before);
    await signAssessment(physician, number, date, 1, {});
    await releaseReport(physician, number, date, 1);
    expect(await now()).toEqual(before);
    expect((await openFile(physician, number)).cycles).toEqual([]);
  });

  it("of somebody else is not there", async () => {
    const { number, she } = await her();
    expect((await she.get(`/clients/${number}/questionnaires`)).status).toBe(404);
    expect((await she.get("/me/questionnaires/NONE")).status).toBe(404);
  });
});

describe("a questionnaire filled in for a client", () => {
  it("is reached from the file, and leads back with what was kept", async () => {
    const { w, number } = await her();
    const manager = await visitor(w, w.as.healthManager);
    expect((await manager.get(`/clients/${number}`)).html).toContain(
      `href="/clients/${number}/questionnaires"`,
    );
    const list = await manager.get(`/clients/${number}/questionnaires`);
    expect(list.html).toContain(`/clients/${number}/questionnaires/AUDITC`);
    const done = await manager.post(`/clients/${number}/questionnaires/AUDITC`, answers([3, 1, 1]));
    expect([done.status, done.location]).toEqual([303, `/clients/${number}/questionnaires`]);
    expect(await resultsOf(w, number)).toMatchObject({ AUDITC: { value: 5 } });
    expect(text((await manager.get(`/clients/${number}`)).html)).toContain("Alcohol, in three questions");
    const again = text((await manager.get(`/clients/${number}/questionnaires/AUDITC`)).html);
    expect(again, "what was answered, in the words that were asked").toContain("2 to 3 times a week (3)");
  });

  it("goes to the exam under review unless a day is given, and never to one to come", async () => {
    const { w, number } = await her();
    const results = [{ item: "SBP", value: 120, unit: "mm[Hg]" }];
    await receiveResults(w.ctx(w.as.nurse), number, {
      date: "2026-11-20",
      results,
      from: { source: "desk" },
    });
    const nurse = await visitor(w, w.as.nurse);
    const path = `/clients/${number}/questionnaires/GAD7`;
    const ahead = await nurse.post(path, { ...answers(zeros(7)), date: "2026-12-24" });
    expect(text(ahead.html)).toContain("today at the latest");
    expect((await nurse.post(path, answers(zeros(7)))).status).toBe(303);
    const exams = examsOf(await resultGroupsOf(w.ctx(), number));
    expect(exams.map(({ date }) => date)).toEqual(["2026-11-20"]);
  });

  it("with an answer about safety leads to the file, where its case stands", async () => {
    const { w, number } = await her();
    const nurse = await visitor(w, w.as.nurse);
    const path = `/clients/${number}/questionnaires/PHQ9`;
    const done = await nurse.post(path, answers([...zeros(8), 2]));
    expect(done.location).toBe(`/clients/${number}`);
    const [safety] = await casesFor(w.ctx(), number);
    expect((await nurse.get(done.location)).html).toContain(safety?.id ?? "no case");
  });

  it("with gaps, and an answer about safety, says that its case is open", async () => {
    const { w, number } = await her();
    const nurse = await visitor(w, w.as.nurse, "zh");
    const gap = await nurse.post(`/clients/${number}/questionnaires/PHQ9`, { "answers.8": "1" });
    expect(text(gap.html)).toContain("个案已建立");
    expect(await casesFor(w.ctx(), number)).toMatchObject([{ kind: "safety" }]);
    const late = { ...answers([...zeros(8), 3]), date: "2026-12-24" };
    const wrongDay = await nurse.post(`/clients/${number}/questionnaires/PHQ9`, late);
    expect(text(wrongDay.html), "kept with its day only").not.toContain("个案已建立");
  });

  it("is not the front desk's to read or fill in", async () => {
    const { w, number } = await her();
    const desk = await visitor(w, w.as.frontDesk);
    expect((await desk.get(`/clients/${number}/questionnaires`)).status).toBe(403);
    expect((await desk.get(`/clients/${number}`)).html).not.toContain("/questionnaires");
  });
});

describe("licences", () => {
  const lines = (question: string, ...options: string[]) => [question, ...options].join("\r\n");
  const typed = {
    reference: "Mapi 2026-0815",
    "intro.zh": "请回答过去两周的情况。",
    ...Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [
        `q${at}.zh`,
        lines(`问题${at + 1}`, "无", "轻", "中", "重", "极重"),
      ]),
    ),
  };

  it("are kept by the manager, with the words; then the questionnaire is offered", async () => {
    const { w, number } = await her();
    const manager = await visitor(w, w.as.manager);
    expect(text((await manager.get("/settings/questionnaires")).html)).toContain(
      "Words come with the product",
    );
    const done = await manager.post("/settings/questionnaires/ISI", typed);
    expect([done.status, done.location]).toEqual([303, "/settings/questionnaires"]);
    const offered = await readQuestionnaires(w.ctx(w.as.client(number)), number);
    expect(offered.find(({ questionnaire }) => questionnaire.code === "ISI")?.wording.questions[2]).toEqual({
      text: { zh: "问题3", en: "问题3" },
      answers: ["无", "轻", "中", "重", "极重"].map((zh) => ({ zh, en: zh })),
    });
    expect((await manager.get("/settings/questionnaires/ISI")).html).toContain("问题7\n无\n轻");
    await manager.post("/settings/questionnaires/ISI/end", {});
    expect((await readQuestionnaires(w.ctx(w.as.client(number)), number)).length).toBe(offered.length - 1);
  });

  it("with words that do not fit come back with what was typed and the question that does not", async () => {
    const { w } = await her();
    const manager = await visitor(w, w.as.manager);
    const short = await manager.post("/settings/questionnaires/ISI", {
      ...typed,
      "q1.zh": lines("问题2", "无"),
    });
    expect(short.html).toContain('href="#q1.zh"');
    expect(text(short.html)).toContain("below it 5 answers");
    expect(short.html).toContain("问题7");
    const uneven = await manager.post("/settings/questionnaires/ISI", {
      ...typed,
      "q0.en": "Only the question",
    });
    expect(uneven.html).toContain('href="#q0.en"');
    const nothing = await manager.post("/settings/questionnaires/ISI", { reference: "" });
    for (const field of ["reference", "intro.zh", "q6.zh"])
      expect(nothing.html).toContain(`href="#${field}"`);
  });

  it("are nobody else's business, and none is kept for words that are free", async () => {
    const { w } = await her();
    expect((await (await visitor(w, w.as.physician)).get("/settings/questionnaires")).status).toBe(403);
    expect((await (await visitor(w, w.as.manager)).get("/settings/questionnaires/PHQ9")).status).toBe(404);
  });
});
