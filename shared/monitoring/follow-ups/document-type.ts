const beginnings: readonly [type: string, bytes: readonly number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What an uploaded document is by its first bytes, whatever its name says; undefined for what we do not show. */
export const documentType = (bytes: Uint8Array): string | undefined =>
  beginnings.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0];
