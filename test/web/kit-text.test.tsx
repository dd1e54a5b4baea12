import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill } from "../../functions/web/text/bilingual.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { en, type Key, zh } from "../../functions/web/text/words.ts";

const t = { en: textFor("en"), zh: textFor("zh") };
const holes = (sentence: string): string[] => [
  ...new Set([...sentence.matchAll(/\{([^}|]+)/g)].map((found) => found[1] ?? "")),
];

describe("words", () => {
  it("ask for no parameter in Chinese that English does not give", () => {
    const astray = (Object.keys(en) as Key[]).filter((key) =>
      holes(zh[key]).some((name) => !holes(en[key]).includes(name)),
    );
    expect(astray).toEqual([]);
  });

  it("are written in the language they stand under", () => {
    const languageNames = ["kit.language"];
    const astray = (Object.keys(en) as Key[]).filter(
      (key) => /\p{Script=Han}/u.test(en[key]) && !languageNames.includes(key),
    );
    expect(astray).toEqual([]);
  });

  it("use neither exclamation marks nor half-width Chinese punctuation", () => {
    expect(Object.values(en).filter((sentence) => sentence.includes("!"))).toEqual([]);
    expect(Object.values(zh).filter((sentence) => /！|\p{Script=Han}[,;:?]/u.test(sentence))).toEqual([]);
  });

  it("count in the singular and the plural", () => {
    expect(t.en("due.over", { n: 1 })).toBe("1 day over");
    expect(t.en("due.over", { n: 12 })).toBe("12 days over");
    expect(t.zh("due.over", { n: 12 })).toBe("已超 12 天");
  });

  it("never reach a reader with a hole in them", () => {
    expect(() => fill("{n} days over", {})).toThrow("{n}");
  });

  it("print a parameter as it is, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fill("{name}.", { name })).toBe(`${name}.`);
      }),
    );
  });
});

describe("dates and numbers", () => {
  const evening = "2026-10-19T16:30:00.000Z";

  it("are read in the centre's own zone", () => {
    expect(t.en.date(evening)).toBe("2026-10-20");
    expect(t.en.time(evening)).toBe("00:30");
    expect(textFor("en", "Europe/Lisbon").date(evening)).toBe("2026-10-19");
  });

  it("are written as each language writes them", () => {
    expect([t.en.day(evening), t.zh.day(evening)]).toEqual(["20 Oct", "10 月 20 日"]);
    expect([t.en.fullDay("2027-01-20"), t.zh.fullDay("2027-01-20")]).toEqual([
      "20 January 2027",
      "2027 年 1 月 20 日",
    ]);
    expect([t.en.month("2022-03-14"), t.zh.month("2022-03-14")]).toEqual(["Mar 2022", "2022 年 3 月"]);
    expect([t.en.longDay("2026-11-22"), t.zh.longDay("2026-11-22")]).toEqual([
      "Sunday 22 November",
      "11 月 22 日星期日",
    ]);
    expect(t.zh.moment(evening)).toBe("10 月 20 日 00:30");
  });

  it("carry a true minus, thousands and no space before the percent sign", () => {
    expect(t.en.number(-1240.5, 1)).toBe("−1,240.5");
    expect(t.en.number(3, 1)).toBe("3.0");
    expect(t.en.money(-6247)).toBe("−¥6,247");
    expect(t.zh.percent(0.856)).toBe("86%");
    expect(t.zh.list(["甲", "乙"])).toBe("甲、乙");
  });
});
