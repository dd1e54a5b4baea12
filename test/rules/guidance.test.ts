import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedBook } from "../../shared/assessment/index.ts";
import {
  type Action,
  type DraftInput,
  draftPlan,
  type Goal,
  joinPlans,
  limits,
  type Plan,
  type PlanFinding,
  PlanSchema,
  progress,
} from "../../shared/guidance/index.ts";
import { actionRules } from "../../shared/guidance/rules/action-rules.ts";
import { goalRules } from "../../shared/guidance/rules/goal-rules.ts";

const date = "2026-11-22";
const { rules } = shippedBook.ruleSetFor(date);
const base = { client: "P-100001", number: 1, date, followUps: [] };

const finding = (
  rule: string,
  concern: string,
  cls: PlanFinding["class"],
  severity: PlanFinding["severity"],
  values: Record<string, number | string> = {},
  on = "2026-11-20",
): PlanFinding => ({
  rule,
  concern,
  class: cls,
  severity,
  evidence: Object.entries(values).map(([item, value]) => ({ item, value, unit: "u", date: on })),
});

const goal = (plan: Plan, metric: string): Goal | undefined => plan.goals.find((g) => g.metric === metric);
const ids = (actions: readonly Action[], kind: Action["kind"]) =>
  actions.filter((a) => a.kind === kind).map((a) => a.id);

