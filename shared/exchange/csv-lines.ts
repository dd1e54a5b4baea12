import type { ParseResult } from "papaparse";
import { unreadable } from "./sniff.ts";

export interface Line {
  line: number;
  cells: readonly string[];
  /** A quotation mark that opens and never properly closes: the cells cannot be trusted. */
  torn?: true;
}

export type Split = (text: string, delimiter: string, linesMax?: number) => ParseResult<string[]>;

const tornLinesMax = 100;

/** How many lines of the file a row of cells took. */
export const linesIn = (cells: readonly string[], delimiter: string): number =>
  cells.join(delimiter).split("\n").length;

/** The lines after the header, split into cells; resumes on the next line after a torn one. */
export function* linesOf(
  lines: readonly string[],
  headerEnd: number,
  width: number,
  delimiter: string,
  split: Split,
): Generator<Line> {
  let at = headerEnd - 1;
  for (let torn = 0; at < lines.length; torn++) {
    if (torn > tornLinesMax)
      throw unreadable(
        "The quotation marks of this file are broken on more than 100 lines. Export it again.",
        "文件中有100行以上的引号不配对，请重新导出。",
      );
    const { data, errors } = split(lines.slice(at).join("\n"), delimiter);
    const quotesFrom = Math.min(...errors.flatMap(({ type, row }) => (type === "Quotes" ? [row ?? 0] : [])));
    let resumed = false;
    for (const [row, cells] of data.entries()) {
      const height = linesIn(cells, delimiter);
      if (row === quotesFrom || (height > 1 && cells.length !== width)) {
        yield { line: at + 1, cells: [lines[at] ?? ""], torn: true };
        at++;
        resumed = true;
        break;
      }
      yield { line: at + 1, cells };
      at += height;
    }
    if (!resumed) return;
  }
}
