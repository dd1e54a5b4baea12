import type { Text } from "../../text/index.ts";
import type { Rejected } from "./Rejections.tsx";

const cell = (value: string | number) => ({ value, type: typeof value === "number" ? Number : String });

/**
 * The rows that stayed out as a workbook: those of a table as they stood in it, with their line and why beside them,
 * to be mended and uploaded; any others by line, place and reason. Every cell is text or a number, never a formula.
 */
export async function rejectionsXlsx(
  t: Text,
  heads: readonly string[],
  rejected: readonly (Rejected & { cells?: readonly string[] })[],
): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import("write-excel-file/universal");
  const whole = rejected.some(({ cells }) => cells);
  const words = [t("import.line"), ...(whole ? [] : [t("import.column")]), t("import.why")];
  const head = [...(whole ? heads : []), ...words].map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
  }));
  const rows = rejected.map(({ line, column, reason, cells = [] }) =>
    (whole
      ? [...heads.map((_, at) => cells[at] ?? ""), line, t.pick(reason)]
      : [line, column, t.pick(reason)]
    ).map(cell),
  );
  const workbook = await writeWorkbook([head, ...rows]).toBlob();
  return new Uint8Array(await workbook.arrayBuffer());
}
