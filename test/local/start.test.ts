import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearPlaces, type Place, place, type Running, run, startCentre } from "../support/process.ts";

afterAll(clearPlaces);

describe("a running centre", () => {
  let at: Place;
  let centre: Running;
  beforeAll(async () => {
    at = await place();
    centre = await startCentre(at);
  });
  afterAll(async () => {
    centre.signal("SIGTERM");
    await centre.ended;
    await at.clear();
  });

  test("says once where it is and that it is ready", () => {
    expect(centre.said()).toEqual({
      out: expect.stringMatching(
        new RegExp(`^Perennial 常青 is ready at http://localhost:${at.env["PORT"]} \\([0-9.]+ s\\)\n$`),
      ),
      err: "",
    });
  });

  test("keeps its keys outside the data, readable by their owner alone", async () => {
    expect(statSync(at.env["PERENNIAL_KEYS"] ?? "").mode & 0o777).toBe(0o600);
    expect(existsSync(join(at.folder, "data", "keys.json"))).toBe(false);
  });

  test("has its data to itself: a second one on the same folder is told so", async () => {
    const other = await place();
    const second = await run("main", [], { ...at.env, PORT: other.env["PORT"] ?? "" }).ended;
    expect(second).toMatchObject({ code: 1, out: "", err: sentence("already running on the data") });
    await other.clear();
  });

  test("answers only to its own name, so that no other site's name leads to it", async () => {
    expect(await statusOf(at, "GET", "/health", { host: "rebound.example" })).toBe(421);
  });

  test("does not let another site move its clock", async () => {
    const move = (site: string) => statusOf(at, "POST", "/local/clock/next", { "sec-fetch-site": site });
    expect(await move("cross-site")).toBe(403);
    expect(await move("same-origin")).toBe(303);
  });

  test("describes every route of its API", async () => {
    const description = await (await fetch(`${at.origin}/api/openapi.json`)).json();
    expect(description).toMatchObject({ openapi: "3.1.0", paths: { "/api/clients": expect.anything() } });
  });
});

describe("a centre that cannot start says why in one sentence", () => {
  test("a busy port", async () => {
    const at = await place();
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(Number(at.env["PORT"]), "127.0.0.1", resolve));
    expect(await run("main", [], at.env).ended).toMatchObject({ code: 1, err: sentence("is busy") });
    expect(existsSync(join(at.folder, "data"))).toBe(false);
    await new Promise((resolve) => busy.close(resolve));
  });

  test("a missing engine: the sentence names the ways to one", async () => {
    const at = await place();
    const end = await run("main", [], { ...at.env, DYNOXIDE_BIN: join(at.folder, "nothing-here") }).ended;
    expect(end).toMatchObject({ code: 1, err: sentence("@dynoxide/linux-x64") });
    expect(end.err).toMatch(/DYNOXIDE_BIN.*DYNAMODB_ENDPOINT/);
  });

  test("a data folder that is none", async () => {
    const at = await place();
    await writeFile(at.env["PERENNIAL_DATA"] ?? "", "a file stands here");
    expect(await run("main", [], at.env).ended).toMatchObject({
      code: 1,
      err: sentence("cannot be written"),
    });
  });

  test("a data file that is no database", async () => {
    const at = await place();
    const data = at.env["PERENNIAL_DATA"] ?? "";
    await mkdir(data);
    await writeFile(join(data, "sown.json"), "{}");
    await writeFile(
      join(data, "engine.db"),
      "this was never a database, however long it may be ".repeat(100),
    );
    expect(await run("main", [], at.env).ended).toMatchObject({ code: 1, err: sentence("cannot be opened") });
  });

  test.each(["0.0.0.0", "::", "192.168.1.20", "clinic.example"])("a public address, %s", async (HOST) => {
    const at = await place();
    expect(await run("main", [], { ...at.env, HOST }).ended).toMatchObject({
      code: 1,
      err: sentence("not this machine alone"),
    });
  });

  test("data whose key file is gone, and the keys are never made anew", async () => {
    const at = await place();
    const centre = await startCentre(at);
    centre.signal("SIGTERM");
    await centre.ended;
    const keys = at.env["PERENNIAL_KEYS"] ?? "";
    const intact = await readFile(keys);
    await rm(keys);
    expect(await run("main", [], at.env).ended).toMatchObject({ code: 1, err: sentence("which is gone") });
    expect(existsSync(keys)).toBe(false);
    const others = JSON.parse(intact.toString());
    others.set.mac = Buffer.alloc(32, 7).toString("base64");
    await writeFile(keys, JSON.stringify(others));
    expect(await run("main", [], at.env).ended).toMatchObject({
      code: 1,
      err: sentence("are not those of the data"),
    });
    await at.clear();
  });

  test("a data file that is gone from a folder in use: never an empty centre in its place", async () => {
    const at = await place();
    const centre = await startCentre(at);
    centre.signal("SIGTERM");
    await centre.ended;
    const data = join(at.env["PERENNIAL_DATA"] ?? "", "engine.db");
    await rm(data);
    expect(await run("main", [], at.env).ended).toMatchObject({ code: 1, err: sentence("is gone, though") });
    expect(existsSync(data)).toBe(false);
    await at.clear();
  });

  test("keys that would lie with the data they protect", async () => {
    const at = await place();
    const inside = join(at.env["PERENNIAL_DATA"] ?? "", "keys.json");
    expect(await run("main", [], { ...at.env, PERENNIAL_KEYS: inside }).ended).toMatchObject({
      code: 1,
      err: sentence("must lie outside"),
    });
  });
});

/** Asks with headers a browser would set and `fetch` does not let us. */
function statusOf(at: Place, method: string, path: string, headers: Record<string, string>) {
  return new Promise<number | undefined>((resolve, reject) => {
    request(at.origin + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once("error", reject)
      .end();
  });
}

/** One line that says this, and no stack. */
const sentence = (part: string) => expect.stringMatching(new RegExp(`^[^\n]*${part}[^\n]*\n$`));
