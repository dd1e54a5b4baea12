import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedFile, parseResultsFile, type ResultRow } from "../../shared/exchange/index.ts";
import { InvalidInput } from "../../shared/kernel/errors.ts";

const fileOf = (name: string): Uint8Array => readFileSync(new URL(`../data/exams/${name}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const csv = await parseResultsFile(fileOf("lis-export-gb18030.csv"));
const hl7 = await parseResultsFile(fileOf("lis-oru-r01.hl7"));
const fhir = await parseResultsFile(fileOf("lis-bundle.fhir.json"));

const examOf = ({ person, date }: ResultRow): string => `${person.document?.value} ${date}`;
const facts = ({ person, date, results }: ResultRow) => ({
  person,
  date,
  values: Object.fromEntries(results.map(({ item, value, unit }) => [item, { value, unit }])),
});

describe("a laboratory's export", () => {
  it("goes in without a rejection, whichever of the three formats it came in", () => {
    expect(csv).toMatchObject({ format: "csv", encoding: "gb18030", total: 1000, rejections: [] });
    expect(csv.rows).toHaveLength(1000);
    expect(hl7).toMatchObject({ format: "hl7", encoding: "utf-8", total: 100, rejections: [] });
    expect(hl7.rows).toHaveLength(100);
    expect(fhir).toMatchObject({ format: "fhir", encoding: "utf-8", total: 10, rejections: [] });
    expect(fhir.rows).toHaveLength(10);
  });

  it("leaves no column or code without a meaning", () => {
    for (const { columns } of [csv, hl7, fhir]) {
      expect(columns.length).toBeGreaterThan(20);
      for (const { header, meaning, problem } of columns) {
        expect(meaning.kind, header).not.toBe("unknown");
        expect(problem, header).toBeUndefined();
      }
    }
  });

  it("tells the same about the same person and date in every format", () => {
    const inCsv = new Map(csv.rows.map((row) => [examOf(row), facts(row)]));
    for (const row of [...hl7.rows, ...fhir.rows]) expect(facts(row)).toEqual(inCsv.get(examOf(row)));
  });

  it("keeps every filled cell and nothing for an empty one", () => {
    const text = new TextDecoder("gb18030").decode(fileOf("lis-export-gb18030.csv"));
    const filled = text
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => line.trim().split(",").slice(7))
      .filter((cell) => cell !== "");
    expect(csv.rows.flatMap(({ results }) => results)).toHaveLength(filled.length);
    expect(csv.rows.find(({ line }) => line === 5)?.results.map(({ item }) => item)).not.toContain("CRP");
  });

  it("reads the same twice", async () => {
    expect(await parseResultsFile(fileOf("lis-oru-r01.hl7"))).toEqual(hl7);
  });

  it("names line, exam number and sender", () => {
    expect(csv.rows[0]).toMatchObject({
      line: 2,
      examNumber: "TJ26090000",
      source: "LIS",
      date: "2026-10-20",
    });
    expect(hl7.rows[1]).toMatchObject({
      line: 29,
      examNumber: "TJ26090001",
      source: "LIS/LAB",
      messageId: "MSG2609000101",
    });
    expect(fhir.rows[0]).toMatchObject({ line: 1, source: "FHIR" });
    expect(fhir.rows[0]?.examNumber).toBeUndefined();
  });
});

describe("a file that cannot be read at all", () => {
  it.each([
    ["empty", new Uint8Array(), /empty/],
    ["only blank lines", bytesOf("\n\n  \n"), /empty/],
    ["a workbook that is cut off", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), /damaged or cut off/],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /Save it as .xlsx/],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0, 0]), /not text/],
    ["no known column", bytesOf("a,b,c\n1,2,3\n"), /No column was recognised/],
    ["JSON of something else", bytesOf('{"resourceType":"Patient"}'), /not a FHIR Bundle/],
    ["JSON cut off", bytesOf('{"resourceType":"Bundle","type":"trans'), /cut off/],
    ["too large", new Uint8Array(10 * 1024 * 1024 + 1).fill(65), /10 MB/],
  ])("says so and how to mend it: %s", async (_, bytes, words) => {
    const refused = await parseResultsFile(bytes).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).problems[0]).toMatchObject({
      field: "file",
      message: { en: words, zh: /\p{Script=Han}/u },
    });
  });

  it("is told to be unpacked when it is an archive", async () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]);
    await expect(parseResultsFile(zip, "results.zip")).rejects.toThrow(/Unpack/);
  });
});

describe("an encoding", () => {
  const table = "身份证号,姓名,体检日期,空腹血糖(mmol/L)\n999999200106286516,𫖮喆䶮,2026-10-20,5.1\n";
  const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    view.setUint16(0, 0xfeff, littleEndian);
    for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it.each([
    ["utf-8", bytesOf(table)],
    ["utf-8", bytesOf(`\ufeff${table}`)],
    ["utf-16le", utf16(table, true)],
    ["utf-16be", utf16(table, false)],
  ])("is found out and loses no rare name: %s", async (encoding, bytes) => {
    const read = await parseResultsFile(bytes);
    expect(read).toMatchObject({ encoding, rejections: [], rows: [{ person: { name: "𫖮喆䶮" } }] });
  });
});

describe("whatever the bytes", () => {
  const whole = ({ rows, rejections, total }: ParsedFile) => {
    expect(rows.length + rejections.length).toBe(total);
    for (const { line, column, reason } of rejections) {
      expect(line).toBeGreaterThan(0);
      expect(column).not.toBe("");
      expect(reason.en && reason.zh).toBeTruthy();
    }
  };
  const tryParse = async (bytes: Uint8Array): Promise<void> => {
    try {
      whole(await parseResultsFile(bytes));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  };
  const pieces = (...texts: string[]) =>
    fc
      .array(fc.oneof(fc.constantFrom(...texts), fc.string(), fc.string({ unit: "binary" })), {
        maxLength: 40,
      })
      .map((all) => all.join(""));

  it("nothing but InvalidInput is thrown, and rows and rejections are all there is: any bytes", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), tryParse), { numRuns: 300 });
  });

  it.each([
    [
      "tables",
      "身份证号,姓名,体检日期,空腹血糖(mmol/L)\n",
      ["\n", "\r\n", ",", '"', '""', "999999200106286516", "5.1", "<0.3", "2026-10-20", "何"],
    ],
    [
      "messages",
      "MSH|^~\\&|LIS|LAB|||20261020||ORU^R01|1|P|2.5.1\r",
      [
        "\r",
        "\n\n",
        "|",
        "^",
        "~",
        "\\",
        "&",
        "PID|1||999999200106286516^^^CHN^NI||何^凯",
        "\rOBX|1|NM|14771-0^x^LN||5.1|mmol/L",
        "\rOBR|1|||||",
        "20261020",
        "\rMSH|^~\\&|",
        "\u000b",
        "\u001c",
      ],
    ],
    [
      "bundles",
      '{"resourceType":"Bundle","type":"collection","entry":[',
      [
        "{",
        "}",
        "]",
        ",",
        '{"resource":{"resourceType":"Patient"}}',
        '{"resource":{"resourceType":"Observation","status":"final","code":{}}}',
        "1",
        '"a"',
        "null",
      ],
    ],
  ])("the same holds for broken %s", async (_, start, texts) => {
    await fc.assert(
      fc.asyncProperty(pieces(...texts), (rest) => tryParse(bytesOf(start + rest))),
      { numRuns: 300 },
    );
  });

  it("a real file with bytes flipped or cut still accounts for every row", async () => {
    const sources = [
      fileOf("lis-export-gb18030.csv").slice(0, 9000),
      fileOf("lis-oru-r01.hl7").slice(0, 9000),
      fileOf("lis-bundle.fhir.json").slice(0, 30_000),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sources.length - 1),
        fc.array(fc.tuple(fc.nat(8999), fc.nat(255)), { maxLength: 20 }),
        fc.nat(9000),
        async (which, flips, cut) => {
          const source = sources[which] ?? new Uint8Array();
          const bytes = Uint8Array.from(source).slice(0, source.length - cut);
          for (const [at, byte] of flips) if (at < bytes.length) bytes[at] = byte;
          await tryParse(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });
});
