import { describe, expect, test } from "vitest";
import { describe as inWords, shippedBook } from "../../shared/assessment/index.ts";
import { recogniseColumn } from "../../shared/exchange/columns.ts";
import { readValue } from "../../shared/exchange/read-value.ts";
import {
  type CatalogueItem,
  catalogue,
  catalogueItem,
  itemsLookedAt,
  resultWord,
} from "../../shared/testing/index.ts";

const choices = catalogue.filter(({ kind }) => kind === "choice");
const item = (code: string): CatalogueItem => catalogueItem(code) as CatalogueItem;
const read = (code: string, written: string) => readValue(item(code), written, "");

describe("a coded finding", () => {
  test("belongs to an examination of the catalogue, stands behind it and costs nothing by itself", () => {
    for (const one of catalogue.filter(({ partOf }) => partOf)) {
      const [first = ""] = one.partOf ?? [];
      expect(catalogue.indexOf(item(first)), one.code).toBeLessThan(catalogue.indexOf(one));
      for (const of of one.partOf ?? []) {
        expect(item(of).group, one.code).toBe(one.group);
        expect(item(of).sensitive, one.code).toBe(one.sensitive);
      }
      expect([one.priceFen, one.costFen, one.minutes]).toEqual([0, 0, 0]);
    }
  });

  test("is read by its code and by its name in either language, and every word by one code only", () => {
    expect(choices.length).toBeGreaterThan(10);
    for (const { code, words = [] } of choices)
      for (const word of words) {
        for (const written of [
          word.code,
          word.code.toLowerCase(),
          word.name.en,
          word.name.zh,
          ...(word.also ?? []),
        ])
          expect(read(code, written), `${code} ${written}`).toEqual({ value: word.code, unit: "" });
        expect(resultWord(code, word.code)).toEqual(word.name);
      }
  });

  test.each([
    ["CTIRADS", "C-TIRADS 4a类", "4A"],
    ["CTIRADS", "４Ｂ", "4B"],
    ["BIRADS", "BI-RADS分类：3", "3"],
    ["BIRADS", "bi-rads 4c", "4C"],
    ["CLUNGRADS", "C-Lung-RADS 2 类", "2"],
    ["LUNGRADS", "Lung-RADS 4X", "4X"],
    ["ACRTR", "tr 4", "TR4"],
    ["CYTO", "ascus", "ASC-US"],
    ["HPVTYPE", "HPV16", "16/18"],
    ["LUNGTYPE", "混合磨玻璃", "part-solid"],
  ])("%s is read as reports write it: %s", (code, written, value) => {
    expect(read(code, written)).toEqual({ value, unit: "" });
  });

  test("is refused with the words there are when it is none of them, and never taken for the nearest", () => {
    for (const written of ["4D", "4", "benign?", "TR6", "类"]) {
      const outcome = read("CTIRADS", written);
      expect(outcome, written).toMatchObject({
        refused: { en: expect.stringContaining("2, 3, 4A, 4B, 4C, 5") },
      });
    }
  });

  test("says which examination was looked at where it can come from one only", () => {
    expect(itemsLookedAt({ CTIRADS: 1 })).toEqual(["CTIRADS", "USTHY"]);
    expect(itemsLookedAt({ BIRADS: 1 })).toEqual(["BIRADS"]);
    expect(itemsLookedAt({ FPG: 1, POLYPGB: 1, USABD: 1 })).toEqual(["FPG", "POLYPGB", "USABD"]);
  });
});

test("a file may name the column as reports do, with the unit beside a size", () => {
  const item = (header: string) => {
    const meaning = recogniseColumn(header).meaning;
    return meaning.kind === "item" ? meaning.item : undefined;
  };
  expect(
    ["C-TIRADS", "BI-RADS分类", "TCT结果", "胆囊息肉(mm)", "甲状腺结节大小（mm）", "HPV型别"].map(item),
  ).toEqual(["CTIRADS", "BIRADS", "CYTO", "POLYPGB", "THYMM", "HPVTYPE"]);
});

test("a rule on a coded finding is told in its words", () => {
  const rule = shippedBook.ruleSetFor("2026-11-20").rules.find(({ id }) => id === "breast-birads-4");
  expect(rule && inWords(rule.when)).toEqual([
    {
      en: "Breast, BI-RADS: 4 (not divided) (or 4A (2–10 %))",
      zh: "乳腺 BI-RADS 分类：4 类（未细分）（或 4A 类（2%～10%））",
    },
  ]);
});
