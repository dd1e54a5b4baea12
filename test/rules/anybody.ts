import fc from "fast-check";
import type { Facts } from "../../shared/assessment/index.ts";
import { facts } from "./assessment-support.ts";

const hundredth = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((n) => n / 100);

const values = fc.record(
  {
    SBP: fc.integer({ min: 80, max: 220 }),
    DBP: fc.integer({ min: 40, max: 130 }),
    HEIGHT: fc.integer({ min: 140, max: 200 }),
    WEIGHT: fc.integer({ min: 35, max: 150 }),
    WAIST: fc.integer({ min: 55, max: 130 }),
    FPG: hundredth(2, 20),
    HBA1C: hundredth(3.5, 13),
    OGTT2H: hundredth(3, 20),
    TC: hundredth(2, 10),
    TG: hundredth(0.3, 15),
    HDLC: hundredth(0.4, 3),
    LDLC: hundredth(0.5, 8),
    UA: fc.integer({ min: 100, max: 800 }),
    ALT: fc.integer({ min: 3, max: 900 }),
    AST: fc.integer({ min: 3, max: 900 }),
    GGT: fc.integer({ min: 3, max: 900 }),
    ALP: fc.integer({ min: 20, max: 600 }),
    TBIL: fc.integer({ min: 2, max: 250 }),
    CREA: fc.integer({ min: 30, max: 900 }),
    UACR: fc.integer({ min: 1, max: 900 }),
    HGB: fc.integer({ min: 40, max: 220 }),
    WBC: hundredth(0.5, 40),
    PLT: fc.integer({ min: 10, max: 1200 }),
    K: hundredth(2, 7),
    TSH: hundredth(0.01, 20),
    CEA: hundredth(0.5, 30),
    MCHC: fc.integer({ min: 280, max: 380 }),
    UPRO: fc.constantFrom("negative", "1+", "3+"),
  },
  { requiredKeys: [] },
);

export const diagnoses = fc.subarray([
  "hypertension",
  "diabetes",
  "dyslipidaemia",
  "ckd",
  "ascvd",
  "viral-hepatitis",
  "gout",
  "asthma",
]);
export const drugs = fc.subarray([
  "antihypertensive",
  "glucose-lowering",
  "lipid-lowering",
  "urate-lowering",
]);

type Values = Record<string, number | string>;

/** Any adult with any few of the values an exam brings, what is known of them, and up to three earlier exams. */
export const anybody: fc.Arbitrary<Facts> = fc
  .record({
    now: values,
    past: fc.dictionary(fc.constantFrom("2026-11-02", "2026-07-01", "2025-11-01"), values, { maxKeys: 3 }),
    sex: fc.constantFrom("male", "female"),
    age: fc.integer({ min: 18, max: 90 }),
    diagnoses,
    drugs,
    fasting: fc.boolean(),
    pregnant: fc.boolean(),
  })
  .map(({ now, past, pregnant, sex, ...rest }) =>
    facts(now as Values, {
      ...rest,
      sex,
      pregnant: pregnant && sex === "female",
      earlier: past as Record<string, Values>,
    }),
  );
