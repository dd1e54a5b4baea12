import { expect, test } from "vitest";
import { inProcessQueue } from "../../functions/local/queue.ts";
import type { Log } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";

const job = (id: string): Job => ({ kind: "import", id });
const idOf = (one: Job): string => (one.kind === "import" ? one.id : "");
const quiet: Log = { info: () => {}, error: () => {} };

test("a job that fails comes again until it succeeds, and holds up no other", async () => {
  const done: string[] = [];
  let failures = 3;
  const queue = inProcessQueue({
    log: quiet,
    restMs: 1,
    concurrency: 1,
    async handle(one) {
      if (idOf(one) === "shaky" && failures-- > 0) throw new Error("not yet");
      done.push(idOf(one));
    },
  });
  for (const id of ["shaky", "a", "b"]) await queue.send(job(id));
  await queue.idle();
  expect(done).toEqual(["a", "b", "shaky"]);
  expect(queue.dead()).toBe(0);
});

test("a job that never succeeds is given up after its tries, counted and told without its contents", async () => {
  const told: unknown[] = [];
  const queue = inProcessQueue({
    log: { info: () => {}, error: (...said) => void told.push(said) },
    restMs: 1,
    tries: 3,
    handle: async () => {
      throw new Error("never");
    },
  });
  await queue.send({ kind: "remind", client: "P-100000017" });
  await queue.idle();
  expect(queue.dead()).toBe(1);
  expect(told).toHaveLength(3);
  expect(told.at(-1)).toEqual(["job failed", expect.any(Error), { kind: "remind", tried: 3 }]);
});

test("no more than its number of jobs run at once, and stopping lets those that run end", async () => {
  let [running, most, ended] = [0, 0, 0];
  const release: (() => void)[] = [];
  const queue = inProcessQueue({
    log: quiet,
    concurrency: 2,
    async handle() {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => release.push(resolve));
      running -= 1;
      ended += 1;
    },
  });
  for (const id of ["a", "b", "c"]) await queue.send(job(id));
  while (release.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const stopped = queue.stop();
  for (const go of release) go();
  await stopped;
  expect({ most, ended, running }).toEqual({ most: 2, ended: 2, running: 0 });
});
