import { describe, expect, test } from "vitest";
import { assess, ProposalSchema, shippedBook } from "../../shared/assessment/index.ts";
import { facts, found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

describe("one reading never makes a diagnosis", () => {
  test("a first raised blood pressure is suspected and asks to be confirmed", () => {
    const said = proposal({ ...wellMan, SBP: 152, DBP: 88 });
    expect(found(said, "bp-grade1")).toMatchObject({
      class: "suspected",
      needsConfirmation: true,
      followUp: "bp-grade1-unconfirmed",
      change: "first",
    });
    expect(said.grade).toMatchObject({
      path: "needs-confirmation",
      reasons: ["bp-grade1"],
      asFarAsExamined: false,
    });
  });

  test("a second raised day makes it high blood pressure", () => {
    const said = proposal(
      { ...wellMan, SBP: 152, DBP: 88 },
      { earlier: { "2026-11-05": { SBP: 146, DBP: 84 } } },
    );
    expect(found(said, "bp-grade1")).toMatchObject({
      class: "disease",
      needsConfirmation: false,
      change: "same",
      previous: { value: 146, date: "2026-11-05" },
    });
    expect(said.grade.path).toBe("disease");
  });

  test("a normal day in between begins the count anew", () => {
    const said = proposal(
      { ...wellMan, SBP: 152, DBP: 88 },
      { earlier: { "2026-05-05": { SBP: 116, DBP: 74 }, "2025-11-05": { SBP: 160, DBP: 95 } } },
    );
    expect(found(said, "bp-grade1")?.class).toBe("suspected");
  });

  test("another reading of the same day confirms nothing", () => {
    const said = proposal({ SBP: 152, DBP: 88 }, { earlier: { "2026-11-20": { SBP: 170, DBP: 100 } } });
    expect(found(said, "bp-grade1")).toMatchObject({ class: "suspected", change: "first" });
  });

  test("glucose and HbA1c of one sample that agree are diabetes, and one finding", () => {
    const said = proposal({ ...wellMan, FPG: 7.4, HBA1C: 6.8 });
    expect(rulesOf(said, "glycaemia")).toEqual(["diabetes-range"]);
    expect(found(said, "diabetes-range")).toMatchObject({
      class: "disease",
      followUp: "diabetes-new-confirmed",
    });
    expect(found(said, "diabetes-range")?.evidence.map(({ item }) => item)).toEqual(["FPG", "HBA1C"]);
  });

  test("glucose alone in the diabetic range waits, though the HbA1c beside it is normal", () => {
    const said = proposal({ ...wellMan, FPG: 7.4, HBA1C: 5.4 });
    expect(found(said, "diabetes-range")).toMatchObject({ class: "suspected", needsConfirmation: true });
  });

  test("an HbA1c last time and a glucose this time agree", () => {
    const said = proposal(
      { ...wellMan, FPG: 7.4, HBA1C: 6.2 },
      { earlier: { "2026-08-01": { HBA1C: 6.9 } } },
    );
    expect(found(said, "diabetes-range")).toMatchObject({ class: "disease", change: "same" });
  });

  test("a glucose that was not fasting is not read as fasting", () => {
    const said = proposal({ ...wellMan, FPG: 7.9 }, { fasting: false });
    expect(rulesOf(said, "glycaemia")).toEqual([]);
    expect(said.grade).toMatchObject({ path: "healthy", asFarAsExamined: true, missing: ["FPG", "TG"] });
    expect(found(proposal({ FPG: 11.4 }, { fasting: false }), "diabetes-range")?.class).toBe("suspected");
  });

  test("uric acid is hyperuricaemia on the second day only, for women as for men", () => {
    for (const sex of ["male", "female"] as const) {
      expect(found(proposal({ UA: 421 }, { sex }), "urate-high")?.class).toBe("suspected");
      expect(
        found(proposal({ UA: 421 }, { sex, earlier: { "2026-11-10": { UA: 433 } } }), "urate-high")?.class,
      ).toBe("disease");
      expect(found(proposal({ UA: 420 }, { sex }), "urate-high")).toBeUndefined();
    }
  });

  test("a low eGFR is chronic disease only after three months", () => {
    const low = { ...wellMan, CREA: 140 };
    const lowSince = (earlier: string) =>
      found(proposal(low, { earlier: { [earlier]: { CREA: 138 } } }), "egfr-g3a");
    expect(found(proposal(low), "egfr-g3a")).toMatchObject({ class: "sub-health", needsConfirmation: true });
    expect(lowSince("2026-10-20")?.class).toBe("sub-health");
    expect(lowSince("2026-08-10")).toMatchObject({ class: "disease", followUp: "kidney-confirmed" });
  });
});

describe("what is known counts", () => {
  test("known high blood pressure at target is a disease well looked after", () => {
    const said = proposal({ ...wellMan, SBP: 126, DBP: 78 }, { diagnoses: ["hypertension"] });
    expect(found(said, "bp-known-at-target")).toMatchObject({ class: "disease", severity: 1 });
    expect(said.grade).toMatchObject({ path: "disease", reasons: ["bp-known-at-target"] });
  });

  test("a diagnosis no rule speaks of is still a diagnosis", () => {
    const said = proposal(wellMan, { diagnoses: ["psoriasis"] });
    expect(said.grade.path).toBe("disease");
    expect(found(said, "known:psoriasis")?.sentence.en).toBe("Known already: psoriasis.");
  });

  test("after a heart attack the LDL target is lower", () => {
    const said = proposal({ ...wellMan, LDLC: 2.4 }, { diagnoses: ["ascvd"] });
    expect(found(said, "ldl-above-target-ascvd")).toMatchObject({ class: "disease", followUp: "lipid-high" });
    expect(rulesOf(proposal({ ...wellMan, LDLC: 2.4 }), "lipids")).toEqual([]);
  });
});

describe("every abnormal value is spoken of once, and silence is decided", () => {
  test("a value outside its range without a rule of its own is noted, at the lowest severity", () => {
    const said = proposal({ ...wellMan, ALB: 38 });
    expect(found(said, "outside-range:ALB")).toMatchObject({ class: "sub-health", severity: 1, site: "ALB" });
    expect(said.grade.path).toBe("sub-health");
  });

  test("where there is no range nothing is flagged", () => {
    expect(proposal({ ...wellMan, FER: 3, CYSC: 9 }).findings).toEqual(proposal(wellMan).findings);
    expect(rulesOf(proposal({ ALT: 66 }, { age: 85 }))).toEqual([]);
  });

  test("indices that follow the haemoglobin are noted and do not grade", () => {
    const said = proposal({ ...wellMan, MCHC: 310 });
    expect(found(said, "outside-range:MCHC")?.class).toBe("normal");
    expect(said.grade.path).toBe("healthy");
  });

  test("limits follow sex and age", () => {
    const at = (sex: "male" | "female", values: Record<string, number>, age = 45) =>
      rulesOf(proposal(values, { sex, age }));
    expect(at("male", { HGB: 115 })).toContain("anaemia");
    expect(at("female", { HGB: 115 })).toEqual([]);
    expect(at("female", { ALT: 45 })).toContain("liver-enzyme-mild");
    expect(at("male", { ALT: 45 })).toEqual([]);
    expect(at("female", { WAIST: 85 })).toEqual(["waist-central-obesity"]);
    expect(at("male", { WAIST: 85 })).toEqual(["waist-raised"]);
    expect(at("male", { BMI: 25 })).toEqual(["bmi-overweight"]);
    expect(at("male", { BMI: 25 }, 82)).toEqual([]);
    expect(at("male", { CREA: 105 })).toContain("creatinine-raised");
    expect(at("male", { CREA: 105 }, 62)).not.toContain("creatinine-raised");
  });

  test("a low haemoglobin and low platelets are looked at again apart", () => {
    const said = proposal({ ...wellMan, HGB: 108, PLT: 92 });
    expect(found(said, "anaemia")).toMatchObject({ followUp: "anaemia", site: "haemoglobin" });
    expect(found(said, "platelets-low")).toMatchObject({ followUp: "plt-low", site: "platelets" });
  });

  test("of several raised lipids the most urgent is followed up, and apart what another test answers", () => {
    const said = proposal({ ...wellMan, LDLC: 4.3, TC: 6.0, TG: 6.1, HDLC: 0.9 });
    const lipids = said.findings.filter(({ concern }) => concern === "lipids");
    expect(lipids.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["tg-severe", "ldl-high", "tc-borderline", "hdl-low"]),
    );
    expect(lipids.flatMap(({ followUp }) => followUp ?? [])).toEqual(["tg-severe", "lipid-high", "hdl-low"]);
  });

  test("FIB-4 in between is read by age, and not at all under 35", () => {
    const liver = { AST: 38, ALT: 25, PLT: 250 };
    expect(found(proposal(liver, { age: 60 }), "fib4-indeterminate")?.followUp).toBe("fib4-indeterminate");
    expect(found(proposal(liver, { age: 65 }), "fib4-indeterminate")).toBeUndefined();
    const young = proposal({ AST: 300, ALT: 20, PLT: 130 }, { age: 30 });
    expect(rulesOf(young, "liver-fibrosis")).toEqual([]);
    expect(young.scores.find(({ id }) => id === "FIB4")?.note?.en).toContain("35");
  });
});