describe("the plan follows the grade", () => {
  test("disease: medical care with its follow-through, a first target and habits a physician agrees to", () => {
    const plan = draftPlan({
      ...base,
      grade: "disease",
      findings: [finding("bp-known", "blood-pressure", "disease", 3, { SBP: 152, DBP: 88 })],
      profile: { sex: "male", age: 56 },
    });
    expect(plan).toMatchObject({ path: "care", state: "drafted", number: 1, v: 1 });
    expect(goal(plan, "SBP")).toMatchObject({
      id: "G-bp-systolic",
      start: { value: 152, date: "2026-11-20" },
      target: { high: 140 },
      by: "2027-02-22",
    });
    expect(goal(plan, "DBP")).toMatchObject({ id: "G-bp-diastolic.2", target: { high: 80 } });
    expect(ids(plan.actions, "care")).toEqual(["A-bp-visit", "A-follow-through"]);
    const visit = plan.actions.find((a) => a.id === "A-bp-visit");
    expect(visit).toMatchObject({
      owner: "physician",
      due: "2026-12-06",
      findings: ["bp-known"],
      goal: "G-bp-systolic",
    });
    expect(plan.actions.find((a) => a.id === "A-activity-care")?.needsPhysician).toBe(true);
  });

  test("once under 140 the next step is 130, and nothing is asked of a pressure already there", () => {
    const at = (SBP: number) =>
      goal(
        draftPlan({
          ...base,
          grade: "disease",
          findings: [finding("bp-known", "blood-pressure", "disease", 2, { SBP })],
        }),
        "SBP",
      )?.target.high;
    expect([at(150), at(140), at(139), at(130), at(129)]).toEqual([140, 140, 130, 130, undefined]);
  });

  test("needs confirmation: confirm and refer, no goal and no new habit before it is known", () => {
    const plan = draftPlan({
      ...base,
      grade: "needs-confirmation",
      findings: [
        finding("fpg-diabetic-unconfirmed", "glycaemia", "suspected", 3, { FPG: 7.4 }),
        finding("bmi-overweight", "weight", "sub-health", 2, { BMI: 26 }),
      ],
      followUps: [{ concern: "glycaemia", due: "2026-11-27" }],
      names: { glycaemia: { en: "Blood glucose", zh: "血糖" } },
    });
    expect(plan.path).toBe("confirmation");
    expect(plan.goals).toEqual([]);
    expect(plan.actions.map((a) => [a.id, a.due])).toEqual([
      ["A-refer--glycaemia", "2026-11-27"],
      ["A-glycaemia-confirm", "2026-11-27"],
    ]);
  });

  test("a nodule is confirmed when its own re-check says, and spoken of with a physician before", () => {
    const plan = draftPlan({
      ...base,
      grade: "needs-confirmation",
      findings: [finding("lung-solid-gt8", "lung-nodule", "suspected", 3)],
      followUps: [{ concern: "lung-nodule", due: "2027-01-21" }],
    });
    expect(plan.actions.map((a) => [a.id, a.due])).toEqual([
      ["A-refer--lung-nodule", "2026-12-06"],
      ["A-confirm--lung-nodule", "2027-01-21"],
    ]);
  });

  test("every other re-check is an action of its own, named where the concern has a name", () => {
    const plan = draftPlan({
      ...base,
      grade: "sub-health",
      findings: [finding("prediabetes", "glycaemia", "sub-health", 2, { FPG: 6.4 })],
      followUps: [
        { concern: "glycaemia", due: "2027-04-20" },
        { concern: "thyroid-nodule", due: "2027-11-20" },
      ],
      names: { glycaemia: { en: "Blood glucose", zh: "血糖" } },
    });
    const rechecks = plan.actions.filter((a) => a.kind === "recheck");
    expect(rechecks.map((a) => [a.due, a.text.zh])).toEqual([
      ["2027-04-20", "按时复查：血糖"],
      ["2027-11-20", "按时复查：这项结果"],
    ]);
  });

  test("with more goals than fit, those of the most severe findings are set", () => {
    const plan = draftPlan({
      ...base,
      grade: "disease",
      findings: [
        finding("bp-known", "blood-pressure", "disease", 1, { SBP: 150, DBP: 95 }),
        finding("ldl", "lipids", "disease", 2, { LDLC: 4.4, TG: 2.6 }),
        finding("dm", "glycaemia", "disease", 3, { HBA1C: 8, FPG: 9 }),
        finding("ua", "urate", "disease", 4, { UA: 560 }),
      ],
    });
    expect(plan.goals.map((g) => g.metric)).toEqual([
      "UA",
      "HBA1C",
      "FPG",
      "ACTIVITY_MIN_WEEK",
      "LDLC",
      "TG",
    ]);
  });

  test("care comes before habits, and a known disease at rest still before a pressing habit", () => {
    const plan = draftPlan({
      ...base,
      grade: "disease",
      findings: [
        finding("ua", "urate", "sub-health", 3, { UA: 500 }),
        finding("known:gout", "known-diagnosis", "disease", 1),
      ],
    });
    expect(plan.actions.map((a) => a.kind)).toEqual(["care", "care", "habit", "review"]);
  });

  test("a week of measuring at home is not cut short by an early re-check", () => {
    const plan = draftPlan({
      ...base,
      grade: "needs-confirmation",
      findings: [finding("bp-grade2", "blood-pressure", "suspected", 3, { SBP: 165 })],
      followUps: [{ concern: "blood-pressure", due: "2026-11-25" }],
    });
    expect(plan.actions.map((a) => [a.id, a.due])).toEqual([
      ["A-refer--blood-pressure", "2026-11-25"],
      ["A-bp-confirm", "2026-12-06"],
      ["A-recheck--blood-pressure--2026-11-25", "2026-11-25"],
    ]);
  });

  test("a goal starts from the newest value", () => {
    const evidence = ["2026-11-20", "2026-05-02"].map((on, at) => ({
      item: "LDLC",
      value: [4.2, 5.1][at] as number,
      unit: "mmol/L",
      date: on,
    }));
    const plan = draftPlan({
      ...base,
      grade: "disease",
      findings: [{ ...finding("ldl", "lipids", "disease", 2), evidence }],
    });
    expect(goal(plan, "LDLC")?.start).toEqual({ value: 4.2, date: "2026-11-20" });
  });

  test("nobody underweight is told to lose weight, and low sugar is not treated as high", () => {
    const thin = draftPlan({
      ...base,
      grade: "sub-health",
      findings: [finding("bmi-underweight", "weight", "sub-health", 2, { BMI: 17.2 })],
    });
    expect(thin.goals).toEqual([]);
    expect(ids(thin.actions, "habit")).toEqual(["A-condition-any--weight"]);
    const low = draftPlan({
      ...base,
      grade: "needs-confirmation",
      findings: [finding("glucose-very-low", "glycaemia", "suspected", 4, { FPG: 2.6 })],
    });
    expect(low.actions.map((a) => [a.id, a.due])).toEqual([
      ["A-refer--glycaemia", "2026-11-23"],
      ["A-confirm--glycaemia", "2026-11-23"],
    ]);
  });

  test("sub-health: five per cent off, never below the healthy line", () => {
    const at = (BMI: number, age = 45) =>
      goal(
        draftPlan({
          ...base,
          grade: "sub-health",
          findings: [finding("bmi", "weight", "sub-health", 2, { BMI })],
          profile: { age },
        }),
        "BMI",
      )?.target.high;
    expect([at(30), at(24.6), at(23.9), at(30, 70)]).toEqual([28.5, 24, undefined, undefined]);
  });

  test("from 65 on the question whether to lose weight goes to a physician", () => {
    const plan = draftPlan({
      ...base,
      grade: "sub-health",
      findings: [finding("bmi", "weight", "sub-health", 2, { BMI: 27 })],
      profile: { age: 70 },
    });
    expect(plan.actions.find((a) => a.id === "A-weigh-65")?.needsPhysician).toBe(true);
    expect(plan.actions.some((a) => a.id === "A-weigh")).toBe(false);
  });

  test("a waist goal needs the sex, since the limit does", () => {
    const at = (profile: DraftInput["profile"]) =>
      goal(
        draftPlan({
          ...base,
          grade: "sub-health",
          findings: [finding("waist", "weight", "sub-health", 2, { WAIST: 92 })],
          ...(profile ? { profile } : {}),
        }),
        "WAIST",
      )?.target.high;
    expect([at({ sex: "male" }), at({ sex: "female" }), at({})]).toEqual([90, 87.4, undefined]);
  });

  test("healthy: keep and promote", () => {
    const plan = draftPlan({ ...base, grade: "healthy", findings: [] });
    expect(plan.path).toBe("keeping");
    expect(plan.goals.map((g) => [g.metric, g.target])).toEqual([
      ["ACTIVITY_MIN_WEEK", { unit: "min/week", low: 150 }],
      ["SALT_G_DAY", { unit: "g/day", high: 5 }],
    ]);
    expect(ids(plan.actions, "habit")).toEqual(["A-activity", "A-keep-food", "A-keep-sleep"]);
  });

  test("the LDL target tightens with what is known of the person", () => {
    const at = (...known: string[]) =>
      goal(
        draftPlan({
          ...base,
          grade: "disease",
          findings: [finding("ldl", "lipids", "disease", 3, { LDLC: 4.5 })],
          profile: { known },
        }),
        "LDLC",
      )?.target.high;
    expect([at(), at("diabetes"), at("diabetes", "ascvd")]).toEqual([3.4, 2.6, 1.8]);
  });

  test("in pregnancy care goes on, but no target made for others is set or kept", () => {
    const findings = [finding("bp-known", "blood-pressure", "disease", 3, { SBP: 152 })];
    const previous = draftPlan({ ...base, grade: "disease", findings });
    const plan = draftPlan({
      ...base,
      number: 2,
      grade: "disease",
      findings,
      previous,
      profile: { pregnant: true },
    });
    expect(plan.goals).toEqual([]);
    expect(ids(plan.actions, "habit")).toEqual([]);
    expect(ids(plan.actions, "care")).toContain("A-bp-visit");
  });

  test("a bound such as <5 is no start to measure from", () => {
    const plan = draftPlan({
      ...base,
      grade: "sub-health",
      findings: [finding("ua", "urate", "sub-health", 2, { UA: ">600" })],
    });
    expect(goal(plan, "UA")).toBeUndefined();
  });
});

