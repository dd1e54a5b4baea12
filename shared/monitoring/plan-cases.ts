import type { Change } from "../data/commit.ts";
import type { LogEntry } from "../data/log.ts";
import type { Instant, PlainDate } from "../kernel/time.ts";
import type { Reading } from "../testing/index.ts";
import { type Case, CaseLimitSchema, caseId, isCorrected, lastSeen, type SeenValue } from "./case.ts";
import { restarted, wound } from "./case-clock.ts";
import { addCase, saveCase } from "./cases.store.ts";
import { type ItemLimit, limitMet } from "./rules/case-limits.ts";

export interface NewValues {
  client: string;
  centre: string;
  /** The exam. */
  date: PlainDate;
  /** What is new or different of it, by item. */
  values: Readonly<Record<string, Reading>>;
  source: string;
  /** Of the list of important results in force on the day of the exam. */
  limits: readonly ItemLimit[];
  now: Instant;
}

/**
 * What new values do to a client's cases: one beyond a limit opens its case, one case for an item of an exam
 * for good. A further word on the item is kept with its case: a corrected value stops the clock and waits for
 * somebody's closing word; one that is beyond a limit again, or beyond the other one, starts the clock anew.
 */
export function planCases(before: readonly Case[], given: NewValues): { changes: Change[]; log: LogEntry[] } {
  const changes: Change[] = [];
  const log: LogEntry[] = [];
  const subject = `C#${given.client}`;
  const note = (action: string, { id, v }: Case) => log.push({ subject, action, refs: { case: id }, v });
  for (const [item, reading] of Object.entries(given.values)) {
    const id = caseId(given.client, given.date, item);
    const there = before.find((one) => one.id === id);
    if (there) {
      const after = withWord(there, seenNow(item, reading, given), given.now);
      changes.push(saveCase(after.case));
      note(after.action, { ...after.case, v: there.v + 1 });
      continue;
    }
    const opened = openedBy(item, reading, given);
    if (!opened) continue;
    changes.push(addCase(opened));
    note("case.opened", opened);
  }
  return { changes, log };
}

function openedBy(item: string, reading: Reading, given: NewValues): Case | undefined {
  const limit = limitMet(item, reading, given.limits);
  if (!limit) return undefined;
  const { client, centre, date, now } = given;
  const blank: Case = {
    client,
    id: caseId(client, date, item),
    centre,
    kind: limit.kind,
    date,
    item,
    seen: [seenNow(item, reading, given)],
    openedAt: now,
    since: now,
    tellBy: now,
    state: "open",
    contacts: [],
    looks: [],
    escalations: [],
    closings: [],
    v: 1,
  };
  return restarted(blank, now);
}

function seenNow(item: string, reading: Reading, given: NewValues): SeenValue {
  const { source, now } = given;
  const { value, unit, comparator } = reading;
  const limit = limitMet(item, reading, given.limits);
  return {
    at: now,
    value,
    unit,
    ...(comparator ? { comparator } : {}),
    ...(limit ? { limit: CaseLimitSchema.parse(limit) } : {}),
    source,
  };
}

function withWord(before: Case, seen: SeenValue, now: Instant): { case: Case; action: string } {
  const said: Case = { ...before, seen: [...before.seen, seen] };
  if (!seen.limit)
    return { case: wound(said), action: isCorrected(before) ? "case.value-changed" : "case.value-corrected" };
  const otherSide = lastSeen(before).limit?.direction !== seen.limit.direction;
  return before.state === "closed" || otherSide
    ? { case: restarted(said, now), action: "case.reopened" }
    : { case: said, action: "case.value-changed" };
}
