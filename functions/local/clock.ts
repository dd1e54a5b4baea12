import { epochMs, type Instant, instantOf } from "../../shared/kernel/time.ts";
import { readJson, writeWhole } from "./files.ts";

/** The centre's clock on one machine: real time plus an offset that only grows and outlives a restart. */
export interface LocalClock {
  now(): Instant;
  /** Moves on to an instant; one that is past changes nothing. */
  moveTo(at: Instant): Promise<void>;
}

export async function clockIn(file: string): Promise<LocalClock> {
  let { offsetMs } = await readJson(file, { offsetMs: 0 });
  const now = () => instantOf(Date.now() + offsetMs);
  return {
    now,
    async moveTo(at) {
      const ahead = epochMs(at) - epochMs(now());
      if (ahead <= 0) return;
      offsetMs += ahead;
      await writeWhole(file, JSON.stringify({ offsetMs }));
    },
  };
}
