import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lives, type Place, place, run, startCentre } from "../support/process.ts";

test("kill -9 takes the engine along, and the next start has everything that was acknowledged", async () => {
  const at = await place();
  const first = await startCentre(at);
  const engine = await enginePid(at);
  const token = await tokenOf("front-desk", at);
  const numbers: string[] = [];
  for (const name of ["王秀兰", "李建华", "张伟"]) numbers.push(await enrol(at, token, name));
  first.signal("SIGKILL");
  await first.ended;
  await gone(engine);

  const second = await startCentre(at);
  for (const number of numbers) {
    const answer = await fetch(`${at.origin}/api/clients/${number}`, authorized(token));
    expect(answer.status).toBe(200);
  }
  second.signal("SIGTERM");
  await second.ended;
  await at.clear();
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it in order and leaves no child behind",
  async (signal) => {
    const at = await place();
    const centre = await startCentre(at);
    const engine = await enginePid(at);
    expect(await lives(engine)).toBe(true);
    centre.signal(signal);
    expect(await centre.ended).toMatchObject({ code: 0, err: "" });
    expect(await lives(engine)).toBe(false);
    await at.clear();
  },
);

test("an engine that outlived its centre and its guard is ended by the next start", async () => {
  const at = await place();
  const first = await startCentre(at);
  const stale = await enginePid(at);
  const guard = Number((await readFile(`/proc/${stale}/stat`, "utf8")).split(" ")[3]);
  for (const pid of await childrenOf(guard)) if (pid !== stale) process.kill(pid, "SIGKILL");
  process.kill(guard, "SIGKILL");
  first.signal("SIGKILL");
  await first.ended;
  expect(await lives(stale)).toBe(true);

  const second = await startCentre(at);
  expect(await lives(stale)).toBe(false);
  second.signal("SIGTERM");
  await second.ended;
  await at.clear();
});

const enginePid = async (at: Place): Promise<number> =>
  Number(await readFile(join(at.folder, "data", "engine.pid"), "utf8"));

const childrenOf = async (pid: number): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim().split(" ").map(Number);

async function gone(pid: number): Promise<void> {
  while (await lives(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function tokenOf(persona: string, at: Place): Promise<string> {
  const { out } = await run("token", [persona], at.env).ended;
  return out.trim();
}

const authorized = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function enrol(at: Place, token: string, name: string): Promise<string> {
  const answer = await fetch(`${at.origin}/api/clients`, {
    method: "POST",
    headers: { ...authorized(token).headers, "content-type": "application/json" },
    body: JSON.stringify({ document: { kind: "centre" }, name, sex: "female", birthDate: "1971-03-05" }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}
