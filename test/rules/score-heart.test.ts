import { describe, expect, test } from "vitest";
import type { Facts, Score } from "../../shared/assessment/index.ts";
import { formulaCalled } from "../../shared/assessment/scores/registry.ts";
import { run, type Values } from "../../shared/assessment/scores/run.ts";
import { type facts, found, proposal, wellMan } from "./assessment-support.ts";

const answered = {
  smoker: false,
  home: { north: true, urban: true },
  family: { ascvd: false, earlyAscvd: false },
} satisfies Partial<Facts>;

const scoresOf = (
  values: Record<string, number | string> = {},
  more: Parameters<typeof facts>[1] = {},
): Map<string, Score> =>
  new Map(
    proposal({ ...wellMan, ...values }, { ...answered, ...more }).scores.map((score) => [score.id, score]),
  );

const computed = (id: string, values: Values) => {
  const one = formulaCalled(id);
  if (!one) throw new Error(id);
  const result = run(one, values);
  if ("because" in result) throw new Error(result.because.en);
  return result;
};

describe("China-PAR over an exam", () => {
  test("a man of 52 is told his risk in ten years and what it would be with every factor ideal", () => {
    const score = scoresOf({ SBP: 146, TC: 5.8, HDLC: 1.1, WAIST: 94 }, { age: 52, smoker: true }).get(
      "CHINA-PAR",
    );
    expect(score?.value).toBeCloseTo(9.1, 1);
    expect(score).toMatchObject({ band: { id: "moderate" }, decimals: 1, unit: "%" });
    expect(score?.parts).toMatchObject([{ id: "ideal" }]);
    expect(score?.parts?.[0]?.value).toBeLessThan(score?.value as number);
    expect(score?.note?.en).toContain("approximation");
    expect(score).not.toHaveProperty("audience");
  });

  test("a question nobody answered is named, never taken as a no", () => {
    const unanswered = scoresOf({}, { home: {}, family: {} }).get("CHINA-PAR");
    expect(unanswered).toMatchObject({ value: null, missing: ["north"] });
    const family = scoresOf({}, { home: { north: true, urban: true }, family: {} }).get("CHINA-PAR");
    expect(family).toMatchObject({ value: null, missing: ["familyHistoryAscvd"] });
    expect(family?.notComputed?.zh).toContain("父母或兄弟姐妹");
    const facts = { ...answered } as Partial<Facts>;
    delete facts.smoker;
    expect(proposal(wellMan, facts).scores.find(({ id }) => id === "CHINA-PAR")).toMatchObject({
      value: null,
      missing: ["SMOKE"],
    });
  });

  test("of a woman neither the town nor the family is asked", () => {
    const woman = scoresOf({}, { sex: "female", home: { north: false }, family: {} }).get("CHINA-PAR");
    expect(woman?.value).toBeGreaterThan(0);
  });

  test("known disease, pregnancy and ages under 35 or over 74 are outside what it is made for", () => {
    const outside = (more: Parameters<typeof facts>[1]) => scoresOf({}, more).get("CHINA-PAR")?.outOfRange;
    expect(outside({ diagnoses: ["ascvd"] })).toEqual(["ascvd"]);
    expect(outside({ diagnoses: ["heart-failure"] })).toEqual(["heartFailure"]);
    expect(outside({ sex: "female", pregnant: true })).toEqual(["pregnant"]);
    expect(outside({ age: 34 })).toEqual(["age"]);
    expect(outside({ age: 75 })).toEqual(["age"]);
    expect(outside({ age: 74 })).toEqual([]);
  });

  test("from 5 % it is a finding, from 10 % a graver one; both are sub-health and say that they are estimates", () => {
    const at = (values: Record<string, number>, age: number) => {
      const made = proposal({ ...wellMan, ...values }, { ...answered, age });
      return made.findings.filter(({ concern }) => concern === "cardiovascular-risk");
    };
    expect(at({}, 45)).toEqual([]);
    const [moderate, ...none] = at({ SBP: 138 }, 58);
    expect(none).toEqual([]);
    expect(moderate).toMatchObject({
      rule: "cardiovascular-risk-moderate",
      class: "sub-health",
      status: "needs sign-off",
    });
    expect(moderate?.sentence.en).toMatch(/within ten years is [5-9]\.\d %/);
    const [high] = at({ SBP: 158 }, 66);
    expect(high).toMatchObject({ rule: "cardiovascular-risk-high", class: "sub-health", severity: 2 });
    expect(high?.evidence.map(({ item }) => item)).toContain("CHINA-PAR");
    expect(high?.meaning.en).toContain("An estimate");
  });

  test("a risk that was not computed is no finding", () => {
    const made = proposal({ ...wellMan, SBP: 158 }, { age: 66 });
    expect(found(made, "cardiovascular-risk-high")).toBeUndefined();
  });
});

