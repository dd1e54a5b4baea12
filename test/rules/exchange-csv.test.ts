import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseResultsFile } from "../../shared/exchange/index.ts";

const header = "体检号,姓名,性别,身份证号,出生日期,体检日期,身高(cm),空腹血糖(mmol/L),尿蛋白,C反应蛋白(mg/L)";
const good = "TJ1,何凯海,男,999999200106286516,2001-06-28,2026-10-20,175.5,5.1,阴性,0.4";
const cells = good.split(",");

const parse = (text: string, options?: Parameters<typeof parseResultsFile>[2]) =>
  parseResultsFile(new TextEncoder().encode(text), "a.csv", options);
const withCell = (at: number, text: string): string => cells.with(at, text).join(",");
const rejected = async (line: string) => {
  const read = await parse(`${header}\n${good}\n${line}\n${good}\n`);
  expect(read).toMatchObject({ total: 3, rows: [{ line: 2 }, { line: 4 }] });
  const [rejection] = read.rejections;
  if (!rejection || read.rejections.length !== 1) throw new Error("not exactly one rejection");
  return rejection;
};
const readUnder = async (head: string, cell: string) => {
  const read = await parse(`身份证号,姓名,体检日期,${head}\n999999200106286516,何凯海,2026-10-20,${cell}\n`);
  expect(read.rejections).toEqual([]);
  return read.rows[0]?.results[0];
};

describe("a row that cannot be read", () => {
  it.each([
    ["a value that is no number", 7, "abc", "空腹血糖(mmol/L)", /not a number/],
    ["a decimal comma", 7, '"5,1"', "空腹血糖(mmol/L)", /not a number/],
    ["a spreadsheet error", 7, "#N/A!", "空腹血糖(mmol/L)", /not a number/],
    ["an impossible value", 7, "560", "空腹血糖(mmol/L)", /impossible: outside 0.3–80 mmol\/L/],
    ["a height in metres under cm", 6, "1.755", "身高(cm)", /impossible/],
    ["a unit that contradicts its column", 7, "95 mg/dL", "空腹血糖(mmol/L)", /unit/],
    ["a word that is none of the strip's", 8, "好", "尿蛋白", /negative/],
    ["an id with a wrong check digit", 3, "999999200106286517", "身份证号", /check digit/],
    ["an id a spreadsheet rounded", 3, "999999200106286000", "身份证号", /spreadsheet/],
    ["no id", 3, "", "身份证号", /missing/],
    ["no name", 1, " ", "姓名", /name/],
    ["a date that does not exist", 5, "2026-02-30", "体检日期", /2026-10-20/],
    ["a date as a serial number", 5, "46315", "体检日期", /2026-10-20/],
    ["an exam before birth", 5, "1999-01-01", "体检日期", /before the birth date/],
    ["a sex that is none", 2, "先生", "性别", /male or female/],
  ])("is refused by line and column: %s", async (_, at, text, column, words) => {
    const rejection = await rejected(withCell(at, text));
    expect(rejection).toMatchObject({ line: 3, column, reason: { en: words } });
    expect(rejection.reason.zh).toMatch(/\p{Script=Han}/u);
  });

  it("is refused whole, with its first bad column and words for every one", async () => {
    const line = cells.with(3, "1").with(7, "x").with(9, "y").join(",");
    const { column, reason } = await rejected(line);
    expect(column).toBe("身份证号");
    for (const name of ["身份证号", "空腹血糖", "C反应蛋白"]) {
      expect(reason.en).toContain(name);
      expect(reason.zh).toContain(name);
    }
  });

  it("is never quoted: the reason holds nothing of the person", async () => {
    const secret = "37.8secret";
    const { reason } = await rejected(cells.with(7, secret).with(3, "999999200106286517").join(","));
    expect(reason.en + reason.zh).not.toMatch(/secret|9999992001|何凯海/);
  });

  it("with a cell too many or too few is not shifted into the wrong columns", async () => {
    expect(await rejected(`${good},7`)).toMatchObject({ reason: { en: /11 cells, the header 10/ } });
    expect(await rejected(cells.slice(0, 8).join(","))).toMatchObject({
      column: "空腹血糖(mmol/L)",
      reason: { en: /8 cells/ },
    });
  });

  it("without any result is said to have none", async () => {
    expect(await rejected(`${cells.slice(0, 6).join(",")},,,,`)).toMatchObject({
      reason: { en: /no result/ },
    });
  });

  it("under a header without a unit is told which unit to write there", async () => {
    const read = await parse(`${header.replace("(mmol/L)", "")}\n${good}\n`);
    expect(read.rejections).toMatchObject([
      { line: 2, column: "空腹血糖", reason: { en: /unit is missing; write mmol\/L/ } },
    ]);
  });

  it("dated ahead of today is refused when today is known", async () => {
    const read = await parse(`${header}\n${good}`, { today: "2026-10-19" });
    expect(read.rejections).toMatchObject([{ line: 2, column: "体检日期", reason: { en: /future/ } }]);
  });

  it("for its open quotation mark costs no other row", async () => {
    const read = await parse(`${header}\n${good}\n${withCell(1, '"何凯海')}\n${good}\n${good}\n`);
    expect(read).toMatchObject({ total: 4, rows: [{ line: 2 }, { line: 4 }, { line: 5 }] });
    expect(read.rejections).toMatchObject([{ line: 3, reason: { en: /quotation mark/ } }]);
  });

  it("swallowed between two stray quotation marks is still accounted for", async () => {
    const read = await parse(`${header}\n${withCell(1, '"何')}\n${good}\n${withCell(0, 'TJ"')}\n${good}\n`);
    expect(read.rows.length + read.rejections.length).toBe(4);
    expect(read.rows.map(({ line }) => line)).toEqual(expect.arrayContaining([3, 5]));
  });
});

