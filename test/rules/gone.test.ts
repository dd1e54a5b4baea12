import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Proposal } from "../../shared/assessment/index.ts";
import { facts, found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

const lastYear = "2025-11-18";
const before = "2024-11-15";
const goneOf = (from: Proposal): string[] => from.gone.map(({ rule }) => rule);

describe("what is gone", () => {
  test("is what the last exam found and this one, measured again, does not", () => {
    const better = proposal(wellMan, { earlier: { [lastYear]: { ...wellMan, LDLC: 4.4, SBP: 148 } } });
    expect(better.gone).toMatchObject([
      { concern: "blood-pressure", date: lastYear, item: "SBP", name: { zh: expect.stringMatching(/血压/) } },
      { concern: "lipids", date: lastYear, item: "LDLC" },
    ]);
  });

  test("is nothing at a first exam, and nothing where it is found again, milder or worse", () => {
    expect(proposal(wellMan).gone).toEqual([]);
    const milder = proposal({ ...wellMan, SBP: 143 }, { earlier: { [lastYear]: { ...wellMan, SBP: 168 } } });
    expect(goneOf(milder)).toEqual([]);
    expect(milder.findings.find(({ concern }) => concern === "blood-pressure")?.change).toBe("better");
  });

  test("is not what was not measured again", () => {
    const { LDLC: _, ...unmeasured } = wellMan;
    const earlier = { [lastYear]: { ...wellMan, LDLC: 4.4 } };
    expect(goneOf(proposal(unmeasured, { earlier }))).toEqual([]);
    expect(goneOf(proposal({ ...wellMan, LDLC: "<5" }, { earlier }))).toEqual([]);
  });

  test("is not told again by the exam after the one at which it was gone", () => {
    const earlier = { [before]: { ...wellMan, LDLC: 4.4 }, [lastYear]: wellMan };
    expect(goneOf(proposal(wellMan, { earlier }))).toEqual([]);
  });

  test("is told by an older exam where none in between measured it", () => {
    const { LDLC: _, ...without } = wellMan;
    const earlier = { [before]: { ...wellMan, LDLC: 4.4 }, [lastYear]: without };
    expect(proposal(wellMan, { earlier }).gone).toMatchObject([{ item: "LDLC", date: before }]);
  });

  test("needs every value it rested on: the upper pressure alone does not clear what the lower had said too", () => {
    const { DBP: _, ...upperAlone } = wellMan;
    const both = { [lastYear]: { ...wellMan, SBP: 148, DBP: 95 } };
    expect(goneOf(proposal(upperAlone, { earlier: both }))).toEqual([]);
    expect(proposal(wellMan, { earlier: both }).gone).toMatchObject([{ concern: "blood-pressure" }]);
    const upper = { [lastYear]: { ...upperAlone, SBP: 148 } };
    expect(proposal(upperAlone, { earlier: upper }).gone).toMatchObject([{ item: "SBP" }]);
  });

  test("says of what class it was, so that nobody takes a disease for over", () => {
    const earlier = { [before]: { ...wellMan, LDLC: 4.4 }, [lastYear]: { ...wellMan, LDLC: 4.5 } };
    expect(proposal(wellMan, { earlier }).gone).toMatchObject([{ class: "disease", date: lastYear }]);
  });

  test("is never a high pressure, a diabetes or a kidney disease that was confirmed", () => {
    for (const ill of [{ SBP: 150, DBP: 96 }, { FPG: 7.6 }, { CREA: 140 }]) {
      const earlier = { [before]: { ...wellMan, ...ill }, [lastYear]: { ...wellMan, ...ill } };
      const then = proposal(
        { ...wellMan, ...ill },
        { date: lastYear, earlier: { [before]: { ...wellMan, ...ill } } },
      );
      expect(then.grade.path).toBe("disease");
      expect(proposal(wellMan, { earlier }).gone.filter(({ class: was }) => was === "disease")).toEqual([]);
    }
  });

  test("is not said by a glucose that was not fasting", () => {
    const { HBA1C: _, ...rest } = wellMan;
    const earlier = { [lastYear]: { ...rest, FPG: 6.4 } };
    expect(goneOf(proposal(rest, { earlier, fasting: false }))).toEqual([]);
  });

  test("is also a value outside its range without a rule of its own, back inside", () => {
    const first = proposal({ ...wellMan, ALB: 38 });
    expect(rulesOf(first)).toContain("outside-range:ALB");
    const back = proposal({ ...wellMan, ALB: 45 }, { earlier: { [lastYear]: { ...wellMan, ALB: 38 } } });
    expect(goneOf(back)).toEqual(["outside-range:ALB"]);
  });

  test("is never a known disease, whose good values are its treatment", () => {
    const treated = { diagnoses: ["dyslipidaemia"], drugs: ["lipid-lowering"] };
    const earlier = { [lastYear]: { ...wellMan, TC: 5.6, LDLC: 3.9 } };
    const better = proposal(wellMan, { ...treated, earlier });
    expect(goneOf(better)).toContain("ldl-borderline");
    expect(better.gone.filter(({ class: was }) => was === "disease")).toEqual([]);
    const high = { ...wellMan, TG: 4.1 };
    expect(goneOf(proposal(high, { ...treated, earlier: { [lastYear]: wellMan } }))).toEqual([]);
  });

  test("is never a known diagnosis", () => {
    const known = proposal(wellMan, {
      diagnoses: ["gout"],
      earlier: { [lastYear]: { ...wellMan, UA: 520 } },
    });
    expect(found(known, "known:gout") ?? found(known, "urate-known")).toBeDefined();
    expect(goneOf(known).some((rule) => rule.startsWith("known:"))).toBe(false);
  });
});

const some = fc.record(
  {
    SBP: fc.integer({ min: 95, max: 190 }),
    DBP: fc.integer({ min: 55, max: 115 }),
    FPG: fc.integer({ min: 40, max: 120 }).map((tenth) => tenth / 10),
    HBA1C: fc.integer({ min: 45, max: 90 }).map((tenth) => tenth / 10),
    LDLC: fc.integer({ min: 15, max: 60 }).map((tenth) => tenth / 10),
    TG: fc.integer({ min: 5, max: 70 }).map((tenth) => tenth / 10),
    ALT: fc.integer({ min: 10, max: 200 }),
    CREA: fc.integer({ min: 50, max: 200 }),
    HGB: fc.integer({ min: 70, max: 190 }),
    WEIGHT: fc.integer({ min: 50, max: 120 }),
    HEIGHT: fc.constant(172),
    ALB: fc.integer({ min: 30, max: 60 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, number>>;

describe("of any person with any past", () => {
  test("nothing is both found and gone, and what is gone was found then and is measured now", () => {
    fc.assert(
      fc.property(some, some, some, (now, last, first) => {
        const earlier = { [before]: first, [lastYear]: last };
        const said = proposal(now, { earlier });
        const scores = new Set(said.scores.filter(({ value }) => value !== null).map(({ id }) => id));
        for (const one of said.gone) {
          expect(rulesOf(said)).not.toContain(one.rule);
          expect(one.item in now || scores.has(one.item)).toBe(true);
          const then = proposal(one.date === lastYear ? last : first, {
            date: one.date,
            birthDate: facts({}).birthDate,
            earlier: one.date === lastYear ? { [before]: first } : {},
          });
          expect(rulesOf(then)).toContain(one.rule);
        }
      }),
    );
  });

  test("an exam like the last one has nothing gone; one that measured nothing neither", () => {
    fc.assert(
      fc.property(some, (values) => {
        expect(goneOf(proposal({}, { earlier: { [lastYear]: values } }))).toEqual([]);
      }),
    );
  });
});
