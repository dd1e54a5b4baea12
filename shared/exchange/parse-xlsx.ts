import { AppError } from "../kernel/errors.ts";
import { parseCsv } from "./parse-csv.ts";
import type { Parsed, ParseOptions, Rejection } from "./result-row.ts";
import { refuseTooLarge, unreadable } from "./sniff.ts";
import { guardWorkbook } from "./unzip-guard.ts";

type Cell = string | number | boolean | Date | null | undefined;

/**
 * Reads the first sheet of a workbook that has a header we know, as a table is read; `line` is the sheet's row.
 * Formulas count by the value the workbook keeps beside them.
 * @throws InvalidInput (field `file`) for a damaged, too large or protected workbook, or one without such a sheet.
 */
export async function parseXlsx(bytes: Uint8Array, options: ParseOptions = {}): Promise<Parsed> {
  refuseTooLarge(bytes);
  await guardWorkbook(bytes);
  const { default: readWorkbook } = await import("read-excel-file/universal");
  const sheets = await readWorkbook<string>(new Uint8Array(bytes).buffer, {
    parseNumber: (text) => text,
  }).catch(() => {
    throw unreadable(
      "This workbook cannot be read. Take its password off, save it again as .xlsx, or save the sheet as CSV.",
      "无法读取该工作簿。请取消密码保护，重新另存为 .xlsx，或另存为 CSV。",
    );
  });
  let refusal: unknown;
  for (const { data } of sheets) {
    try {
      const parsed = await parseCsv(asCsv(data as unknown as Cell[][]), options);
      return {
        ...parsed,
        rejections: parsed.rejections.map((one) => explained(one, data as unknown as Cell[][])),
      };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? unreadable("The workbook is empty.", "工作簿为空。");
}

const asCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${textOf(cell).replaceAll('"', '""')}"`).join(",")).join("\n");

/** A cell as it reads; a number as few digits as say it, a date as a date. */
function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell);
  if (/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(text) || /^-?\d+\.\d{9,}$/.test(text))
    return plainNumber(Number(text));
  return text.replace(/[\r\n]+/g, " ");
}

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) >= 1e15
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(15)));

/** Excel keeps fifteen digits of a number: an id typed as one has lost its end. */
function explained(one: Rejection, rows: readonly (readonly Cell[])[]): Rejection {
  const lost = rows[one.line - 1]?.some((cell) => /^\d{15}000$/.test(textOf(cell)));
  if (!lost) return one;
  const en = "Excel kept only 15 digits of the id; set the column to text and type or paste it again";
  const zh = "Excel 只保留了证件号的前15位；请将该列设为文本后重新填写";
  return { ...one, reason: { en: `${one.reason.en} (${en})`, zh: `${one.reason.zh}（${zh}）` } };
}
