import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import {
  compareRuleSets,
  draftVersion,
  readAssessment,
  readRules,
  redraftVersion,
  revokeSignOff,
  signOffRule,
  signVersion,
  withdrawVersion,
} from "../../shared/assessment/index.ts";
import { enrolClient } from "../../shared/clients/index.ts";
import { receiveResults, signAssessment, startImport } from "../../shared/loop/index.ts";
import { casesOfClient } from "../../shared/monitoring/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const sound = { SBP: 118, DBP: 74, FPG: 5.1, TC: 4.6, TG: 1, HDLC: 1.4, LDLC: 3.2, ALT: 20, CREA: 60 };

async function examined(w: World, client: string, date: string, values: Record<string, number> = sound) {
  const results = Object.entries(values).map(([item, value]) => ({
    item,
    value,
    unit: catalogueItem(item)?.unit ?? "",
  }));
  await receiveResults(w.ctx(w.as.nurse), client, { date, results, from: { source: "desk" } });
}

const stricter = {
  base: "2026-11",
  effectiveFrom: "2026-12-01",
  changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3 }],
  why: "本院委员会决议：低密度脂蛋白胆固醇 3.0 起提示",
};

const physician = (w: World) => w.ctx(w.as.physician);
/** Everything an assessment says, as text. */
const said = async (w: World, client: string, date: string) => {
  const { ruleSet, findings, scores, grade } = (await readAssessment(physician(w), client, date)).assessment;
  return JSON.stringify([ruleSet, findings, scores, grade]);
};

const ldl = async (w: World, client: string, date: string) =>
  (await readAssessment(physician(w), client, date)).assessment.findings.find(
    ({ rule }) => rule === "ldl-borderline",
  );

/** A health manager on the list of staff, as every centre has one. */
const withStaff = async (w: World) => {
  await addStaff(w.ctx(), {
    id: "health-manager-1",
    centre: "centre-1",
    name: "林静",
    roles: ["health-manager"],
  });
  return w;
};

async function somebody(w: World, serial: number) {
  const day = `1980-02-${String(serial).padStart(2, "0")}`;
  const document = { kind: "passport", text: `E1234567${serial}` } as const;
  return enrolled(w, {
    document,
    birthDate: day,
    sex: "female",
    name: "程晓",
    contacts: {},
    notADuplicate: true,
  });
}

