import { describe, expect, test } from "vitest";
import type { Facts, Score } from "../../shared/assessment/index.ts";
import { formulaCalled } from "../../shared/assessment/index.ts";
import type { Formula } from "../../shared/assessment/scores/formula.ts";
import { knownOf } from "../../shared/assessment/scores/known.ts";
import { scoreOf } from "../../shared/assessment/scores/run.ts";
import { facts } from "./assessment-support.ts";

const score = (id: string, of: Facts): Score => scoreOf(formulaCalled(id) as Formula, knownOf(of));
const banded = (id: string, of: Facts) => score(id, of).band?.id;

describe("classes of an exam", () => {
  test.each([
    [118, 78, "normal"],
    [118, 84, "high-normal"],
    [165, 84, "grade-2"],
    [128, 112, "grade-3"],
  ])("%i/%i is %s in China", (SBP, DBP, band) => {
    expect(banded("BP-CHINA-2024", facts({ SBP, DBP }))).toBe(band);
  });

  test("a raised upper value alone is said to be so", () => {
    expect(score("BP-CHINA-2024", facts({ SBP: 152, DBP: 78 })).note?.en).toBe(
      "Only the upper value is raised.",
    );
  });

  test("HbA1c of 6.5 % is the diabetic range, as 48 mmol/mol is", () => {
    expect(score("HBA1C-CLASS", facts({ HBA1C: 6.5 }))).toMatchObject({
      value: 48,
      band: { id: "diabetes-range" },
    });
    expect(banded("HBA1C-CLASS", facts({ HBA1C: 6.4 }))).toBe("prediabetes");
  });

  test("HbA1c alone makes nobody normal in China, and from 6.5 % it counts", () => {
    expect(score("GLYCAEMIA-WHO-CHINA", facts({ HBA1C: 6.3 }))).toMatchObject({
      value: null,
      missing: ["FPG"],
    });
    expect(banded("GLYCAEMIA-WHO-CHINA", facts({ HBA1C: 6.5 }))).toBe("diabetes-range");
  });

  test("glucose after breakfast is classed by nobody", () => {
    expect(score("GLYCAEMIA-ADA", facts({ FPG: 6.4 }, { fasting: false })).value).toBeNull();
    expect(score("TYG", facts({ FPG: 6.4, TG: 2 }, { fasting: false })).missing).toEqual(["TG", "FPG"]);
  });

  test("who has diabetes is not classed as being at risk of it", () => {
    const known = facts({ FPG: 5.2, SBP: 118, WAIST: 80 }, { diagnoses: ["diabetes"] });
    for (const id of ["GLYCAEMIA-WHO-CHINA", "CDRS"])
      expect(score(id, known), id).toMatchObject({
        value: null,
        outOfRange: expect.arrayContaining(["knownDiabetes"]),
      });
  });

  test("each lipid is classed on its own, and what was not measured is left out", () => {
    const some = score("LIPID-CHINA-2023", facts({ LDLC: 3.5, HDLC: 0.9 }));
    expect(some).toMatchObject({ value: 2, band: { id: "abnormal" } });
    expect(some.note?.en).toBe("LDL borderline high; HDL low.");
  });

  test("a waist of 90 cm is central obesity in a man, on its way there at 85", () => {
    expect(banded("WAIST-CLASS", facts({ WAIST: 90 }))).toBe("central-obesity");
    expect(banded("WAIST-CLASS", facts({ WAIST: 85 }))).toBe("pre-central-obesity");
    expect(banded("WAIST-CLASS", facts({ WAIST: 85 }, { sex: "female" }))).toBe("central-obesity");
  });

  test("uric acid over 360 in a woman is named by the older limit only", () => {
    const hers = score("URATE-CLASS", facts({ UA: 390 }, { sex: "female" }));
    expect(hers).toMatchObject({
      band: { id: "normal" },
      note: { en: "Over the older limit for women (360)." },
    });
  });

  test("the leg that is worse decides, and narrowing is worse than stiffness", () => {
    const abi = formulaCalled("ABI-CLASS") as Formula;
    const legs = (ankleSbpR: number, ankleSbpL: number) =>
      abi.compute({ armSbpR: 120, armSbpL: 100, ankleSbpR, ankleSbpL } as never);
    expect(legs(132, 84)).toMatchObject({ value: 0.7, band: { id: "moderate" } });
    expect(legs(132, 180)).toMatchObject({ value: 1.5, band: { id: "non-compressible" } });
    expect(legs(100, 180)).toMatchObject({ band: { id: "mild" } });
    expect(banded("ABI-CLASS", facts({ ABI: 0.95 }))).toBe("borderline");
  });
});

