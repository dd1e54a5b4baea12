import { Hono } from "hono";
import { expect, it } from "vitest";
import { httpFunction } from "../../functions/cloud/http.ts";
import { jobFunction } from "../../functions/cloud/jobs.ts";
import { streamFunction } from "../../functions/cloud/stream.ts";
import type { StoredEntry } from "../../shared/data/log.ts";
import type { Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import { world } from "../support/world.ts";
import { entryImage, httpEvent, queueEvent, streamEvent } from "./events.ts";

const quiet = () => {
  const lines: string[] = [];
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  return { lines, log: { info: note, error: note } satisfies Home["log"] };
};
const job = (client: string) => JSON.stringify({ kind: "remind", client } satisfies Job);

it("one job that fails comes again by itself; the others of its batch are done", async () => {
  const done: Job[] = [];
  const handler = jobFunction(
    {
      async handle(one) {
        if (one.kind === "remind" && one.client === "P-2") throw new Error("not now");
        done.push(one);
      },
    },
    quiet(),
  );
  const answer = await handler(queueEvent(job("P-1"), job("P-2"), job("P-3")));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  expect(done).toEqual([
    { kind: "remind", client: "P-1" },
    { kind: "remind", client: "P-3" },
  ]);
});

it("a message that is no job of ours goes the way of failures and keeps its words to itself", async () => {
  const { lines, log } = quiet();
  const handler = jobFunction({ handle: async () => undefined }, { log });
  const strange = ["{", JSON.stringify({ kind: "remind", name: "王芳" }), JSON.stringify({ kind: "else" })];
  const answer = await handler(queueEvent(...strange, job("P-1")));
  expect(answer.batchItemFailures.map((one) => one.itemIdentifier)).toEqual(["m-0", "m-1", "m-2"]);
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toContain("王芳");
});

it("the stream hands on what changed something, as the log's own entries, and no reading", async () => {
  const got: StoredEntry[] = [];
  const handler = streamFunction({ handle: async (entries) => void got.push(...entries) }, quiet());
  const event = streamEvent(entryImage("r#01A"), entryImage("w#01B"), entryImage("w#01C", "booking.made"));
  expect(await handler(event)).toEqual({ batchItemFailures: [] });
  expect(got.map(({ id, action }) => [id, action])).toEqual([
    ["w#01B", "client.enrolled"],
    ["w#01C", "booking.made"],
  ]);
  expect(got[0]).toEqual({
    id: "w#01B",
    subject: "C#P-1",
    at: "2026-11-22T01:00:00.000Z",
    action: "client.enrolled",
    by: { kind: "staff", id: "front-desk-1", name: "陈晓梅" },
    from: "web",
    refs: { rows: 40, tags: ["a"] },
    v: 2,
  });
});

it("the stream resumes at the first entry that could not be followed", async () => {
  const followed: string[] = [];
  const handler = streamFunction(
    {
      async handle(entries) {
        if (entries.some(({ id }) => id === "w#01C")) throw new Error("not now");
        followed.push(...entries.map(({ id }) => id));
      },
    },
    quiet(),
  );
  const event = streamEvent(...["w#01A", "r#01B", "w#01C", "w#01D"].map((sk) => entryImage(sk)));
  expect(await handler(event)).toEqual({ batchItemFailures: [{ itemIdentifier: "102" }] });
  expect(followed).toEqual(["w#01A"]);
});

it("an app is warm before its first request: asked for its health, and its table read", async () => {
  const w = await world();
  const asked: string[] = [];
  const app = new Hono();
  app.get("*", (c) => {
    asked.push(c.req.path);
    return c.text("ok");
  });
  w.consumed();
  await httpFunction(app, w.home, undefined);
  expect(asked).toEqual(["/health"]);
  expect(w.consumed().rru).toBeGreaterThan(0);
});

it("an app whose table does not answer yet still starts, and says so", async () => {
  const w = await world();
  const home = { ...w.home, table: { ...w.home.table, records: "not-there" } };
  const handler = await httpFunction(
    new Hono().get("*", (c) => c.text("ok")),
    home,
    undefined,
  );
  expect(await handler(httpEvent("GET", "/"))).toMatchObject({ statusCode: 200, body: "ok" });
  expect(w.lines.join()).toContain("not warmed");
});

it("with a secret of our CDN only requests that came through it are heard", async () => {
  const w = await world();
  const handler = await httpFunction(
    new Hono().get("*", (c) => c.text("ok")),
    w.home,
    "s3cret",
  );
  expect(await handler(httpEvent("GET", "/"))).toMatchObject({ statusCode: 403 });
  expect(await handler(httpEvent("GET", "/", { "x-origin-secret": "guess" }))).toMatchObject({
    statusCode: 403,
  });
  expect(await handler(httpEvent("GET", "/", { "x-origin-secret": "s3cret" }))).toMatchObject({
    statusCode: 200,
    body: "ok",
  });
});