describe("from one plan to the next", () => {
  const first = draftPlan({
    ...base,
    grade: "sub-health",
    findings: [finding("bmi", "weight", "sub-health", 2, { BMI: 30 })],
  });

  test("an open goal keeps its start and its target although the new value would set another", () => {
    const next = draftPlan({
      ...base,
      number: 2,
      date: "2027-03-01",
      grade: "sub-health",
      findings: [finding("bmi", "weight", "sub-health", 2, { BMI: 29 }, "2027-02-26")],
      previous: first,
    });
    expect(goal(next, "BMI")).toEqual(goal(first, "BMI"));
  });

  test("a goal whose day has passed gets a new day while the finding still calls for it", () => {
    const next = draftPlan({
      ...base,
      number: 2,
      date: "2027-11-20",
      grade: "sub-health",
      findings: [finding("bmi", "weight", "sub-health", 2, { BMI: 29 }, "2027-11-18")],
      previous: first,
    });
    expect(goal(next, "BMI")).toEqual({ ...goal(first, "BMI"), by: "2028-05-20" });
  });

  test("a reached goal makes room for the next step", () => {
    const next = draftPlan({
      ...base,
      number: 2,
      date: "2027-05-01",
      grade: "sub-health",
      findings: [finding("bmi", "weight", "sub-health", 2, { BMI: 28.4 }, "2027-04-28")],
      previous: first,
    });
    expect(goal(next, "BMI")).toMatchObject({ start: { value: 28.4 }, target: { high: 27 } });
  });

  test("what was agreed stays, with its habit, while something new is being confirmed", () => {
    const next = draftPlan({
      ...base,
      number: 2,
      grade: "needs-confirmation",
      findings: [finding("fpg", "glycaemia", "suspected", 3, { FPG: 7.2 })],
      previous: first,
    });
    expect(next.goals).toEqual(first.goals);
    expect(ids(next.actions, "habit")).toEqual(["A-weigh", "A-activity"]);
    expect(ids(next.actions, "confirm")).toEqual(["A-glycaemia-confirm"]);
  });

  test("a habit that was done once and for all does not come back with its goal", () => {
    const actions = first.actions.map(
      (a): Action =>
        a.id === "A-weigh"
          ? { ...a, cadence: "once", done: [{ at: "2026-12-01T08:00:00.000Z", by: "client" }] }
          : a,
    );
    const next = draftPlan({
      ...base,
      number: 2,
      grade: "needs-confirmation",
      findings: [],
      previous: { ...first, actions },
    });
    expect(ids(next.actions, "habit")).toEqual(["A-activity"]);
  });
});