describe("cut-offs stand where the guideline puts them", () => {
  const cutOffs: [rule: string, item: string, fires: number | string, silent: number | string][] = [
    ["bp-grade3", "SBP", 180, 179],
    ["bp-grade3", "DBP", 110, 109],
    ["bp-grade2", "SBP", 160, 159],
    ["bp-grade2", "DBP", 100, 99],
    ["bp-grade1", "DBP", 90, 89],
    ["bp-high-normal", "SBP", 120, 119],
    ["glucose-very-low", "FPG", 2.8, 2.9],
    ["glucose-very-high", "FPG", 16.7, 16.6],
    ["diabetes-range", "HBA1C", 6.5, 6.4],
    ["diabetes-range", "OGTT2H", 11.1, 11],
    ["hba1c-raised", "HBA1C", 6.1, 6],
    ["prediabetes", "OGTT2H", 7.8, 7.7],
    ["tg-severe", "TG", 5.6, 5.5],
    ["tg-high", "TG", 2.3, 2.2],
    ["ldl-very-high", "LDLC", 4.9, 4.8],
    ["tc-very-high", "TC", 7.2, 7.1],
    ["hdl-low", "HDLC", 0.99, 1],
    ["bmi-obese", "BMI", 28, 27.9],
    ["waist-central-obesity", "WAIST", 90, 89],
    ["waist-raised", "WAIST", 85, 84],
    ["urate-very-high", "UA", 540, 539],
    ["liver-enzyme-critical", "AST", 600, 599],
    ["liver-enzyme-high", "ALT", 151, 150],
    ["liver-enzyme-mild", "GGT", 61, 60],
    ["ggt-high", "GGT", 181, 180],
    ["alp-high", "ALP", 376, 375],
    ["alp-raised", "ALP", 126, 125],
    ["bilirubin-critical", "TBIL", 171, 170],
    ["bilirubin-high", "TBIL", 35, 34],
    ["bilirubin-raised", "TBIL", 27, 26],
    ["creatinine-critical", "CREA", 707, 706],
    ["egfr-g3b-g5", "EGFR", 44, 45],
    ["egfr-g3a", "EGFR", 59, 60],
    ["uacr-a3", "UACR", 301, 300],
    ["uacr-a2", "UACR", 30, 29],
    ["hgb-critical", "HGB", 60, 61],
    ["anaemia-marked", "HGB", 90, 91],
    ["anaemia", "HGB", 119, 120],
    ["hgb-very-high", "HGB", 200, 199],
    ["platelets-critical-low", "PLT", 30, 31],
    ["platelets-low", "PLT", 100, 101],
    ["platelets-low-mild", "PLT", 124, 125],
    ["platelets-high", "PLT", 450, 449],
    ["platelets-marked", "PLT", 600, 599],
    ["platelets-critical-high", "PLT", 1000, 999],
    ["wbc-critical", "WBC", 1, 1.1],
    ["wbc-critical", "WBC", 30, 29.9],
    ["wbc-marked", "WBC", 2.5, 2.6],
    ["wbc-out", "WBC", 9.6, 9.5],
    ["wbc-out", "WBC", 3.4, 3.5],
    ["potassium-critical", "K", 6.5, 6.4],
    ["sodium-critical", "NA", 120, 121],
    ["calcium-critical", "CA", 3.25, 3.24],
    ["heart-rate-critical", "HR", 45, 46],
    ["troponin-critical", "HSTNI", 500, 499],
    ["tsh-marked", "TSH", 10, 9.9],
    ["tsh-abnormal", "TSH", 4.3, 4.2],
    ["cea-high", "CEA", 10.1, 10],
    ["cea-raised", "CEA", 5.1, 5],
    ["psa-high", "PSA", 10, 9.9],
    ["psa-grey", "PSA", 4, 3.9],
    ["fit-positive", "FIT", "positive", "negative"],
    ["hbsag-positive", "HBSAG", "positive", "negative"],
    ["hcv-positive", "HCVAB", "positive", "negative"],
    ["urine-protein", "UPRO", "1+", "negative"],
    ["urine-blood", "UBLD", "1+", "negative"],
    ["urine-protein-marked", "UPRO", "2+", "1+"],
    ["urine-blood-marked", "UBLD", "2+", "1+"],
  ];

  test.each(cutOffs)("%s: %s %s is, %s is not", (rule, item, fires, silent) => {
    expect(rulesOf(proposal({ [item]: fires }))).toContain(rule);
    expect(rulesOf(proposal({ [item]: silent }))).not.toContain(rule);
  });

  test("a value that calls for a physician today is told at once, and measured again as well", () => {
    const asked = (rule: string, ...of: Parameters<typeof proposal>) => {
      const { followUp, repeat } = found(proposal(...of), rule) ?? {};
      return [followUp, repeat];
    };
    const liver = ["class-a", "liver-enzyme-high"];
    expect(asked("liver-enzyme-critical", { ALT: 600 })).toEqual(liver);
    expect(asked("liver-enzyme-critical", { AST: 700 })).toEqual(liver);
    const glucose = ["class-a", "fpg-diabetic-unconfirmed"];
    expect(asked("glucose-very-high", { FPG: 16.7 })).toEqual(glucose);
    expect(asked("glucose-very-high", { FPG: 16.7, HBA1C: 9 })).toEqual([
      "class-a",
      "diabetes-new-confirmed",
    ]);
    expect(asked("glucose-very-low", { FPG: 2.6 })).toEqual(["class-a", "glucose-very-low"]);
    expect(asked("glucose-very-high", { FPG: 16.7 }, { diagnoses: ["diabetes"] })).toEqual([
      "class-a",
      "hba1c-on-treatment",
    ]);
  });

  test("of several critical values each is followed up", () => {
    const values = { K: 6.6, NA: 118, CA: 1.4, HR: 40, HSTNI: 600, PLT: 20, HGB: 55 };
    const { findings } = proposal(values);
    const urgent = findings.filter(({ severity }) => severity === 4);
    expect(urgent).toHaveLength(7);
    for (const { rule, followUp } of urgent) expect(followUp, rule).toBe("class-a");
  });

  test("a computed value is compared unrounded: a BMI of 23.96 is not overweight", () => {
    const body = { HEIGHT: 173, WEIGHT: 71.7 };
    expect(rulesOf(proposal(body))).toEqual([]);
    expect(rulesOf(proposal({ ...body, WEIGHT: 71.9 }))).toEqual(["bmi-overweight"]);
  });

  test("with viral hepatitis FIB-4 is read with its own cut-offs", () => {
    const liver = { AST: 38, ALT: 25, PLT: 250 };
    const at = (ast: number, diagnoses: string[]) =>
      rulesOf(proposal({ ...liver, AST: ast }, { diagnoses }), "liver-fibrosis");
    expect(at(38, [])).toEqual(["fib4-indeterminate"]);
    expect(at(38, ["viral-hepatitis"])).toEqual([]);
    expect(at(80, [])).toEqual(["fib4-high"]);
    expect(at(80, ["viral-hepatitis"])).toEqual(["fib4-indeterminate"]);
  });
});

