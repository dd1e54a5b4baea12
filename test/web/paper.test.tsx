import { describe, expect, test } from "vitest";
import { typeset } from "../../functions/web/paper/press.ts";
import { sheetOf } from "../../functions/web/paper/sheet-of.ts";
import { countersignAssessment, readAssessment, writeConclusion } from "../../shared/assessment/index.ts";
import {
  amendAssessment,
  recallReport,
  receiveResults,
  releaseReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { type ReadPdf, readPdf } from "../support/pdf.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { browsing, conclusion, examined, exams } from "./me-story.ts";
import { visitor } from "./visitor.ts";

const day = "2026-11-12";

async function released(otherwise: Parameters<typeof enrolled>[1] = {}) {
  const w = await world();
  const { number } = await enrolled(w, otherwise);
  for (const exam of exams) await examined(w, number, exam);
  return { w, number };
}

const paper = async (w: World, number: string, lang = "zh") => {
  const answer = await (await visitor(w, w.as.physician)).get(`/reports/${number}/${day}.pdf?lang=${lang}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return readPdf(answer.body);
};

const flat = (text: string) => text.replace(/\s+/g, " ");
/** The code in the address the paper leads to. */
const codeIn = ({ objects }: ReadPdf) => /\/URI\s*\([^)]*\/verify\/([^)]+)\)/.exec(objects)?.[1] ?? "";

describe("a report on paper", () => {
  test("prints rare characters of a name as text, not as boxes", async () => {
    const { w, number } = await released({ name: "䶮㛃喆堃" });
    expect((await paper(w, number)).text).toContain("䶮㛃喆堃");
  });

  test("says it all in Chinese, in English or in both", async () => {
    const { w, number } = await released({ nameLatin: "Lin Yawen" });
    const [zh, en, both] = [
      flat((await paper(w, number, "zh")).text),
      flat((await paper(w, number, "en")).text),
      flat((await paper(w, number, "both")).text),
    ];
    for (const said of [
      "总检结论",
      "空腹血糖",
      "▲",
      "偏高",
      "历年变化",
      conclusion.zh.slice(0, 6),
      "主任医师",
    ])
      expect(zh).toContain(said);
    for (const said of ["Conclusion", "Fasting glucose", "High", "Through the years", "No need to worry"])
      expect(en).toContain(said);
    expect(zh).not.toContain("Fasting glucose");
    expect(en).not.toMatch(/总检|空腹血糖/);
    expect(both).toContain("空腹血糖");
    expect(both).toContain("Fasting glucose");
  });

  test("is tagged and marked as PDF/UA-1, in its language, with its title and words for every drawing", async () => {
    const { w, number } = await released();
    const { objects, pages } = await paper(w, number, "en");
    expect(objects).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(objects).toContain("/StructTreeRoot");
    expect(objects).toMatch(/\/Lang\s*\(en/);
    expect(objects).toMatch(/pdfuaid:part>?[="]*1/);
    expect(objects).toMatch(/\/DisplayDocTitle true/);
    expect(objects.match(/\/S\s*\/Figure/g)?.length).toBe(objects.match(/\/Alt\s*[(<]/g)?.length);
    expect(objects).toMatch(/\/S\s*\/TH\b/);
    expect(pages).toBeGreaterThan(1);
  });

  test("prints whatever somebody typed as text: no markup of it is ever read", async () => {
    const typed = '#panic("x") $sum$ *b* = h @a <b> \\ `r` #read("/etc/passwd")';
    const w = await world();
    const { number } = await enrolled(w, { name: `王#eval("1")` });
    await examined(w, number, exams[2] as (typeof exams)[number], false);
    await amendAssessment(w.ctx(w.as.physician), number, day);
    await signAssessment(w.ctx(w.as.physician), number, day, 2, {
      conclusion: { zh: typed, en: typed },
      reason: typed,
    });
    const { text } = await paper(w, number);
    const bare = (one: string) => one.replace(/\s+/g, "");
    expect(bare(text)).toContain(bare(typed));
    expect(bare(text)).toContain('#eval("1")');
  });

  test("of something not signed or not released says so, and has no code", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, exams[2] as (typeof exams)[number], false);
    const signed = await paper(w, number);
    expect(signed.text).toContain("尚未发布");
    expect(codeIn(signed)).toBe("");
    await releaseReport(w.ctx(w.as.physician), number, day, 1);
    expect((await paper(w, number)).text).not.toContain("尚未发布");
  });

  test("of 300 results is set, every row of it", async () => {
    const { w, number } = await released();
    const view = await readAssessment(w.ctx(w.as.physician), number, day);
    const exam = view.exams.find(({ date }) => date === day);
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`X${at}`, { value: at, unit: "", date: day }]),
    );
    const sheet = sheetOf(
      {
        client: view.client,
        assessment: view.assessment,
        exams: [{ ...exam, date: day, results: many } as never],
        next: [],
        plan: undefined,
        address: undefined,
      },
      "zh",
    );
    const { text } = readPdf(await typeset(sheet));
    for (const at of [0, 150, 299]) expect(text).toContain(`X${at}`);
  });

  test("is the client's own to keep, and each printing leaves a trace", async () => {
    const { w, number } = await released();
    const hers = await browsing(w, w.as.client(number));
    const { status, response } = await hers.get(`/me/report/${day}.pdf`);
    expect(status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(readPdf(new Uint8Array(await response.arrayBuffer())).text).toContain(number);
    const traces = (await w.entries()).filter(({ action }) => action === "pdf.opened");
    expect(traces).toMatchObject([{ subject: `C#${number}`, refs: { date: day, version: 1 } }]);
    const other = await browsing(w, w.as.client("P-999999999"));
    expect((await other.get(`/me/report/${day}.pdf`)).status).toBe(404);
    expect((await hers.get("/me/report/2020-01-01.pdf")).status).toBe(404);
  });
});

