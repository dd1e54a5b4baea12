import { describe, expect, it } from "vitest";
import {
  bundleParts,
  catalogue,
  catalogueItem,
  criticalValues,
  flagOf,
  itemByLoinc,
  itemGroups,
  packageById,
  packageItems,
  packages,
  plausibilityOf,
  priceOf,
  pricesOn,
  rangeFor,
  rooms,
} from "../../shared/testing/index.ts";

const shipped = pricesOn([], "2026-11-22");
const man = (age: number) => ({ sex: "male" as const, age });
const woman = (age: number) => ({ sex: "female" as const, age });

describe("the catalogue", () => {
  it("holds each item once, in both languages, with a room, a group and a price that covers its cost", () => {
    expect(catalogue.filter(({ group, partOf }) => group !== "questionnaires" && !partOf)).toHaveLength(101);
    expect(new Set(catalogue.map((item) => item.code)).size).toBe(catalogue.length);
    for (const item of catalogue) {
      expect(item.name.zh && item.name.en, item.code).toBeTruthy();
      expect(rooms, item.code).toHaveProperty([item.room]);
      expect(itemGroups, item.code).toHaveProperty([item.group]);
      expect(item.priceFen, item.code).toBeGreaterThanOrEqual(item.costFen);
    }
  });

  it("finds an item by LOINC, also when a laboratory reports its mass instead of its amount", () => {
    expect(itemByLoinc("14771-0")?.code).toBe("FPG");
    expect(itemByLoinc("2160-0")?.code).toBe("CREA");
    expect(itemByLoinc("2345-7"), "glucose of no stated fasting is not fasting glucose").toBeUndefined();
  });

  it("names the source of every range", () => {
    for (const item of catalogue)
      for (const range of item.ranges) expect(range.source, item.code).not.toBe("");
  });

  it("marks tumour markers, hepatitis and cervical items as sensitive, and a blood count not", () => {
    for (const code of ["AFP", "PSA", "HBSAG", "HCVAB", "HCVRNA", "HPV", "PAP", "HPVTYPE", "CYTO"])
      expect(catalogueItem(code)?.sensitive, code).toBe(true);
    expect(catalogueItem("WBC")?.sensitive).toBe(false);
  });
});

describe("a reference range", () => {
  it("is chosen by sex and age", () => {
    expect(rangeFor("CREA", man(40))).toMatchObject({ low: 57, high: 97 });
    expect(rangeFor("CREA", man(60))).toMatchObject({ low: 57, high: 111 });
    expect(rangeFor("CREA", woman(59))).toMatchObject({ low: 41, high: 73, source: "WS/T 404.5-2015" });
  });

  it("does not exist outside the ages it was made for, and then there is no flag", () => {
    expect(rangeFor("ALT", man(85))).toBeUndefined();
    expect(flagOf("ALT", 30, man(85))).toBeUndefined();
    expect(flagOf("CYSC", 0.9, man(40))).toBeUndefined();
    expect(flagOf("SBP", 120, man(12))).toBeUndefined();
  });

  it("keeps its ends normal, except where the guideline starts the abnormal there", () => {
    expect(flagOf("WBC", 9.5, man(40))).toBe("N");
    expect(flagOf("WBC", 9.6, man(40))).toBe("H");
    expect(flagOf("WBC", 3.4, man(40))).toBe("L");
    expect(flagOf("SBP", 139, man(40))).toBe("N");
    expect(flagOf("SBP", 140, man(40))).toBe("H");
    expect(flagOf("WAIST", 85, woman(40))).toBe("H");
    expect(flagOf("WAIST", 85, man(40))).toBe("N");
    expect(flagOf("FPG", 6.1, man(40))).toBe("H");
    expect(flagOf("LDLC", 3.4, man(40))).toBe("H");
    expect(flagOf("UA", 420, man(40))).toBe("N");
    expect(flagOf("BMI", 23.95, man(40))).toBe("N");
    expect(flagOf("HDLC", 0.99, man(40))).toBe("L");
    expect(flagOf("ABI", 0.9, man(60))).toBe("L");
  });
});

describe("a critical value", () => {
  it("is flagged at its threshold, with or without a range", () => {
    expect(flagOf("SBP", 180, man(40))).toBe("HH");
    expect(flagOf("K", 2.5, man(40))).toBe("LL");
    expect(flagOf("K", 2.6, man(40))).toBe("L");
    expect(flagOf("ALT", 600, man(85))).toBe("HH");
    expect(flagOf("HSTNI", 500, woman(50))).toBe("HH");
    expect(flagOf("HSTNI", 499, woman(50))).toBeUndefined();
  });

  it("is always a value that may be entered", () => {
    for (const { item, threshold, unit } of criticalValues) {
      expect(plausibilityOf(item, threshold), item).not.toBe("impossible");
      expect(catalogueItem(item)?.unit, item).toBe(unit);
    }
  });
});

describe("plausibility", () => {
  it("refuses what cannot be, asks about what is unusual", () => {
    expect(plausibilityOf("FPG", 5.6)).toBe("likely");
    expect(plausibilityOf("FPG", 56)).toBe("unlikely");
    expect(plausibilityOf("FPG", 560)).toBe("impossible");
    expect(plausibilityOf("HEIGHT", 1.75)).toBe("impossible");
  });

  it("is stated for every item that is a number, and never asks about a normal value", () => {
    for (const item of catalogue.filter((item) => item.kind === "number")) {
      const { possible, likely } = item;
      if (!possible || !likely) throw new Error(`${item.code} has no bounds`);
      expect(
        possible.low <= likely.low && likely.low < likely.high && likely.high <= possible.high,
        item.code,
      ).toBe(true);
      for (const range of item.ranges)
        for (const end of [range.low, range.high])
          if (end !== undefined) expect(plausibilityOf(item.code, end), `${item.code} ${end}`).toBe("likely");
    }
  });
});

describe("a package", () => {
  it("holds items of the catalogue, each once, and every larger one costs more", () => {
    for (const bundle of packages) {
      expect(new Set(bundle.items).size).toBe(bundle.items.length);
      expect(packageItems(bundle).map((item) => item.code)).toEqual(bundle.items);
    }
    const prices = packages.map(({ id }) => priceOf({ package: id }, { sex: "female" }, shipped).netFen);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it("charges nobody for what is not done for their sex", () => {
    const bundle = shipped.bundle("comprehensive");
    if (!bundle) throw new Error("no comprehensive package");
    const forMen = packageItems(bundle, "male");
    expect(forMen.map((item) => item.code)).toContain("PSA");
    expect(forMen.map((item) => item.code)).not.toContain("MAMMO");
    const sum = bundleParts(bundle, "male", shipped).reduce((total, part) => total + part.priceFen, 0);
    expect(priceOf({ package: bundle.id }, { sex: "male" }, shipped).netFen).toBe(Math.round(sum * 0.88));
  });

  it("called basic holds the minimum for a grade and nothing sensitive, so an employer may order it", () => {
    const bundle = packageById("basic");
    if (!bundle) throw new Error("no basic package");
    expect(bundle.items).toEqual(
      expect.arrayContaining([
        "SBP",
        "DBP",
        "BMI",
        "FPG",
        "TC",
        "LDLC",
        "HDLC",
        "TG",
        "ALT",
        "CREA",
        "WBC",
        "HGB",
        "PLT",
      ]),
    );
    expect(packageItems(bundle).filter((item) => item.sensitive)).toEqual([]);
  });
});