describe("a bound is never used as a number", () => {
  test("it decides only what it can", () => {
    expect(rulesOf(proposal({ ALT: ">900" }))).toContain("liver-enzyme-critical");
    expect(rulesOf(proposal({ ALT: ">60" }))).toContain("liver-enzyme-mild");
    expect(rulesOf(proposal({ ALT: "<60" }))).toEqual([]);
    expect(found(proposal({ ALT: ">900" }), "liver-enzyme-critical")?.evidence[0]?.value).toBe(">900");
  });

  test("a score that would need it is not computed and names it", () => {
    const fib4 = proposal({ AST: 20, ALT: "<5", PLT: 200 }).scores.find(({ id }) => id === "FIB4");
    expect(fib4).toMatchObject({ value: null, missing: [], outOfRange: ["alt"] });
    expect(fib4?.notComputed?.en).toContain("ALT");
  });
});

describe("scores stay inside what they are valid for", () => {
  test("not under 18, not in pregnancy", () => {
    const value = (more: Parameters<typeof facts>[1]) =>
      proposal(wellMan, more).scores.find(({ id }) => id === "EGFR");
    expect(value({ age: 17 })).toMatchObject({ value: null, outOfRange: ["age"] });
    expect(value({ sex: "female", pregnant: true })).toMatchObject({
      value: null,
      outOfRange: ["pregnant"],
    });
    expect(value({ age: 18 })?.value).toBeGreaterThan(90);
  });

  test("the metabolic syndrome is counted only when what is missing could not change the answer", () => {
    const count = (values: Record<string, number>) =>
      proposal(values).scores.find(({ id }) => id === "METS-CDS-2020");
    expect(count({ WAIST: 95, TG: 2, HDLC: 0.9 })).toMatchObject({ value: 3, missing: [] });
    expect(count({ WAIST: 95, TG: 2, HDLC: 1.2 })).toMatchObject({
      value: null,
      missing: ["FPG", "SBP", "DBP"],
    });
  });

  test("a laboratory's own eGFR stands in when there is no creatinine", () => {
    expect(found(proposal({ EGFR: 52 }), "egfr-g3a")).toBeDefined();
  });
});