const classes = ["disease", "suspected", "sub-health", "normal"] as const;
const concerns = [
  ...new Set([...goalRules, ...actionRules].flatMap((r) => (r.concerns === "*" ? [] : r.concerns))),
  "breast",
  "mood",
  "critical",
  "reference-range",
];
const severities = [1, 2, 3, 4] as const;
const anyDate = fc
  .integer({ min: 0, max: 300 })
  .map((n) => `2026-${String(1 + (n % 10)).padStart(2, "0")}-1${n % 9}`);
const anyFinding: fc.Arbitrary<PlanFinding> = fc.record({
  rule: fc.constantFrom("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"),
  concern: fc.constantFrom(...concerns),
  class: fc.constantFrom(...classes),
  severity: fc.constantFrom(...severities),
  evidence: fc.array(
    fc.record({
      item: fc.constantFrom("SBP", "DBP", "HBA1C", "FPG", "LDLC", "TG", "BMI", "WAIST", "UA"),
      value: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant("<5")),
      unit: fc.constant("u"),
      date: anyDate,
    }),
    { maxLength: 3 },
  ),
});
const anyInput: fc.Arbitrary<DraftInput> = fc
  .record({
    grade: fc.constantFrom("disease", "needs-confirmation", "sub-health", "healthy" as const),
    findings: fc.array(anyFinding, { maxLength: 14 }),
    followUps: fc.array(fc.record({ concern: fc.constantFrom(...concerns), due: anyDate }), { maxLength: 6 }),
    profile: fc.record({
      sex: fc.constantFrom("male" as const, "female" as const),
      age: fc.integer({ min: 18, max: 95 }),
      pregnant: fc.boolean(),
      known: fc.subarray(["diabetes", "ckd", "ascvd", "gout"]),
    }),
  })
  .map((given) => ({ client: "P-1", number: 1, date, ...given }));

