import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes } from "../../shared/kernel/time.ts";
import { type Case, isCorrected, tellingOf } from "../../shared/monitoring/cases/case.ts";
import {
  advanced,
  askOf,
  lookedAfter,
  restarted,
  withContact,
  wound,
} from "../../shared/monitoring/cases/case-clock.ts";
import { caseLimitsOf, limitMet } from "../../shared/monitoring/cases/rules/case-limits.ts";
import { catalogueItem, importantLists } from "../../shared/testing/index.ts";
import "../support/properties.ts";

const caseLimits = caseLimitsOf(importantLists[0]);
const start = "2026-11-22T01:00:00.000Z";
const limit = {
  direction: ">=",
  threshold: 6.5,
  unit: "mmol/L",
  class: "A",
  source: "s",
  status: "published",
} as const;
const seen = (value: number) => ({
  at: start,
  value,
  unit: "mmol/L",
  source: "LIS",
  ...(value >= 6.5 ? { limit } : {}),
});

const opened: Case = restarted(
  {
    client: "P-1",
    id: "one",
    centre: "centre-1",
    kind: "critical",
    date: "2026-11-22",
    item: "K",
    seen: [seen(6.8)],
    openedAt: start,
    since: start,
    tellBy: start,
    state: "open",
    contacts: [],
    looks: [],
    escalations: [],
    closings: [],
    v: 1,
  },
  start,
);
const by = { id: "nurse-1", name: "刘芳" };

type Act = (one: Case, now: string) => Case;
const contact =
  (outcome: Case["contacts"][number]["outcome"], channel: "phone" | "message"): Act =>
  (one, at) =>
    withContact(one, { at, by, person: "client", channel, outcome });
const acts: Record<string, Act> = {
  sweep: advanced,
  told: contact("confirmed", "phone"),
  reached: contact("reached, no read-back", "phone"),
  missed: contact("unable to reach", "phone"),
  unanswered: contact("unable to reach", "message"),
  look: (one, at) =>
    lookedAfter(one, one.looks.find(({ done }) => !done)?.id ?? "7 d", { at, by, note: "-" }),
  correct: (one) => wound({ ...one, seen: [...one.seen, seen(4.6)] }),
  back: (one, now) => restarted({ ...one, seen: [...one.seen, seen(7.1)] }, now),
};

const story = fc.array(
  fc.record({ act: fc.constantFrom(...Object.keys(acts)), minutes: fc.integer({ min: 1, max: 2000 }) }),
  { maxLength: 25 },
);

/** The case after a story, and every state it went through. */
function lived(steps: readonly { act: string; minutes: number }[]): { one: Case; now: string }[] {
  let [one, now] = [opened, start];
  return steps.map(({ act, minutes }) => {
    now = addMinutes(now, minutes);
    one = (acts[act] as Act)(one, now);
    return { one, now };
  });
}

describe("the clock of a case, whatever happens to it", () => {
  test("never stands still while somebody has to be told", () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { one } of lived(steps)) {
          const level = one.escalations.filter(({ at }) => at >= one.since).at(-1)?.level ?? 0;
          if (!tellingOf(one) && !isCorrected(one)) expect(one.next !== undefined || level === 3).toBe(true);
          if (isCorrected(one)) expect(one.next).toBeUndefined();
        }
      }),
    );
  });

  test("escalates at most three times a telling, each later and higher, and never after somebody was reached", () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { one } of lived(steps)) {
          const levels = one.escalations.filter(({ at }) => at >= one.since);
          expect(levels.length).toBeLessThanOrEqual(3);
          for (const [at, { level }] of levels.entries())
            expect(level).toBeGreaterThan(levels[at - 1]?.level ?? 0);
          const told = tellingOf(one);
          if (told) expect(levels.every(({ at }) => at <= told.at)).toBe(true);
        }
      }),
    );
  });

  test("is told only by a contact that reached somebody, and followed only after both looks", () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { one } of lived(steps)) {
          if (one.state === "told" || one.state === "followed") expect(tellingOf(one)).toBeDefined();
          if (one.state === "followed") expect(one.looks.every(({ done }) => done)).toBe(true);
          expect(askOf(one)).toBeDefined();
        }
      }),
    );
  });

  test("forgets nothing that was said or seen, and the same sweep twice is one", () => {
    fc.assert(
      fc.property(story, (steps) => {
        let before = opened;
        for (const { one, now } of lived(steps)) {
          expect(one.contacts.slice(0, before.contacts.length)).toEqual(before.contacts);
          expect(one.seen.slice(0, before.seen.length)).toEqual(before.seen);
          const swept = advanced(one, now);
          expect(advanced(swept, now)).toEqual(swept);
          before = one;
        }
      }),
    );
  });
});

describe("the limits that open a case", () => {
  test.each(caseLimits.map((one) => [`${one.item} ${one.direction} ${one.threshold}`, one] as const))(
    "%s: met at the limit, not on the other side of it, and in the catalogue's unit",
    (_, one) => {
      const outside = one.direction === ">=" ? one.threshold - 0.01 : one.threshold + 0.01;
      expect(limitMet(one.item, { value: one.threshold }, caseLimits)).toMatchObject({
        threshold: one.threshold,
      });
      expect(limitMet(one.item, { value: outside }, caseLimits)).toBeUndefined();
      expect(catalogueItem(one.item)?.unit, one.item).toBe(one.unit);
    },
  );

  test("a bound counts only where it surely lies beyond, and a word never", () => {
    expect(limitMet("K", { value: 7, comparator: ">" }, caseLimits)).toBeDefined();
    expect(limitMet("K", { value: 7, comparator: "<" }, caseLimits)).toBeUndefined();
    expect(limitMet("K", { value: 2.5, comparator: "<" }, caseLimits)).toBeDefined();
    expect(limitMet("K", { value: 6, comparator: ">" }, caseLimits)).toBeUndefined();
    expect(limitMet("K", { value: "high" }, caseLimits)).toBeUndefined();
  });
});
