import { expect, test } from "vitest";
import { readAssessment } from "../../shared/assessment/index.ts";
import { openFile, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examDay, examined, visitor } from "./examined.ts";

const lastYear = "2025-11-18";
const well = { SBP: 118, DBP: 74, LDLC: 2.6, ALT: 20 };

async function signed(
  w: World,
  client: string,
  date: string,
  values: Record<string, number>,
  release = true,
) {
  await examined(w, client, values, date);
  await signAssessment(w.ctx(w.as.physician), client, date, 1, {});
  if (release) await releaseReport(w.ctx(w.as.physician), client, date, 1);
  w.clock.advance({ minutes: 5 });
}

test("what is gone stands in the review, in the file and in the client's report, with then and now", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  await signed(w, number, lastYear, { ...well, LDLC: 4.4 });
  await examined(w, number, well);
  const physician = await visitor(w, w.as.physician);
  const review = await physician.get(`/review/${number}/${examDay}/1`);
  expect(review.html).toContain("Better: no longer found");
  expect(review.html).toMatch(/LDL-C 4\.4 on 2025-11-18, now 2\.6 mmol\/L/);
  await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
  await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
  expect((await physician.get(`/clients/${number}`)).html).toContain("Better: no longer found");
  const hers = await visitor(w, w.as.client(number), "zh");
  const report = await hers.get(`/me/report/${examDay}`);
  expect(report.html).toContain("好转：本次未再发现");
  expect(report.html).toContain("2025-11-18 为 4.4，本次 2.6");
});

test("a disease with good values is not called over: the client is told to go on with the care", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  await signed(w, number, "2024-11-15", { ...well, LDLC: 4.4, SBP: 150, DBP: 96 });
  await signed(w, number, lastYear, { ...well, LDLC: 4.5, SBP: 152, DBP: 97 });
  await signed(w, number, examDay, well);
  const hers = await visitor(w, w.as.client(number));
  const { html } = await hers.get(`/me/report/${examDay}`);
  expect(html).toMatch(/stop no medicine without asking your doctor/);
  expect(html).toContain("High blood pressure, in range today");
});

test("nothing of an exam that was not released reaches the client by what has changed since", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  await signed(w, number, lastYear, { ...well, LDLC: 4.4, SBP: 171 }, false);
  await signed(w, number, examDay, { ...well, SBP: 148 });
  const staff = (await readAssessment(w.ctx(w.as.physician), number)).assessment;
  expect(staff.gone).toMatchObject([{ item: "LDLC" }]);
  expect(staff.findings.some(({ previous }) => previous?.value === 171)).toBe(true);
  const her = w.ctx(w.as.client(number));
  for (const shown of [await readAssessment(her, number), await openFile(her, number)]) {
    expect(shown.assessment).toMatchObject({ date: examDay, gone: [] });
    expect(JSON.stringify(shown.assessment)).not.toMatch(/\b171\b|2025-11-18/);
  }
});
