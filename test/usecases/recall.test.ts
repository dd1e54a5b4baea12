import { describe, expect, test } from "vitest";
import {
  readAssessment,
  scoreHistory,
  verificationCode,
  verifyReport,
} from "../../shared/assessment/index.ts";
import {
  amendAssessment,
  openFile,
  openShare,
  recallReport,
  releaseReport,
  shareReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
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