describe("the grade", () => {
  test("a full and normal exam is healthy, and the yearly glucose is planned", () => {
    const said = proposal(wellMan);
    expect(said.grade).toEqual({ path: "healthy", asFarAsExamined: false, missing: [], reasons: [] });
    expect(said.findings.map(({ rule, followUp }) => [rule, followUp])).toEqual([
      ["glucose-normal-from-40", "fpg-over40"],
    ]);
  });

  test("what was not examined is named", () => {
    const { FPG: _, PLT: __, WEIGHT: ___, ...rest } = wellMan;
    expect(proposal(rest).grade).toMatchObject({
      path: "healthy",
      asFarAsExamined: true,
      missing: ["BMI", "FPG", "PLT"],
    });
  });

  test("adult cut-offs are not laid against a child, and nothing is called healthy by them", () => {
    const said = proposal({ ...wellMan, SBP: 131, LDLC: 3.6 }, { age: 15 });
    expect(rulesOf(said)).toEqual([]);
    expect(said.grade).toMatchObject({ path: "healthy", asFarAsExamined: true });
    expect(said.grade.missing).toContain("SBP");
    expect(rulesOf(proposal({ SBP: 185 }, { age: 15 }))).toEqual(["bp-grade3"]);
  });

  test("a borderline value is sub-health", () => {
    expect(proposal({ ...wellMan, LDLC: 3.6 }).grade).toMatchObject({
      path: "sub-health",
      reasons: ["ldl-borderline"],
    });
  });
});

