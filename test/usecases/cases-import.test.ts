import { describe, expect, it } from "vitest";
import { create as fhirDoor } from "../../functions/fhir/app.ts";
import { startImport } from "../../shared/loop/index.ts";
import { type Case, casesOf } from "../../shared/monitoring/index.ts";
import { nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const id = nationalId("1974-03-12", 122);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same glucose of somebody nobody knows yet, as three laboratories would send it. */
const csv = (fpg: string) =>
  bytes(
    `体检号,姓名,性别,身份证号,出生日期,体检日期,空腹血糖(mmol/L)\nTJ1,林雅文,女,${id},1974-03-12,2026-11-22,${fpg}\n`,
  );
const hl7 = (fpg: string, status = "F") =>
  bytes(
    [
      "MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|20261122083000||ORU^R01^ORU_R01|M1|P|2.5.1||||||UNICODE UTF-8",
      `PID|1||${id}^^^CHN^NI||林^雅文||19740312|F`,
      "OBR|1|TJ1|TJ1|CHECKUP^Health checkup^L|||20261122083000|||||||||||||||||LAB|F",
      `OBX|1|NM|14771-0^空腹血糖^LN||${fpg}|mmol/L|||||${status}|||20261122083000`,
    ].join("\r"),
  );
const bundle = (fpg: number) => ({
  resourceType: "Bundle",
  type: "transaction",
  entry: [
    {
      fullUrl: "urn:uuid:1",
      resource: {
        resourceType: "Patient",
        identifier: [
          {
            type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "NI" }] },
            value: id,
          },
        ],
        name: [{ text: "林雅文" }],
        gender: "female",
        birthDate: "1974-03-12",
      },
    },
    {
      resource: {
        resourceType: "Observation",
        status: "final",
        code: { coding: [{ system: "http://loinc.org", code: "14771-0" }] },
        subject: { reference: "urn:uuid:1" },
        effectiveDateTime: "2026-11-22",
        valueQuantity: { value: fpg, unit: "mmol/L", system: "http://unitsofmeasure.org", code: "mmol/L" },
      },
    },
  ],
});

const queued = (w: World, file: Uint8Array, name: string) => startImport(w.ctx(w.as.lis), file, name);
const sent = async (w: World, fpg: number) =>
  fhirDoor(w.home).request("/fhir", {
    method: "POST",
    headers: { authorization: `Bearer ${await w.token(w.as.lis)}` },
    body: JSON.stringify(bundle(fpg)),
  });
const open = async (w: World): Promise<Pick<Case, "state" | "seen">[]> =>
  (await casesOf(w.ctx(w.as.nurse))).rows.map((row) => row.case);

describe("a critical value out of a laboratory's file", () => {
  it.each<[string, (w: World) => Promise<unknown>]>([
    ["a spreadsheet", (w) => queued(w, csv("22.4"), "results.csv")],
    ["an HL7 message", (w) => queued(w, hl7("22.4"), "results.hl7")],
    ["a FHIR bundle", (w) => sent(w, 22.4)],
  ])("opens its case at once, for a person nobody knows yet too: %s", async (_, brings) => {
    const w = await world();
    await brings(w);
    await w.drain();
    const { rows } = await casesOf(w.ctx(w.as.nurse));
    expect(rows).toMatchObject([
      {
        client: { state: "prospect", name: "林雅文" },
        case: { item: "FPG", ask: "tell", seen: [{ value: 22.4 }] },
      },
    ]);
  });

  it("is one case when all of them bring it at the same time, and again the next day", async () => {
    const w = await world();
    w.faults.conflict = 0.15;
    await Promise.all([
      queued(w, csv("22.4"), "results.csv"),
      queued(w, hl7("22.4"), "results.hl7"),
      sent(w, 22.4),
    ]);
    const { create } = await import("../../functions/intake/app.ts");
    await Promise.all(w.jobs.splice(0).map((job) => create(w.home).handle(job)));
    w.clock.advance({ days: 1 });
    await queued(w, csv("22.4"), "results.csv");
    await w.drain();
    expect(await open(w)).toMatchObject([{ seen: [{ value: 22.4 }] }]);
  });

  it("that the laboratory corrects keeps its case, with both values", async () => {
    const w = await world();
    await queued(w, csv("22.4"), "results.csv");
    await w.drain();
    await queued(w, hl7("5.4", "C"), "correction.hl7");
    await w.drain();
    expect(await open(w)).toMatchObject([
      { ask: "close", corrected: true, seen: [{ value: 22.4 }, { value: 5.4 }] },
    ]);
  });
});
