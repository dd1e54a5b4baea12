import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bookOf,
  cutOffsOf,
  differences,
  entriesOf,
  describe as inWords,
  type RuleVersion,
  shippedBook,
} from "../../shared/assessment/index.ts";
import { criticalValues } from "../../shared/testing/index.ts";
import { anybody } from "./anybody.ts";
import { facts, wellMan } from "./assessment-support.ts";

const shipped = shippedBook.ruleSetCalled("2026-11");

const version = (otherwise: Partial<RuleVersion> = {}): RuleVersion => ({
  id: "2026-11.1",
  part: "rules",
  base: "2026-11",
  effectiveFrom: "2026-12-01",
  changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3 }],
  why: "委员会决议",
  state: "signed",
  madeBy: { id: "physician-1", name: "周志远" },
  madeAt: "2026-11-22T01:00:00.000Z",
  signedBy: { id: "physician-1", name: "周志远" },
  signedAt: "2026-11-22T02:00:00.000Z",
  v: 2,
  ...otherwise,
});

describe("a version in the book", () => {
  test("is in force from its day on, and the days before it keep the rules they had", () => {
    const book = bookOf([version()], []);
    expect(book.ruleSetFor("2026-11-30")).toBe(book.ruleSetCalled("2026-11"));
    expect(book.ruleSetFor("2026-12-01").id).toBe("2026-11.1");
    expect(book.ruleSetFor("2019-01-01").id).toBe("2026-11");
  });

  test("says what its base says but for the numbers it changes, and names them as the hospital's own", () => {
    const book = bookOf([version()], []);
    const changed = book.ruleSetCalled("2026-11.1");
    expect(changed.rules).toHaveLength(shipped.rules.length);
    for (const [at, rule] of changed.rules.entries())
      if (rule.id === "ldl-borderline") {
        expect(cutOffsOf(rule)[0]?.limit).toBe(3);
        expect(rule.source).toContain("2026-11.1");
        expect(rule.status).toBe("needs sign-off");
      } else expect(rule).toBe(shipped.rules[at]);
    expect(cutOffsOf(shipped.rules.find(({ id }) => id === "ldl-borderline") as never)[0]?.limit).toBe(3.4);
  });

  test("has no effect while it is a draft or once it is withdrawn, and is still found by its name", () => {
    for (const state of ["draft", "withdrawn"] as const) {
      const book = bookOf([version({ state })], []);
      expect(book.ruleSetFor("2027-06-01").id).toBe("2026-11");
      expect(book.ruleSetCalled("2026-11.1").id).toBe("2026-11.1");
    }
  });

  test("made of another version carries that one's numbers too", () => {
    const second = version({
      id: "2026-11.2",
      base: "2026-11.1",
      effectiveFrom: "2027-01-01",
      changes: [{ rule: "tc-borderline", path: "when.limit", limit: 5 }],
    });
    const rules = new Map(
      bookOf([version(), second], [])
        .ruleSetFor("2027-01-02")
        .rules.map((rule) => [rule.id, cutOffsOf(rule)[0]?.limit]),
    );
    expect([rules.get("ldl-borderline"), rules.get("tc-borderline")]).toEqual([3, 5]);
  });
});

describe("a sign-off in the book", () => {
  const by = { id: "physician-1", name: "周志远" };
  const word = { set: "2026-11", rule: "hba1c-raised", by, at: "2026-11-22T03:00:00.000Z", note: "", v: 1 };

  test("holds in every later edition that leaves the rule as it is, and ends where the rule changes", () => {
    const apart = version({ id: "2026-11.1" });
    const touching = version({
      id: "2026-11.2",
      base: "2026-11.1",
      state: "draft",
      effectiveFrom: "2027-01-01",
      changes: [{ rule: "hba1c-raised", path: "when.limit.timesUpper", limit: 1.1 }],
    });
    const book = bookOf([apart, touching], [word]);
    expect(book.signOffOf("2026-11.1", "hba1c-raised")).toEqual(word);
    expect(book.signOffOf("2026-11.2", "hba1c-raised")).toBeUndefined();
  });

  test("comes with the signature of a version for the rules it changes, and for no other", () => {
    const book = bookOf([version()], []);
    expect(book.signOffOf("2026-11.1", "ldl-borderline")).toMatchObject({ by, note: "委员会决议" });
    expect(book.signOffOf("2026-11.1", "tc-borderline")).toBeUndefined();
    expect(book.signOffOf("2026-11", "ldl-borderline")).toBeUndefined();
  });

  test("that was taken back is none, whichever edition asks", () => {
    const revoked = { ...word, revoked: { by, at: "2026-11-23T03:00:00.000Z", why: "证据更新" }, v: 2 };
    const book = bookOf([version()], [revoked]);
    expect(book.signOffOf("2026-11", "hba1c-raised")).toBeUndefined();
    expect(book.signOffOf("2026-11.1", "hba1c-raised")).toBeUndefined();
  });
});