describe("what nobody answered is missing, never no", () => {
  const body = { SBP: 124, WAIST: 82, HEIGHT: 165, WEIGHT: 65 };

  test("the family is asked by the Chinese and the American score", () => {
    expect(score("CDRS", facts(body)).missing).toEqual(["familyDiabetes"]);
    const hers = facts(body, {
      sex: "female",
      active: true,
      gestationalDiabetes: false,
      family: { diabetes: "second-degree" },
    });
    expect(score("CDRS", hers)).toMatchObject({ missing: [], value: 23 });
    expect(score("ADA-RISK-TEST", hers)).toMatchObject({ value: 1, band: { id: "below" } });
  });

  test("of a woman it must be known whether a pregnancy brought diabetes", () => {
    const hers = { sex: "female", active: true, family: { diabetes: "none" } } as const;
    expect(score("ADA-RISK-TEST", facts(body, hers)).missing).toEqual(["gestationalDiabetes"]);
    const all = { ...hers, dailyVegFruit: true, everHighGlucose: false };
    expect(score("FINDRISC", facts(body, all))).toMatchObject({ value: 5, band: { id: "low" } });
  });
});

describe("PhenoAge from an exam", () => {
  const nine = { ALB: 46, CREA: 70, FPG: 5, LYMP: 33, MCV: 90, RDW: 12.8, ALP: 65, WBC: 5.8 };
  const of = (crp: number | string) => score("PHENOAGE", facts({ ...nine, HSCRP: crp }));

  test("takes CRP as the logarithm of mg/dL", () => {
    expect(of(1).inputs["lnCrp"]).toBeCloseTo(Math.log(0.1), 12);
    expect(of(1).value).toBeGreaterThan(of(0.5).value as number);
  });

  test("counts everything under 0.1 mg/L as 0.1, the bound too", () => {
    expect(of(0.02).value).toBe(of(0.1).value);
    expect(of("<0.1").value).toBe(of(0.1).value);
    expect(of("<5").value).toBeNull();
  });

  test("says nothing during an illness", () => {
    expect(of(10).value).not.toBeNull();
    expect(of(10.1)).toMatchObject({ value: null, outOfRange: ["crpMgL"] });
  });

  test("says nothing of people under 20", () => {
    expect(score("PHENOAGE", facts({ ...nine, HSCRP: 1 }, { age: 19 })).outOfRange).toEqual(["age"]);
  });
});

describe("the liver", () => {
  test("impaired fasting glucose enters by the limit of its source", () => {
    const liver = { HEIGHT: 170, WEIGHT: 75, AST: 30, ALT: 30, PLT: 220, ALB: 45 };
    const [under, over] = [5.5, 5.6].map(
      (FPG) => score("NAFLD-FS", facts({ ...liver, FPG })).value as number,
    );
    expect((over as number) - (under as number)).toBeCloseTo(1.13, 9);
  });

  test("APRI takes the upper limit of the person", () => {
    const apri = score("APRI", facts({ AST: 80, PLT: 100 }));
    expect(apri).toMatchObject({ value: 2, band: { id: "cirrhosis" }, inputs: { astUpperLimit: 40 } });
  });
});
