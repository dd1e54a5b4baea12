import { describe, expect, test } from "vitest";
import { create as createApi } from "../../functions/api/app.ts";
import { routes } from "../../functions/api/routes/index.ts";
import { create as createWeb } from "../../functions/web/app.tsx";
import { pages } from "../../functions/web/pages/index.ts";
import { reachOf } from "../../shared/access/index.ts";
import { readAssessment } from "../../shared/assessment/index.ts";
import { answerQuiz, assignmentsOf, contentById, library, openPiece } from "../../shared/education/index.ts";
import { agreePlan, planOf, tickAction } from "../../shared/guidance/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { learn, openFile, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
const raised = { SBP: [148.5, "mm[Hg]"], DBP: [92.5, "mm[Hg]"], FPG: [7.43, "mmol/L"] } as const;

async function comesIn(
  w: World,
  client: string,
  date: string,
  values: Record<string, readonly [number | string, string]> = raised,
) {
  const results = Object.entries(values).map(([item, [value, unit]]) => ({ item, value, unit }));
  await receiveResults(w.ctx(w.as.nurse), client, { date, results, from: { source: "desk" } });
  w.clock.advance({ minutes: 5 });
}

const sign = async (w: World, client: string, date = day, version = 1) => {
  await signAssessment(
    w.ctx(w.as.physician),
    client,
    date,
    version,
    version > 1 ? { reason: "补充检查结果" } : {},
  );
  w.clock.advance({ minutes: 5 });
};

const release = async (w: World, client: string, date = day, version = 1) => {
  await releasedByTwo(w, client, date, version);
  w.clock.advance({ minutes: 5 });
};

const answersOf = (content: string) =>
  Object.fromEntries((contentById(content)?.quiz ?? []).map(({ id, answer }) => [id, answer]));

