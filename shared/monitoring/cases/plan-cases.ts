import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import { daysBetween, type Instant, localDate, type PlainDate } from "../../kernel/time.ts";
import { answersSource, type Reading } from "../../testing/index.ts";
import {
  type Case,
  CaseLimitSchema,
  caseAbout,
  isCorrected,
  lastSeen,
  type SeenValue,
  tellingOf,
} from "./case.ts";
import { putForward, restarted, wound } from "./case-clock.ts";
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
  /** Who typed them, where a person did. */
  by?: string | undefined;
  /** Of the list of important results in force on the day of the exam. */
  limits: readonly ItemLimit[];
  now: Instant;
  newId(): string;
}

/** A value longer ago than this many days is history: nobody is called at night for it. Needs sign-off. */
const historyAfterDays = 14;
/** A value further beyond what was told by this part of its limit is another one to tell. Needs sign-off. */
const clearlyWorse = 0.05;

/**
 * What new values do to a client's cases: one beyond a limit opens its case, one case for an item of an exam
 * for good. A further word on the item is kept with its case: a corrected value stops the clock and waits for
 * somebody's closing word; one that is beyond a limit again, beyond the other one, or clearly worse than what
 * was told starts the clock anew. History brought in later asks for a look in office hours and has no clock;
 * answers are given on the day they come in, whatever their exam.
 *
 * There is one case for an item of an exam because its exam's assessment is written in the same commit: of two
 * who bring the same value at once, one is refused and looks again.
 */
export function planCases(before: readonly Case[], given: NewValues): { changes: Change[]; log: LogEntry[] } {
  const changes: Change[] = [];
  const log: LogEntry[] = [];
  const subject = `C#${given.client}`;
  const note = (action: string, { id, v }: Case) => log.push({ subject, action, refs: { case: id }, v });
  for (const [item, reading] of Object.entries(given.values)) {
    const there = caseAbout(before, given.date, item);
    if (there) {
      const after = withWord(there, seenNow(item, reading, given), given);
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
    id: given.newId(),
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
  return begun(blank, given);
}

/** With the clock of telling; without it where the value is history. */
const begun = (one: Case, { date, source, now }: NewValues): Case =>
  source !== answersSource && daysBetween(date, localDate(now)) > historyAfterDays
    ? putForward(one, now)
    : restarted(one, now);

function seenNow(item: string, reading: Reading, given: NewValues): SeenValue {
  const { source, now, by } = given;
  const { value, unit, comparator } = reading;
  const limit = limitMet(item, reading, given.limits);
  return {
    at: now,
    value,
    unit,
    ...(comparator ? { comparator } : {}),
    ...(limit ? { limit: CaseLimitSchema.parse(limit) } : {}),
    source,
    ...(by ? { by } : {}),
  };
}

function withWord(before: Case, seen: SeenValue, given: NewValues): { case: Case; action: string } {
  const said: Case = { ...before, seen: [...before.seen, seen] };
  if (!seen.limit) {
    const corrects = isCorrected(said) && !isCorrected(before);
    return { case: wound(said), action: corrects ? "case.value-corrected" : "case.value-changed" };
  }
  const otherSide = lastSeen(before).limit?.direction !== seen.limit.direction;
  return before.state === "closed" || otherSide || isWorseThanTold(before, seen)
    ? { case: begun(said, given), action: "case.reopened" }
    : { case: said, action: "case.value-changed" };
}

/** Further than what was told by a class, or by a clear part of the limit; before a telling its clock runs anyway. */
function isWorseThanTold(before: Case, { value, limit }: SeenValue): boolean {
  const telling = tellingOf(before);
  if (!limit || (!telling && before.state === "open")) return false;
  const told = before.seen.filter(
    (word) => word.limit?.direction === limit.direction && (!telling || word.at <= telling.at),
  );
  if (limit.class === "A" && told.every((word) => word.limit?.class !== "A")) return true;
  const beyond = (word: Pick<SeenValue, "value">) => Number(word.value) * (limit.direction === ">=" ? 1 : -1);
  const further = beyond({ value }) - Math.max(...told.map(beyond));
  return further > 0 && further >= Math.abs(limit.threshold) * clearlyWorse;
}
