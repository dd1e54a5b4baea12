import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { archive, unreadable } from "./sniff.ts";

const inflate = promisify(inflateRaw);

/** A workbook may hold so much once it is unpacked; beyond that it is no list of results. */
const inflatedMax = 100 * 1024 * 1024;
const entriesMax = 2000;

const tooLarge = () =>
  unreadable(
    "Unpacked, this workbook is larger than 100 MB. Copy the results into a new workbook, or save the sheet as CSV.",
    "该工作簿解压后超过100 MB。请将结果复制到新工作簿，或另存为 CSV。",
  );
const broken = () =>
  unreadable(
    "This workbook is damaged or cut off. Open it in Excel, save it again as .xlsx and upload that.",
    "该工作簿已损坏或不完整。请用 Excel 打开后重新另存为 .xlsx 再上传。",
  );

interface Entry {
  name: string;
  method: number;
  packed: Uint8Array;
}

/** The files an archive holds, by its own list at the end. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw broken();
  const many = bytes.readUInt16LE(end + 10);
  if (many > entriesMax) throw tooLarge();
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let n = 0; n < many; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [size, name, extra, comment, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    if (local + 30 > bytes.length) throw broken();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + size > bytes.length) throw broken();
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + name).toString("utf8"),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.subarray(start, start + size),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/**
 * Makes sure that an archive is a workbook and stays within bounds when it is unpacked: by unpacking it, since
 * what an archive says of its size need not be true.
 * @throws InvalidInput (field `file`) for what is no sound workbook, or one too large.
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<void> {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) throw archive();
  let left = inflatedMax;
  for (const { method, packed } of entries) {
    if (method === 0) left -= packed.length;
    else
      left -= (
        await inflate(packed, { maxOutputLength: Math.max(1, left) }).catch(
          (error: NodeJS.ErrnoException) => {
            throw error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : broken();
          },
        )
      ).length;
    if (left < 0) throw tooLarge();
  }
}
