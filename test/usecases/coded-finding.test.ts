import { describe, expect, test } from "vitest";
import { readAssessment } from "../../shared/assessment/index.ts";
import { resultsFromForm } from "../../shared/exchange/index.ts";
import { receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const exam = "2026-11-20";

/** As typed at the desk. */
async function enter(w: World, client: string, date: string, typed: Record<string, string | number>) {
  const results = Object.entries(typed).map(([item, value]) => ({ item, value }));
  const ctx = w.ctx(w.as.nurse);
  const incoming = resultsFromForm({ date, source: "desk", confirmed: [], results }, ctx);
  return receiveResults(ctx, client, incoming);
}

const sign = (w: World, client: string, date: string) =>
  signAssessment(w.ctx(w.as.physician), client, date, 1, { conclusion: { zh: "请按期复查。" } });

const thyroidOf = async (w: World, client: string) =>
  (await followUpsOf(w.ctx(), client)).filter(({ concern }) => concern === "thyroid-nodule");

async function nodule(): Promise<{ w: World; client: string }> {
  const w = await world();
  const { number } = await enrolled(w);
  await enter(w, number, exam, { USTHY: "右叶低回声结节", CTIRADS: "C-TIRADS 4a类", THYMM: 9 });
  await sign(w, number, exam);
  return { w, client: number };
}

describe("a thyroid nodule coded at the desk", () => {
  test("is a finding in the report's words and, once signed, a follow-up with its window", async () => {
    const { w, client } = await nodule();
    const { assessment } = await readAssessment(w.ctx(w.as.physician), client);
    expect(assessment.findings).toMatchObject([
      {
        rule: "thyroid-c4a-small",
        class: "suspected",
        evidence: [
          { item: "THYMM", value: 9, unit: "mm" },
          { item: "CTIRADS", value: "4A" },
        ],
        source: "C-TIRADS 2020",
        status: "needs sign-off",
      },
    ]);
    expect(await thyroidOf(w, client)).toMatchObject([
      { rule: "thyroid-c4a-small", site: "thyroid", opens: "2027-02-18", overdueAfter: "2027-05-19" },
    ]);
  });

  test("is settled by the thyroid looked at again, be it the picture or only its category", async () => {
    for (const again of [{ USTHY: "同前" }, { CTIRADS: "3" }] as Record<string, string>[]) {
      const { w, client } = await nodule();
      w.clock.set("2027-03-05T02:00:00.000Z");
      await enter(w, client, "2027-03-04", again);
      const [first] = await thyroidOf(w, client);
      expect(first).toMatchObject({
        state: "done",
        closed: { evidence: { items: ["USTHY"], date: "2027-03-04" } },
      });
    }
  });

  test("is not settled by another place, however much was looked at there, nor before its time", async () => {
    const { w, client } = await nodule();
    w.clock.set("2027-03-05T02:00:00.000Z");
    await enter(w, client, "2027-03-04", {
      ...{
        USBREAST: "未见异常",
        BIRADS: "1",
        USABD: "未见异常",
        POLYPGB: 4,
        USCAR: "未见异常",
        CYTO: "NILM",
      },
      ...{ CTCHEST: "小结节", LUNGMM: 4, LUNGTYPE: "实性", LUNGN: "单发", LUNGRISK: "低", TSH: 2.1 },
    });
    const [there] = await thyroidOf(w, client);
    expect(there?.closed).toBeUndefined();
    await enter(w, client, "2026-12-20", { CTIRADS: "4A" });
    expect((await thyroidOf(w, client))[0]?.closed).toBeUndefined();
  });

  test("that has grown to the size of a puncture takes the place of the wait", async () => {
    const { w, client } = await nodule();
    w.clock.set("2027-03-05T02:00:00.000Z");
    await enter(w, client, "2027-03-04", { CTIRADS: "4A", THYMM: 16 });
    await sign(w, client, "2027-03-04");
    const open = (await thyroidOf(w, client)).filter(({ closed }) => !closed);
    expect(open).toMatchObject([{ rule: "thyroid-c-fna", overdueAfter: "2027-04-03", turn: 2 }]);
    const { assessment } = await readAssessment(w.ctx(w.as.physician), client, "2027-03-04");
    expect(assessment.findings[0]).toMatchObject({
      rule: "thyroid-c4a",
      change: "same",
      previous: { value: "4A" },
    });
  });
});

test("a category nobody has is refused with the words there are; a slipped point is asked about", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  await expect(enter(w, number, exam, { CTIRADS: "4D" })).rejects.toMatchObject({
    problems: [{ field: "results.CTIRADS", message: { en: expect.stringContaining("4A, 4B, 4C") } }],
  });
  await expect(enter(w, number, exam, { THYMM: 90 })).rejects.toMatchObject({
    problems: [{ field: "results.THYMM" }],
  });
});