describe("what changed since last time", () => {
  const change = (now: Record<string, number>, then: Record<string, number>, rule: string) =>
    found(proposal(now, { earlier: { "2025-11-01": then } }), rule)?.change;

  test("is told by the last exam that measured it", () => {
    expect(change({ LDLC: 3.6 }, { HGB: 150 }, "ldl-borderline")).toBe("first");
    expect(change({ LDLC: 3.6 }, { LDLC: 3.0 }, "ldl-borderline")).toBe("new");
    expect(change({ LDLC: 3.6 }, { LDLC: 3.5 }, "ldl-borderline")).toBe("same");
    expect(change({ LDLC: 3.6 }, { LDLC: 4.4 }, "ldl-borderline")).toBe("better");
    expect(change({ LDLC: 4.4 }, { LDLC: 3.6 }, "ldl-high")).toBe("worse");
  });

  test("looks past an exam that did not measure it", () => {
    const said = proposal(
      { UA: 450 },
      { earlier: { "2026-08-01": { HGB: 150 }, "2025-11-01": { UA: 380 } } },
    );
    expect(found(said, "urate-high")).toMatchObject({
      change: "new",
      previous: { value: 380, date: "2025-11-01" },
    });
  });
});

describe("rule sets", () => {
  test("an exam is read with the rules of its day, and may be read with named ones", () => {
    expect(shippedBook.ruleSetFor("2026-11-20").id).toBe("2026-11");
    expect(shippedBook.ruleSetFor("2019-01-01").id).toBe("2026-11");
    const stricter = { ...shippedBook.ruleSetFor("2026-11-20"), id: "trial", rules: [] };
    const said = assess(facts({ SBP: 152, DBP: 88 }), stricter);
    expect(said.ruleSet).toBe("trial");
    expect(rulesOf(said)).toEqual(["outside-range:SBP"]);
  });

  test("what is proposed is what is stored", () => {
    const said = proposal({ ...wellMan, SBP: 182, DBP: 112, FPG: 7.4, ALB: 38 }, { diagnoses: ["gout"] });
    expect(ProposalSchema.parse(JSON.parse(JSON.stringify(said)))).toEqual(said);
  });
});
