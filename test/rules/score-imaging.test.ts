import { describe, expect, test } from "vitest";
import type { Formula } from "../../shared/assessment/scores/formula.ts";
import { formulaCalled } from "../../shared/assessment/scores/registry.ts";
import { run, type Values } from "../../shared/assessment/scores/run.ts";
import { proposal } from "./assessment-support.ts";

const made = (id: string, values: Values) => {
  const result = run(formulaCalled(id) as Formula, values);
  if ("because" in result) throw new Error(result.because.en);
  return result;
};
const band = (id: string, values: Values) => made(id, values).band?.id;
const why = (id: string, values: Values) => {
  const result = run(formulaCalled(id) as Formula, values);
  return "because" in result ? result : undefined;
};

describe("ACR TI-RADS", () => {
  const bland = {
    composition: "solid",
    echogenicity: "isoechoic",
    shape: "wider-than-tall",
    margin: "smooth",
    foci: ["none"],
  };

  test.each([
    [0, "TR1", { composition: "cystic", echogenicity: "anechoic" }],
    [1, "TR2", { composition: "cystic" }],
    [2, "TR2", { composition: "mixed" }],
    [3, "TR3", {}],
    [4, "TR4", { echogenicity: "hypoechoic" }],
    [6, "TR4", { echogenicity: "very hypoechoic", foci: ["macrocalcification"] }],
    [7, "TR5", { echogenicity: "hypoechoic", shape: "taller-than-wide" }],
    [
      14,
      "TR5",
      {
        echogenicity: "very hypoechoic",
        margin: "extrathyroidal extension",
        foci: ["rim", "punctate", "macrocalcification"],
      },
    ],
  ])("%i points are %s", (points, level, signs) => {
    expect(made("ACR-TI-RADS", { ...bland, ...signs })).toMatchObject({ value: points, outputs: { level } });
  });

  test("a spongiform nodule has no points whatever else is seen", () => {
    expect(band("ACR-TI-RADS", { ...bland, composition: "spongiform", foci: ["punctate"] })).toBe("TR1");
  });

  test.each([
    [{}, 2.5, "FNA"],
    [{}, 2.4, "follow-up"],
    [{}, 1.4, "none"],
    [{ echogenicity: "hypoechoic" }, 1.5, "FNA"],
    [{ echogenicity: "hypoechoic" }, 1, "follow-up"],
    [{ foci: ["punctate"], shape: "taller-than-wide" }, 1, "FNA"],
    [{ foci: ["punctate"], shape: "taller-than-wide" }, 0.5, "follow-up"],
    [{ foci: ["punctate"], shape: "taller-than-wide" }, 0.4, "none"],
  ])("%o at %f cm: %s", (signs, sizeCm, action) => {
    expect(made("ACR-TI-RADS", { ...bland, ...signs, sizeCm }).outputs).toMatchObject({ action });
  });
});

describe("C-TIRADS", () => {
  test.each([
    [{ solid: true }, 14.9, "follow-up"],
    [{ solid: true }, 15, "FNA"],
    [{ solid: true, near: true }, 10, "FNA"],
    [{ solid: true, vertical: true }, 9.9, "follow-up"],
    [{ solid: true, vertical: true }, 10, "FNA"],
    [{ solid: true, vertical: true, near: true }, 5, "FNA"],
    [{}, 40, "follow-up"],
  ])("%o at %f mm: %s", (signs, sizeMm, action) => {
    expect(made("C-TIRADS", { ...signs, sizeMm }).outputs).toMatchObject({ action });
  });
});

