import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { parseNationalId } from "../../shared/clients/index.ts";
import { parseResultsFile } from "../../shared/exchange/index.ts";
import { zipOf } from "../support/zip.ts";

type Cell = string | number | Date | null;

const header = [
  "体检号",
  "姓名",
  "性别",
  "身份证号",
  "出生日期",
  "体检日期",
  "空腹血糖(mmol/L)",
  "血红蛋白(g/L)",
];
const person = ["TJ1", "何凯海", "男", "999999200106286516", "2001-06-28", "2026-10-20"];

/** A workbook of one sheet; numbers are numbers, dates are dates. */
const workbook = async (...rows: Cell[][]): Promise<Uint8Array> =>
  writeWorkbook(
    rows.map((cells) =>
      cells.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: "yyyy-mm-dd" }
          : value === null
            ? null
            : { value },
      ),
    ) as never,
  ).toBuffer();

const parse = (bytes: Uint8Array) => parseResultsFile(bytes, "results.xlsx");

describe("a workbook", () => {
  it("is read like a table, its numbers as Excel shows them", async () => {
    const read = await parse(
      await workbook(header, [...person, 5.1, 140], [...person.slice(0, 5), "2026-10-21", 0.1 + 0.2, null]),
    );
    expect(read).toMatchObject({ format: "xlsx", total: 2, rejections: [] });
    expect(read.rows[0]).toMatchObject({
      line: 2,
      date: "2026-10-20",
      person: { name: "何凯海", document: { value: "999999200106286516" } },
    });
    expect(read.rows.map(({ results }) => results.map(({ value }) => value))).toEqual([[5.1, 140], [0.3]]);
  });

  it("with real dates means those days", async () => {
    const day = new Date("2026-10-20T00:00:00Z");
    const read = await parse(await workbook(header, [...person.slice(0, 5), day, 5.1, 140]));
    expect(read.rows).toMatchObject([{ date: "2026-10-20" }]);
  });

  it("whose ids were typed as numbers says what Excel did and how to mend it", async () => {
    const read = await parse(
      await workbook(header, [
        ...person.slice(0, 3),
        Number("999999200106286516"),
        "2001-06-28",
        "2026-10-20",
        5.1,
        140,
      ]),
    );
    expect(read).toMatchObject({
      total: 1,
      rows: [],
      rejections: [{ line: 2, column: "身份证号", reason: { en: /only 15 digits/ } }],
    });
  });

  it("never takes an id that lost its end for somebody else's, though its check digit happens to be right", async () => {
    // The one in eleven whose check digit is 0.
    const lucky = Array.from({ length: 28 }, (_, day) => `99999919800${500 + day + 1}1000`).find(
      (text) => parseNationalId(text).ok,
    ) as string;
    expect(lucky).toMatch(/^\d{15}000$/);
    const row = (id: Cell): Cell[] => ["TJ1", "何凯海", null, id, null, "2026-10-20", 5.1, 140];
    const read = await parse(await workbook(header, row(Number(lucky)), row(lucky)));
    expect(read).toMatchObject({
      total: 2,
      rows: [{ line: 3 }],
      rejections: [{ line: 2, column: "身份证号", reason: { en: /only 15 digits/ } }],
    });
  });

  it("is taken from the sheet that has a header we know", async () => {
    const sheets = [
      { sheet: "说明", data: [[{ value: "请勿修改" }]] },
      { sheet: "结果", data: [header, [...person, 5.1, 140]].map((row) => row.map((value) => ({ value }))) },
    ];
    const bytes = await writeWorkbook(sheets as never).toBuffer();
    expect((await parse(bytes)).rows).toHaveLength(1);
  });

  it("with a cell that looks like a formula keeps it as the text it is", async () => {
    const read = await parse(await workbook(header, ["=1+1", ...person.slice(1), "=2+3", 140]));
    expect(read).toMatchObject({ rows: [], rejections: [{ column: "空腹血糖(mmol/L)" }] });
  });

  it.each([
    [
      "that is cut off",
      async () => (await workbook(header, [...person, 5.1, 140])).subarray(0, 900),
      /damaged or cut off/,
    ],
    ["that is another archive", async () => zipOf([["photo.jpg", Buffer.from("x")]]), /an archive/],
    [
      "whose sheet is no XML",
      async () => zipOf([["xl/workbook.xml", Buffer.from("\u0000")]]),
      /cannot be read/,
    ],
    ["that inflates to 300 MB, whatever it says of its size", async () => bomb(), /larger than 100 MB/],
    ["without a sheet we know", async () => workbook(["a", "b"], ["1", "2"]), /No column was recognised/],
  ])("%s is refused with the mend", async (_, make, words) => {
    await expect(parse(await make())).rejects.toMatchObject({
      problems: [{ field: "file", message: { en: words } }],
    });
  });
});

/** 300 MB of nothing in a third of a megabyte that claims to be a hundred bytes. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  return zipOf([["xl/workbook.xml", packed]], { packed: true, claims: 100 });
}
