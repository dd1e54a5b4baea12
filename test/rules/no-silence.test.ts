import { describe, expect, test } from "vitest";
import { formulaCalled, type Proposal } from "../../shared/assessment/index.ts";
import type { Formula } from "../../shared/assessment/scores/formula.ts";
import { knownOf } from "../../shared/assessment/scores/known.ts";
import { run, scoreOf } from "../../shared/assessment/scores/run.ts";
import { openBookOfNobody, planFollowUps, recheckRule } from "../../shared/monitoring/index.ts";
import { flagOf } from "../../shared/testing/index.ts";
import { facts, found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

const wellHer = { ...wellMan, WAIST: 74, WEIGHT: 62 };
const harmless = /one in twenty|每二十个/i;

const opened = ({ findings }: Proposal) =>
  planFollowUps(openBookOfNobody("P-100000001"), {
    client: "P-100000001",
    centre: "centre-1",
    manager: "health-manager-1",
    zone: "Asia/Shanghai",
    exam: { date: "2026-11-20", version: 1 },
    findings,
    now: "2026-11-20T08:00:00.000Z",
    by: "physician-1",
  }).opened;

/** The re-check rules a signature would raise. */
const raised = (said: Proposal): string[] => opened(said).map(({ rule }) => rule);

describe("liver enzymes where no reference range is written", () => {
  test.each([19, 85])("at %i years a tenfold ALT is a finding, with its follow-up", (age) => {
    const said = proposal({ ...wellMan, ALT: 400 }, { age });
    expect(found(said, "liver-enzyme-high")).toMatchObject({ followUp: "liver-enzyme-high" });
    expect(rulesOf(proposal({ ...wellMan, AST: 121, GGT: 181, ALP: 376 }, { age }), "liver")).toEqual([
      "alp-high",
      "liver-enzyme-high",
    ]);
    expect(rulesOf(proposal({ GGT: 181 }, { age }))).toContain("ggt-high");
  });

  test("an ALT that nothing can judge is not counted as examined; one that was judged is", () => {
    expect(proposal({ ...wellMan, ALT: 66 }, { age: 19 }).grade).toMatchObject({
      path: "healthy",
      asFarAsExamined: true,
      missing: ["ALT"],
    });
    expect(proposal({ ...wellMan, ALT: 400 }, { age: 19 }).grade.missing).toEqual([]);
    expect(proposal(wellMan, { age: 20 }).grade.missing).toEqual([]);
  });

  test("raised alkaline phosphatase keeps its own follow-up beside raised transaminases", () => {
    const said = proposal({ ALT: 200, ALP: 150 });
    expect(raised(said).toSorted()).toEqual(["alp-raised", "liver-enzyme-high"]);
  });

  test("a stiff liver is spoken of and followed up", () => {
    expect(raised(proposal({ LSM: 12 }))).toEqual(["liver-stiffness-high"]);
    expect(raised(proposal({ LSM: 8 }))).toEqual(["liver-stiffness-raised"]);
    expect(rulesOf(proposal({ LSM: 7.9 }))).toEqual([]);
  });
});

describe("words where negative is normal", () => {
  test("no positive strip is passed over in silence", () => {
    for (const item of ["UPRO", "UGLU", "UBLD", "UKET", "UNIT", "ULEU", "HBSAG", "HCVAB", "FIT"])
      for (const word of ["trace", "1+", "3+", "positive"]) {
        const said = proposal({ ...wellMan, [item]: word }, { age: 55 });
        expect(
          said.findings.filter(({ evidence }) => evidence[0]?.item === item).length,
          `${item} ${word}`,
        ).toBe(1);
        expect(said.grade.path, `${item} ${word}`).not.toBe("healthy");
      }
    for (const item of ["UPRO", "UGLU", "UKET", "UNIT", "ULEU", "HBSAG", "HCVAB", "FIT"])
      expect(rulesOf(proposal({ [item]: "negative" }, { age: 55 }))).toEqual([]);
  });

  test("a word outside what is expected is said as a word, and not called one healthy person in twenty", () => {
    const said = found(proposal({ ...wellMan, UKET: "trace" }), "outside-range:UKET");
    expect(said?.sentence.en).toBe("Urine ketones (strip): trace; normal is negative.");
    expect(said?.name.zh).toBe("尿酮体非阴性");
    expect(said?.meaning.en).not.toMatch(harmless);
  });

  test("glucose and ketones together bring a physician soon; glucose alone asks for the blood", () => {
    expect(raised(proposal({ UGLU: "3+", UKET: "2+" }))).toEqual(["urine-glucose-ketones"]);
    expect(raised(proposal({ UGLU: "1+", UKET: "negative" }))).toEqual(["urine-glucose"]);
    expect(raised(proposal({ UGLU: "3+" }, { drugs: ["glucose-lowering"] }))).not.toContain("urine-glucose");
    expect(recheckRule("urine-glucose-ketones")).toMatchObject({ owner: "physician", maxDays: 7 });
  });

  test("nitrite or white cells in the urine are looked at again", () => {
    expect(raised(proposal({ UNIT: "positive", ULEU: "2+" }))).toEqual(["urine-infection"]);
    expect(raised(proposal({ UNIT: "negative", ULEU: "1+" }))).toEqual(["urine-infection"]);
  });

  test("a hepatitis test that is neither yes nor no is repeated", () => {
    expect(raised(proposal({ HBSAG: "trace" }))).toEqual(["hbsag-doubtful"]);
    expect(raised(proposal({ HCVAB: "trace" }))).toEqual(["hcv-positive"]);
  });

  test("the virus itself is spoken of, by number and by word, and one below the limit is not", () => {
    expect(raised(proposal({ HCVAB: "positive", HCVRNA: 120000 }))).toEqual(["hcv-rna-detected"]);
    expect(raised(proposal({ HCVRNA: "positive" }))).toEqual(["hcv-rna-detected"]);
    expect(raised(proposal({ HCVRNA: ">100000000" }))).toEqual(["hcv-rna-detected"]);
    expect(rulesOf(proposal({ HCVRNA: "<15" }))).toEqual([]);
    expect(rulesOf(proposal({ HCVAB: "positive", HCVRNA: "negative" }))).toEqual(["outside-range:HCVAB"]);
  });

  test("a breath test is read by its number", () => {
    const said = found(proposal({ UBT13C: 14.2 }), "hp-positive");
    expect(said).toMatchObject({ followUp: "hp-positive", status: "needs sign-off" });
    expect(said?.sentence.en).toContain("14.2 ‰");
    expect(rulesOf(proposal({ UBT13C: 3.9 }))).toEqual([]);
    expect(rulesOf(proposal({ UBT13C: "positive" }))).toEqual(["hp-positive"]);
  });
});

describe("between the reference range and the critical value", () => {
  test.each([
    ["K", 3, 3.1, "potassium-marked"],
    ["K", 6.2, 5.9, "potassium-marked"],
    ["NA", 130, 131, "sodium-marked"],
    ["NA", 152, 151, "sodium-marked"],
    ["CA", 1.9, 1.95, "calcium-marked"],
    ["CA", 2.8, 2.75, "calcium-marked"],
    ["HR", 49, 50, "heart-rate-marked"],
    ["HR", 120, 119, "heart-rate-marked"],
    ["SPO2", 80, 94, "oxygen-low"],
    ["TEMP", 40.5, 37.9, "temperature-marked"],
    ["TEMP", 35, 35.1, "temperature-marked"],
    ["HSTNI", 480, 34, "troponin-raised"],
  ])("%s %d is told within days and measured again, %d is not", (item, fires, silent, rule) => {
    const said = found(proposal({ ...wellMan, [item]: fires }), rule);
    expect(said).toMatchObject({ severity: 3, followUp: "class-b", status: "needs sign-off" });
    expect(said?.repeat).toBeDefined();
    expect(rulesOf(proposal({ [item]: fires }))).toEqual([rule]);
    expect(rulesOf(proposal({ ...wellMan, [item]: silent }))).not.toContain(rule);
  });

  test("a critical value silences what stands under it", () => {
    expect(rulesOf(proposal({ K: 6.6, NA: 118, HR: 160, HSTNI: 700 })).toSorted()).toEqual([
      "heart-rate-critical",
      "potassium-critical",
      "sodium-critical",
      "troponin-critical",
    ]);
  });

  test("nothing far outside its range is called one healthy person in twenty", () => {
    for (const [item, value] of Object.entries({
      UREA: 20,
      HCY: 45,
      MG: 0.3,
      FT4: 60,
      NEUT: 0.5,
      LPA: 900,
    })) {
      const said = found(proposal({ ...wellMan, [item]: value }), `outside-range:${item}`);
      expect(said, item).toMatchObject({ severity: 2, followUp: "far-outside", status: "needs sign-off" });
      expect(`${said?.meaning.en} ${said?.meaning.zh}`, item).not.toMatch(harmless);
    }
    const near = found(proposal({ ...wellMan, UREA: 8.4 }), "outside-range:UREA");
    expect(near).toMatchObject({ severity: 1, status: "published" });
    expect(near?.followUp).toBeUndefined();
    expect(found(proposal({ ...wellMan, MCH: 10 }), "outside-range:MCH")?.class).toBe("normal");
  });
});

describe("after a critical value was told it is measured again", () => {
  test.each([
    ["HGB", 55, "anaemia"],
    ["PLT", 20, "plt-low"],
    ["PLT", 1100, "plt-high"],
    ["WBC", 35, "wbc-out"],
    ["CREA", 800, "egfr-low-new"],
    ["TBIL", 200, "bilirubin-high"],
    ["K", 6.8, "electrolyte-critical"],
    ["NA", 118, "electrolyte-critical"],
    ["CA", 3.3, "electrolyte-critical"],
    ["HR", 40, "heart-again"],
    ["HSTNI", 700, "heart-again"],
  ])("%s %d", (item, value, again) => {
    expect(raised(proposal({ [item]: value })).toSorted()).toEqual(["class-a", again].toSorted());
  });

  test("each salt by itself", () => {
    const asked = opened(proposal({ K: 6.8, NA: 118 })).filter(({ rule }) => rule === "electrolyte-critical");
    expect(asked.map(({ site }) => site).toSorted()).toEqual(["K", "NA"]);
  });
});

describe("the ankle-brachial index", () => {
  test.each([
    [0.9, ["abi-narrowed"]],
    [0.91, ["abi-borderline"]],
    [1, []],
    [1.35, []],
    [1.4, []],
    [1.41, ["abi-stiff"]],
  ])("%d: %j, each with its follow-up", (ABI, rules) => {
    const said = proposal({ ABI }, { age: 62 });
    expect(rulesOf(said)).toEqual(rules);
    expect(raised(said)).toEqual(rules);
    expect(flagOf("ABI", ABI, { sex: "male", age: 62 })).toBe(ABI < 1 ? "L" : ABI > 1.4 ? "H" : "N");
  });

  test("0.90 is narrowed for the hypertension risk as for the score", () => {
    const risk = (ABI: number) =>
      scoreOf(formulaCalled("HYPERTENSION-RISK") as Formula, knownOf(facts({ SBP: 145, DBP: 85, ABI }))).band
        ?.id;
    expect(risk(0.9)).toBe("high");
    expect(risk(0.91)).not.toBe("high");
  });
});

describe("what was said at one value and not at the next", () => {
  test("a heart risk is worked out again, and the high one with a physician every year", () => {
    const asked = { smoker: false, home: { north: true, urban: true }, family: { ascvd: false } };
    const high = proposal({ ...wellMan, SBP: 158 }, { ...asked, age: 66 });
    expect(found(high, "cardiovascular-risk-high")?.followUp).toBe("cvd-risk-high");
    expect(recheckRule("cvd-risk-high")).toMatchObject({ owner: "physician", maxDays: 365 });
    const moderate = proposal({ ...wellMan, SBP: 138 }, { ...asked, age: 58 });
    expect(found(moderate, "cardiovascular-risk-moderate")?.followUp).toBe("cvd-risk-moderate");
    expect(recheckRule("cvd-risk-moderate")).toMatchObject({ minDays: 365, maxDays: 730 });
  });

  test("a PSA of exactly 10 is high", () => {
    expect(found(proposal({ PSA: 10 }, { age: 60 }), "psa-high")?.followUp).toBe("psa-high");
    expect(found(proposal({ PSA: 9.9 }, { age: 60 }), "psa-grey")?.followUp).toBe("psa-grey");
  });

  test("from 80 years a body mass index under 22 is low, and before it is not", () => {
    const at = (BMI: number, age: number) => rulesOf(proposal({ BMI }, { age }));
    expect(at(21.9, 80)).toEqual(["bmi-underweight"]);
    expect(at(22, 80)).toEqual([]);
    expect(at(21.9, 79)).toEqual([]);
    expect(found(proposal({ BMI: 18 }), "bmi-underweight")?.status).toBe("needs sign-off");
  });

  test("a body mass index is worked out in no pregnancy, however it is asked", () => {
    const asked = { weightKg: 70, heightCm: 168 };
    const one = formulaCalled("BMI-FROM-BODY") as Formula;
    expect(run(one, asked)).toHaveProperty("value");
    expect(run(one, { ...asked, pregnant: true })).toMatchObject({ outOfRange: ["pregnant"] });
    const her = facts(wellHer, { sex: "female", pregnant: true });
    expect(scoreOf(one, knownOf(her)).value).toBeNull();
  });

  test("two hours of 7.8 to 11.0 alone are neither impaired fasting glucose nor diabetes in the NAFLD score", () => {
    const liver = { ...wellMan, ALB: 45, FPG: 5.2, HBA1C: 5.4 };
    const at = (OGTT2H: number) =>
      scoreOf(formulaCalled("NAFLD-FS") as Formula, knownOf(facts({ ...liver, OGTT2H }))).value as number;
    expect(at(9)).toBe(at(6));
    expect(at(11.1) - at(9)).toBeCloseTo(1.13, 9);
  });
});
