import type { Change } from "../../data/commit.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Cycle } from "./cycle.ts";
import { addCycle, saveCycle } from "./cycles.store.ts";

/**
 * What a signature does to the loop: it closes the present turn and opens the next. An amendment of an
 * exam that opened a turn, and an exam older than the present turn, turn nothing.
 */
export function turnCycle(
  cycles: readonly Cycle[],
  signed: { client: string; exam: { date: PlainDate; version: number }; now: Instant },
): Change[] {
  const { client, exam, now } = signed;
  const present = cycles.at(-1);
  if (present && exam.date <= present.openedBy.date) return [];
  const next = addCycle({
    client,
    number: (present?.number ?? 0) + 1,
    state: "open",
    openedBy: exam,
    openedAt: now,
    v: 1,
  });
  if (!present || present.state === "closed") return [next];
  return [saveCycle({ ...present, state: "closed", closedBy: exam, closedAt: now }), next];
}
