import { crc32, deflateRawSync } from "node:zlib";

/** An archive of these files; `packed` contents are deflated already, `claims` is the size it says they have. */
export function zipOf(
  files: readonly (readonly [name: string, content: Uint8Array])[],
  { packed = false, claims }: { packed?: boolean; claims?: number } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const body = packed ? Buffer.from(content) : deflateRawSync(content);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed ? 0 : crc32(content), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(claims ?? content.length, 18);
    const length = Buffer.from([Buffer.byteLength(name), 0]);
    const local = Buffer.concat([
      Buffer.from("PK\u0003\u0004"),
      facts,
      length,
      Buffer.alloc(2),
      Buffer.from(name),
      body,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([
        Buffer.from("PK\u0001\u0002"),
        Buffer.from([20, 0]),
        facts,
        length,
        Buffer.alloc(2),
        tail,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, list, Buffer.from("PK\u0005\u0006"), end]);
}