describe("the models beside it", () => {
  test("are the physician's, each for the people it was made for", () => {
    const ids = (more: Parameters<typeof facts>[1]) =>
      [...scoresOf({}, more).keys()].filter((id) => id.startsWith("SCORE2"));
    expect(ids({ age: 55 })).toEqual(["SCORE2-ASIA-PACIFIC", "SCORE2"]);
    expect(ids({ age: 55, diagnoses: ["diabetes"] })).toEqual(["SCORE2-DIABETES"]);
    expect(ids({ age: 55, drugs: ["glucose-lowering"] })).toEqual(["SCORE2-DIABETES"]);
    expect(ids({ age: 70 })).toEqual(["SCORE2-OP"]);
    expect(ids({ age: 39 })).toEqual([]);
    for (const [id, { audience }] of scoresOf({}, { age: 55 }))
      if (/^(SCORE2|PREVENT|PCE|FRAM)/.test(id)) expect(audience, id).toBe("physician");
  });

  test("PREVENT takes the model the exam has values for, and says which", () => {
    const { HBA1C: _, ...plain } = wellMan;
    const note = (more: Record<string, number | string>) =>
      proposal({ ...plain, ...more }, answered).scores.find(({ id }) => id === "PREVENT-10")?.note?.en;
    expect(note({})).toBe("Base model.");
    expect(note({ HBA1C: 5.6 })).toBe("Model with HbA1c.");
    expect(note({ UACR: 12 })).toBe("Model with urine albumin/creatinine.");
    expect(note({ HBA1C: 5.6, UACR: 12 })).toContain("Full model");
    expect(note({ HBA1C: 4.2 })).toBe("Base model. HbA1c lies outside 4.5–15 % and is not used.");
    expect(note({ UACR: "<5" })).toBe("Base model.");
  });

  test("thirty years ahead of somebody over 59 are given with the source's own advice", () => {
    expect(scoresOf({}, { age: 59 }).get("PREVENT-30")?.note?.en).not.toContain("advises");
    expect(scoresOf({}, { age: 60 }).get("PREVENT-30")?.note?.en).toContain("from 30 to 59");
  });

  test("SCORE2-Diabetes asks the year of the diagnosis, and refuses one after the exam", () => {
    const diabetic = { age: 55, diagnoses: ["diabetes"] };
    expect(scoresOf({}, diabetic).get("SCORE2-DIABETES")).toMatchObject({
      value: null,
      missing: ["diabetesAge"],
    });
    const since = (year: number) => scoresOf({}, { ...diabetic, diabetesSince: year }).get("SCORE2-DIABETES");
    expect(since(2020)?.value).toBeGreaterThan(0);
    expect(since(2015)?.value).toBeGreaterThan(since(2020)?.value as number);
    expect(since(2031)).toMatchObject({ value: null, outOfRange: ["diabetesAge"] });
  });
});

describe("PREVENT by name", () => {
  const woman = {
    sex: "female",
    age: 50,
    sbp: 160,
    bpTreated: true,
    totalCholMgdl: 200,
    hdlMgdl: 45,
    statin: false,
    diabetes: true,
    smoker: false,
    egfr: 90,
    bmi: 35,
    horizonYears: 10,
  };
  const refusal = (values: Values) => {
    const one = formulaCalled("PREVENT");
    const result = one && run(one, values);
    return result && "because" in result ? result.because.en : undefined;
  };

  test("what a model asks must be given; given as not known it has a term of its own", () => {
    expect(refusal({ ...woman, model: "full", hba1cPct: 7.5, uacrMgG: 40 })).toContain("deprivation index");
    expect(
      computed("PREVENT", { ...woman, model: "full", hba1cPct: 7.5, uacrMgG: 40, sdiDecile: null }).value,
    ).toBeCloseTo(15, 0);
    expect(refusal({ ...woman, model: "hba1c" })).toContain("HbA1c");
    expect(computed("PREVENT", { ...woman, model: "hba1c", hba1cPct: null }).value).toBeGreaterThan(0);
  });

  test("has ten and thirty years and nothing between", () => {
    expect(refusal({ ...woman, model: "base", horizonYears: 20 })).toContain("10 and 30 years");
  });
});

