import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCatalogueUnit, toCatalogueUnit } from "../../shared/testing/catalogue/units.ts";
import { catalogue } from "../../shared/testing/index.ts";

const converted = (code: string, value: number, unit: string): number => {
  const read = toCatalogueUnit(code, value, unit);
  if ("refused" in read) throw new Error(`${code} ${unit}: ${read.refused.en}`);
  return read.value;
};

const spellings: Readonly<Record<string, readonly string[]>> = {
  WBC: [
    "10*9/L",
    "10^9/L",
    "10⁹/L",
    "×10^9/L",
    "x10⁹/L",
    "*10^9/L",
    "10E9/L",
    "Ｇ/Ｌ",
    "10^3/uL",
    "K/μL",
    "10*3/mm3",
  ],
  RBC: ["10*12/L", "10^12/L", "10¹²/L", "T/L", "10^6/µL", "M/uL"],
  TBIL: ["umol/L", "μmol/L", "µmol/L", "UMOL/L", "ｕｍｏｌ／Ｌ", "微摩尔/升", "nmol/mL"],
  ALT: ["U/L", "IU/L", "u/l", "[IU]/L", "mU/mL"],
  SBP: ["mm[Hg]", "mmHg", "ｍｍＨｇ", "㎜Hg", "毫米汞柱"],
  TSH: ["m[IU]/L", "mIU/L", "uIU/mL", "μIU/ml", "mU/L"],
  EGFR: ["mL/min/{1.73_m2}", "ml/min/1.73m2", "mL/min/1.73m²", "mL/min/1.73㎡", "mL/(min·1.73m²)"],
  HR: ["/min", "次/分", "bpm", "次/min", "beats/min"],
  TEMP: ["Cel", "℃", "°C"],
  BMI: ["kg/m2", "kg/m²", "kg/m^2", "kg/㎡"],
  AFP: ["ng/mL", "ug/L", "μg/L", "mcg/L"],
  UACR: ["mg/g", "mg/gCr", "ug/mg"],
  UPH: ["[pH]", "", "pH"],
  DXA: ["{T-score}", "", "SD"],
  HGB: ["g/L", "G/L", "克/升", "mg/mL"],
  WEIGHT: ["kg", "KG", "公斤", "千克"],
};