describe("a table", () => {
  it("may have a title above its header, blank lines, tabs, and lines ending in CRLF", async () => {
    const tabs = (line: string) => line.replaceAll(",", "\t");
    const read = await parse(
      `2026年体检结果\r\n\r\n${tabs(header)}\r\n${tabs(good)}\r\n\t\t\r\n${tabs(good)}\r\n`,
    );
    expect(read).toMatchObject({ total: 2, rejections: [], rows: [{ line: 4 }, { line: 6 }] });
  });

  it("may break a quoted header or text over two lines, and the lines still count right", async () => {
    const broken = header.replace("空腹血糖(mmol/L)", '"空腹血糖\n(mmol/L)"');
    const read = await parse(`${broken}\n${good}\n${withCell(1, '"Anne\nMarie"')}\n${good}\n`);
    expect(read).toMatchObject({
      rejections: [],
      rows: [{ line: 3 }, { line: 4, person: { name: "Anne Marie" } }, { line: 6 }],
    });
    expect(read.rows[0]?.results.map(({ item }) => item)).toContain("FPG");
  });

  it("says what it took every column for, and which it did not know", async () => {
    const read = await parse(`${header},备注,葡萄糖\n${good},x,\n`);
    expect(read.columns.at(-2)).toEqual({ header: "备注", meaning: { kind: "unknown" } });
    expect(read.columns.at(-1)).toMatchObject({
      meaning: { kind: "item", item: "FPG" },
      problem: { en: /unit is missing/ },
    });
    expect(read).toMatchObject({ total: 1, rejections: [] });
  });

  it("uses what the centre decided for a header it did not know", async () => {
    const text = `${header},GLU-2\n${cells.with(7, "").join(",")},5.4\n`;
    const read = await parse(text, { columns: { "GLU-2": { kind: "item", item: "FPG", unit: "mmol/L" } } });
    expect(read.rows[0]?.results).toContainEqual({
      item: "FPG",
      value: 5.4,
      unit: "mmol/L",
      column: "GLU-2",
    });
  });

  it("with two columns of one item takes agreement and refuses contradiction", async () => {
    const head = `${header},葡萄糖(mg/dL)`;
    expect(await parse(`${head}\n${cells.with(7, "5.551").join(",")},100\n`)).toMatchObject({
      rejections: [],
    });
    expect(await parse(`${head}\n${good},126\n`)).toMatchObject({
      rejections: [{ line: 2, column: "葡萄糖(mg/dL)" }],
    });
  });

  it("reads other documents when it says which they are", async () => {
    const read = await parse(
      "证件类型,证件号码,姓名,体检日期,身高(cm)\n护照,e12345678,Anne,2026/10/20,170\n军官证,123456,Bo,2026/10/20,170\n,12345678,Cy,2026/10/20,170\n",
    );
    expect(read.rows).toMatchObject([{ person: { document: { kind: "passport", value: "E12345678" } } }]);
    expect(read.rejections).toMatchObject([
      { line: 3, column: "证件类型" },
      { line: 4, column: "证件号码", reason: { en: /which document/ } },
    ]);
  });

  it("keeps the row's own birth date and sex beside the id's, even when they differ", async () => {
    const read = await parse(`${header}\n${cells.with(2, "女").with(4, "2001年6月29日").join(",")}\n`);
    expect(read.rows[0]?.person).toMatchObject({ sex: "female", birthDate: "2001-06-29" });
  });
});