test("a goal starts from the newest value, whichever finding shows it", () => {
  const older = finding("mets", "metabolic-syndrome", "disease", 2, { BMI: 29 }, "2026-01-10");
  const newer = finding("bmi-overweight", "weight", "sub-health", 1, { BMI: 25 }, "2026-02-11");
  const plan = draftPlan({ ...base, grade: "disease", findings: [older, newer] });
  expect(goal(plan, "BMI")?.start).toEqual({ value: 25, date: "2026-02-11" });
});

describe("whatever was found", () => {
  test("the plan is well formed, the same each time, with every id once and no more than can be held in mind", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const plan = draftPlan(input);
        expect(draftPlan(input)).toEqual(plan);
        expect(PlanSchema.safeParse(plan).error).toBeUndefined();
        const all = [...plan.goals, ...plan.actions].map((x) => x.id);
        expect(new Set(all).size).toBe(all.length);
        expect(plan.goals.length).toBeLessThanOrEqual(limits.goals);
        expect(ids(plan.actions, "habit").length).toBeLessThanOrEqual(limits.habits);
        for (const a of plan.actions) {
          if (a.goal) expect(plan.goals.map((g) => g.id)).toContain(a.goal);
          if (a.kind !== "recheck") expect(a.due >= date).toBe(true);
          expect(a.text.en + a.text.zh).not.toContain("{");
        }
      }),
    );
  });

  test("every disease has care and everything suspected has a confirmation", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { actions } = draftPlan(input);
        for (const f of input.findings) {
          const answering = actions.filter((a) => a.findings.includes(f.rule)).map((a) => a.kind);
          if (f.class === "disease") expect(answering).toContain("care");
          if (f.class === "suspected") expect(answering).toContain("confirm");
        }
      }),
    );
  });

  test("a second plan on the same findings carries every open goal that is not reached", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const previous = draftPlan(input);
        const next = draftPlan({ ...input, number: 2, previous });
        expect(next.goals.map((g) => g.id)).toEqual(previous.goals.map((g) => g.id));
        const all = next.actions.map((a) => a.id);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test("what a client pays changes nothing", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const rich = { ...input, profile: { ...input.profile, tier: "platinum", spend: 900_000 } };
        expect(draftPlan(rich)).toEqual(draftPlan(input));
      }),
    );
    const text = JSON.stringify([...actionRules, ...goalRules]);
    expect(text).not.toMatch(/¥|￥|price|package|upgrade|discount|套餐|优惠|升级|会员/i);
  });
});

describe("the rules", () => {
  test("every rule has both languages, a source and says whether it is signed off", () => {
    for (const rule of actionRules) {
      for (const words of [rule.text, rule.why]) {
        expect(words.en.length).toBeGreaterThan(10);
        expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      }
    }
    for (const rule of [...actionRules, ...goalRules]) {
      expect(rule.source.length).toBeGreaterThan(5);
      expect(["published", "needs sign-off"]).toContain(rule.status);
      if (/proposed|check/.test(rule.source)) expect(rule.status).toBe("needs sign-off");
    }
  });

  test("a finding named as an exception is one the assessment knows", () => {
    const found = rules.map((rule) => rule.id);
    for (const rule of [...actionRules, ...goalRules])
      for (const id of rule.notFor ?? []) expect(found).toContain(id);
  });

  test("an action serves only goals that exist", () => {
    const known = goalRules.map((rule) => rule.id);
    for (const rule of actionRules) for (const id of rule.goals ?? []) expect(known).toContain(id);
  });
});