describe("Fleischner 2017", () => {
  const one = { type: "solid", multiplicity: "single", risk: "low" };
  const advice = (values: Values) => made("FLEISCHNER-2017", values).outputs["action"];

  test("every piece of advice the source has for solid nodules is there, at its edges", () => {
    const single = (meanDiameterMm: number, risk: string) => advice({ ...one, meanDiameterMm, risk });
    expect(single(5.4, "low")).toBe("no routine follow-up");
    expect(single(5.4, "high")).toBe("optional CT at 12 mo");
    expect(single(5.5, "low")).toBe("CT 6-12 mo, then consider 18-24 mo");
    expect(single(8.4, "high")).toBe("CT 6-12 mo, then 18-24 mo");
    expect(single(8.5, "low")).toBe("CT at 3 mo, PET/CT or tissue sampling");
    const several = { ...one, multiplicity: "multiple", meanDiameterMm: 9 };
    expect(advice(several)).toBe("CT 3-6 mo, then consider 18-24 mo");
    expect(advice({ ...several, risk: "high" })).toBe("CT 3-6 mo, then 18-24 mo");
  });

  test("sub-solid nodules go by their number, size and solid part", () => {
    const of = (values: Values) =>
      band("FLEISCHNER-2017", { multiplicity: "single", meanDiameterMm: 9, ...values });
    expect(of({ type: "ground-glass" })).toBe("ggn-6");
    expect(of({ type: "ground-glass", meanDiameterMm: 5 })).toBe("none");
    expect(of({ type: "part-solid", solidMm: 5 })).toBe("part-solid-6");
    expect(of({ type: "part-solid", solidMm: 6 })).toBe("part-solid-suspicious");
    expect(of({ type: "ground-glass", multiplicity: "multiple", meanDiameterMm: 4 })).toBe(
      "subsolid-multiple-lt6",
    );
    expect(of({ type: "part-solid", multiplicity: "multiple" })).toBe("subsolid-multiple-6");
  });

  test("a single part-solid nodule of 6 mm or more has no advice until its solid part is measured", () => {
    const partSolid = { type: "part-solid", multiplicity: "single" };
    expect(why("FLEISCHNER-2017", { ...partSolid, meanDiameterMm: 5.5 })).toMatchObject({
      missing: ["LUNGSOLIDMM"],
    });
    expect(band("FLEISCHNER-2017", { ...partSolid, meanDiameterMm: 5.4 })).toBe("none");
  });

  test("the reader's own rounding counts", () => {
    expect(band("FLEISCHNER-2017", { ...one, meanDiameterMm: 8.6, roundedMm: 8 })).toBe("solid-6-8");
    expect(band("FLEISCHNER-2017", { ...one, roundedMm: 9 })).toBe("solid-gt8");
  });

  test("says why there is no advice: risk unknown under 6 mm, under 35 years, cancer, a mass, no size", () => {
    const { risk: _, ...unknownRisk } = one;
    expect(why("FLEISCHNER-2017", { ...unknownRisk, meanDiameterMm: 4 })?.missing).toEqual(["LUNGRISK"]);
    expect(band("FLEISCHNER-2017", { ...unknownRisk, meanDiameterMm: 7 })).toBe("solid-6-8");
    expect(why("FLEISCHNER-2017", { ...one, meanDiameterMm: 7, age: 34 })?.outOfRange).toEqual(["age"]);
    expect(why("FLEISCHNER-2017", { ...one, meanDiameterMm: 7, cancer: true })?.outOfRange).toEqual([
      "cancer",
    ]);
    expect(why("FLEISCHNER-2017", { ...one, meanDiameterMm: 31 })?.beyond).toContain("mass");
    expect(why("FLEISCHNER-2017", one)?.missing).toEqual(["LUNGMM"]);
    expect(
      why("FLEISCHNER-2017", { ...one, type: "part-solid", meanDiameterMm: 7, solidMm: 8 }),
    ).toBeDefined();
  });
});

describe("C-Lung-RADS 2024", () => {
  test.each([
    ["solid", 5.9, undefined, "1"],
    ["solid", 6, undefined, "2"],
    ["solid", 10, undefined, "3"],
    ["solid", 18, undefined, "4"],
    ["ground-glass", 5.9, undefined, "1"],
    ["ground-glass", 19.9, undefined, "2"],
    ["ground-glass", 20, undefined, "3"],
    ["part-solid", 5.9, undefined, "1"],
    ["part-solid", 12, 5.9, "2"],
    ["part-solid", 12, 6, "3"],
    ["part-solid", 12, 10, "4"],
    ["calcified", 12, undefined, "0"],
  ])("%s %f mm, solid part %s: %s", (type, meanDiameterMm, solidMm, id) => {
    expect(band("C-LUNG-RADS-2024", { type, meanDiameterMm, solidMm })).toBe(id);
  });

  test("a model that finds it likely makes it 4; without the solid part a part-solid one is not placed", () => {
    expect(band("C-LUNG-RADS-2024", { type: "solid", meanDiameterMm: 5, modelProbability: 0.5 })).toBe("4");
    expect(why("C-LUNG-RADS-2024", { type: "part-solid", meanDiameterMm: 8 })?.missing).toEqual([
      "LUNGSOLIDMM",
    ]);
  });
});

