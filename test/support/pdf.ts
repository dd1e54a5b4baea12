import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** What a PDF says and how it is built, read back from its bytes: enough of the format for our own reports. */
export interface ReadPdf {
  /** The words in the order they are painted. */
  text: string;
  pages: number;
  /** Everything that is not a stream, and the metadata: for marks of the standard. */
  objects: string;
}

/** @throws where it is no PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString("latin1");
  if (!file.startsWith("%PDF-")) throw new Error("not a PDF");
  const objects = new Map<string, { head: string; body: string }>();
  for (const [, id = "", rest = ""] of file.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const at = rest.search(/\bstream\r?\n/);
    const head = at < 0 ? rest : rest.slice(0, at);
    const raw = at < 0 ? "" : rest.slice(rest.indexOf("\n", at) + 1, rest.lastIndexOf("endstream"));
    objects.set(id, { head, body: /FlateDecode/.test(head) ? inflated(raw) : raw });
  }
  const heads = [...objects.values()].map(({ head, body }) =>
    /\/Subtype\s*\/XML/.test(head) ? `${head}\n${body}` : head,
  );
  const fonts = fontsOf(objects);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  const text = pages.map(({ head }) => {
    const contents = objects.get(/\/Contents\s+(\d+)/.exec(head)?.[1] ?? "")?.body ?? "";
    const resources = objects.get(/\/Resources\s+(\d+)/.exec(head)?.[1] ?? "")?.head ?? head;
    const named = new Map(
      [...resources.matchAll(/\/(f\d+)\s+(\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, fonts.get(id)]),
    );
    return painted(contents, named);
  });
  return { text: text.join("\n"), pages: pages.length, objects: heads.join("\n") };
}

const inflated = (raw: string): string => {
  try {
    return inflateSync(Buffer.from(raw, "latin1"), { finishFlush: 2 }).toString("latin1");
  } catch {
    return "";
  }
};

type Glyphs = ReadonlyMap<number, string>;

function fontsOf(objects: ReadonlyMap<string, { head: string; body: string }>): Map<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const [id, { head }] of objects) {
    const map = objects.get(/\/ToUnicode\s+(\d+)/.exec(head)?.[1] ?? "")?.body;
    if (map) fonts.set(id, glyphsIn(map));
  }
  return fonts;
}

const fromHex = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

function glyphsIn(map: string): Glyphs {
  const glyphs = new Map<number, string>();
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", to = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      glyphs.set(Number.parseInt(code, 16), fromHex(to));
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", first = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    ))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++)
        glyphs.set(
          code,
          String.fromCodePoint((fromHex(first).codePointAt(0) ?? 0) + code - Number.parseInt(from, 16)),
        );
  return glyphs;
}

/** Strings are two bytes a glyph, in hexadecimal or as they are with escapes. */
function painted(contents: string, fonts: ReadonlyMap<string, Glyphs | undefined>): string {
  let font: Glyphs | undefined;
  let text = "";
  const tokens = /\/(f\d+)\s+[\d.]+\s+Tf|<([0-9a-fA-F\s]*)>|\(((?:\\[\s\S]|[^\\()])*)\)|\b(ET)\b/g;
  // What stands for a glyph that has no character of its own is said beside it, not painted.
  const paint = contents.replace(/\/ActualText\s*(?:<[^>]*>|\((?:\\[\s\S]|[^\\()])*\))/g, "");
  for (const [, name, hex, literal, end] of paint.matchAll(tokens)) {
    if (name) font = fonts.get(name);
    else if (end) text += "\n";
    else {
      const bytes = hex === undefined ? unescaped(literal ?? "") : Buffer.from(hex.replace(/\s/g, ""), "hex");
      for (let at = 0; at + 1 < bytes.length; at += 2) text += font?.get(bytes.readUInt16BE(at)) ?? "";
    }
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\(\d{1,3}|[\s\S])/g, (_, one: string) =>
      /^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (escapes[one] ?? one),
    ),
    "latin1",
  );
