import { describe, expect, it } from "vitest";
import { parseResultsFile } from "../../shared/exchange/index.ts";

const msh = "MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|20261020083000||ORU^R01^ORU_R01|MSG1|P|2.5.1";
const pid = "PID|1||999999200106286516^^^CHN^NI||何^凯海||20010628|M|||||19995200239";
const obr = "OBR|1|TJ1|LAB9|CHECKUP^Health checkup^L|||20261020083000";
const glucose = "OBX|1|NM|14771-0^空腹血糖^LN||5.1|mmol/L|||||F|||20261020083000";
const message = (...segments: string[]): string => [msh, ...segments].join("\r");

const parse = (text: string) => parseResultsFile(new TextEncoder().encode(text));
const one = async (...segments: string[]) => {
  const read = await parse(message(...segments));
  expect(read.rejections).toEqual([]);
  expect(read.rows).toHaveLength(1);
  return read.rows[0];
};
const obx = async (...segments: string[]) => (await one(pid, obr, ...segments))?.results;
const refusedFor = async (...segments: string[]) => {
  const read = await parse(message(...segments));
  expect(read).toMatchObject({ total: 1, rows: [] });
  return read.rejections[0];
};

describe("an HL7 message", () => {
  it("gives one person's exam of one date", async () => {
    expect(await one(pid, obr, glucose)).toEqual({
      line: 1,
      examNumber: "TJ1",
      person: {
        document: { kind: "national-id", value: "999999200106286516" },
        name: "何凯海",
        sex: "male",
        birthDate: "2001-06-28",
        phone: "19995200239",
      },
      date: "2026-10-20",
      source: "LIS/LAB",
      messageId: "MSG1",
      results: [{ item: "FPG", value: 5.1, unit: "mmol/L", column: "OBX-1 14771-0", status: "final" }],
    });
  });

  it.each([
    ["CR", "\r"],
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("is the same with segments ending in %s, framed or not", async (_, end) => {
    const text = [msh, pid, obr, glucose].join(end);
    const plain = await parse(text);
    expect(plain).toMatchObject({ total: 1, rejections: [] });
    expect((await parse(`\u000b${text}${end}\u001c\r`)).rows).toEqual(plain.rows);
  });

  it("in a file of many is named by the line of its MSH", async () => {
    const text = [msh, pid, obr, glucose].join("\r");
    const read = await parse(
      `FHS|^~\\&|LIS\rBHS|^~\\&|LIS\r${text}\r\n\n${text.replace("|5.1|", "|x|")}\r\n\n${text}\rBTS|3\rFTS|1\r`,
    );
    expect(read).toMatchObject({ total: 3, rows: [{ line: 3 }, { line: 13 }] });
    expect(read.rejections).toMatchObject([
      { line: 8, column: "OBX-1 14771-0", reason: { en: /not a number/ } },
    ]);
  });

  it("of several patients, or several dates, gives each its own row", async () => {
    const other = pid.replace("999999200106286516", "999999194710243389").replace("20010628|M", "19471024|F");
    const later = obr.replace("20261020", "20261022");
    const read = await parse(message(pid, obr, glucose, later, glucose, other, obr, glucose));
    expect(read.rows.map(({ person, date }) => `${person.document?.value.slice(6, 10)} ${date}`)).toEqual([
      "2001 2026-10-20",
      "2001 2026-10-22",
      "1947 2026-10-20",
    ]);
  });

  it("takes its date from the observation when the order has none, and at the centre's midnight", async () => {
    expect((await one(pid, "OBR|1|TJ1", glucose))?.date).toBe("2026-10-20");
    expect((await one(pid, "OBR|1|TJ1|||||20261020230000+0000", glucose))?.date).toBe("2026-10-21");
  });

  it("with other separators and escapes is read as meant", async () => {
    const text =
      "MSH#$%!@#A!S!B##X##20261020##ORU$R01#1#P#2.5.1\rPID###999999200106286516$$$CHN$NI##O!T!Neil$Anne\rOBR#1#T!F!1#####20261020\rOBX#1#NM#14771-0$x$LN##5.1#mmol/L#####F";
    const read = await parse(text);
    expect(read).toMatchObject({
      rejections: [],
      rows: [{ source: "A$B", examNumber: "T#1", person: { name: "Anne O@Neil" } }],
    });
  });

  it("finds the id among others and a passport by its type", async () => {
    const many = pid.replace("999999200106286516^^^CHN^NI", "88123^^^HIS^MR~999999200106286516^^^CHN^NI");
    expect((await one(many, obr, glucose))?.person.document?.value).toBe("999999200106286516");
    const passport = pid.replace("999999200106286516^^^CHN^NI", "E12345678^^^CHN^PPN");
    expect((await one(passport, obr, glucose))?.person.document).toEqual({
      kind: "passport",
      value: "E12345678",
    });
  });
});

describe("an observation", () => {
  it.each([
    ["OBX|1|SN|1988-5^CRP^LN||<^0.5|mg/L|||||F", { item: "CRP", value: 0.5, comparator: "<" }],
    ["OBX|1|ST|1988-5^CRP^LN||<0.5|mg/L|||||F", { item: "CRP", value: 0.5, comparator: "<" }],
    [
      "OBX|1|CE|20454-5^protein^LN||260385009^Negative^SCT||||||F",
      { item: "UPRO", value: "negative", unit: "" },
    ],
    ["OBX|1|SN|20454-5^protein^LN||^2^+||||||F", { item: "UPRO", value: "2+" }],
    ["OBX|1|NM|2160-0^creatinine^LN||1.0|mg/dL|||||F", { item: "CREA", value: 88.4, unit: "umol/L" }],
    ["OBX|1|NM|3094-0^urea nitrogen^LN||14|mg/dL|||||F", { item: "UREA", value: 4.998 }],
    ["OBX|1|NM|GLU^葡萄糖^99LIS||5.1|mmol/L^^UCUM|||||F", { item: "FPG", value: 5.1 }],
    [
      "OBX|1|NM|L123^本院^L^14771-0^FPG^LN||5.1|mmol/L|||||C",
      { item: "FPG", value: 5.1, status: "corrected" },
    ],
    ["OBX|1|NM|14771-0^FPG^LN||5.1|mmol/L|||||P", { item: "FPG", status: "preliminary" }],
    [
      "OBX|1|TX|24558-9^US^LN||fatty liver\\.br\\rest normal||||||F",
      { item: "USABD", value: "fatty liver\nrest normal" },
    ],
  ])("%s is understood", async (segment, expected) => {
    expect(await obx(segment)).toMatchObject([expected]);
  });

  it("that could not be obtained is no result; one that was corrected or made final counts once", async () => {
    expect(await obx(glucose, "OBX|2|NM|1988-5^CRP^LN||||||||X")).toHaveLength(1);
    expect(await obx(glucose, glucose.replace("|5.1|", "|5.6|").replace("|F|", "|C|"))).toMatchObject([
      { value: 5.6, status: "corrected" },
    ]);
    expect(await obx(glucose.replace("|F|", "|P|"), glucose.replace("|5.1|", "|5.6|"))).toMatchObject([
      { value: 5.6, status: "final" },
    ]);
  });

  it("in words may come in paragraphs, over repetitions or segments", async () => {
    const report = (text: string) => `OBX|1|TX|24558-9^US^LN||${text}||||||F`;
    expect(await obx(report("liver A&B~gallbladder"), report("kidneys"))).toMatchObject([
      { item: "USABD", value: "liver A&B\ngallbladder\nkidneys" },
    ]);
  });

  it("of an unknown code is told of, and its text is not taken for it", async () => {
    const read = await parse(message(pid, obr, glucose, "OBX|2|NM|2345-7^葡萄糖^LN||9.9|mmol/L|||||F"));
    expect(read.rows[0]?.results).toHaveLength(1);
    expect(read.columns).toContainEqual({ header: "2345-7", meaning: { kind: "unknown" } });
  });
});

describe("a message that cannot be used", () => {
  it.each([
    ["without a unit", [pid, obr, "OBX|1|NM|14771-0^FPG^LN||5.1||||||F"], "OBX-1 14771-0", /unit is missing/],
    [
      "in a unit of something else",
      [pid, obr, "OBX|1|NM|14771-0^FPG^LN||5.1|U/L|||||F"],
      "OBX-1 14771-0",
      /not understood/,
    ],
    [
      "of an impossible value",
      [pid, obr, "OBX|1|NM|14771-0^FPG^LN||510|mmol/L|||||F"],
      "OBX-1 14771-0",
      /impossible/,
    ],
    [
      "of two contradicting results",
      [pid, obr, glucose, glucose.replace("|5.1|", "|6|")],
      "OBX-1 14771-0",
      /two different/,
    ],
    [
      "of several values in one result",
      [pid, obr, glucose.replace("|5.1|", "|5.1~5.3|")],
      "OBX-1 14771-0",
      /several values/,
    ],
    [
      "with a bound that is not strict",
      [pid, obr, "OBX|1|ST|1988-5^CRP^LN||<=3|mg/L|||||F"],
      "OBX-1 1988-5",
      /write < or >/,
    ],
    [
      "of a status that is none",
      [pid, obr, glucose.replace("|F|", "|constructor|")],
      "OBX-1 14771-0",
      /status is unknown/,
    ],
    ["without a patient", [obr, glucose], "PID-5", /name/],
    ["without an id of a known kind", [pid.replace("^NI", "^MR"), obr, glucose], "PID-3", /missing/],
    ["with a wrong id", [pid.replace("6516", "6517"), obr, glucose], "PID-3", /check digit/],
    ["without a date", [pid, "OBR|1|TJ1", glucose.replace(/20261020083000$/, "")], "OBR-7", /not a date/],
    ["without a result", [pid, obr], "OBR-7", /no result/],
    ["with a line that is no segment", [pid, "what is this", obr, glucose], "MSH", /line 3 is not a segment/],
  ])("is refused whole, by line and place: %s", async (_, segments, column, words) => {
    expect(await refusedFor(...segments)).toMatchObject({ line: 1, column, reason: { en: words } });
  });

  it("for being of another kind is refused and costs the others nothing", async () => {
    const read = await parse(
      `${message(pid).replace("ORU^R01", "ADT^A01")}\r\r${message(pid, obr, glucose)}`,
    );
    expect(read).toMatchObject({ total: 2, rows: [{ line: 4 }], rejections: [{ line: 1, column: "MSH-9" }] });
  });
});
