import { parseCsv } from "./parse-csv.ts";
import { parseFhir } from "./parse-fhir.ts";
import { parseHl7 } from "./parse-hl7.ts";
import { parseXlsx } from "./parse-xlsx.ts";
import type { Parsed, ParseOptions } from "./result-row.ts";
import { archive, type Encoding, isZipped, sniff, unreadable } from "./sniff.ts";

export interface ParsedFile extends Parsed {
  format: "csv" | "hl7" | "fhir" | "xlsx";
  encoding: Encoding;
}

/**
 * Reads an exam results file of any of the four formats; the content decides, the name only helps the words of a
 * refusal. Every row is in `rows` or in `rejections`. Pure: the same bytes give the same answer.
 * @throws InvalidInput (field `file`) when the file cannot be read at all, with the mend.
 */
export async function parseResultsFile(
  bytes: Uint8Array,
  fileName = "",
  options: ParseOptions = {},
): Promise<ParsedFile> {
  if (isZipped(bytes) && !/\.(zip|7z|rar)$/i.test(fileName))
    return { format: "xlsx", encoding: "utf-8", ...(await parseXlsx(bytes, options)) };
  if (isZipped(bytes)) throw archive();
  const { text, encoding } = sniff(bytes);
  const start = text.replace(/^[\s\ufeff]+/, "");
  if (start === "") throw unreadable("The file is empty.", "文件为空。");
  if (/^(MSH|FHS|BHS)[^\w\s]/.test(start)) return { format: "hl7", encoding, ...parseHl7(text, options) };
  if (/^[{[]/.test(start)) return { format: "fhir", encoding, ...parseFhir(start, options) };
  return { format: "csv", encoding, ...(await parseCsv(text, options)) };
}