describe("progress", () => {
  const ldl: Goal = {
    id: "G-ldl",
    rule: "ldl",
    metric: "LDLC",
    name: { en: "LDL", zh: "低密度" },
    start: { value: 4.4, date: "2026-01-01" },
    target: { high: 3.4, unit: "mmol/L" },
    by: "2026-04-11",
    state: "open",
    source: "s",
    status: "published",
  };
  const half = "2026-02-20";
  const at = (value: number, on = half) => progress(ldl, [{ date: half, value }], on);

  test("half the time gone: half the way is on track, a quarter slow, none or backwards off, inside reached", () => {
    expect(at(3.9)).toMatchObject({ state: "on-track", evidence: { time: 0.5 } });
    expect(at(3.9).evidence.share).toBeCloseTo(0.5);
    expect(at(4.1).state).toBe("slow");
    expect(at(4.4).state).toBe("off");
    expect(at(4.9).state).toBe("off");
    expect(at(3.3).state).toBe("reached");
    expect(at(3.4).state).not.toBe("reached");
  });

  test("nothing measured since the start is unknown, not failure", () => {
    expect(progress(ldl, [], half).state).toBe("unknown");
    expect(progress(ldl, [{ date: "2025-12-01", value: 3.0 }], half).state).toBe("unknown");
    expect(progress(ldl, [{ date: "2026-03-01", value: 3.0 }], half).state).toBe("unknown");
  });

  test("when the day has come without the target it is off, however near", () => {
    expect(at(3.45, "2026-04-11").state).toBe("off");
  });

  test("one good blood pressure does not reach the goal; a good week does", () => {
    const sbp: Goal = {
      ...ldl,
      metric: "SBP",
      start: { value: 150, date: "2026-01-01" },
      target: { high: 135, unit: "mm[Hg]" },
    };
    const week = [146, 148, 144, 147, 145, 146].map((value, n) => ({ date: `2026-02-1${n}`, value }));
    const one = progress(sbp, [...week, { date: "2026-02-16", value: 128 }], half);
    expect(one.state).not.toBe("reached");
    expect(one.evidence.now).toMatchObject({ date: "2026-02-16", readings: 7 });
    const good = week.map(({ date, value }) => ({ date, value: value - 15 }));
    expect(progress(sbp, good, half).state).toBe("reached");
  });

  test("a habit nobody measured begins at its first reading", () => {
    const { start: _, ...rest } = ldl;
    const walk: Goal = { ...rest, metric: "ACTIVITY_MIN_WEEK", target: { low: 150, unit: "min/week" } };
    const first = { date: "2026-01-10", value: 40 };
    expect(progress(walk, [first], half).state).toBe("unknown");
    expect(progress(walk, [{ date: "2026-02-10", value: 110 }, first], half)).toMatchObject({
      state: "on-track",
      evidence: { start: first },
    });
    expect(progress(walk, [first, { date: "2026-02-10", value: 150 }], half).state).toBe("reached");
  });

  test("the order readings arrive in does not matter", () => {
    const readings = fc.array(
      fc.record({
        date: fc.integer({ min: 10, max: 28 }).map((d) => `2026-02-${d}`),
        value: fc.integer({ min: 2, max: 6 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          readings.map((r) => r[0] as { date: string; value: number }),
          { selector: (r) => r.date },
        ),
        (list) => {
          expect(progress(ldl, [...list].reverse(), half)).toEqual(progress(ldl, list, half));
        },
      ),
    );
  });
});

test("of two files' plans the last that was not withdrawn goes on, and what was withdrawn stays so", () => {
  const plan = (date: string, state: Plan["state"]): Plan => ({
    ...draftPlan({ ...base, grade: "healthy", findings: [], date }),
    exam: { date, version: 1 },
    state,
  });
  const joined = joinPlans("P-100002", [
    plan("2026-05-01", "agreed"),
    plan("2026-11-01", "withdrawn"),
    plan("2025-11-01", "agreed"),
  ]);
  expect(joined.map(({ number, state }) => [number, state])).toEqual([
    [1, "closed"],
    [2, "agreed"],
    [3, "withdrawn"],
  ]);
});
