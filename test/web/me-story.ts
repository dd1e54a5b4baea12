import { create } from "../../functions/web/app.tsx";
import { reviewAssessment } from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { receiveResults, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

type Values = Record<string, [number, string]>;

const pressure = (upper: number, lower: number): Values => ({
  SBP: [upper, "mm[Hg]"],
  DBP: [lower, "mm[Hg]"],
});

const blood: Values = {
  TC: [5.0, "mmol/L"],
  TG: [1.2, "mmol/L"],
  HDLC: [1.4, "mmol/L"],
  CREA: [60, "umol/L"],
  UA: [310, "umol/L"],
  ALT: [22, "U/L"],
  AST: [20, "U/L"],
  HGB: [132, "g/L"],
  PLT: [220, "10*9/L"],
  WBC: [5.6, "10*9/L"],
};

/** Three yearly exams whose blood pressure, glucose and LDL creep up; the last ten days ago. */
export const exams: readonly { date: string; values: Values }[] = [
  { date: "2024-11-19", values: { ...pressure(134, 80), FPG: [5.7, "mmol/L"], LDLC: [3.3, "mmol/L"] } },
  { date: "2025-11-18", values: { ...pressure(138, 84), FPG: [6.0, "mmol/L"], LDLC: [3.5, "mmol/L"] } },
  {
    date: "2026-11-12",
    values: {
      ...pressure(148, 92),
      FPG: [6.4, "mmol/L"],
      LDLC: [3.6, "mmol/L"],
      HEIGHT: [163, "cm"],
      WEIGHT: [66.2, "kg"],
      ...blood,
    },
  },
];

export const conclusion = {
  zh: "不用紧张。先把七天血压测完，需不需要用药，我们看了数据再商量。",
  en: "No need to worry. First measure for seven days; whether tablets are needed we decide on the numbers.",
};

/** One exam in, reviewed and signed; released unless told otherwise. */
export async function examined(
  w: World,
  number: string,
  { date, values }: (typeof exams)[number],
  release = true,
): Promise<void> {
  const results = Object.entries(values).map(([item, [value, unit]]) => ({ item, value, unit }));
  await receiveResults(w.ctx(w.as.nurse), number, { date, results, from: { source: "desk" } });
  await reviewAssessment(w.ctx(w.as.physician), number, date, 1, conclusion);
  await signAssessment(w.ctx(w.as.physician), number, date, 1, {});
  if (release) await releaseReport(w.ctx(w.as.physician), number, date, 1);
}

/** A client with three released reports, and the web as she sees it. */
export async function herWorld(many = 3): Promise<{ w: World; number: string; her: Browsing }> {
  const w = await world();
  const { number } = await enrolled(w, { nameLatin: "Lin Yawen" });
  for (const exam of exams.slice(exams.length - many)) await examined(w, number, exam);
  return { w, number, her: await browsing(w, w.as.client(number)) };
}

/** Somebody at the pages: what a browser without JavaScript would send. */
export interface Browsing {
  get(path: string, language?: "en" | "zh"): Promise<{ status: number; html: string; response: Response }>;
  post(
    path: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; html: string; to: string | null }>;
}

export async function browsing(w: World, actor?: Actor): Promise<Browsing> {
  const app = create(w.home);
  const session = actor ? `session=${await w.token(actor)}; ` : "";
  return {
    async get(path, language = "en") {
      const response = await app.request(path, { headers: { cookie: `${session}language=${language}` } });
      return { status: response.status, html: await response.clone().text(), response };
    },
    async post(path, fields) {
      const response = await app.request(path, {
        method: "POST",
        headers: {
          cookie: `${session}language=en`,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
        },
        body: new URLSearchParams(fields).toString(),
      });
      return { status: response.status, html: await response.text(), to: response.headers.get("location") };
    },
  };
}
