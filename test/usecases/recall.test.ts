import { describe, expect, test } from "vitest";
import {
  readAssessment,
  scoreHistory,
  verificationCode,
  verifyReport,
} from "../../shared/assessment/index.ts";
import { agreePlan, plansOf } from "../../shared/guidance/index.ts";
import {
  amendAssessment,
  openFile,
  openShare,
  recallReport,
  releaseReport,
  shareReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { casesFor, followUpsOf, isOpen, recordContact } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";
import { examined, exams } from "../web/me-story.ts";

const [, before, last] = exams as [(typeof exams)[number], (typeof exams)[number], (typeof exams)[number]];
const wrong = { cause: "wrong person", reason: "样本贴错标签，结果属于他人。" } as const;

/** Two released reports; the later one will turn out to be about somebody else. */
async function released() {
  const w = await world();
  const { number } = await enrolled(w);
  await examined(w, number, before);
  const early = await followUpsOf(w.ctx(), number);
  await examined(w, number, last);
  return { w, number, early };
}

/** The same, the plan of the earlier report agreed. */
async function planned() {
  const w = await world();
  const { number } = await enrolled(w);
  await examined(w, number, before);
  await agreePlan(w.ctx(w.as.client(number)), number);
  await examined(w, number, last);
  return { w, number };
}

const recall = (w: World, number: string, actor = w.as.physician, version = 1) =>
  recallReport(w.ctx(actor), number, last.date, version, wrong);

const asked = (all: Awaited<ReturnType<typeof followUpsOf>>) =>
  all
    .filter(isOpen)
    .map(({ concern, rule, openedBy, due }) => `${concern} ${rule} ${openedBy.date} ${due}`)
    .sort();

describe("a report that is recalled", () => {
  test("is the client's no longer, in any view, while every version stays for staff", async () => {
    const { w, number } = await released();
    await recall(w, number);
    const hers = w.ctx(w.as.client(number));
    await expect(readAssessment(hers, number, last.date)).rejects.toMatchObject({ code: "NotFound" });
    expect((await readAssessment(hers, number)).assessment.date).toBe(before.date);
    const file = await openFile(hers, number);
    expect(file.exams.map(({ date }) => date)).toEqual([before.date]);
    expect(file.followUps.filter(({ openedBy }) => openedBy.date === last.date)).toEqual([]);
    const { series } = await scoreHistory(w.ctx(w.as.physician), number);
    expect(series.flatMap(({ points }) => points.map(({ date }) => date))).not.toContain(last.date);
    const staff = await readAssessment(w.ctx(w.as.physician), number, last.date);
    expect(staff.assessment).toMatchObject({ state: "recalled", recalled: wrong });
    expect(staff.assessment.findings.length).toBeGreaterThan(0);
  });

  test("leaves the follow-ups as if its exam had never been", async () => {
    const { w, number, early } = await released();
    expect(asked(await followUpsOf(w.ctx(), number))).not.toEqual(asked(early));
    await recall(w, number);
    const after = await followUpsOf(w.ctx(), number);
    const concerns = (all: typeof after) => new Set(asked(all).map((one) => one.split(" 20")[0]));
    expect(concerns(after)).toEqual(concerns(early));
    expect(asked(after).filter((one) => one.includes(` ${last.date} `))).toEqual([]);
  });

  test("is told of in one message without a word of health; the one that said it was ready is not sent", async () => {
    const { w, number } = await released();
    await recall(w, number);
    await recall(w, number);
    await w.all();
    const letters = w.mailbox.filter(({ text }) => text.includes(last.date) && !/re-check|复查/.test(text));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("撤回");
    expect(letters[0]?.text).not.toMatch(/标签|血|结果属于/);
    const told = (await w.entries()).filter(({ action }) => action === "report.recalled");
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain("样本");
  });

  test("closes its links and its code says so", async () => {
    const { w, number } = await released();
    const { path, code } = await shareReport(w.ctx(w.as.client(number)), number, {
      date: last.date,
      days: 7,
    });
    const printed = await verificationCode(w.ctx(), number, { date: last.date, version: 1 });
    expect((await verifyReport(w.ctx(), printed)).state).toBe("in force");
    await recall(w, number);
    await expect(openShare(w.ctx(), path.slice("/share/".length), code)).rejects.toMatchObject({
      code: "NotFound",
    });
    expect((await verifyReport(w.ctx(), printed)).state).toBe("recalled");
  });

  test("takes its plan with it: the one before is in force again, as it was", async () => {
    const { w, number } = await planned();
    const plans = async () => (await plansOf(w.ctx(), number)).map(({ number: n, state }) => [n, state]);
    expect(await plans()).toEqual([
      [2, "drafted"],
      [1, "closed"],
    ]);
    await recall(w, number);
    expect(await plans()).toEqual([
      [2, "withdrawn"],
      [1, "agreed"],
    ]);
    for (const actor of [w.as.client(number), w.as.healthManager])
      expect((await openFile(w.ctx(actor), number)).plan).toMatchObject({ number: 1, state: "agreed" });
    await amendAssessment(w.ctx(w.as.physician), number, last.date);
    await signAssessment(w.ctx(w.as.physician), number, last.date, 2, {});
    expect(await plans()).toEqual([
      [3, "drafted"],
      [2, "withdrawn"],
      [1, "closed"],
    ]);
  });

  test("leaves nobody's plan behind where it was the first one", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, last);
    expect((await openFile(w.ctx(w.as.healthManager), number)).plan).toBeDefined();
    await recall(w, number);
    const file = await openFile(w.ctx(w.as.healthManager), number);
    expect([file.plan, file.assessment]).toEqual([undefined, undefined]);
    expect(file.recalled).toMatchObject([{ date: last.date, ...wrong }]);
    const hers = await openFile(w.ctx(w.as.client(number)), number);
    expect([hers.plan, hers.unreleased, hers.cycles, hers.shelf]).toEqual([undefined, [], [], []]);
    expect(hers.recalled).toHaveLength(1);
  });

  test("is not what the care team reads of the client: the report before it is", async () => {
    const { w, number } = await released();
    await recall(w, number);
    const file = await openFile(w.ctx(w.as.healthManager), number);
    expect(file.assessment?.date).toBe(before.date);
    expect(file.assessments.map(({ date, state }) => [date, state])).toContainEqual([last.date, "recalled"]);
    const newest = await readAssessment(w.ctx(w.as.physician), number);
    expect(newest.assessment.date).toBe(before.date);
  });

  test("says so on the open cases of its values, whose clocks go on: somebody must find out whose they are", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, { ...last, values: { ...last.values, K: [6.8, "mmol/L"] } }, false);
    const [{ id = "" } = {}] = await casesFor(w.ctx(), number);
    const said = { person: "client", channel: "phone", outcome: "confirmed" } as const;
    await recordContact(w.ctx(w.as.nurse), { client: number, id, ...said });
    await releasedByTwo(w, number, last.date);
    const [told] = await casesFor(w.ctx(), number);
    await recall(w, number);
    const [after] = await casesFor(w.ctx(), number);
    expect(after).toMatchObject({ state: "told", recalled: { cause: "wrong person" }, looks: told?.looks });
    const log = (await w.entries()).filter(({ action }) => action === "case.report-recalled");
    expect(log).toMatchObject([{ refs: { case: id } }]);
  });

  test("gives way to a right one, which the client sees again", async () => {
    const { w, number } = await released();
    await recall(w, number);
    const ctx = w.ctx(w.as.physician);
    expect(await amendAssessment(ctx, number, last.date)).toEqual({ version: 2 });
    await signAssessment(ctx, number, last.date, 2, {});
    await releaseReport(ctx, number, last.date, 2);
    const view = await readAssessment(w.ctx(w.as.client(number)), number, last.date);
    expect(view.assessment.version).toBe(2);
    expect(view.versions.filter(({ date }) => date === last.date)).toHaveLength(1);
    expect(
      (await followUpsOf(w.ctx(), number)).some((one) => isOpen(one) && one.openedBy.version === 2),
    ).toBe(true);
  });

  test("takes back the versions before it as well", async () => {
    const { w, number } = await released();
    const ctx = w.ctx(w.as.physician);
    await amendAssessment(ctx, number, last.date);
    await signAssessment(ctx, number, last.date, 2, { reason: "更正" });
    await releaseReport(ctx, number, last.date, 2);
    await recall(w, number, w.as.physician, 2);
    const first = await verificationCode(w.ctx(), number, { date: last.date, version: 1 });
    expect((await verifyReport(w.ctx(), first)).state).toBe("recalled");
    await expect(readAssessment(w.ctx(w.as.client(number)), number, last.date)).rejects.toMatchObject({
      code: "NotFound",
    });
  });
});

