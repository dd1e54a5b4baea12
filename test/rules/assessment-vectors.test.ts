import { describe, expect, test } from "vitest";
import type { Proposal } from "../../shared/assessment/index.ts";
import { bmiClass, bmiOf } from "../../shared/assessment/scores/bmi.ts";
import { ckdEpi2021, gStage } from "../../shared/assessment/scores/egfr.ts";
import { fib4Of } from "../../shared/assessment/scores/fib4.ts";
import { friedewaldMgdl } from "../../shared/assessment/scores/friedewald.ts";
import { aStage, kdigoRisk } from "../../shared/assessment/scores/kdigo-risk.ts";
import vectors from "../data/clinical-vectors.json" with { type: "json" };
import { found, proposal, rulesOf } from "./assessment-support.ts";

interface Vector {
  id: string;
  score: string;
  inputs: Record<string, number | string>;
  expected: Record<string, number | string | boolean | null>;
  tolerance: number;
  source: string;
}

const of = (score: string): Vector[] => {
  const chosen = (vectors as unknown as Vector[]).filter((vector) => vector.score === score);
  if (!chosen.length) throw new Error(`no vectors of ${score}`);
  return chosen;
};

const near = (value: number | null | undefined, { expected, tolerance }: Vector, key: string) => {
  expect(Math.abs((value ?? Number.NaN) - (expected[key] as number))).toBeLessThanOrEqual(tolerance);
};

const score = (from: Proposal, id: string) => from.scores.find((one) => one.id === id);
const num = (vector: Vector, key: string) => vector.inputs[key] as number;

