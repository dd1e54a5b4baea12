import { describe, expect, test } from "vitest";
import {
  formulaCalled,
  inputsSaid,
  readAssessment,
  recordConversation,
} from "../../shared/assessment/index.ts";
import { queryLog } from "../../shared/data/read.ts";
import { releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examined, visitor } from "./examined.ts";

const values = {
  SBP: 152,
  DBP: 88,
  HEIGHT: 162,
  WEIGHT: 66,
  WAIST: 84,
  TC: 6.6,
  HDLC: 1.2,
  LDLC: 4,
  TG: 1.6,
};
const known = {
  smoking: "current",
  homeNorth: "yes",
  homeUrban: "yes",
  familyAscvd: "none",
} as const;

/** A smoker of 52 examined twice, a year apart; both exams signed, the first released. */
async function examinedTwice(w: World) {
  const { number } = await enrolled(w, { health: known });
  await examined(w, number, { ...values, SBP: 138 }, "2025-11-18");
  await examined(w, number, values, "2026-11-18");
  const physician = w.ctx(w.as.physician);
  for (const date of ["2025-11-18", "2026-11-18"]) await signAssessment(physician, number, date, 1, {});
  await recordConversation(physician, number, "2025-11-18", { note: "已电话沟通。" });
  await releaseReport(physician, number, "2025-11-18", 1);
  return number;
}

const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("a score for the physician", () => {
  test("says what went in, its formula, its source, whom it holds for and what it hangs on", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    const { html, status } = await (await visitor(w, w.as.physician)).get(
      `/clients/${number}/scores/CHINA-PAR`,
    );
    expect(status).toBe(200);
    const said = text(html);
    for (const part of [
      "systolic pressure 152 mmHg",
      "total cholesterol 6.6 mmol/L",
      "smoking now yes",
      "living north of the Yangtze yes",
      "Circulation 2016;134:1430",
      "age 35 to 74",
      "What the statement hangs on",
      "What would lower it",
      "smoking now no instead of yes",
      "as signed",
    ])
      expect(said).toContain(part);
  });

  test("shows every input the formula was given, by the value that was measured", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    const { assessment } = await readAssessment(w.ctx(w.as.physician), number, "2026-11-18");
    const risk = assessment.scores.find(({ id }) => id === "CHINA-PAR");
    const one = formulaCalled("CHINA-PAR");
    if (!risk || !one) throw new Error("no China-PAR");
    const html = text(
      (await (await visitor(w, w.as.physician)).get(`/clients/${number}/scores/CHINA-PAR`)).html,
    );
    for (const { label } of inputsSaid(one, risk)) expect(html).toContain(label.en);
  });

  test("stands beside itself through the years, and each reading of it leaves a trace", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    const healthManager = await visitor(w, w.as.healthManager, "zh");
    const { html } = await healthManager.get(`/clients/${number}/scores`);
    expect(text(html)).toContain("心血管风险");
    expect(html).toContain(`/clients/${number}/scores/CHINA-PAR`);
    const { items } = await queryLog(w.ctx(), { pk: `C#${number}` });
    expect(items.map(({ action }) => action)).toContain("scores.opened");
  });

  test("is nobody's at the front desk and nothing for a stranger", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    expect((await (await visitor(w, w.as.frontDesk)).get(`/clients/${number}/scores`)).status).toBe(403);
    const other = await enrolled(w, {
      document: { kind: "passport", text: "E99887766" },
      name: "李四",
      sex: "male",
      birthDate: "1970-01-01",
    });
    const stranger = await visitor(w, w.as.client(other.number));
    expect((await stranger.get(`/clients/${number}/scores`)).status).toBe(404);
  });
});

describe("her risk in plain words", () => {
  test("is told as people of a hundred, with what would lower it, and only what was released", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    const her = await visitor(w, w.as.client(number));
    const said = text((await her.get("/me/report/2025-11-18")).html);
    expect(said).toMatch(
      /Of 100 people like you, about \d+ will have a heart attack or stroke within ten years/,
    );
    expect(said).toMatch(/If you no longer smoked: about \d+ of 100/);
    expect(said).not.toMatch(/PREVENT|SCORE2|Framingham/);
    expect((await her.get("/me/report/2026-11-18")).status).toBe(404);
    const scores = text((await her.get("/me/scores")).html);
    expect(scores).toContain("Body mass index");
    expect(scores).not.toMatch(/PREVENT|SCORE2|Framingham/);
  });

  test("every number of people is the same formula with one thing changed", async () => {
    const w = await world();
    const number = await examinedTwice(w);
    const { assessment } = await readAssessment(w.ctx(w.as.physician), number, "2025-11-18");
    const risk = assessment.scores.find(({ id }) => id === "CHINA-PAR");
    const now = Math.round(risk?.value ?? 0);
    const said = text((await (await visitor(w, w.as.client(number))).get("/me/report/2025-11-18")).html);
    expect(said).toContain(`Now: about ${now} of 100`);
    const would = [...said.matchAll(/If [^:]+: about (\d+) of 100/g)].map(([, n]) => Number(n));
    expect(would.length).toBeGreaterThan(1);
    expect(Math.max(...would)).toBeLessThanOrEqual(now);
    expect(would.at(-1)).toBe(Math.min(...would));
  });
});
