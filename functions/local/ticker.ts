import type { Log } from "../../shared/kernel/home.ts";

export interface Ticker {
  /** Sweeps now; one that runs is waited for first. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/** The schedule on one machine: a sweep every `everyMs` of real time, never two at once. */
export function startTicker(run: () => Promise<unknown>, log: Log, everyMs = 1000): Ticker {
  let running: Promise<void> | undefined;
  let stopped = false;
  const sweep = (): Promise<void> => {
    running = run()
      .then(() => {})
      .catch((error) => log.error("the sweep of due work failed", error))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const timer = setInterval(() => {
    if (!running) void sweep();
  }, everyMs);
  return {
    async now() {
      while (running) await running;
      if (!stopped) await sweep();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
