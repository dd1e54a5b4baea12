import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaCalled, type Input, questionnaires } from "../../shared/assessment/index.ts";
import type { AnswersAsked, Computed, Formula } from "../../shared/assessment/scores/formula.ts";
import { run } from "../../shared/assessment/scores/run.ts";

const formulas = [...questionnaires.map(({ score }) => score), "MET-MINUTES"].map(
  (id) => [id, formulaCalled(id) as Formula] as const,
);

const computed = (one: Formula, values: Record<string, unknown>): Computed => {
  const result = run(one, values);
  if ("because" in result) throw new Error(result.because.en);
  return result;
};

const mostAt = ({ most }: AnswersAsked, at: number): number =>
  typeof most === "number" ? most : (most[at] ?? 0);

/** What fits an input, drawn from its own data. */
function fitting(input: Input): fc.Arbitrary<unknown> {
  switch (input.kind) {
    case "number":
      return fc.integer({ min: Math.max(input.min ?? 0, (input.above ?? -1) + 1), max: input.max ?? 300 });
    case "flag":
      return input.mustBe === undefined ? fc.boolean() : fc.constant(input.mustBe);
    case "choice":
      return fc.constantFrom(...input.of);
    case "words":
      return fc.subarray([...input.of]);
    case "answers":
      return fc.tuple(
        ...Array.from({ length: input.count }, (_, at) => fc.integer({ min: 0, max: mostAt(input, at) })),
      );
  }
}

const fittingAll = (one: Formula) =>
  fc.record(Object.fromEntries(Object.entries(one.inputs).map(([key, input]) => [key, fitting(input)])));

const anything = fc.oneof(
  fc.double(),
  fc.integer({ min: -5, max: 2000 }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.integer({ min: -1, max: 6 }), fc.double()), { maxLength: 16 }),
);

describe.each(formulas)("%s", (_, one) => {
  it("gives an answer or a reason, never NaN, whatever comes in and however much of it is missing", () => {
    const keys = Object.keys(one.inputs);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), anything), fittingAll(one), (odd, fit) => {
        for (const values of [odd, { ...fit, ...odd }]) {
          const result = run(one, values);
          if ("because" in result) expect(result.because.en && result.because.zh).not.toBe("");
          else expect(Number.isFinite(result.value)).toBe(true);
        }
      }),
    );
  });

  it("says the same of the same", () => {
    fc.assert(
      fc.property(fittingAll(one), (values) => {
        expect(run(one, structuredClone(values))).toEqual(run(one, values));
      }),
    );
  });
});

const summed = formulas.filter(([, { inputs }]) => inputs["items"]?.kind === "answers");

describe.each(summed)("%s, made of answers", (id, one) => {
  const items = one.inputs["items"] as AnswersAsked;
  const times = id === "WHO-5" ? 4 : 1;

  it("is their sum, and rises by each point of any answer", () => {
    fc.assert(
      fc.property(
        fitting(items) as fc.Arbitrary<number[]>,
        fc.nat(items.count - 1),
        fc.constantFrom("female", "male"),
        (answers, at, sex) => {
          const { value } = computed(one, { items: answers, sex });
          expect(value).toBe(answers.reduce((sum, answer) => sum + answer, 0) * times);
          if ((answers[at] ?? 0) >= mostAt(items, at)) return;
          const more = answers.map((answer, place) => (place === at ? answer + 1 : answer));
          expect(computed(one, { items: more, sex }).value).toBe(value + times);
        },
      ),
    );
  });
});

describe("STOP-BANG", () => {
  const one = formulaCalled("STOP-BANG") as Formula;
  it("counts its signs: one more sign is one more", () => {
    fc.assert(
      fc.property(fittingAll(one), fc.constantFrom(...Object.keys(one.inputs)), (values, key) => {
        const without = computed(one, { ...values, [key]: false }).value;
        expect(computed(one, { ...values, [key]: true }).value).toBe(without + 1);
      }),
    );
  });
});

