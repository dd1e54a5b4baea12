import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** A value of a PDF: names begin with `/`, strings are bytes as latin1 with their kind, references point. */
export type PdfValue = number | boolean | null | string | PdfString | Ref | PdfValue[] | Dict | Stream;
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
  /** As people read it: UTF-16 with a mark, else as it stands. */
  get text(): string {
    return this.bytes.startsWith("\xfe\xff")
      ? Buffer.from(this.bytes.slice(2), "latin1").swap16().toString("utf16le")
      : this.bytes;
  }
}
export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export class Dict extends Map<string, PdfValue> {}
export class Stream {
  readonly dict: Dict;
  readonly raw: string;
  constructor(dict: Dict, raw: string) {
    this.dict = dict;
    this.raw = raw;
  }
  /** What it holds, unpacked; only what our typesetter packs with. */
  get body(): string {
    if (this.dict.get("Filter") === undefined) return this.raw;
    return inflateSync(Buffer.from(this.raw, "latin1"), { finishFlush: 2 }).toString("latin1");
  }
}

/** A file as its objects, every reference followed on the way. */
export interface PdfFile {
  objects: ReadonlyMap<number, PdfValue>;
  trailer: Dict;
  follow(value: PdfValue | undefined): PdfValue | undefined;
  /** A dictionary, or the one of a stream; an empty one where there is none. */
  dict(value: PdfValue | undefined): Dict;
  list(value: PdfValue | undefined): PdfValue[];
}

/**
 * Parses a whole file by the grammar of ISO 32000-1 §7, as far as classic cross-reference tables go.
 * @throws where it is no PDF, or its objects are packed away in object streams.
 */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes).toString("latin1");
  if (!file.startsWith("%PDF-")) throw new Error("not a PDF");
  const objects = new Map<number, PdfValue>();
  for (const found of file.matchAll(/(?:^|[\r\n])(\d+) 0 obj\s/g)) {
    const scan = new Scanner(file, found.index + found[0].length);
    objects.set(Number(found[1]), scan.object());
  }
  if ([...objects.values()].some((one) => one instanceof Stream && one.dict.get("Type") === "/ObjStm"))
    throw new Error("objects are packed in streams; this reader follows plain ones only");
  const at = file.lastIndexOf("trailer");
  const trailer = new Scanner(file, at + "trailer".length).value() as Dict;
  const follow = (value: PdfValue | undefined): PdfValue | undefined =>
    value instanceof Ref ? follow(objects.get(value.id)) : value;
  return {
    objects,
    trailer,
    follow,
    dict(value) {
      const found = follow(value);
      if (found instanceof Stream) return found.dict;
      return found instanceof Dict ? found : new Dict();
    },
    list(value) {
      const found = follow(value);
      return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
    },
  };
}

const blank = /[\0\t\n\f\r ]/;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/;
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values one after another; content streams are read by it as well, their operators as words. */
export class Scanner {
  private readonly file: string;
  private at: number;

  constructor(file: string, at = 0) {
    this.file = file;
    this.at = at;
  }

  get atEnd(): boolean {
    this.skip();
    return this.at >= this.file.length;
  }

  object(): PdfValue {
    const value = this.value();
    this.skip();
    if (!(value instanceof Dict) || !this.file.startsWith("stream", this.at)) return value;
    const from = this.file.indexOf("\n", this.at) + 1;
    const length = value.get("Length");
    const to = typeof length === "number" ? from + length : this.file.indexOf("endstream", from);
    return new Stream(value, this.file.slice(from, to));
  }

  /** A value, or an operator as `!word`. */
  value(): PdfValue {
    this.skip();
    const here = this.file[this.at] ?? "";
    if (this.file.startsWith("<<", this.at)) return this.dictionary();
    if (here === "<") return this.hexadecimal();
    if (here === "(") return this.literal();
    if (here === "[") return this.array();
    if (here === "/") {
      this.at += 1;
      return `/${this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
    }
    const reference = /^(\d+) \d+ R\b/.exec(this.file.slice(this.at, this.at + 24));
    if (reference) {
      this.at += reference[0].length;
      return new Ref(Number(reference[1]));
    }
    const word = this.word();
    if (word === "") {
      this.at += 1;
      return null;
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : `!${word}`;
  }

  private skip(): void {
    for (;;) {
      while (blank.test(this.file[this.at] ?? "")) this.at += 1;
      if (this.file[this.at] !== "%") return;
      while (this.at < this.file.length && !/[\r\n]/.test(this.file[this.at] ?? "")) this.at += 1;
    }
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.file.length && regular.test(this.file[this.at] ?? "")) this.at += 1;
    return this.file.slice(from, this.at);
  }

  private dictionary(): Dict {
    const dict = new Dict();
    this.at += 2;
    for (;;) {
      this.skip();
      if (this.at >= this.file.length) throw new Error("a dictionary without an end");
      if (this.file.startsWith(">>", this.at)) break;
      const name = String(this.value()).slice(1);
      dict.set(name, this.value());
    }
    this.at += 2;
    return dict;
  }

  private array(): PdfValue[] {
    const list: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.skip();
      if (this.at >= this.file.length) throw new Error("an array without an end");
      if (this.file[this.at] === "]") break;
      list.push(this.value());
    }
    this.at += 1;
    return list;
  }

  private hexadecimal(): PdfString {
    const to = this.file.indexOf(">", this.at);
    const hex = this.file.slice(this.at + 1, to).replace(/\s/g, "");
    this.at = to + 1;
    return new PdfString(Buffer.from(hex.length % 2 ? `${hex}0` : hex, "hex").toString("latin1"));
  }

  private literal(): PdfString {
    let depth = 0;
    let text = "";
    for (;;) {
      if (this.at >= this.file.length) throw new Error("a string without an end");
      const here = this.file[this.at++] ?? "";
      if (here === "\\") text += this.escaped();
      else if (here === "(") text += depth++ ? here : "";
      else if (here === ")") {
        if (--depth === 0) return new PdfString(text);
        text += here;
      } else text += here;
    }
  }

  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.file.slice(this.at, this.at + 3))?.[0];
    if (octal) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    }
    const next = this.file[this.at++] ?? "";
    if (next === "\r" || next === "\n") return "";
    return escapes[next] ?? next;
  }
}
