import type { Text } from "../../text/index.ts";
import type { Rejected } from "./Rejections.tsx";

const cell = (value: string | number) => ({ value, type: typeof value === "number" ? Number : String });

/** The rows that stayed out as a workbook: every cell is text or a number, never a formula. */
export async function rejectionsXlsx(t: Text, rejected: readonly Rejected[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import("write-excel-file/universal");
  const head = [t("import.line"), t("import.column"), t("import.why")].map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
  }));
  const rows = rejected.map(({ line, column, reason }) => [line, column, t.pick(reason)].map(cell));
  const workbook = await writeWorkbook([head, ...rows]).toBlob();
  return new Uint8Array(await workbook.arrayBuffer());
}