describe("Lung-RADS v2022", () => {
  test.each([
    ["solid", 5.9, undefined, "baseline", "2"],
    ["solid", 6, undefined, "baseline", "3"],
    ["solid", 8, undefined, "baseline", "4A"],
    ["solid", 15, undefined, "baseline", "4B"],
    ["solid", 3.9, undefined, "new", "2"],
    ["solid", 4, undefined, "new", "3"],
    ["solid", 6, undefined, "new", "4A"],
    ["solid", 8, undefined, "new", "4B"],
    ["solid", 7.9, undefined, "growing", "4A"],
    ["solid", 8, undefined, "growing", "4B"],
    ["solid", 7, undefined, "stable", "2"],
    ["solid", 9, undefined, "stable", "3"],
    ["part-solid", 5.9, 3, "baseline", "2"],
    ["part-solid", 9, 5.9, "baseline", "3"],
    ["part-solid", 9, 6, "baseline", "4A"],
    ["part-solid", 9, 8, "baseline", "4B"],
    ["part-solid", 9, 4, "growing", "4B"],
    ["ground-glass", 29, undefined, "baseline", "2"],
    ["ground-glass", 30, undefined, "new", "3"],
    ["ground-glass", 30, undefined, "stable", "2"],
  ])("%s %f mm, solid part %s, %s: %s", (type, meanDiameterMm, solidMm, since, id) => {
    expect(band("LUNG-RADS-2022", { type, meanDiameterMm, solidMm, since })).toBe(id);
  });

  test("no nodule is 1, inflammation 0, the airway at least 4A, further signs 4X", () => {
    const since = "baseline";
    expect(band("LUNG-RADS-2022", { since })).toBe("1");
    expect(band("LUNG-RADS-2022", { since, inflammation: true })).toBe("0");
    expect(band("LUNG-RADS-2022", { since, airway: true })).toBe("4A");
    expect(band("LUNG-RADS-2022", { since, type: "solid", meanDiameterMm: 7, suspicious: true })).toBe("4X");
    expect(band("LUNG-RADS-2022", { since, type: "solid", meanDiameterMm: 4, suspicious: true })).toBe("2");
  });
});

describe("the next colonoscopy", () => {
  test.each([
    [{}, 120, 120],
    [{ hyperplastic: 20 }, 120, 120],
    [{ adenomas: 2, adenomaMm: 9 }, 84, 120],
    [{ adenomas: 3 }, 36, 60],
    [{ adenomas: 5 }, 36, 36],
    [{ adenomas: 1, adenomaMm: 10 }, 36, 36],
    [{ adenomas: 1, villousOrHighGrade: true }, 36, 36],
    [{ adenomas: 11 }, 12, 12],
    [{ sessileSerrated: 2, serratedMm: 9 }, 60, 120],
    [{ sessileSerrated: 4 }, 36, 60],
    [{ serratedDysplasia: true }, 36, 36],
    [{ hyperplasticMm: 10 }, 36, 60],
    [{ piecemeal20: true }, 6, 6],
    [{ adenomas: 1, sessileSerrated: 1 }, 60, 120],
  ])("%o: in %i to %i months", (found, fromMonths, toMonths) => {
    expect(made("COLON-USMSTF-2020", found).outputs).toEqual({ fromMonths, toMonths });
  });
});

describe("over an exam", () => {
  const scores = (values: Record<string, string | number>, more = {}) =>
    new Map(proposal(values, more).scores.map((score) => [score.id, score]));
  const nodule = { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 7, LUNGRISK: "low" };

  test("nobody is told of a nodule they have not got", () => {
    expect([...scores({ SBP: 120 }).keys()]).not.toContain("FLEISCHNER-2017");
  });

  test("a nodule found by chance is Fleischner's, one found in screening is C-Lung-RADS's", () => {
    const chance = scores({ ...nodule, CTCHEST: "nodule" });
    expect(chance.get("FLEISCHNER-2017")?.band?.id).toBe("solid-6-8");
    expect(chance.get("C-LUNG-RADS-2024")?.value).toBeNull();
    const screening = scores({ ...nodule, LDCT: "nodule" });
    expect(screening.get("FLEISCHNER-2017")?.value).toBeNull();
    expect(screening.get("C-LUNG-RADS-2024")?.band?.id).toBe("2");
  });
});