describe("a cell", () => {
  it.each([
    ["空腹血糖(mmol/L)", "５．１", { item: "FPG", value: 5.1 }],
    ["空腹血糖(mmol/L)", "7.2 ↑", { item: "FPG", value: 7.2 }],
    ["Fasting glucose [mg/dL]", "100", { item: "FPG", value: 5.551, unit: "mmol/L" }],
    ["葡萄糖", "5.1 mmol/L", { item: "FPG", value: 5.1 }],
    ["14771-0（ｍｍｏｌ／Ｌ）", "5.1", { item: "FPG", value: 5.1 }],
    ["FPG(mmol/L)", "5.1", { item: "FPG", value: 5.1 }],
    ["C反应蛋白(mg/L)", "<0.5", { item: "CRP", value: 0.5, comparator: "<" }],
    ["C反应蛋白(mg/L)", "＞ 200", { item: "CRP", value: 200, comparator: ">" }],
    ["血红蛋白(HGB)(g/dL)", "14.5", { item: "HGB", value: 145 }],
    ["中性粒细胞(%)", "61", { item: "NEUTP", value: 61 }],
    ["尿素氮(mg/dL)", "14", { item: "UREA", value: 4.998 }],
    ["尿蛋白", "++", { item: "UPRO", value: "2+", unit: "" }],
    ["尿蛋白", "+", { item: "UPRO", value: "1+" }],
    ["尿蛋白", "阳性(+++)", { item: "UPRO", value: "3+" }],
    ["尿蛋白", "-", { item: "UPRO", value: "negative" }],
    ["尿蛋白", "±", { item: "UPRO", value: "trace" }],
    ["乙肝表面抗原", "阴性(-)", { item: "HBSAG", value: "negative" }],
    ["乙肝表面抗原", "+", { item: "HBSAG", value: "positive" }],
    ["丙肝病毒RNA(IU/mL)", "未检出", { item: "HCVRNA", value: "negative" }],
    ["腹部超声", "脂肪肝，余未见异常", { item: "USABD", value: "脂肪肝，余未见异常", unit: "" }],
  ])("under %s reading %s is understood", async (head, cell, expected) => {
    expect(await readUnder(head, cell)).toMatchObject(expected);
  });

  it("that says the item was not done is no result", async () => {
    const read = await parse(`${header}\n${withCell(7, "弃检")}\n`);
    expect(read.rows[0]?.results.map(({ item }) => item)).toEqual(["HEIGHT", "UPRO", "CRP"]);
  });

  it("keeps every digit of the number it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 30, max: 7999 }), async (hundredths) => {
        expect((await readUnder("空腹血糖(mmol/L)", (hundredths / 100).toFixed(2)))?.value).toBe(
          hundredths / 100,
        );
      }),
      { numRuns: 50 },
    );
  });
});