describe("two rule sets of one exam", () => {
  test("differ by nothing for anybody when the second changes nothing", () => {
    const same = bookOf([version({ changes: [] })], []).ruleSetCalled("2026-11.1");
    fc.assert(
      fc.property(anybody, (person) => {
        expect(differences(person, shipped, same)).toBeUndefined();
      }),
    );
  });

  test("read the same from either side: what one adds the other loses", () => {
    const cutOffs = shipped.rules.flatMap((rule) =>
      cutOffsOf(rule).map((one) => ({ rule: rule.id, ...one })),
    );
    fc.assert(
      fc.property(anybody, fc.constantFrom(...cutOffs), fc.constantFrom(0.9, 1.1), (person, cut, times) => {
        const change = { rule: cut.rule, path: cut.path, limit: cut.limit * times };
        const other = bookOf([version({ changes: [change] })], []).ruleSetCalled("2026-11.1");
        const there = differences(person, shipped, other);
        const back = differences(person, other, shipped);
        expect(back === undefined).toBe(there === undefined);
        expect(back?.grade).toEqual(there?.grade && { from: there.grade.to, to: there.grade.from });
        expect(back?.added).toEqual(there?.gone);
      }),
    );
  });

  test("name a new finding, the grade it brings, and a finding that weighs otherwise", () => {
    const stricter = bookOf(
      [
        version({
          changes: [
            { rule: "ldl-borderline", path: "when.limit", limit: 2.4 },
            { rule: "bp-grade2", path: "when.any.0.limit", limit: 150 },
          ],
        }),
      ],
      [],
    ).ruleSetCalled("2026-11.1");
    expect(differences(facts({ ...wellMan, LDLC: 2.5 }), shipped, stricter)).toMatchObject({
      grade: { from: "healthy", to: "sub-health" },
      added: [{ rule: "ldl-borderline", class: "sub-health" }],
      gone: [],
      changed: [],
    });
    expect(differences(facts({ ...wellMan, LDLC: 2.3, SBP: 152 }), shipped, stricter)).toEqual({
      added: [],
      gone: [],
      changed: [
        {
          from: expect.objectContaining({ rule: "bp-grade1", severity: 2 }),
          to: expect.objectContaining({ rule: "bp-grade2", severity: 3 }),
        },
      ],
    });
  });
});

describe("what the book holds", () => {
  test("every rule's condition reads in both languages, with each of its cut-offs shown as one", () => {
    for (const rule of shipped.rules) {
      const pieces = [
        ...inWords(rule.when),
        ...(rule.variants ?? []).flatMap(({ when }, at) => inWords(when, `variants.${at}.when`)),
      ];
      expect(pieces.flatMap(({ path }) => path ?? [])).toEqual(cutOffsOf(rule).map(({ path }) => path));
      expect(
        pieces.every(({ en, zh }) => en && zh),
        rule.id,
      ).toBe(true);
      expect(pieces.map(({ zh }) => zh).join("")).not.toContain("undefined");
    }
    expect(
      inWords({ item: "WAIST", op: ">=", limit: { male: 90, female: 85 } })
        .map(({ en }) => en)
        .join(""),
    ).toBe("Waist circumference ≥ 90 cm for men, 85 cm for women");
  });

  test("the list of important results has every critical value, each entry once, and signs off no proposal", () => {
    const { rows } = shippedBook.importantFor("2026-11-22");
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { item, direction, threshold } of criticalValues)
      expect(rows).toContainEqual(expect.objectContaining({ item, op: direction, threshold }));
    const ofB = rows.filter((row) => row.class === "B");
    expect(ofB.length).toBeGreaterThan(30);
    expect(ofB.every(({ status }) => status === "needs sign-off")).toBe(true);
    expect(entriesOf(shippedBook, "important", "important-2026-11")).toHaveLength(rows.length);
  });
});