describe("what is signed and not released", () => {
  test("is behind no door a client can open: no value, concern, piece or plan in any answer", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, day);
    await sign(w, number);
    const [plan, followUps, given] = await Promise.all([
      planOf(w.ctx(), number),
      followUpsOf(w.ctx(), number),
      assignmentsOf(w.ctx(), number),
    ]);
    const action = plan?.actions[0]?.id ?? "";
    expect([followUps.length, given.length, action].every(Boolean)).toBe(true);
    const contents = given.map(({ content }) => content);
    const secrets = [
      ...["148.5", "92.5", "7.43"],
      ...contents.flatMap((id) => [id, contentById(id)?.title.en ?? "", contentById(id)?.title.zh ?? ""]),
      ...followUps.flatMap(({ concern, name, rule }) => [`"concern":"${concern}"`, name.en, name.zh, rule]),
      ...(plan?.actions ?? []).flatMap(({ id, text }) => [id, text.en, text.zh]),
      ...["follow-ups.opened", "education.assigned", "plan.drafted"],
    ];
    const before = await w.dump();
    const token = await w.token(w.as.client(number));
    const fills: Record<string, string[]> = {
      client: [number],
      date: [day],
      version: ["1"],
      content: contents,
      id: followUps.map(({ id }) => id),
      action: [action],
      item: ["SBP", "FPG", "blood-pressure"],
    };
    const bodies: Record<string, object> = {
      AnswersSchema: { answers: answersOf(contents[0] ?? "") },
      Tick: { done: true },
      Measurement: { kind: "weight", values: { WEIGHT: 66 } },
      Snooze: { until: followUps[0]?.overdueAfter },
    };
    const fields = { action, done: "yes", client: number, ...answersOf(contents[0] ?? "") };
    const [api, web] = [createApi(w.home), createWeb(w.home)];
    const answers: { what: string; text: string }[] = [];
    const hear = async (what: string, answer: Response) =>
      void answers.push({ what, text: (await answer.text()) + (answer.headers.get("set-cookie") ?? "") });
    for (const { path, method, action: row, body } of routes) {
      if (row === null || !reachOf(row, "client") || /^\/(catalogue|packages|openapi)/.test(path)) continue;
      for (const at of addresses(path, fills)) {
        const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
        const sent = method === "GET" ? {} : { body: JSON.stringify((body && bodies[body]) ?? {}) };
        await hear(`${method} ${at}`, await api.request(`/api${at}`, { method, headers, ...sent }));
      }
    }
    for (const { path, method, action: row } of pages) {
      if (row === null || !reachOf(row, "client")) continue;
      for (const at of addresses(path, fills)) {
        const headers = {
          cookie: `session=${token}; language=en`,
          "sec-fetch-site": "same-origin",
          ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        };
        const sent = method === "POST" ? { body: new URLSearchParams(fields).toString() } : {};
        await hear(`web ${method} ${at}`, await web.request(at, { method, headers, ...sent }));
      }
    }
    expect(answers.length).toBeGreaterThan(40);
    for (const { what, text } of answers) {
      const said = text.replaceAll(what.split(" ").at(-1) ?? "", "");
      for (const secret of secrets.filter(Boolean)) expect(said, `${what}: ${secret}`).not.toContain(secret);
    }
    const care = ({ sk }: { sk: string }) => /^(PLAN|EDU|FILE#(LINE|RES|ASM))/.test(sk);
    expect((await w.dump()).filter(care)).toEqual(before.filter(care));
  });

  test("is not to be agreed to, ticked, opened or answered by her, and is by her manager and once released", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, day);
    await sign(w, number);
    const her = w.ctx(w.as.client(number));
    const plan = await planOf(w.ctx(), number);
    const action = plan?.actions.find(({ owner }) => owner === "client")?.id ?? "";
    const piece = (await assignmentsOf(w.ctx(), number))[0]?.content ?? "";
    const acts = [
      () => agreePlan(her, number),
      () => tickAction(her, number, action, true),
      () => openPiece(her, number, piece),
      () => answerQuiz(her, number, piece, { answers: answersOf(piece) }),
      () => learn(her, number, piece, { answers: answersOf(piece) }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "NotFound" });
    expect((await openFile(her, number)).plan).toBeUndefined();
    await expect(readResults(her, number)).rejects.toMatchObject({ code: "NotFound" });
    expect((await openPiece(w.ctx(w.as.healthManager), number, piece)).piece.id).toBe(piece);
    await release(w, number);
    for (const act of acts) await act();
  });

  test("of an exam already released stays away too: late results and what their version sets in motion", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, day);
    await sign(w, number);
    await release(w, number);
    await comesIn(w, number, day, { ALT: [133, "U/L"], AST: [61, "U/L"] });
    const her = w.ctx(w.as.client(number));
    const seen = async () => {
      const file = await openFile(her, number);
      const report = await readAssessment(her, number);
      return {
        items: Object.keys(file.exams[0]?.results ?? {}).sort(),
        reported: Object.keys(report.exams[0]?.results ?? {}).sort(),
        concerns: file.followUps.map(({ concern }) => concern).sort(),
        plan: file.plan?.actions.some(({ findings }) => findings.some((rule) => /alt|liver/i.test(rule))),
      };
    };
    const first = ["DBP", "FPG", "SBP"];
    const concerns = ["blood-pressure", "glycaemia"];
    expect(await seen()).toMatchObject({ items: first, reported: first, concerns, plan: false });
    await sign(w, number, day, 2);
    expect(await seen()).toMatchObject({ items: first, reported: first, concerns, plan: undefined });
    await release(w, number, day, 2);
    const all = ["ALT", "AST", ...first];
    expect(await seen()).toMatchObject({ items: all, reported: all, concerns: [...concerns, "liver"] });
    expect((await openFile(her, number)).plan).toBeDefined();
  });

  test("of an old exam hides no reading a later, released one gave", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const old = "2025-11-18";
    await comesIn(w, number, old, { UA: [520, "umol/L"] });
    await sign(w, number, old);
    const urate = (await assignmentsOf(w.ctx(), number))
      .map(({ content }) => content)
      .filter((id) => contentById(id)?.topic === "urate");
    await comesIn(w, number, day);
    await sign(w, number);
    await release(w, number);
    const shelf = (await openFile(w.ctx(w.as.client(number)), number)).shelf.map(({ piece }) => piece.id);
    expect(urate.length).toBeGreaterThan(0);
    expect(shelf.length).toBeGreaterThan(0);
    expect(shelf.filter((id) => urate.includes(id))).toEqual([]);
  });

  test("of an old exam takes no piece away that a later, released one asks for as well", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const old = "2025-11-18";
    for (const date of [old, day]) {
      await comesIn(w, number, date);
      await sign(w, number, date);
    }
    const shelf = async () =>
      (await openFile(w.ctx(w.as.client(number)), number)).shelf.map(({ piece }) => piece.topic);
    expect(await shelf()).toEqual([]);
    await release(w, number);
    expect(await shelf()).toContain("blood-pressure");
    const { next } = await learn(w.ctx(w.as.client(number)), number, "bp-one-reading", {
      answers: answersOf("bp-one-reading"),
    });
    expect(next.map(({ content }) => content)).not.toContain("bp-one-reading");
  });

  test("is not what a later, released report compares with: to her it is the first", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const her = w.ctx(w.as.client(number));
    const old = "2026-08-20";
    for (const date of [old, day]) {
      await comesIn(w, number, date);
      await sign(w, number, date);
    }
    await release(w, number);
    const shown = async () => [
      (await readAssessment(her, number)).assessment,
      (await openFile(her, number)).assessment,
    ];
    for (const assessment of await shown()) {
      expect(new Set(assessment?.findings.map(({ change }) => change))).toEqual(new Set(["first"]));
      expect(JSON.stringify(assessment)).not.toContain(old);
    }
    await release(w, number, old);
    for (const assessment of await shown())
      expect(assessment?.findings.find(({ rule }) => rule.startsWith("bp-"))).toMatchObject({
        change: "same",
        previous: { date: old },
      });
  });

  test("names no piece and no score in the log, and the timeline still says which piece it was", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await comesIn(w, number, day);
    await sign(w, number);
    await release(w, number);
    const her = w.ctx(w.as.client(number));
    for (const { content } of await assignmentsOf(w.ctx(), number)) {
      await openPiece(her, number, content);
      w.clock.advance({ minutes: 5 });
      await learn(her, number, content, { answers: answersOf(content) });
    }
    const entries = (await w.entries()).filter(({ action }) => action.startsWith("education."));
    expect(new Set(entries.map(({ action }) => action))).toContain("education.understood");
    const refs = JSON.stringify(entries.map((entry) => entry.refs));
    for (const { id } of library) expect(refs).not.toContain(id);
    expect(refs).not.toContain("right");
    const cookie = `session=${await w.token(w.as.healthManager)}; language=en`;
    const answer = await createWeb(w.home).request(`/clients/${number}`, { headers: { cookie } });
    const html = await answer.text();
    const read = (await assignmentsOf(w.ctx(), number)).filter(({ state }) => state === "understood");
    expect(read.length).toBeGreaterThan(1);
    for (const { content } of read)
      expect(html).toContain(`Read and understood: ${contentById(content)?.title.en}`);
    expect(html).toMatch(/Given to read: \w/);
  });
});