describe("published and independently computed vectors are met", () => {
  test.each(of("CKD-EPI-2021"))("$score $id ($source)", (vector) => {
    const { sex, age, creatinineMgdl, creatinineUmol } = vector.inputs;
    const creatinine = (creatinineUmol as number) ?? (creatinineMgdl as number) * 88.4;
    const said = proposal({ CREA: creatinine }, { sex: sex as "male" | "female", age: age as number });
    near(score(said, "EGFR")?.value, vector, "egfr");
    const who = { sex: sex as "male" | "female", age: age as number, creatinineUmol: creatinine };
    near(ckdEpi2021(who), vector, "egfr");
  });

  test.each(of("KDIGO-stage"))("$score $id", ({ inputs, expected }) => {
    expect(gStage(inputs["egfr"] as number).id).toBe(expected["gStage"]);
  });

  test.each(of("FIB-4"))("$score $id ($source)", (vector) => {
    const { age, ast, alt, platelets } = vector.inputs as Record<string, number>;
    const who = {
      age: age as number,
      ast: ast as number,
      alt: alt as number,
      platelets: platelets as number,
    };
    near(fib4Of(who), vector, "fib4");
    const said = proposal({ AST: who.ast, ALT: who.alt, PLT: who.platelets }, { age: who.age });
    near(score(said, "FIB4")?.value, vector, "fib4");
    if (vector.expected["category"]) expect(score(said, "FIB4")?.band?.id).toBe(vector.expected["category"]);
  });

  test.each(of("BMI"))("$score $id ($source)", (vector) => {
    const said = proposal({ WEIGHT: num(vector, "weightKg"), HEIGHT: num(vector, "heightCm") });
    near(score(said, "BMI")?.value, vector, "bmi");
    near(bmiOf({ weightKg: num(vector, "weightKg"), heightCm: num(vector, "heightCm") }), vector, "bmi");
  });

  test.each(of("BMI-China"))("$score $id", ({ inputs, expected }) => {
    const bmi = inputs["bmi"] as number;
    expect(bmiClass(bmi).id).toBe(expected["category"]);
    const rule = { obesity: "bmi-obese", overweight: "bmi-overweight", underweight: "bmi-underweight" };
    expect(rulesOf(proposal({ BMI: bmi }), "weight")).toEqual(
      [rule[expected["category"] as keyof typeof rule]].filter(Boolean),
    );
  });

  test.each(of("BP-China-2024"))("$score $id", ({ inputs, expected }) => {
    const said = proposal({ SBP: inputs["sbp"] as number, DBP: inputs["dbp"] as number });
    const [rule] = rulesOf(said, "blood-pressure");
    const category = rule?.replace("bp-grade", "grade-").replace("bp-high-normal", "high-normal");
    expect(category ?? "normal").toBe(expected["category"]);
    expect(Boolean(found(said, "bp-isolated-systolic"))).toBe(expected["isolatedSystolic"] ?? false);
    expect(Boolean(found(said, "bp-isolated-diastolic"))).toBe(expected["isolatedDiastolic"] ?? false);
  });

  test.each(of("Glycaemia-WHO-China"))("$score $id", ({ inputs, expected }) => {
    const values: Record<string, number> = { FPG: inputs["fpgMmol"] as number };
    if (inputs["ogtt2hMmol"] !== undefined) values["OGTT2H"] = inputs["ogtt2hMmol"] as number;
    const said = proposal(values, { age: 30 });
    expect(rulesOf(said, "glycaemia")[0] ?? "normal").toBe(expected["category"]);
    const which = said.findings[0]?.sentence.en ?? "";
    if (expected["ifg"]) expect(which).toContain("Fasting glucose");
    if (expected["igt"]) expect(which).toContain("Glucose 2 h after");
  });

  test.each(of("Lipid-China-2023"))("$score $id", ({ inputs, expected }) => {
    const { tc, ldl, nonHdl, tg, hdl } = inputs as Record<string, number>;
    const values = Object.entries({ TC: tc, LDLC: ldl, TG: tg, HDLC: hdl }).filter(
      ([, v]) => v !== undefined,
    );
    const said = proposal(Object.fromEntries(values) as Record<string, number>);
    const said2 = nonHdl === undefined ? said : proposal({ TC: nonHdl + 1.2, HDLC: 1.2 });
    const classOf = (name: string, from: Proposal) =>
      found(from, `${name}-high`) ? "high" : found(from, `${name}-borderline`) ? "borderline-high" : "below";
    const wanted = (label: unknown) => (label === "ideal" || label === "acceptable" ? "below" : label);
    for (const name of ["tc", "ldl", "tg"])
      if (name in expected) expect(classOf(name, said), name).toBe(wanted(expected[name]));
    if ("nonHdl" in expected) expect(classOf("non-hdl", said2)).toBe(wanted(expected["nonHdl"]));
    if ("hdl" in expected) expect(Boolean(found(said, "hdl-low"))).toBe(expected["hdl"] === "low");
  });

  test.each(of("MetS-CDS-2020"))("$score $id", ({ inputs, expected }) => {
    const { sex, waistCm, tgMmol, hdlMmol, sbp, dbp, fpgMmol, ogtt2hMmol } = inputs;
    const codes = {
      WAIST: waistCm,
      TG: tgMmol,
      HDLC: hdlMmol,
      SBP: sbp,
      DBP: dbp,
      FPG: fpgMmol,
      OGTT2H: ogtt2hMmol,
    };
    const values = Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined));
    const said = proposal(values as Record<string, number>, { sex: sex as "male" | "female" });
    expect(score(said, "METS-CDS-2020")?.value).toBe(expected["criteriaMet"]);
    expect(Boolean(found(said, "metabolic-syndrome"))).toBe(expected["metabolicSyndrome"]);
  });

  test.each(of("LDL-Friedewald"))("$score $id ($source)", (vector) => {
    const value = friedewaldMgdl({
      tc: num(vector, "totalCholMgdl"),
      hdl: num(vector, "hdlMgdl"),
      tg: num(vector, "tgMgdl"),
    });
    if (vector.expected["ldlMgdl"] === null) expect(value).toBeUndefined();
    else near(value, vector, "ldlMgdl");
  });
});

describe("stages and the heat map read as KDIGO prints them", () => {
  test.each([
    [90, 29.9, "low"],
    [60, 30, "moderate"],
    [95, 301, "high"],
    [59, 10, "moderate"],
    [44, 10, "high"],
    [50, 300, "high"],
    [29, 5, "very high"],
  ] as const)("eGFR %s with UACR %s is %s", (egfr, uacr, risk) => {
    expect(kdigoRisk(egfr, uacr).risk).toBe(risk);
  });

  test("UACR 300 exactly is A2", () => {
    expect([aStage(29.9), aStage(30), aStage(300), aStage(300.1)]).toEqual(["A1", "A2", "A2", "A3"]);
  });

  test("a computed eGFR is banded as the whole number that is reported", () => {
    const { scores } = proposal({ CREA: 87 }, { age: 69 });
    const egfr = scores.find(({ id }) => id === "EGFR");
    expect(Number.isInteger(egfr?.value)).toBe(true);
    expect(egfr?.band).toEqual(gStage(egfr?.value as number));
  });
});
