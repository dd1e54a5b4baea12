import { describe, expect, test } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { enrolClient } from "../../shared/clients/index.ts";
import {
  bookExam,
  checkIn,
  mergeFiles,
  qualityCases,
  qualityRowsOf,
  readQuality,
  receiveResults,
  recountQuality,
  releaseReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { casesOfClient, declineFollowUp, followUpsOf, recordContact } from "../../shared/monitoring/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { linYawen } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

async function somebody(w: World, text: string): Promise<Client> {
  const person = { sex: "female", birthDate: "1974-03-12", notADuplicate: true } as const;
  return enrolClient(w.ctx(), linYawen({ document: { kind: "passport", text }, ...person }));
}

async function examined(w: World, { number }: Client, date: string, values: Record<string, number>) {
  const results = Object.entries(values).map(([item, value]) => ({
    item,
    value,
    unit: catalogueItem(item)?.unit ?? "",
  }));
  await receiveResults(w.ctx(w.as.nurse), number, { date, results, from: { source: "desk" } });
}

/** Two clients: one report signed by a chief and out after a day and a half, one potassium nobody was told of. */
async function aMonth() {
  const w = await world();
  const [anna, bea] = [await somebody(w, "E10000001"), await somebody(w, "E10000002")];
  const booking = await bookExam(w.ctx(), {
    client: anna.number,
    package: "basic",
    date: "2026-11-23",
    time: "08:00",
  });
  w.clock.set("2026-11-23T01:00:00.000Z");
  await checkIn(w.ctx(w.as.frontDesk), anna.number, booking.id, true);
  await examined(w, anna, "2026-11-23", { UA: 450, HGB: 131 });
  w.clock.advance({ hours: 12 });
  await signAssessment(w.ctx(w.as.physician), anna.number, "2026-11-23", 1, {});
  w.clock.advance({ hours: 24 });
  await releaseReport(w.ctx(w.as.physician), anna.number, "2026-11-23", 1);
  await examined(w, bea, "2026-11-24", { K: 7.1, UA: 600 });
  return { w, anna, bea, manager: w.ctx(w.as.manager) };
}

const figures = async (w: World) =>
  Object.fromEntries(
    (await readQuality(w.ctx(w.as.manager))).figures.map(({ code, met, of, value }) => [
      code.slice(5),
      [met, of, value],
    ]),
  );

describe("the indicators", () => {
  test("are read from what happened, each with its cases behind it, and say what is not recorded", async () => {
    const { w, anna, bea, manager } = await aMonth();
    await w.project();
    expect(await figures(w)).toEqual({
      "PR-01": [1, 1, 1],
      "PR-02": [0, 1, 0],
      "PR-03": [0, 0, undefined],
      "PR-04": [0, 0, undefined],
      "PR-05": [1, 1, 1.5],
      "OU-01": [0, 1, 0],
      "OU-02": [0, 1, 0],
    });
    expect(await qualityCases(manager, "HCHM-OU-01")).toMatchObject([{ client: bea.number, met: false }]);
    expect(await qualityCases(manager, "HCHM-PR-01")).toMatchObject([{ client: anna.number, met: true }]);
    const traces = (await w.entries()).filter(({ action }) => action === "quality.listed");
    expect(traces.map(({ refs }) => refs)).toEqual([{ clients: [bea.number] }, { clients: [anna.number] }]);
  });

  test("move with the next act: told is told, and a follow-up that ended counts with its days", async () => {
    const { w, anna, bea, manager } = await aMonth();
    const [alarm] = (await casesOfClient(w.ctx(w.as.physician), bea.number)) as unknown as { id: string }[];
    const told = { person: "client", channel: "phone", outcome: "confirmed" } as const;
    const { id } = (alarm as { case?: { id: string }; id: string }).case ?? (alarm as { id: string });
    await recordContact(w.ctx(w.as.physician), { client: bea.number, id, ...told });
    w.clock.set("2027-01-20T01:00:00.000Z");
    const [one] = await followUpsOf(w.ctx(), anna.number);
    const client = anna.number;
    await declineFollowUp(w.ctx(w.as.healthManager), { client, id: one?.id ?? "", reason: "不愿复查" });
    await w.project();
    expect((await figures(w))["OU-01"]).toEqual([1, 1, 1]);
    const { all, byRule, byManager } = await readQuality(manager);
    expect(all).toMatchObject({ opened: 1, closed: 1, median: 58, ninetieth: 58 });
    expect(byRule).toMatchObject([{ of: "urate-high", opened: 1, closed: 1 }]);
    expect(byManager).toMatchObject([{ of: "health-manager-1", opened: 1 }]);
    expect(await qualityCases(manager, "FOLLOW-UP", { of: "urate-high" })).toMatchObject([
      { state: "declined" },
    ]);
  });

  test("kept up entry by entry, in any order, twice, are what a recount from nothing gives", async () => {
    const { w, anna, bea, manager } = await aMonth();
    await w.project();
    await mergeFiles(manager, anna.number, { gone: bea.number, reason: "同一人", samePerson: true });
    await w.project();
    const rows = async () => (await w.dump()).filter(({ pk }) => pk.startsWith("QC"));
    const kept = await rows();
    expect(new Set(kept.map((row) => row["client"]).filter(Boolean))).toEqual(new Set([anna.number]));
    const { DeleteCommand } = await import("@aws-sdk/lib-dynamodb");
    for (const { pk, sk } of kept)
      await w.home.table.doc.send(new DeleteCommand({ TableName: w.home.table.records, Key: { pk, sk } }));
    expect(await rows()).toEqual([]);
    for (const day of ["2026-11-24", "2026-11-23", "2026-11-22", "2026-11-23"])
      await recountQuality(manager, { from: day, days: 1 });
    expect((await rows()).filter((row) => row["client"])).toEqual(kept.filter((row) => row["client"]));
  });

  test("a stool specimen counts once it came, and not at all where none was ordered", () => {
    const exam = (id: string, item: string, state: string) => ({
      pk: "C#P-1",
      sk: `FILE#DAY#${id}`,
      id,
      client: "P-1",
      centre: "centre-1",
      number: id,
      queue: 1,
      date: "2026-11-20",
      package: "basic",
      arrivedAt: "2026-11-20T01:00:00.000Z",
      fasting: true,
      state: "open",
      orders: [{ item, state }],
      v: 1,
    });
    const items = [exam("a", "FIT", "ordered"), exam("b", "FIT", "resulted"), exam("c", "HGB", "resulted")];
    expect(qualityRowsOf("P-1", "Asia/Shanghai", items).map(({ code, id, met }) => [code, id, met])).toEqual([
      ["HCHM-PR-04", "a", false],
      ["HCHM-PR-04", "b", true],
    ]);
  });

  test("are the manager's alone", async () => {
    const { w } = await aMonth();
    for (const actor of [w.as.frontDesk, w.as.nurse, w.as.physician, w.as.healthManager, w.as.hr])
      await expect(readQuality(w.ctx(actor))).rejects.toMatchObject({ code: "NotAllowed" });
  });
});