describe("Framingham by points", () => {
  test("ends where its table ends, and says so", () => {
    const person = {
      sex: "male",
      bpTreated: true,
      diabetes: true,
      totalCholMgdl: 290,
      hdlMgdl: 30,
      sbp: 170,
    };
    const most = computed("FRAMINGHAM-2008-POINTS", { ...person, age: 76, smoker: true });
    expect(most).toMatchObject({ value: 30, outputs: { points: 33 } });
    expect(most.note?.en).toContain("more than 30");
    const least = computed("FRAMINGHAM-2008-POINTS", {
      ...{ sex: "female", age: 31, totalCholMgdl: 150, hdlMgdl: 70, sbp: 110 },
      ...{ bpTreated: false, smoker: false, diabetes: false },
    });
    expect(least).toMatchObject({ value: 1, outputs: { points: -5 } });
    expect(least.note?.en).toContain("less than 1");
  });
});

describe("the matrix of a raised pressure", () => {
  const at = (values: Values) =>
    computed("HYPERTENSION-RISK", { sex: "male", age: 50, diabetes: false, ...values }).band?.id;
  const none = {
    smoker: false,
    totalCholMmol: 4.5,
    ldlMmol: 2.5,
    hdlMmol: 1.4,
    fpgMmol: 5,
    waistCm: 80,
    bmi: 22,
  };
  const one = { ...none, smoker: true };
  const three = { ...one, age: 56, waistCm: 92 };

  test.each([
    [132, none, "none"],
    [132, one, "low"],
    [132, three, "moderate-high"],
    [145, none, "low"],
    [145, one, "moderate"],
    [145, three, "high"],
    [165, none, "moderate"],
    [165, one, "moderate-high"],
    [165, three, "high"],
    [185, none, "high"],
    [185, one, "very-high"],
    [185, three, "very-high"],
    [132, { ...none, diabetes: true }, "moderate-high"],
    [145, { ...none, egfr: 50 }, "high"],
    [145, { ...none, uacrMgG: 40 }, "high"],
    [132, { ...none, heartDisease: true }, "high-very-high"],
    [145, { ...none, egfr: 25 }, "very-high"],
    [145, { ...none, diabetes: true, diabetesComplications: true }, "very-high"],
  ])("%i mmHg with %o is %s", (sbp, others, band) => {
    expect(at({ sbp, dbp: 82, ...others })).toBe(band);
  });

  test("the higher of the two pressures decides", () => {
    expect(at({ sbp: 128, dbp: 112, ...none })).toBe("high");
    expect(at({ sbp: 128, dbp: 86, ...one })).toBe("low");
  });

  test("what was counted and what nobody knows stand beside it: the risk is at least this", () => {
    const score = scoresOf({ SBP: 150, LDLC: 3.8 }, { age: 57, smoker: true }).get("HYPERTENSION-RISK");
    expect(score).toMatchObject({ band: { id: "high" }, audience: "physician" });
    expect(score?.parts).toMatchObject([{ id: "factors", value: 3 }, { value: 0 }, { value: 0 }]);
    expect(score?.note?.en).toBe(
      "Counted: age, smoking, blood lipids. Not known, so the risk is at least this: homocysteine.",
    );
  });

  test("a carotid plaque or narrowed leg arteries of the same exam are organ damage", () => {
    const riskWith = (values: Record<string, number>) =>
      scoresOf({ SBP: 145, ...values }).get("HYPERTENSION-RISK")?.band?.id;
    expect(riskWith({})).toBe("low");
    expect(riskWith({ PLAQUEMM: 1.8 })).toBe("high");
    expect(riskWith({ ABI: 0.85 })).toBe("high");
    expect(riskWith({ PLAQUEMM: 1.2, ABI: 1.1 })).toBe("low");
  });

  test("is left out of an exam with a pressure under 130/85", () => {
    expect(scoresOf({ SBP: 129, DBP: 84 }).has("HYPERTENSION-RISK")).toBe(false);
    expect(scoresOf({ SBP: 130, DBP: 84 }).has("HYPERTENSION-RISK")).toBe(true);
  });
});
