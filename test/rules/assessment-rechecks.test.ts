import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedBook } from "../../shared/assessment/index.ts";
import { addDays } from "../../shared/kernel/time.ts";
import {
  closes,
  type Evidence,
  opensOn,
  supersedes,
} from "../../shared/monitoring/follow-ups/rules/closing.ts";
import {
  noFollowUps,
  type RecheckRule,
  recheckRules,
} from "../../shared/monitoring/follow-ups/rules/recheck-rules.ts";
import { catalogueItem } from "../../shared/testing/index.ts";

const rule = (id: string): RecheckRule => recheckRules.find((one) => one.id === id) as RecheckRule;
const day = (days: number): string => addDays("2026-11-20", days);
const raised = (items: Evidence["items"], more: Partial<Evidence> = {}): Evidence => ({
  openedOn: "2026-11-20",
  openedSample: "exam",
  items,
  ...more,
});
const on = (...days: number[]) => days.map((after) => ({ date: day(after), sample: `day ${after}` }));

describe("the re-check rules", () => {
  test("every follow-up the first rule set asks for is there", () => {
    const wanted = shippedBook
      .ruleSetFor("2026-11-20")
      .rules.flatMap(({ variants = [], ...rule }) =>
        [rule, ...variants]
          .flatMap(({ followUp, repeat }) => [followUp, repeat])
          .filter((id) => id !== undefined),
      );
    expect(wanted.length).toBeGreaterThan(60);
    for (const id of wanted) expect(rule(id), id).toBeDefined();
  });

  test("a finding and its follow-up agree on where they belong", () => {
    for (const { id, concern, site, followUp, repeat } of shippedBook.ruleSetFor("2026-11-20").rules)
      for (const asked of [followUp, repeat]) {
        if (!asked || rule(asked).byFinding) continue;
        const { byLesion, site: place } = rule(asked);
        expect([concern, byLesion && !place ? undefined : site], id).toEqual([rule(asked).concern, place]);
      }
  });

  test("82 come from the hospital's list, and six more say why there is nothing to do", () => {
    expect(new Set(recheckRules.map(({ id }) => id)).size).toBe(recheckRules.length);
    expect(recheckRules[81]?.id).toBe("c-lungrads-1");
    expect(noFollowUps).toHaveLength(6);
  });

  test("each can be ended by something the centre can measure or write down", () => {
    for (const { id, closedBy, minDays, maxDays } of recheckRules) {
      expect(minDays, id).toBeLessThanOrEqual(maxDays);
      expect(closedBy.anyOf.length, id).toBeGreaterThan(0);
      for (const closing of closedBy.anyOf)
        if ("items" in closing)
          for (const item of closing.items) expect(catalogueItem(item), `${id} ${item}`).toBeDefined();
    }
  });

  test("whatever a person would do is said in both languages", () => {
    for (const { id, act } of recheckRules) {
      expect(act.en, id).toMatch(/[a-zA-Z]/);
      expect(act.zh, id).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe("a follow-up ends by what it asked for, and by nothing near it", () => {
  test("all of the items, or one of the other ways", () => {
    const glucose = rule("fpg-diabetic-unconfirmed");
    expect(closes(glucose, raised({ FPG: on(7) }))).toBe(false);
    expect(closes(glucose, raised({ FPG: on(7), HBA1C: on(7) }))).toBe(true);
    expect(closes(glucose, raised({ OGTT2H: on(9) }))).toBe(true);
    expect(closes(glucose, raised({ LDLC: on(7), UA: on(7) }))).toBe(false);
  });

  test("never by the sample that raised it", () => {
    const urate = rule("tg-severe");
    expect(closes(urate, raised({ TG: [{ date: day(0), sample: "exam" }] }))).toBe(false);
    expect(closes(urate, raised({ TG: [{ date: day(0) }] }))).toBe(false);
    expect(closes(urate, raised({ TG: [{ date: day(3), sample: "exam" }] }))).toBe(false);
    expect(closes(urate, raised({ TG: on(3) }))).toBe(true);
  });

  test("never by something older", () => {
    expect(closes(rule("hdl-low"), raised({ HDLC: on(-30) }))).toBe(false);
  });

  test("two later days mean two days on which both pressures were taken", () => {
    const pressure = rule("bp-grade1-unconfirmed");
    expect(closes(pressure, raised({ SBP: on(10), DBP: on(10) }))).toBe(false);
    expect(closes(pressure, raised({ SBP: on(10, 12), DBP: on(10) }))).toBe(false);
    expect(closes(pressure, raised({ SBP: on(10, 12), DBP: on(10, 12) }))).toBe(true);
    expect(closes(pressure, raised({}, { records: [{ kind: "home series", date: day(14) }] }))).toBe(true);
  });

  test("a very high pressure is taken again on the day, from another reading", () => {
    const again = { date: day(0), sample: "after rest" };
    const same = { date: day(0), sample: "exam" };
    expect(closes(rule("bp-grade3"), raised({ SBP: [again], DBP: [again] }))).toBe(true);
    expect(closes(rule("bp-grade3"), raised({ SBP: [same], DBP: [same] }))).toBe(false);
    expect(closes(rule("bp-grade3"), raised({ SBP: on(1), DBP: on(1) }))).toBe(true);
  });

  test("too early is not the re-check, but a later exam may have taken its place", () => {
    const lipids = rule("lipid-borderline");
    const early = raised({ TC: on(20), LDLC: on(20), TG: on(20) });
    expect(closes(lipids, early)).toBe(false);
    expect(supersedes(lipids, early)).toBe(true);
    expect(opensOn(lipids, "2026-11-20")).toBe(day(81));
    const inTime = raised({ TC: on(81), LDLC: on(81), TG: on(81) });
    expect(closes(lipids, inTime)).toBe(true);
    expect(supersedes(lipids, inTime)).toBe(false);
    expect(supersedes(lipids, raised({ TC: on(20) }))).toBe(false);
  });

  test("the region must be the one in question", () => {
    const thyroid = rule("thyroid-tr4");
    const seen = (site?: string) =>
      raised({ USTHY: [{ date: day(340), ...(site && { site }) }] }, { site: "thyroid/left" });
    expect(closes(thyroid, seen())).toBe(true);
    expect(closes(thyroid, seen("thyroid/left"))).toBe(true);
    expect(closes(thyroid, seen("thyroid/right"))).toBe(false);
    const gallbladder = raised({ USABD: [{ date: day(170), site: "liver" }] });
    expect(closes(rule("gallbladder-polyp-6"), gallbladder)).toBe(false);
    expect(closes(rule("gallbladder-polyp-6"), raised({ USABD: [{ date: day(170) }] }))).toBe(true);
  });

  test("the same marker means that one", () => {
    const marker = rule("marker-raised");
    expect(closes(marker, raised({ CEA: on(40) }, { site: "CEA" }))).toBe(true);
    expect(closes(marker, raised({ AFP: on(40) }, { site: "CEA" }))).toBe(false);
  });

  test("where no value can answer, a record does, and only its kind", () => {
    const liver = rule("fib4-high");
    const record = (kind: "referral outcome" | "contact recorded") =>
      raised({ ALT: on(10) }, { records: [{ kind, date: day(10) }] });
    expect(closes(liver, record("referral outcome"))).toBe(true);
    expect(closes(liver, record("contact recorded"))).toBe(false);
    expect(closes(rule("class-a"), record("contact recorded"))).toBe(true);
  });

  test("whatever was measured on the very day or before, nothing is closed by it without another sample", () => {
    const anyEvidence = fc.dictionary(
      fc.constantFrom(
        "SBP",
        "DBP",
        "FPG",
        "HBA1C",
        "TC",
        "TG",
        "LDLC",
        "CREA",
        "UACR",
        "PLT",
        "USTHY",
        "CTCHEST",
      ),
      fc.array(
        fc.integer({ min: -400, max: 0 }).map((after) => ({ date: day(after), sample: "exam" })),
        { minLength: 1, maxLength: 3 },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...recheckRules), anyEvidence, (one, items) => {
        expect(closes(one, raised(items))).toBe(false);
        expect(supersedes(one, raised(items))).toBe(false);
      }),
    );
  });
});