describe("IPAQ-SF", () => {
  const one = formulaCalled("IPAQ-SF") as Formula;
  const order = ["low", "moderate", "high"];
  const days = fc.integer({ min: 0, max: 7 });
  const minutes = fc.integer({ min: 0, max: 300 });
  const week = fc.record({
    vigDays: days,
    vigMin: minutes,
    modDays: days,
    modMin: minutes,
    walkDays: days,
    walkMin: minutes,
  });

  it("more days or minutes of anything never make it less, nor the category lower", () => {
    fc.assert(
      fc.property(week, fc.constantFrom("vig", "mod", "walk"), fc.boolean(), (before, what, longer) => {
        const key = longer ? `${what}Min` : `${what}Days`;
        const most = longer ? 300 : 7;
        const grown = Math.min(most, (before[key as keyof typeof before] ?? 0) + 1);
        const [a, b] = [computed(one, before), computed(one, { ...before, [key]: grown })];
        expect(b.value).toBeGreaterThanOrEqual(a.value);
        expect(order.indexOf(b.band?.id ?? "")).toBeGreaterThanOrEqual(order.indexOf(a.band?.id ?? ""));
      }),
    );
  });

  it.each([
    ["bouts under ten minutes are none", { vigDays: 7, vigMin: 9 }, 0, "low"],
    ["three hours a day are the most", { walkDays: 7, walkMin: 240 }, 4158, "high"],
    [
      "three days of 1500 MET-minutes, all together",
      { vigDays: 3, vigMin: 40, modDays: 5, modMin: 27 },
      1500,
      "high",
    ],
    ["a hair less", { vigDays: 3, vigMin: 40, modDays: 5, modMin: 26 }, 1480, "moderate"],
    [
      "five days, one of them shorter than half an hour, but 600 in all",
      { walkDays: 5, walkMin: 29, vigDays: 1, vigMin: 16 },
      606.5,
      "moderate",
    ],
  ] as const)("%s", (_, said, value, category) => {
    const nothing = { vigDays: 0, vigMin: 0, modDays: 0, modMin: 0, walkDays: 0, walkMin: 0 };
    expect(computed(one, { ...nothing, ...said })).toMatchObject({ value, band: { id: category } });
  });

  it("leaves out who says more than sixteen hours a day, is no whole days, or is not 15 to 69", () => {
    const full = { vigDays: 1, vigMin: 480, modDays: 1, modMin: 240, walkDays: 1, walkMin: 240 };
    expect(computed(one, full).value).toBeGreaterThan(0);
    for (const odd of [{ walkMin: 241 }, { vigDays: 1.5 }, { age: 14 }, { age: 70 }])
      expect(run(one, { ...full, ...odd })).toHaveProperty("because");
    expect(computed(one, { ...full, age: 69 }).value).toBeGreaterThan(0);
  });
});

describe("bands of the sums", () => {
  const bandAt = (id: string, items: number[], more = {}) =>
    computed(formulaCalled(id) as Formula, { items, ...more }).band?.id;
  /** Answers that add up to a total, filled from the first question. */
  const adding = (id: string, total: number): number[] => {
    const items = formulaCalled(id)?.inputs["items"] as AnswersAsked;
    let left = total;
    return Array.from({ length: items.count }, (_, at) => {
      const one = Math.min(left, mostAt(items, at));
      left -= one;
      return one;
    });
  };

  it.each([
    [
      "PHQ-9",
      {
        4: "minimal",
        5: "mild",
        9: "mild",
        10: "moderate",
        14: "moderate",
        15: "moderately-severe",
        19: "moderately-severe",
        20: "severe",
      },
    ],
    ["GAD-7", { 4: "minimal", 5: "mild", 9: "mild", 10: "moderate", 14: "moderate", 15: "severe" }],
    ["GDS-15", { 4: "negative", 5: "positive" }],
    [
      "ISI",
      { 7: "none", 8: "subthreshold", 14: "subthreshold", 15: "moderate", 21: "moderate", 22: "severe" },
    ],
    ["AUDIT", { 7: "I", 8: "II", 15: "II", 16: "III", 19: "III", 20: "IV" }],
    ["FTND", { 2: "very-low", 3: "low", 4: "low", 5: "medium", 6: "high", 7: "high", 8: "very-high" }],
    ["IPSS", { 7: "mild", 8: "moderate", 19: "moderate", 20: "severe" }],
    ["WHO-5", { 7: "very-low", 8: "low", 12: "low", 13: "good" }],
  ] as const)("of %s change where the source says", (id, bands) => {
    for (const [total, band] of Object.entries(bands))
      expect(bandAt(id, adding(id, Number(total))), total).toBe(band);
  });

  it("of the AUDIT-C begin a point earlier in women", () => {
    const said = (sex: string, total: number) => bandAt("AUDIT-C", adding("AUDIT-C", total), { sex });
    expect([said("male", 3), said("male", 4), said("female", 2), said("female", 3)]).toEqual([
      "negative",
      "positive",
      "negative",
      "positive",
    ]);
  });
});
