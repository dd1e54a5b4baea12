import { InvalidInput } from "../kernel/errors.ts";
import type { Bilingual } from "../kernel/text.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Ten megabytes: some forty thousand exams; a larger file is one to split. */
const bytesMax = 10 * 1024 * 1024;

/** A file that cannot be read at all. */
export const unreadable = (en: string, zh: string): InvalidInput =>
  new InvalidInput([{ field: "file", message: { en, zh } satisfies Bilingual }]);

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @throws InvalidInput for a file of more than 10 MB. */
export function refuseTooLarge(bytes: Uint8Array): void {
  if (bytes.length > bytesMax)
    throw unreadable("The file is larger than 10 MB. Split it.", "文件超过10 MB，请拆分后再上传。");
}

/** An archive that is no workbook. */
export const archive = (): InvalidInput =>
  unreadable(
    "This is an archive. Unpack it and upload the file inside.",
    "这是压缩包，请解压后上传其中的文件。",
  );

/** Whether it is an archive, as a workbook is one. */
export const isZipped = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/**
 * The text of a file, by byte order mark, else strict UTF-8, else strict GB18030; nothing is replaced.
 * @throws InvalidInput for an empty, too large, binary or undecodable file, with the mend.
 */
export function sniff(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw unreadable("The file is empty.", "文件为空。");
  refuseTooLarge(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable(
      "This is an Excel workbook of the old kind (.xls), or one with a password. Save it as .xlsx without one and upload that.",
      "这是旧版 Excel 工作簿（.xls）或带密码的工作簿。请另存为不带密码的 .xlsx 后上传。",
    );
  const marked = byteOrderMarks.find(([, mark]) => startsWith(bytes, ...mark))?.[0];
  for (const encoding of marked ? [marked] : (["utf-8", "gb18030"] as const)) {
    const text = decoded(bytes, encoding);
    if (text === undefined) continue;
    if (text.includes("\0")) break;
    return { text, encoding };
  }
  throw unreadable(
    "This file is not text in UTF-8 or GB18030. Export it again as CSV, HL7 or FHIR JSON.",
    "文件不是 UTF-8 或 GB18030 编码的文本。请重新导出为 CSV、HL7 或 FHIR JSON。",
  );
}