describe("a version of the rules", () => {
  test("judges the exams from its day on; what was said before reads as it did, byte for byte", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, "2026-11-20");
    await examined(w, number, "2026-11-21", { ...sound, LDLC: 3.1 });
    await signAssessment(physician(w), number, "2026-11-20", 1, {});
    const signed = await said(w, number, "2026-11-20");
    const open = await said(w, number, "2026-11-21");
    const { id } = await draftVersion(physician(w), stricter);
    await signVersion(physician(w), id, { seen: 1 });

    w.clock.set("2026-12-02T01:00:00.000Z");
    expect(await said(w, number, "2026-11-20")).toBe(signed);
    expect(await said(w, number, "2026-11-21")).toBe(open);
    await examined(w, number, "2026-12-01");
    const { assessment } = await readAssessment(physician(w), number, "2026-12-01");
    expect(assessment.ruleSet).toBe("2026-11.1");
    expect(assessment.findings.map(({ rule }) => rule)).toContain("ldl-borderline");
    await examined(w, number, "2026-11-30");
    expect((await readAssessment(physician(w), number, "2026-11-30")).assessment.ruleSet).toBe("2026-11");
  });

  test("is seen by a process that kept its book from before, once the day has come", async () => {
    const w = await world({ start: "2026-11-30T15:59:40.000Z" });
    const { number } = await enrolled(w);
    await examined(w, number, "2026-11-30");
    const elsewhere = { ...w.home.table };
    const { id } = await draftVersion({ ...physician(w), table: elsewhere }, stricter);
    await signVersion({ ...physician(w), table: elsewhere }, id);
    w.clock.set("2026-11-30T16:00:05.000Z");
    await examined(w, number, "2026-12-01");
    expect(await ldl(w, number, "2026-12-01")).toBeDefined();
  });

  test("changes nothing while it is a draft, and a draft may be changed as often as it takes", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { id } = await draftVersion(physician(w), stricter);
    await redraftVersion(physician(w), id, {
      effectiveFrom: "2026-11-23",
      changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 2.8 }],
      why: "更严格的界值",
      seen: 1,
    });
    w.clock.set("2026-11-24T01:00:00.000Z");
    await examined(w, number, "2026-11-24");
    expect(await ldl(w, number, "2026-11-24")).toBeUndefined();
  });

  test("once signed is never edited, and can be withdrawn only before its day", async () => {
    const w = await world();
    const { id } = await draftVersion(physician(w), stricter);
    await signVersion(physician(w), id);
    const again = { effectiveFrom: "2026-12-05", changes: stricter.changes, why: "改期" };
    await expect(redraftVersion(physician(w), id, again)).rejects.toMatchObject({ code: "Conflict" });
    await expect(signVersion(physician(w), id)).rejects.toMatchObject({ code: "Conflict" });
    const book = await readRules(physician(w));
    expect(book.editionFor("rules", "2026-12-01").id).toBe(id);
    await withdrawVersion(physician(w), id, { why: "委员会撤回" });
    expect((await readRules(physician(w))).editionFor("rules", "2026-12-01").id).toBe("2026-11");

    const { id: second } = await draftVersion(physician(w), stricter);
    expect(second).toBe("2026-11.2");
    await signVersion(physician(w), second);
    w.clock.set("2026-12-01T00:00:00.000Z");
    await expect(withdrawVersion(physician(w), second, { why: "太晚" })).rejects.toMatchObject({
      code: "Unprocessable",
    });
  });

  test("keeps the grades of one thing in their order, with everything it changes at once", async () => {
    const w = await world();
    const grade = (n: 1 | 2, limit: number) => ({ rule: `bp-grade${n}`, path: "when.any.0.limit", limit });
    const draft = (...changes: (typeof stricter)["changes"]) =>
      draftVersion(physician(w), { ...stricter, changes });
    for (const limit of [140, 130, 180, 190])
      await expect(draft(grade(2, limit))).rejects.toMatchObject({
        problems: [{ field: "changes.0.limit", message: { en: expect.stringContaining("in their order") } }],
      });
    await expect(draft(grade(1, 130), grade(2, 130))).rejects.toMatchObject({
      problems: [{ field: "changes.0.limit" }, { field: "changes.1.limit" }],
    });
    const changes = [{ rule: "b-sbp-high", path: "threshold", limit: 185 }];
    const list = { ...stricter, part: "important", base: "important-2026-11", changes } as const;
    await expect(draftVersion(physician(w), { ...list, changes })).rejects.toMatchObject({
      problems: [{ field: "changes.0.limit" }],
    });
    expect(await draft(grade(1, 130), grade(2, 139))).toEqual({ id: "2026-11.1" });
  });

  test("is refused where its number cannot stand, each with the field and the mend", async () => {
    const w = await world();
    const asked = (changes: { rule: string; path: string; limit: number }[], effectiveFrom = "2026-12-01") =>
      draftVersion(physician(w), { ...stricter, changes, effectiveFrom });
    const change = stricter.changes[0] as (typeof stricter.changes)[0];
    await expect(asked([{ ...change, path: "when.all.0.limit" }])).rejects.toMatchObject({
      problems: [{ field: "changes.0.path" }],
    });
    await expect(asked([change, { ...change, limit: 2 }])).rejects.toMatchObject({
      problems: [{ field: "changes.1.path" }],
    });
    await expect(asked([{ ...change, limit: 3.4 }])).rejects.toMatchObject({ code: "InvalidInput" });
    await expect(asked([{ ...change, limit: 3000 }])).rejects.toMatchObject({
      problems: [{ field: "changes.0.limit" }],
    });
    await expect(
      asked([{ rule: "bp-known-at-target", path: "when.all.1.limit", limit: 130 }]),
    ).rejects.toMatchObject({ message: expect.stringContaining("names 140") });
    await expect(asked([change], "2026-11-22")).rejects.toMatchObject({
      problems: [{ field: "effectiveFrom" }],
    });
    await expect(draftVersion(physician(w), { ...stricter, base: "2099-01" })).rejects.toMatchObject({
      problems: [{ field: "base" }],
    });
    expect((await readRules(physician(w))).versions).toEqual([]);
  });

  test("that was begun before another took effect does not undo that one unseen", async () => {
    const w = await world();
    const { id: first } = await draftVersion(physician(w), stricter);
    const { id: second } = await draftVersion(physician(w), { ...stricter, effectiveFrom: "2026-12-10" });
    await signVersion(physician(w), first);
    await expect(signVersion(physician(w), second)).rejects.toMatchObject({
      message: expect.stringContaining("made from 2026-11, but 2026-11.1"),
    });
    const { id: third } = await draftVersion(physician(w), {
      ...stricter,
      base: first,
      effectiveFrom: "2026-12-10",
      changes: [{ rule: "tc-borderline", path: "when.limit", limit: 5 }],
    });
    await signVersion(physician(w), third);
    expect(third).toBe("2026-11.3");
    await expect(withdrawVersion(physician(w), first, { why: "撤回" })).rejects.toMatchObject({
      code: "Conflict",
    });
  });

  test("two physicians who sign at one moment sign one after the other", async () => {
    const w = await world();
    const drafts = await Promise.all([0, 1].map(() => draftVersion(physician(w), stricter)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(2);
    const signed = await Promise.allSettled(drafts.map(({ id }) => signVersion(physician(w), id)));
    expect(signed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("is begun once by a form sent twice, and signed by a chief physician only", async () => {
    const w = await world();
    const attending = w.ctx(w.as.attending);
    const { id } = await draftVersion(attending, stricter, "key-1");
    expect(await draftVersion(attending, stricter, "key-1")).toEqual({ id });
    await expect(signVersion(attending, id)).rejects.toMatchObject({
      code: "NotAllowed",
      sentence: { zh: expect.stringContaining("医疗委员会") },
    });
    await expect(draftVersion(w.ctx(w.as.nurse), stricter)).rejects.toMatchObject({ code: "NotAllowed" });
    const logged = (await w.entries()).filter(({ subject }) => subject === "RULES");
    expect(logged.map(({ action, refs }) => [action, refs])).toEqual([["rules.drafted", { version: id }]]);
  });

  test("of the list of important results changes that list from its day on, and no rule", async () => {
    const w = await world();
    const { id } = await draftVersion(physician(w), {
      part: "important",
      base: "important-2026-11",
      effectiveFrom: "2026-12-01",
      changes: [{ rule: "a-k-high", path: "threshold", limit: 6.2 }],
      why: "与本院检验科危急值一致",
    });
    await signVersion(physician(w), id);
    const book = await readRules(w.ctx(w.as.manager));
    const potassium = (date: string) => book.importantFor(date).rows.find((row) => row.id === "a-k-high");
    expect(potassium("2026-11-30")?.threshold).toBe(6.5);
    expect(potassium("2026-12-01")).toMatchObject({ threshold: 6.2, status: "needs sign-off" });
    expect(book.signOffOf(id, "a-k-high")?.by.name).toBe("周志远");
    expect(book.ruleSetFor("2026-12-01").id).toBe("2026-11");
    const { number } = await enrolled(w);
    await examined(w, number, "2026-11-21", { K: 6.3 });
    expect(await casesOfClient(physician(w), number)).toEqual([]);
    w.clock.set("2026-12-01T02:00:00.000Z");
    await examined(w, number, "2026-12-01", { K: 6.3 });
    expect(await casesOfClient(physician(w), number)).toMatchObject([
      { item: "K", seen: [{ value: 6.3, limit: { threshold: 6.2, direction: ">=" } }] },
    ]);
  });
});

describe("the sign-off of a rule", () => {
  const raisedHba1c = { ...sound, HBA1C: 6.2 };
  const finding = async (w: World, client: string, date: string) =>
    (await readAssessment(physician(w), client, date)).assessment.findings.find(
      ({ rule }) => rule === "hba1c-raised",
    );

  test("shows with each finding of the rule who gave it and when; what is signed keeps what was true then", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await examined(w, number, "2026-11-20", raisedHba1c);
    await signAssessment(physician(w), number, "2026-11-20", 1, {});
    await signOffRule(physician(w), "2026-11", "hba1c-raised", { note: "同意作为提示" });
    await examined(w, number, "2026-11-21", raisedHba1c);
    expect(await finding(w, number, "2026-11-20")).toMatchObject({ status: "needs sign-off" });
    expect(await finding(w, number, "2026-11-21")).toMatchObject({
      status: "signed off",
      signedOff: { by: "周志远", at: "2026-11-22T01:00:00.000Z" },
    });
    await signAssessment(physician(w), number, "2026-11-21", 1, {});
    await revokeSignOff(physician(w), "2026-11", "hba1c-raised", { why: "新证据" });
    expect(await finding(w, number, "2026-11-21")).toMatchObject({ status: "signed off" });
    await examined(w, number, "2026-11-22", raisedHba1c);
    expect(await finding(w, number, "2026-11-22")).toMatchObject({ status: "needs sign-off" });
  });

  test("may be taken back with a reason and given again; the log keeps every word", async () => {
    const w = await world();
    await signOffRule(physician(w), "2026-11", "hba1c-raised");
    await expect(signOffRule(physician(w), "2026-11", "hba1c-raised")).rejects.toMatchObject({
      code: "Conflict",
    });
    await expect(revokeSignOff(physician(w), "2026-11", "hba1c-raised", { why: "" })).rejects.toMatchObject({
      code: "InvalidInput",
    });
    w.clock.advance({ minutes: 1 });
    await revokeSignOff(physician(w), "2026-11", "hba1c-raised", { why: "新证据" });
    w.clock.advance({ minutes: 1 });
    await expect(
      revokeSignOff(physician(w), "2026-11", "hba1c-raised", { why: "新证据" }),
    ).rejects.toMatchObject({ code: "NotFound" });
    await signOffRule(physician(w), "2026-11", "hba1c-raised");
    expect((await readRules(physician(w))).signOffOf("2026-11", "hba1c-raised")?.by.id).toBe("physician-1");
    expect(
      (await w.entries()).filter(({ subject }) => subject === "RULES").map(({ action }) => action),
    ).toEqual(["rule.signed-off", "rule.sign-off-revoked", "rule.signed-off"]);
  });

  test("is asked only where no published text carries the rule, and only of a chief physician", async () => {
    const w = await world();
    await expect(signOffRule(physician(w), "2026-11", "ldl-borderline")).rejects.toMatchObject({
      code: "Unprocessable",
    });
    await expect(signOffRule(physician(w), "2026-11", "no-such-rule")).rejects.toMatchObject({
      code: "NotFound",
    });
    await expect(signOffRule(w.ctx(w.as.attending), "2026-11", "hba1c-raised")).rejects.toMatchObject({
      code: "NotAllowed",
    });
    await signOffRule(physician(w), "important-2026-11", "b-fpg-high");
    expect((await readRules(physician(w))).signOffOf("important-2026-11", "b-fpg-high")).toBeDefined();
  });
});

describe("a comparison of two rule sets", () => {
  test("names everyone whose latest exam would be judged differently, and how", async () => {
    const w = await withStaff(await world());
    const [low, high, never] = [await somebody(w, 1), await somebody(w, 2), await somebody(w, 3)];
    await examined(w, low.number, "2026-11-10", { ...sound, LDLC: 3.2 });
    await examined(w, low.number, "2026-11-20", { ...sound, LDLC: 2.4 });
    await examined(w, high.number, "2026-11-20", { ...sound, LDLC: 3.2 });
    const { id } = await draftVersion(physician(w), stricter);
    const said = await compareRuleSets(physician(w), { from: "2026-11", to: id });
    const second = await compareRuleSets(physician(w), { from: "2026-11", to: id, cursor: said.next ?? "" });
    expect(said.looked).toBe(2);
    expect(said.changed).toMatchObject([
      {
        client: { number: high.number },
        date: "2026-11-20",
        grade: { from: "healthy", to: "sub-health" },
        added: [{ rule: "ldl-borderline" }],
      },
    ]);
    expect(second).toMatchObject({ looked: 0, changed: [] });
    expect(second.next).toBeUndefined();
    const traces = (await w.entries()).filter(({ action }) => action === "rules-comparison.listed");
    expect(traces.flatMap(({ refs }) => refs?.["clients"])).toEqual(
      expect.arrayContaining([low.number, high.number, never.number]),
    );
  });

  test("looks at everybody of the centre once, a hundred a page, prospects of a results file among them", async () => {
    const w = await withStaff(await world());
    const panels = ["health-manager-1", undefined, "health-manager-2"] as const;
    await addStaff(w.ctx(), {
      id: "health-manager-2",
      centre: "centre-1",
      name: "何敏",
      roles: ["health-manager"],
    });
    const numbers = await Promise.all(
      Array.from({ length: 104 }, async (_, at) => {
        const { number } = await enrolClient(w.ctx(), {
          document: { kind: "passport", text: `E${10_000_000 + at}` },
          birthDate: "1980-02-03",
          sex: "female",
          name: `程${at}`,
          contacts: {},
          notADuplicate: true,
          manager: panels[at % panels.length],
        });
        return number;
      }),
    );
    await examined(w, numbers[1] as string, "2026-11-20");
    await examined(w, numbers[103] as string, "2026-11-20");
    const file = "体检号,姓名,性别,身份证号,体检日期,低密度脂蛋白胆固醇(mmol/L)\nTJ1,林雅文,女,";
    const line = `${file}${nationalId("1974-03-12", 122)},2026-11-20,3.2`;
    await startImport(w.ctx(w.as.lis), new TextEncoder().encode(line), "lis.csv");
    await w.drain();
    const { id } = await draftVersion(physician(w), stricter);
    const pages: Awaited<ReturnType<typeof compareRuleSets>>[] = [];
    let cursor: string | undefined;
    do {
      const asked = { from: "2026-11", to: id, ...(cursor ? { cursor } : {}) };
      const page = await compareRuleSets(physician(w), asked);
      pages.push(page);
      cursor = page.next;
    } while (cursor);
    expect(pages.map(({ looked }) => looked).reduce((sum, n) => sum + n)).toBe(3);
    expect(
      pages
        .flatMap(({ changed }) => changed)
        .map(({ client }) => client.state)
        .toSorted(),
    ).toEqual(["enrolled", "enrolled", "prospect"]);
    const traced = (await w.entries())
      .filter(({ action }) => action === "rules-comparison.listed")
      .map(({ refs }) => refs?.["clients"] as string[]);
    expect(traced.map((clients) => clients.length).toSorted((one, other) => other - one)).toEqual([
      100, 4, 3,
    ]);
    expect(new Set(traced.flat()).size).toBe(numbers.length + 1);
    expect(traced.flat()).toEqual(expect.arrayContaining(numbers));
  });

  test("changes nobody where nothing changes, and writes nothing but its trace", async () => {
    const w = await withStaff(await world());
    const { number } = await somebody(w, 1);
    await examined(w, number, "2026-11-20");
    const before = await w.dump();
    const said = await compareRuleSets(physician(w), { from: "2026-11", to: "2026-11" });
    expect(said).toMatchObject({ looked: 1, changed: [] });
    expect(await w.dump()).toEqual(before);
  });

  test("is a physician's, of the own centre; a rule set or cursor that is none is refused", async () => {
    const w = await withStaff(await world());
    const { number } = await somebody(w, 1);
    await examined(w, number, "2026-11-20");
    const far = { ...w.as.physician, centre: "centre-2" } as typeof w.as.physician;
    expect(await compareRuleSets(w.ctx(far), { from: "2026-11", to: "2026-11" })).toMatchObject({
      looked: 0,
    });
    await expect(
      compareRuleSets(w.ctx(w.as.healthManager), { from: "2026-11", to: "2026-11" }),
    ).rejects.toMatchObject({ code: "NotAllowed" });
    for (const asked of [
      { from: "2026-11", to: "none" },
      { from: "important-2026-11", to: "2026-11" },
      { from: "2026-11", to: "2026-11", cursor: "x" },
    ])
      await expect(compareRuleSets(physician(w), asked)).rejects.toMatchObject({ code: "InvalidInput" });
  });
});
