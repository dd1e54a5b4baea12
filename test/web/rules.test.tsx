import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import {
  describe as inWords,
  readAssessment,
  readRules,
  shippedBook,
} from "../../shared/assessment/index.ts";
import { type World, world } from "../support/world.ts";
import { addressesIn, examined, visitor, waiting } from "./examined.ts";
import { textOf } from "./visitor.ts";

const borderline = "/settings/rules/2026-11/ldl-borderline";
const waits = "/settings/rules/2026-11/hba1c-raised";
const december = { effectiveFrom: "2026-12-01", why: "本院委员会决议" };

async function drafted(w: World) {
  const physician = await visitor(w, w.as.physician);
  const answer = await physician.post(`${borderline}/change`, { "when.limit": "3.0", ...december });
  expect(answer).toMatchObject({ status: 303, to: "/settings/rules/versions/2026-11.1" });
  return physician;
}

describe("the rules at the desk", () => {
  test("stand rule by rule with condition, class, what follows, source and status, in both languages", async () => {
    const w = await world();
    const english = textOf((await (await visitor(w, w.as.nurse)).get("/settings/rules")).html);
    expect(english).toContain("LDL-C ≥ 3.4 mmol/L");
    expect(english).toContain("Needs clinical sign-off");
    expect(english).toMatch(/Repeat; physician visit 3 to 14 days after the exam/);
    const { html } = await (await visitor(w, w.as.manager, "zh")).get("/settings/rules");
    const chinese = textOf(html);
    expect(chinese).toContain("低密度脂蛋白胆固醇 ≥ 3.4 mmol/L");
    for (const { id, when } of shippedBook.ruleSetFor("2026-11-22").rules) {
      expect(html).toContain(`/settings/rules/2026-11/${id}`);
      const cuts = inWords(when).filter(({ path }) => path);
      for (const cut of cuts) expect(html, id).toContain(`<b class="cut">${cut.zh}</b>`);
    }
  });

  test("show those that wait for the committee when asked for them, with how many they are", async () => {
    const w = await world();
    const nurse = await visitor(w, w.as.nurse);
    const all = (await nurse.get("/settings/rules")).html;
    const unsigned = (await nurse.get("/settings/rules?set=2026-11&show=unsigned")).html;
    expect(unsigned).toContain("hba1c-raised");
    expect(unsigned).not.toContain("ldl-borderline");
    const waiting = Number(
      /need(?:s)? clinical sign-off/.test(all) && /(\d+) needs? clinical sign-off/.exec(all)?.[1],
    );
    expect(unsigned.match(/href="\/settings\/rules\/2026-11\//g)).toHaveLength(waiting);
  });

  test("of an edition there is not read like any page there is not", async () => {
    const w = await world();
    const nurse = await visitor(w, w.as.nurse);
    for (const path of [
      "/settings/rules?set=none",
      "/settings/rules?set=important-2026-11",
      "/settings/rules/2026-11/none",
      "/settings/rules/versions/none",
    ])
      expect((await nurse.get(path)).status, path).toBe(404);
  });

  test("name the important abnormal results by class, with limit, source and status", async () => {
    const w = await world();
    const said = textOf((await (await visitor(w, w.as.healthManager)).get("/settings/rules/important")).html);
    expect(said).toContain("Potassium ≥ 6.5 mmol/L");
    expect(said).toContain("Class B: needs further work-up or treatment");
    expect(said).toContain("BI-RADS 4 or 5");
  });
});

describe("a sign-off at the desk", () => {
  test("takes the committee's note, shows who gave it on the rule and on each finding, and is taken back", async () => {
    const w = await world();
    const physician = await visitor(w, w.as.physician);
    const { number } = await waiting(w);
    await examined(w, number, { HBA1C: 6.2, FPG: 5 });
    expect(await physician.post(`${waits}/sign-off`, { note: "同意作为提示" })).toMatchObject({ to: waits });
    const rule = textOf((await physician.get(waits)).html);
    expect(rule).toContain("Signed off by 周志远, 2026-11-22");
    expect(rule).toContain("同意作为提示");
    const review = textOf((await physician.get(`/review/${number}/2026-11-20/1`)).html);
    expect(review).toContain("Rule signed off by 周志远, 2026-11-22");
    const refused = await physician.post(`${waits}/revoke`, { why: "" });
    expect(refused.status).toBe(200);
    expect(refused.html).toContain('role="alert"');
    await physician.post(`${waits}/revoke`, { why: "新证据" });
    expect(textOf((await physician.get(waits)).html)).toContain("Taken back by 周志远, 2026-11-22: 新证据");
  });

  test("is offered to a chief physician alone; the others read who that is", async () => {
    const w = await world();
    const attending = await visitor(w, w.as.attending);
    const { html } = await attending.get(waits);
    expect(addressesIn(html)).not.toContain(`${waits}/sign-off`);
    expect(textOf(html)).toContain("Rules are signed by the medical committee: a chief physician.");
    expect((await attending.post(`${waits}/sign-off`, {})).status).toBe(403);
    expect(addressesIn((await (await visitor(w, w.as.nurse)).get(waits)).html)).not.toContain(
      `${waits}/change`,
    );
  });
});

describe("a version at the desk", () => {
  test("begins on a rule's page, is read as a table of was and becomes, and is signed after its dialog", async () => {
    const w = await world();
    const physician = await drafted(w);
    const path = "/settings/rules/versions/2026-11.1";
    const draft = textOf((await physician.get(`${path}?sign=1`)).html);
    expect(draft).toContain("LDL-C ≥ 3 mmol/L 3.4 mmol/L");
    expect(draft).toContain("本院委员会决议");
    expect(draft).toContain("Exams from 1 December 2026 on are judged by it");
    expect(await physician.post(`${path}/sign`, { seen: "1" })).toMatchObject({ status: 303, to: path });
    const list = textOf((await physician.get("/settings/rules")).html);
    expect(list).toContain("Signed, takes effect then");
    w.clock.set("2026-12-02T01:00:00.000Z");
    expect(textOf((await physician.get("/settings/rules")).html)).toContain("2026-11.1 is in force");
  });

  test("takes a further change of another rule, and a number set back is no change", async () => {
    const w = await world();
    const physician = await drafted(w);
    const offered = (await physician.get("/settings/rules/2026-11/tc-borderline")).html;
    expect(offered).toMatch(/<option value="2026-11.1" selected/);
    const tc = "/settings/rules/2026-11/tc-borderline/change";
    await physician.post(tc, { "when.limit": "5", into: "2026-11.1", ...december });
    await physician.post("/settings/rules/2026-11.1/ldl-borderline/change", { "when.limit": "3.4" });
    const [version] = (await readRules(w.ctx(w.as.physician))).versions;
    expect(version?.changes).toEqual([{ rule: "tc-borderline", path: "when.limit", limit: 5 }]);
  });

  test("refused, keeps what was typed and says at the field what mends it", async () => {
    const w = await world();
    const physician = await visitor(w, w.as.physician);
    const typed = { "when.limit": "3000", effectiveFrom: "2026-12-01", why: "按新指南" };
    const { status, html } = await physician.post(`${borderline}/change`, typed);
    expect(status).toBe(200);
    expect(html).toContain('href="#when.limit"');
    expect(html).toContain('value="3000"');
    expect(html).toContain("按新指南");
    expect(html).toContain("No living person has this value");
    for (const odd of [
      { "when.limit": "abc" },
      { "when.limit": "1,000" },
      { "when.limit": "" },
      { "when.limit": "3.4" },
    ])
      expect((await physician.post(`${borderline}/change`, { ...typed, ...odd })).html).toContain(
        'href="#when.limit"',
      );
    expect((await readRules(w.ctx(w.as.physician))).versions).toEqual([]);
  });

  test("is withdrawn with a reason and stays readable", async () => {
    const w = await world();
    const physician = await drafted(w);
    const path = "/settings/rules/versions/2026-11.1";
    await physician.post(`${path}/sign`, { seen: "1" });
    await physician.post(`${path}/withdraw`, { why: "委员会暂缓" });
    const { html } = await physician.get(path);
    expect(textOf(html)).toContain("Withdrawn by 周志远");
    expect(addressesIn(html)).not.toContain(`${path}/sign`);
    expect((await physician.post(`${path}/sign`, {})).html).toContain("no draft any more");
  });

  test("is compared with what is in force: who would change, how, and the way to each of them", async () => {
    const w = await world();
    await addStaff(w.ctx(), {
      id: "health-manager-1",
      centre: "centre-1",
      name: "林静",
      roles: ["health-manager"],
    });
    const { number } = await waiting(w);
    await examined(w, number, { LDLC: 3.2 });
    const physician = await drafted(w);
    const { html } = await physician.get("/settings/rules/compare?from=2026-11&to=2026-11.1");
    expect(textOf(html)).toContain(
      "1 client looked at here, 1 would be judged differently, 0 with another grade.",
    );
    expect(addressesIn(html)).toContain(`/clients/${number}`);
    expect(textOf(html)).toContain("New: LDL cholesterol");
    const before = (await readAssessment(w.ctx(w.as.physician), number)).assessment.ruleSet;
    expect(before).toBe("2026-11");
    expect((await physician.get("/settings/rules/compare?from=2026-11&to=none")).status).toBe(400);
    expect((await (await visitor(w, w.as.nurse)).get("/settings/rules/compare")).status).toBe(403);
  });
});