describe("the paper of a recalled report", () => {
  test("is not handed out: the client and staff are told it was recalled, staff may see what was issued, marked", async () => {
    const { w, number } = await released();
    await recallReport(w.ctx(w.as.physician), number, day, 1, { cause: "wrong person", reason: "样本贴错" });
    const hers = await browsing(w, w.as.client(number));
    const own = await hers.get(`/me/report/${day}.pdf`);
    expect([own.status, own.response.headers.get("content-type")]).toEqual([410, "text/html; charset=UTF-8"]);
    expect(own.html).toContain("it was recalled");
    expect(own.html).not.toMatch(/样本|Fasting|血糖/);
    const staff = await browsing(w, w.as.nurse);
    const asked = await staff.get(`/reports/${number}/${day}.pdf`);
    expect(asked.status).toBe(410);
    expect(asked.html).toContain("?version=1");
    const kept = await staff.get(`/reports/${number}/${day}.pdf?version=1&lang=en`);
    const { text, objects } = readPdf(new Uint8Array(await kept.response.arrayBuffer()));
    expect(flat(text)).toContain("Do not act on it");
    expect(objects).not.toContain("/verify/");
    expect((await staff.get(`/reports/${number}/${day}.pdf?version=9`)).status).toBe(404);
  });
});

describe("two hands and every department", () => {
  test("stand on the paper as they were signed; a second one that is missing is said to be", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const results = [
      { item: "CTIRADS", value: "4A", unit: "" },
      { item: "THYMM", value: 9, unit: "mm" },
    ];
    await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
    await writeConclusion(w.ctx(w.as.sonographer), number, day, "ultrasound", {
      outcome: "abnormal",
      text: { zh: "甲状腺结节，C-TIRADS 4A。", en: "Thyroid nodule, C-TIRADS 4A." },
    });
    expect(flat((await paper(w, number)).text)).toContain("草稿，尚未签发");
    await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
    const waits = flat((await paper(w, number, "en")).text);
    expect(waits).toContain("Waits for a second physician");
    expect(waits).toContain("Ultrasound");
    expect(waits).toContain("Thyroid nodule, C-TIRADS 4A.");
    await countersignAssessment(w.ctx(w.as.otherPhysician), number, day, 1);
    await releaseReport(w.ctx(w.as.physician), number, day, 1);
    const both = flat((await paper(w, number, "both")).text);
    for (const said of ["周志远", "徐文博", "第二签名", "second signature", "超声科", "甲状腺结节"])
      expect(both).toContain(said);
    expect(both).not.toContain("Waits for a second");
  });
});

describe("the code on a paper", () => {
  test("says to anybody that the paper is ours and in force, amended or recalled, and nothing about the person", async () => {
    const { w, number } = await released({ nameLatin: "Lin Yawen" });
    const code = codeIn(await paper(w, number));
    const anybody = await browsing(w);
    const ask = async () => (await anybody.get(`/verify/${code}`)).html;
    const first = await ask();
    expect(first).toContain("It is in force");
    expect(first).not.toMatch(new RegExp(`${number}|林雅文|Lin Yawen|${day}|12 November|glucose|pressure`));
    const ctx = w.ctx(w.as.physician);
    await amendAssessment(ctx, number, day);
    await signAssessment(ctx, number, day, 2, { reason: "更正" });
    expect(await ask()).toContain("It is in force");
    await releaseReport(ctx, number, day, 2);
    expect(await ask()).toContain("It was amended since");
    await recallReport(ctx, number, day, 2, { cause: "entered in error", reason: "录入有误" });
    expect(await ask()).toContain("It was recalled");
  });

  test("changed in one letter, or made by somebody else, is unknown, and neither address is told on", async () => {
    const { w, number } = await released();
    const code = codeIn(await paper(w, number));
    const anybody = await browsing(w);
    const [body = "", signed = ""] = code.split(".");
    for (const forged of [`${body}.${signed.slice(1)}A`, `${body.slice(1)}A.${signed}`, "x", `${code}.x`]) {
      const { status, html, response } = await anybody.get(`/verify/${forged}`);
      expect([status, html.includes("We do not know this code")], forged).toEqual([404, true]);
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("x-robots-tag")).toContain("noindex");
    }
  });
});