describe("a report whose amendment is signed and not released", () => {
  test("can be recalled: the client reads neither version, and nothing of either is open", async () => {
    const { w, number, early } = await released();
    const ctx = w.ctx(w.as.physician);
    await amendAssessment(ctx, number, last.date);
    await signAssessment(ctx, number, last.date, 2, { reason: "更正" });
    const hers = w.ctx(w.as.client(number));
    const { path, code } = await shareReport(hers, number, { date: last.date, days: 7 });
    expect((await readAssessment(hers, number, last.date)).assessment.version).toBe(1);
    await recall(w, number, w.as.physician, 2);
    await expect(readAssessment(hers, number, last.date)).rejects.toMatchObject({ code: "NotFound" });
    await expect(openShare(w.ctx(), path.slice("/share/".length), code)).rejects.toMatchObject({
      code: "NotFound",
    });
    const after = asked(await followUpsOf(w.ctx(), number));
    expect(after.filter((one) => one.includes(` ${last.date} `))).toEqual([]);
    expect(after).toHaveLength(asked(early).length);
    expect((await openFile(hers, number)).plan?.number).toBe(1);
  });
});

describe("a recall", () => {
  test("is a physician's of the rank that releases, with a reason, of what is released and in force", async () => {
    const { w, number } = await released();
    const before = await w.dump();
    for (const actor of [w.as.nurse, w.as.attending, w.as.healthManager])
      await expect(recall(w, number, actor)).rejects.toMatchObject({ code: "NotAllowed" });
    await expect(
      recallReport(w.ctx(w.as.physician), number, last.date, 1, { ...wrong, reason: " " }),
    ).rejects.toMatchObject({ code: "InvalidInput", problems: [{ field: "reason" }] });
    await expect(recall(w, number, w.as.physician, 2)).rejects.toMatchObject({ code: "NotFound" });
    expect(await w.dump()).toEqual(before);
    const unreleased = await enrolled(w, {
      document: { kind: "passport", text: "E12345678" },
      name: "王芳",
      birthDate: "1980-02-02",
      sex: "female",
    } as never);
    await examined(w, unreleased.number, last, false);
    await expect(recall(w, unreleased.number)).rejects.toMatchObject({ code: "Conflict" });
  });
});
