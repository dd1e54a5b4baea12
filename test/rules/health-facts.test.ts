import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, factsOf } from "../../shared/assessment/index.ts";
import {
  blankHealthFile,
  type HealthFile,
  HealthFileSchema,
  healthAfter,
  type Sex,
} from "../../shared/clients/index.ts";

const day = "2026-11-20";
const said = (health: Partial<HealthFile>, sex: Sex = "female"): Facts =>
  factsOf({ sex, birthDate: "1976-04-17", health: { ...blankHealthFile(), ...health } }, [], day);

/** What an assessment knows of somebody whom nobody has asked anything. */
const silent = said({});

const answered = [
  "smoking",
  "exercise",
  "dailyVegFruit",
  "homeNorth",
  "homeUrban",
  "everHighGlucose",
  "gestationalDiabetes",
  "familyDiabetes",
  "familyAscvd",
  "familyHypertension",
  "familyCancer",
] as const;

/** Where in the facts each answer is heard. */
const heard: Record<(typeof answered)[number], (facts: Facts) => unknown[]> = {
  smoking: ({ smoker }) => [smoker],
  exercise: ({ active }) => [active],
  dailyVegFruit: ({ dailyVegFruit }) => [dailyVegFruit],
  homeNorth: ({ home }) => [home?.north],
  homeUrban: ({ home }) => [home?.urban],
  everHighGlucose: ({ everHighGlucose }) => [everHighGlucose],
  gestationalDiabetes: ({ gestationalDiabetes }) => [gestationalDiabetes],
  familyDiabetes: ({ family }) => [family?.diabetes],
  familyAscvd: ({ family }) => [family?.ascvd, family?.earlyAscvd],
  familyHypertension: ({ family }) => [family?.hypertension],
  familyCancer: ({ family }) => [family?.cancer],
};

const options = (question: (typeof answered)[number]): readonly string[] =>
  HealthFileSchema.shape[question].unwrap().options;

const answers = fc.record(
  Object.fromEntries(answered.map((question) => [question, fc.constantFrom(...options(question))])),
) as fc.Arbitrary<Pick<HealthFile, (typeof answered)[number]>>;

describe("what the health file says", () => {
  test("of somebody nobody has asked is nothing at all", () => {
    expect(silent).toEqual({
      sex: "female",
      birthDate: "1976-04-17",
      date: day,
      pregnant: false,
      diagnoses: [],
      drugs: [],
      results: {},
      previous: [],
    });
  });

  test("unknown never becomes yes or no, whatever else was answered; an answer is never lost", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom<Sex>("female", "male"), (health, sex) => {
        const facts = said(health, sex);
        for (const question of answered) {
          const asksMen = question !== "gestationalDiabetes" || sex === "female";
          const known = health[question] !== "unknown" && asksMen;
          expect(heard[question](facts)[0] !== undefined, question).toBe(known);
          if (!known) expect(heard[question](facts).every((one) => one === undefined)).toBe(true);
        }
      }),
    );
  });

  test("each answer is heard by itself: the other facts stay what they were", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...answered), (health, question) => {
        const facts = said({ ...health, [question]: "unknown" });
        for (const other of answered.filter((one) => one !== question))
          expect(heard[other](facts)).toEqual(heard[other](said(health)));
      }),
    );
  });

  test("of the family tells the degree of a relative with diabetes, and early heart disease from late", () => {
    expect(said({ familyDiabetes: "second-degree" }).family).toEqual({ diabetes: "second-degree" });
    expect(said({ familyDiabetes: "none" }).family).toEqual({ diabetes: "none" });
    expect(said({ familyAscvd: "early" }).family).toEqual({ ascvd: true, earlyAscvd: true });
    expect(said({ familyAscvd: "later" }).family).toEqual({ ascvd: true, earlyAscvd: false });
    expect(said({ familyAscvd: "none" }).family).toEqual({ ascvd: false, earlyAscvd: false });
    expect(said({ familyAscvd: "age-unknown" }).family).toEqual({ ascvd: true });
  });

  test("counts as active only from half an hour on most days", () => {
    expect(said({ exercise: "regular" }).active).toBe(true);
    for (const exercise of ["some", "none"] as const) expect(said({ exercise }).active).toBe(false);
  });

  test("keeps the year of a diabetes that is known, and of no other", () => {
    expect(said({ diagnoses: ["diabetes"], diabetesSince: 2015 }).diabetesSince).toBe(2015);
    expect(said({ diabetesSince: 2015 })).not.toHaveProperty("diabetesSince");
  });
});

describe("a change of the health file", () => {
  const any = fc.record({
    smoking: fc.constantFrom(...options("smoking")),
    familyAscvd: fc.constantFrom(...options("familyAscvd")),
    diabetesSince: fc.integer({ min: 1950, max: 2026 }),
    neckCm: fc.integer({ min: 25, max: 60 }),
  }) as fc.Arbitrary<Partial<HealthFile>>;

  test("changes what was sent and nothing else; null takes a number back", () => {
    fc.assert(
      fc.property(any, answers, (before, sent) => {
        const file = { ...blankHealthFile(), ...before };
        expect(healthAfter(file, {})).toEqual(file);
        expect(healthAfter(file, { homeNorth: sent.homeNorth })).toEqual({
          ...file,
          homeNorth: sent.homeNorth,
        });
        const { neckCm: _, ...without } = file;
        expect(healthAfter(file, { neckCm: null })).toEqual(without);
      }),
    );
  });
});
