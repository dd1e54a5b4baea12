import { AppError } from "../kernel/errors.ts";
import type { Bilingual } from "../kernel/text.ts";
import { parseCsv } from "./parse-csv.ts";
import type { Parsed, ParseOptions, Rejection } from "./result-row.ts";
import { refuseTooLarge, unreadable } from "./sniff.ts";
import { guardWorkbook } from "./unzip-guard.ts";

/** A cell typed as a number, digit for digit as the workbook keeps it. */
interface Figure {
  figure: string;
}

type Cell = string | Figure | boolean | Date | null | undefined;

/**
 * Reads the first sheet of a workbook that has a header we know, as a table is read; `line` is the sheet's row.
 * Formulas count by the value the workbook keeps beside them. A row with a number of more digits than a workbook
 * keeps is always refused: what is left of it may still pass for somebody else's id.
 * @throws InvalidInput (field `file`) for a damaged, too large or protected workbook, or one without such a sheet.
 */
export async function parseXlsx(bytes: Uint8Array, options: ParseOptions = {}): Promise<Parsed> {
  refuseTooLarge(bytes);
  await guardWorkbook(bytes);
  const { default: readWorkbook } = await import("read-excel-file/universal");
  const sheets = await readWorkbook<Figure>(new Uint8Array(bytes).buffer, {
    parseNumber: (figure) => ({ figure }),
  }).catch(() => {
    throw unreadable(
      "This workbook cannot be read. Take its password off, save it again as .xlsx, or save the sheet as CSV.",
      "无法读取该工作簿。请取消密码保护，重新另存为 .xlsx，或另存为 CSV。",
    );
  });
  let refusal: unknown;
  for (const { data } of sheets) {
    try {
      const rows = data as unknown as Cell[][];
      return withoutLost(await parseCsv(asCsv(rows), options), rows);
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
  if (typeof cell !== "object") return String(cell).replace(/[\r\n]+/g, " ");
  const { figure } = cell;
  return /E/i.test(figure) || /\.\d{9,}$/.test(figure) ? plainNumber(Number(figure)) : figure;
}

const plainNumber = (value: number): string => {
  const kept = Number(value.toPrecision(15));
  return Number.isInteger(kept) && Math.abs(kept) >= 1e15 ? BigInt(kept).toString() : String(kept);
};

/** Excel keeps fifteen digits of a number: an id typed as one has lost its end. */
const hasLostItsEnd = (cell: Cell): boolean =>
  typeof cell === "object" && cell !== null && "figure" in cell && Math.abs(Number(cell.figure)) >= 1e15;

function withoutLost(parsed: Parsed, cells: readonly (readonly Cell[])[]): Parsed {
  const lostIn = (line: number): number => cells[line - 1]?.findIndex(hasLostItsEnd) ?? -1;
  const lost = parsed.rows.filter(({ line }) => lostIn(line) >= 0);
  const refused = lost.map(({ line }) => ({
    line,
    column: parsed.columns[lostIn(line)]?.header ?? "",
    reason: lostWords,
    cells: (cells[line - 1] ?? []).map(textOf),
  }));
  const explained = parsed.rejections.map((one) => (lostIn(one.line) >= 0 ? withWords(one) : one));
  return {
    ...parsed,
    rows: parsed.rows.filter((row) => !lost.includes(row)),
    rejections: [...explained, ...refused].sort((a, b) => a.line - b.line),
  };
}

const lostWords: Bilingual = {
  en: "Excel kept only 15 digits of the id; set the column to text and type or paste it again",
  zh: "Excel 只保留了证件号的前15位；请将该列设为文本后重新填写",
};

const withWords = (one: Rejection): Rejection => ({
  ...one,
  reason: { en: `${one.reason.en} (${lostWords.en})`, zh: `${one.reason.zh}（${lostWords.zh}）` },
});
