import { describe, expect, it } from "vitest";
import { parseResultsFile } from "../../shared/exchange/index.ts";

const patient = (over: object = {}) => ({
  fullUrl: "urn:uuid:1",
  resource: {
    resourceType: "Patient",
    id: "p1",
    identifier: [{ type: { coding: [{ code: "NI" }] }, value: "999999200106286516" }],
    name: [{ family: "何", given: ["凯海"] }],
    gender: "male",
    birthDate: "2001-06-28",
    ...over,
  },
});
const loinc = (code: string) => ({ coding: [{ system: "http://loinc.org", code }] });
const quantity = (value: number, code: string) => ({ valueQuantity: { value, code, unit: code } });
const observation = (over: object = {}) => ({
  resource: {
    resourceType: "Observation",
    status: "final",
    code: loinc("14771-0"),
    subject: { reference: "urn:uuid:1" },
    effectiveDateTime: "2026-09-17",
    ...quantity(5.1, "mmol/L"),
    ...over,
  },
});
const without = { valueQuantity: undefined };

const parse = (...entry: unknown[]) =>
  parseResultsFile(
    new TextEncoder().encode(JSON.stringify({ resourceType: "Bundle", type: "collection", entry })),
  );
const resultsOf = async (...entry: unknown[]) => {
  const read = await parse(patient(), ...entry);
  expect(read.rejections).toEqual([]);
  return read.rows[0]?.results;
};

describe("a FHIR bundle", () => {
  it("gives one row per patient and date, whatever else it carries", async () => {
    const report = { resource: { resourceType: "DiagnosticReport", status: "final" } };
    const read = await parse(
      patient(),
      report,
      observation(),
      observation({ effectiveDateTime: "2026-09-18T23:30:00Z" }),
    );
    expect(read).toMatchObject({ total: 2, rejections: [] });
    expect(read.rows).toMatchObject([
      {
        line: 1,
        source: "FHIR",
        date: "2026-09-17",
        person: {
          document: { kind: "national-id", value: "999999200106286516" },
          name: "何凯海",
          sex: "male",
        },
        results: [{ item: "FPG", value: 5.1, unit: "mmol/L", column: "entry[3] 14771-0", status: "final" }],
      },
      { date: "2026-09-19" },
    ]);
  });

  it("finds a patient by relative or absolute reference", async () => {
    for (const reference of ["Patient/p1", "https://his.example/fhir/Patient/p1"])
      expect(await resultsOf(observation({ subject: { reference } }))).toHaveLength(1);
  });

  it("takes a blood pressure apart into its two values", async () => {
    const panel = observation({
      ...without,
      code: loinc("85354-9"),
      component: [
        { code: loinc("8480-6"), ...quantity(128, "mm[Hg]") },
        { code: loinc("8462-4"), ...quantity(82, "mm[Hg]") },
      ],
    });
    expect(await resultsOf(panel)).toMatchObject([
      { item: "SBP", value: 128 },
      { item: "DBP", value: 82 },
    ]);
  });

  it("converts units, keeps comparators, reads words, and leaves out what was not obtained", async () => {
    expect(await resultsOf(observation({ code: loinc("2160-0"), ...quantity(1, "mg/dL") }))).toMatchObject([
      { item: "CREA", value: 88.4 },
    ]);
    const below = { valueQuantity: { value: 0.5, comparator: "<", unit: "mg/L" } };
    expect(await resultsOf(observation({ code: loinc("1988-5"), ...below }))).toMatchObject([
      { value: 0.5, comparator: "<" },
    ]);
    const word = { ...without, code: loinc("5196-1"), valueCodeableConcept: { text: "Negative" } };
    expect(await resultsOf(observation(word))).toMatchObject([{ item: "HBSAG", value: "negative" }]);
    expect(
      await resultsOf(
        observation(),
        observation({ ...without, code: loinc("1988-5"), dataAbsentReason: {} }),
      ),
    ).toHaveLength(1);
    expect(
      await resultsOf(observation(), observation({ code: loinc("1988-5"), status: "cancelled" })),
    ).toHaveLength(1);
  });

  it("counts an amended result once, as corrected", async () => {
    expect(
      await resultsOf(observation(), observation({ status: "amended", ...quantity(5.6, "mmol/L") })),
    ).toMatchObject([{ value: 5.6, status: "corrected" }]);
  });

  it.each([
    [
      "a unit that is missing",
      observation({ valueQuantity: { value: 5.1 } }),
      "entry[2] 14771-0",
      /unit is missing/,
    ],
    ["an impossible value", observation(quantity(510, "mmol/L")), "entry[2] 14771-0", /impossible/],
    [
      "a result entered in error",
      observation({ status: "entered-in-error" }),
      "entry[2] 14771-0",
      /in error/,
    ],
    ["no date", observation({ effectiveDateTime: undefined }), "Observation.effectiveDateTime", /not a date/],
  ])("refuses a person's exam whole, by entry and place: %s", async (_, entry, column, words) => {
    const read = await parse(patient(), entry);
    expect(read).toMatchObject({
      total: 1,
      rows: [],
      rejections: [{ line: 1, column, reason: { en: words } }],
    });
  });

  it("refuses a patient without id, without name or without any result", async () => {
    expect((await parse(patient({ identifier: [] }), observation())).rejections).toMatchObject([
      { column: "Patient.identifier" },
    ]);
    expect((await parse(patient({ name: [] }), observation())).rejections).toMatchObject([
      { column: "Patient.name" },
    ]);
    expect(await parse(patient())).toMatchObject({ total: 1, rejections: [{ line: 1 }] });
  });

  it("tells of results whose patient is not there, once, and of entries that are nothing", async () => {
    const stranger = observation({ subject: { reference: "Patient/p9" } });
    const read = await parse(
      patient(),
      observation(),
      stranger,
      stranger,
      { resource: 7 },
      { resource: { resourceType: "Observation" } },
    );
    expect(read).toMatchObject({ total: 4, rows: [{ line: 1 }] });
    expect(read.rejections).toMatchObject([
      { line: 3, column: "Observation.subject" },
      { line: 5, reason: { en: /not a resource/ } },
      { line: 6, reason: { en: /not a valid Observation/ } },
    ]);
  });
});