test("a score that is the physician's goes to no client, by any door", async () => {
  const w = await world();
  const { number } = await enrolled(w, { health: { smoking: "never", diagnoses: [], drugs: [] } });
  await comesIn(w, number, day, {
    ...raised,
    TC: [6.1, "mmol/L"],
    HDLC: [1.1, "mmol/L"],
    TG: [2, "mmol/L"],
    CREA: [80, "umol/L"],
    AST: [25, "U/L"],
    PLT: [200, "10*9/L"],
  });
  await sign(w, number);
  await release(w, number);
  const api = createApi(w.home);
  const hear = async (actor: Actor, path: string) => {
    const headers = { authorization: `Bearer ${await w.token(actor)}` };
    return (await api.request(`/api/clients/${number}${path}`, { headers })).text();
  };
  const theirs = '"audience":"physician"';
  for (const path of ["/scores", "/assessment"]) {
    expect(await hear(w.as.physician, path), path).toContain(theirs);
    const hers = await hear(w.as.client(number), path);
    expect(hers, path).not.toContain(theirs);
    expect(hers, path).toContain('"EGFR');
  }
  const { assessment } = await openFile(w.ctx(w.as.client(number)), number);
  expect(assessment?.scores.filter(({ audience }) => audience)).toEqual([]);
});

/** Every address a path stands for, its parameters filled with what there is to guess. */
function addresses(path: string, fills: Record<string, string[]>): string[] {
  const name = /:(\w+)(\{[^}]*\})?/.exec(path);
  if (!name) return [path];
  const values = fills[name[1] ?? ""] ?? ["none.ics"];
  return values.flatMap((value) => addresses(path.replace(name[0], value), fills));
}
