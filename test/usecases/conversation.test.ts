import { describe, expect, test } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { countersignAssessment, recordConversation } from "../../shared/assessment/index.ts";
import { openFile, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
const spoken = { note: "已当面说明，无家族史，同意复查。" };

type Value = readonly [value: number | string, unit: string, comparator?: "<" | ">"];

async function comesIn(w: World, client: string, values: Record<string, Value>) {
  const results = Object.entries(values).map(([item, [value, unit, comparator]]) => ({
    item,
    value,
    unit,
    comparator,
  }));
  await receiveResults(w.ctx(w.as.nurse), client, { date: day, results, from: { source: "desk" } });
  w.clock.advance({ minutes: 5 });
}

async function signed(w: World, values: Record<string, Value>): Promise<string> {
  const { number } = await enrolled(w);
  await comesIn(w, number, values);
  await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
  w.clock.advance({ minutes: 5 });
  return number;
}

const release = (w: World, client: string, version = 1) => releasedByTwo(w, client, day, version);
const speak = async (w: World, client: string) => {
  await recordConversation(w.ctx(w.as.physician), client, day, spoken);
  w.clock.advance({ minutes: 5 });
};

describe("an abnormal sensitive result", () => {
  test.each<[string, Record<string, Value>]>([
    ["a marker above its range", { AFP: [25, "ng/mL"] }],
    ["a reactive test", { HBSAG: ["positive", ""] }],
    ["a word nobody knows as normal", { PAP: ["ASC-US", ""] }],
    ["a bound that leaves it open", { CEA: [4, "ng/mL", ">"] }],
  ])("is told by a person before its report is released: %s", async (_, values) => {
    const w = await world();
    const number = await signed(w, values);
    await expect(release(w, number)).rejects.toMatchObject({
      code: "Conflict",
      sentence: { en: expect.stringMatching(/record the conversation/), zh: expect.stringMatching(/沟通/) },
    });
    expect((await openFile(w.ctx(w.as.client(number)), number)).exams).toEqual([]);
    await speak(w, number);
    await release(w, number);
    expect((await openFile(w.ctx(w.as.client(number)), number)).exams).toHaveLength(1);
  });

  test.each<[string, Record<string, Value>]>([
    ["in range", { AFP: [3, "ng/mL"], HBSAG: ["negative", ""], CEA: [2, "ng/mL", "<"] }],
    ["of another item", { SBP: [148, "mm[Hg]"], DBP: [92, "mm[Hg]"], ALT: [133, "U/L"] }],
    ["negative beside a raised enzyme", { HBSAG: ["negative", ""], ALT: [133, "U/L"] }],
  ])("is not a result %s: that report is released as it is", async (_, values) => {
    const w = await world();
    const number = await signed(w, values);
    await release(w, number);
    expect((await openFile(w.ctx(w.as.client(number)), number)).exams).toHaveLength(1);
  });

  test("that comes after the conversation is talked about too; what was talked about is not again", async () => {
    const w = await world();
    const number = await signed(w, { AFP: [25, "ng/mL"] });
    await speak(w, number);
    await release(w, number);
    await comesIn(w, number, { ALT: [133, "U/L"] });
    await signAssessment(w.ctx(w.as.physician), number, day, 2, { reason: "补充检查结果" });
    await release(w, number, 2);
    w.clock.advance({ minutes: 5 });
    await comesIn(w, number, { CEA: [19, "ng/mL"] });
    await signAssessment(w.ctx(w.as.physician), number, day, 3, { reason: "补充检查结果" });
    await expect(release(w, number, 3)).rejects.toMatchObject({ code: "Conflict" });
    await speak(w, number);
    await release(w, number, 3);
  });

  test("is talked about by a physician, with a note, about an exam there is; the log says that and no more", async () => {
    const w = await world();
    const number = await signed(w, { AFP: [25, "ng/mL"] });
    const physician = w.ctx(w.as.physician);
    await expect(recordConversation(w.ctx(w.as.healthManager), number, day, spoken)).rejects.toMatchObject({
      code: "NotAllowed",
    });
    await expect(recordConversation(physician, number, day, { note: " " })).rejects.toMatchObject({
      code: "InvalidInput",
    });
    await expect(recordConversation(physician, number, "2020-01-01", spoken)).rejects.toMatchObject({
      code: "NotFound",
    });
    await speak(w, number);
    const told = (await w.entries()).filter(({ action }) => action === "conversation.recorded");
    expect(told.map(({ refs }) => refs)).toEqual([{ date: day }]);
    expect(JSON.stringify([await w.entries(), w.lines])).not.toContain(spoken.note);
  });

  test("has its form on the review page instead of the release, in both languages, and keeps the note there", async () => {
    const w = await world();
    const number = await signed(w, { AFP: [25, "ng/mL"] });
    const app = create(w.home);
    const path = `/review/${number}/${day}/1`;
    const page = async (language: string) => {
      const cookie = `session=${await w.token(w.as.physician)}; language=${language}`;
      return (await app.request(path, { headers: { cookie } })).text();
    };
    const post = async (note: string) =>
      app.request(`${path}/conversation`, {
        method: "POST",
        headers: {
          cookie: `session=${await w.token(w.as.physician)}; language=en`,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
        },
        body: new URLSearchParams({ note }).toString(),
      });
    expect(await page("en")).toContain("Record the conversation");
    expect(await page("en")).not.toContain("Release the report");
    expect(await page("zh")).toContain("记录沟通");
    expect(await (await post("")).text()).toContain("1 thing to mend");
    expect((await post(spoken.note)).headers.get("location")).toBe(path);
    const spokenOf = await page("en");
    expect(spokenOf).toContain(spoken.note);
    expect(spokenOf).toContain("Waits for a second physician");
    expect(spokenOf).not.toContain("Release the report");
    await countersignAssessment(w.ctx(w.as.otherPhysician), number, day, 1);
    expect(await page("en")).toContain("Release the report");
  });
});
