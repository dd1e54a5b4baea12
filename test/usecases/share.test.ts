import { describe, expect, test } from "vitest";
import { openShare, readShares, revokeShare, shareReport, whoOpened } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examined, exams } from "../web/me-story.ts";

const [, , last] = exams as [unknown, unknown, (typeof exams)[number]];

async function shared(days = 7, key?: string) {
  const w = await world();
  const { number } = await enrolled(w);
  await examined(w, number, last);
  const hers = w.ctx(w.as.client(number));
  const made = await shareReport(hers, number, { date: last.date, days }, key);
  return { w, number, hers, made, token: made.path.slice("/share/".length) };
}

const open = (w: World, token: string, code: string) => openShare(w.ctx(), token, code);
const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a link to a report", () => {
  test("opens that report with its code, counts it, and the client sees each opening", async () => {
    const { w, number, hers, made, token } = await shared();
    expect(made.code).toMatch(/^\d{6}$/);
    const view = await open(w, token, ` ${made.code.slice(0, 3)} ${made.code.slice(3)}`);
    expect(view.assessment).toMatchObject({ client: number, date: last.date, version: 1 });
    await open(w, token, made.code);
    expect(await readShares(hers, number)).toMatchObject([{ opened: 2, wrong: 0, stands: true }]);
    const seen = (await whoOpened(hers, number)).filter(({ action }) => action === "shared-report.opened");
    expect(seen).toHaveLength(2);
  });

  test("keeps its code nowhere, and no log entry holds it", async () => {
    const { w, made, token } = await shared();
    await open(w, token, made.code);
    expect(JSON.stringify(await w.dump())).not.toContain(made.code);
    expect(JSON.stringify(await w.entries())).not.toContain(made.code);
    expect(made.path).not.toContain(made.code);
  });

  test("closes for good after five wrong codes, however many are tried at once", async () => {
    const { w, hers, number, made, token } = await shared();
    const tries = Array.from({ length: 12 }, () => open(w, token, wrongFor(made.code)));
    const told = await Promise.allSettled(tries);
    expect(told.every(({ status }) => status === "rejected")).toBe(true);
    for (let more = 0; more < 5; more++) await open(w, token, wrongFor(made.code)).catch(() => undefined);
    expect(await readShares(hers, number)).toMatchObject([{ wrong: 5, stands: false }]);
    await expect(open(w, token, made.code)).rejects.toMatchObject({ code: "NotFound" });
  });

  test("is over on its day, and at once when the client closes it", async () => {
    const { w, hers, number, made, token } = await shared(1);
    await revokeShare(hers, number, made.id);
    await revokeShare(hers, number, made.id);
    await expect(open(w, token, made.code)).rejects.toMatchObject({ code: "NotFound" });
    const again = await shareReport(hers, number, { date: last.date, days: 1 });
    w.clock.advance({ hours: 25 });
    await expect(open(w, again.path.slice("/share/".length), again.code)).rejects.toMatchObject({
      code: "Expired",
    });
  });

  test("changed in one letter opens nothing", async () => {
    const { w, made, token } = await shared();
    const changed = `${token.slice(0, -2)}${token.at(-2) === "A" ? "B" : "A"}${token.slice(-1)}`;
    await expect(open(w, changed, made.code)).rejects.toMatchObject({ code: "NotFound" });
  });

  test("asked for twice with one key is one link with one code", async () => {
    const { hers, number, made } = await shared(7, "k-1");
    expect(await shareReport(hers, number, { date: last.date, days: 7 }, "k-1")).toEqual(made);
    expect(await readShares(hers, number)).toHaveLength(1);
  });

  test("is the client's alone to make, of a released report, for 1, 7 or 30 days, five at a time", async () => {
    const { w, hers, number } = await shared();
    const ask = (input: object) => shareReport(hers, number, { date: last.date, days: 7, ...input });
    await expect(ask({ days: 31 })).rejects.toMatchObject({ code: "InvalidInput" });
    await expect(ask({ date: "2025-01-01" })).rejects.toMatchObject({ code: "NotFound" });
    await expect(
      shareReport(w.ctx(w.as.physician), number, { date: last.date, days: 7 }),
    ).rejects.toMatchObject({ code: "NotAllowed" });
    for (let more = 0; more < 4; more++) await ask({});
    await expect(ask({})).rejects.toMatchObject({ code: "Conflict" });
  });
});