describe("a unit", () => {
  for (const [code, units] of Object.entries(spellings))
    it(`of ${code} is the same however it is spelt`, () => {
      for (const unit of units) expect(converted(code, 5.3, unit), unit).toBe(5.3);
    });

  it("of the catalogue is always understood", () => {
    for (const item of catalogue) expect(converted(item.code, 7, item.unit), item.code).toBe(7);
  });

  it.each([
    ["FPG", 100, "mg/dL", 5.551],
    ["TC", 200, "mg/dL", 5.172],
    ["LDLC", 100, "mg/dl", 2.586],
    ["TG", 150, "mg/dL", 1.6935],
    ["CREA", 1, "mg/dL", 88.4],
    ["UA", 7, "mg/dL", 416.36],
    ["TBIL", 1.2, "mg/dL", 20.52],
    ["ALB", 4.1, "g/dL", 41],
    ["HGB", 14.5, "g/dL", 145],
    ["CA", 9.6, "mg/dL", 2.3952],
    ["CA", 4.8, "mEq/L", 2.4],
    ["HBA1C", 48, "mmol/mol", 48 / 10.929 + 2.15],
    ["UREA", 14, "mg/dL BUN", 4.998],
    ["UREA", 14, "mg{BUN}/dL", 4.998],
    ["UREA", 30, "mg/dL urea", 4.995],
    ["CRP", 0.22, "mg/dL", 2.2],
    ["HCT", 45.2, "%", 0.452],
    ["HEIGHT", 1.755, "m", 175.5],
    ["WEIGHT", 140, "斤", 70],
    ["TEMP", 98.6, "°F", 37],
    ["WBC", 6600, "/uL", 6.6],
    ["HSTNI", 12, "pg/mL", 12],
    ["UACR", 3.39, "mg/mmol", 30],
    ["BAPWV", 14, "m/s", 1400],
  ])("of %s: %d %s is %d in the catalogue", (code, value, unit, expected) => {
    expect(converted(code, value, unit)).toBeCloseTo(expected, 9);
  });

  it("of pressure in kPa agrees with mmHg to a tenth", () => {
    expect(converted("SBP", 16, "kPa")).toBeCloseTo(120.01, 2);
  });

  it.each([
    ["FPG", ""],
    ["FPG", "g"],
    ["FPG", "U/L"],
    ["FPG", "mmol"],
    ["FPG", "mmol/L/L"],
    ["FPG", "tablespoons"],
    ["WBC", "109/L"],
    ["HGB", "G/L/L"],
    ["EGFR", "mL/min"],
    ["RDW", "fL"],
    ["HBA1C", "mg/dL"],
    ["HBSAG", "mmol/L"],
    ["DXA", "g/cm2"],
  ])("of %s written %j is refused with the words to mend it, never guessed", (code, unit) => {
    const read = toCatalogueUnit(code, 5, unit);
    if (!("refused" in read)) throw new Error("was converted");
    const wanted = catalogue.find((item) => item.code === code)?.unit ?? "";
    expect(read.refused.en).toContain(wanted);
    expect(read.refused.zh).toContain(wanted);
  });

  it("that could mean two things is asked about", () => {
    expect(toCatalogueUnit("UREA", 14, "mg/dL")).toMatchObject({ refused: { en: /BUN/, zh: /尿素氮/ } });
    expect(toCatalogueUnit("LPA", 75, "nmol/L")).toMatchObject({ refused: { en: /no fixed factor/ } });
    expect(toCatalogueUnit("NOSUCH", 1, "g/L")).toMatchObject({ refused: { en: /not in the catalogue/ } });
  });
});

describe("conversion", () => {
  const foreign: readonly (readonly [string, string])[] = [
    ...["FPG", "TC", "HDLC", "LDLC", "TG", "CREA", "UA", "TBIL", "CA", "P", "MG", "CRP"].map(
      (code) => [code, "mg/dL"] as const,
    ),
    ...([
      ["HGB", "g/dL"],
      ["HGB", "mmol/L"],
      ["ALB", "g/dL"],
      ["HBA1C", "mmol/mol"],
      ["HCT", "%"],
    ] as const),
    ...([
      ["VITD", "nmol/L"],
      ["FT4", "ng/dL"],
      ["UACR", "mg/mmol"],
      ["TEMP", "[degF]"],
      ["UREA", "mg/dL BUN"],
    ] as const),
  ];
  const value = fc.double({ min: 0.01, max: 5000, noNaN: true });

  it("there and back returns the value, and a hundred times there and back does not drift", () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), value, ([code, unit], start) => {
        let there = start;
        for (let turn = 0; turn < 100; turn++)
          there = converted(code, fromCatalogueUnit(code, there, unit) ?? Number.NaN, unit);
        expect(Math.abs(there - start)).toBeLessThan(1e-8 * Math.max(1, start));
      }),
    );
  });

  it("keeps the order of values, so that a higher result never turns into a lower one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), value, value, ([code, unit], a, b) => {
        if (a < b) expect(converted(code, a, unit)).toBeLessThanOrEqual(converted(code, b, unit));
      }),
    );
  });

  it("by a power of ten moves the decimal point and nothing else", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (tenths) => {
        const written = (digits: number) => Number(`${Math.trunc(tenths / 10)}.${tenths % 10}e${digits}`);
        expect(converted("HGB", written(0), "g/dL")).toBe(written(1));
        expect(converted("CRP", written(0), "g/L")).toBe(written(3));
        expect(converted("HCT", written(0), "%")).toBe(written(-2));
      }),
    );
  });

  it("of a value already in the catalogue's unit changes no bit of it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (any) => {
        expect(converted("FPG", any, "mmol/L")).toBe(any);
      }),
    );
  });
});
