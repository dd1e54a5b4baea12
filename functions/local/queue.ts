import type { Log } from "../../shared/kernel/home.ts";
import type { Job, Queue } from "../../shared/kernel/ports.ts";

export interface LocalQueue extends Queue {
  /** Jobs waiting, running or resting between two tries. */
  size(): number;
  /** Jobs given up after all tries; they come back through the due index, if they are still due. */
  dead(): number;
  /** Resolves when nothing waits, runs or rests. */
  idle(): Promise<void>;
  /** Takes no more, and lets what runs end for two seconds; the due index brings back what did not. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  handle(job: Job): Promise<void>;
  log: Log;
  concurrency?: number;
  tries?: number;
  /** Rest before the second try in ms; it doubles with every further one. */
  restMs?: number;
}

/** How long a stop waits for jobs under way. */
const graceMs = 2000;

/**
 * The cloud's queue within one process: at least once, several at a time, a failed job again after a
 * rest, given up after `tries`. What a crash takes with it is enqueued again by the due index.
 */
export function inProcessQueue(options: QueueOptions): LocalQueue {
  const { handle, log, concurrency = 4, tries = 5, restMs = 500 } = options;
  const waiting: { job: Job; tried: number }[] = [];
  const resting = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let waiters: (() => void)[] = [];
  let dead = 0;
  let stopped = false;

  const size = () => waiting.length + running.size + resting.size;

  async function run(one: { job: Job; tried: number }): Promise<void> {
    try {
      await handle(one.job);
    } catch (error) {
      const tried = one.tried + 1;
      log.error("job failed", error, { kind: one.job.kind, tried });
      if (tried >= tries) dead += 1;
      else if (!stopped) rest({ job: one.job, tried });
    }
  }

  function rest(one: { job: Job; tried: number }): void {
    const timer = setTimeout(
      () => {
        resting.delete(timer);
        waiting.push(one);
        pump();
      },
      restMs * 2 ** (one.tried - 1),
    );
    resting.add(timer);
  }

  function pump(): void {
    while (!stopped && running.size < concurrency) {
      const one = waiting.shift();
      if (!one) break;
      const done = run(one).then(() => {
        running.delete(done);
        pump();
      });
      running.add(done);
    }
    if (size() > 0) return;
    for (const tell of waiters) tell();
    waiters = [];
  }

  return {
    async send(job) {
      waiting.push({ job, tried: 0 });
      setImmediate(pump);
    },
    size,
    dead: () => dead,
    idle: () => (size() === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    async stop() {
      stopped = true;
      for (const timer of resting) clearTimeout(timer);
      resting.clear();
      waiting.length = 0;
      await Promise.race([
        Promise.all(running),
        new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
      ]);
    },
  };
}
