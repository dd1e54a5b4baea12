import type { Text } from "../../text/index.ts";
import type { Rejected } from "./Rejections.tsx";

/** A cell that a spreadsheet would take for a formula is told to be text. */
const cell = (value: string | number): string => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The rows that stayed out, as a spreadsheet opens them: UTF-8 with BOM, CRLF, one row each. */
export function rejectionsCsv(t: Text, rejected: readonly Rejected[]): string {
  const rows = [
    [t("import.line"), t("import.column"), t("import.why")],
    ...rejected.map(({ line, column, reason }) => [line, column, t.pick(reason)]),
  ];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
