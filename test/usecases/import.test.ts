import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { openapi } from "../../functions/api/openapi.ts";
import { changeClient, clientOf } from "../../shared/clients/index.ts";
import { readImport, receiveResults, startImport } from "../../shared/loop/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

const exam = (name: string): Uint8Array => readFileSync(new URL(`../data/exams/${name}`, import.meta.url));
const csv = exam("lis-export-gb18030.csv");
const hl7 = exam("lis-oru-r01.hl7");
const bundle = exam("lis-bundle.fhir.json");

async function take(w: World, bytes: Uint8Array, name: string) {
  const { id } = await startImport(w.ctx(w.as.lis), bytes, name);
  await w.drain();
  const { result } = await readImport(w.ctx(w.as.lis), id);
  return result;
}

const rows = (text: string) => new TextEncoder().encode(text);
const header =
  "体检号,姓名,性别,身份证号,手机号,出生日期,体检日期,收缩压(mmHg),舒张压(mmHg),空腹血糖(mmol/L)";
const id = nationalId("1974-03-12", 122);
const line = (
  otherwise: Partial<Record<"name" | "sex" | "id" | "birth" | "date" | "sbp" | "fpg", string>> = {},
) => {
  const {
    name = "林雅文",
    sex = "女",
    birth = "1974-03-12",
    date = "2026-10-20",
    sbp = "148",
    fpg = "6.4",
  } = otherwise;
  return `TJ1,${name},${sex},${otherwise.id ?? id},13800138000,${birth},${date},${sbp},92,${fpg}`;
};

/** One message a glucose, with the status its laboratory gives it. */
const messages = (...told: [fpg: string, status: "F" | "C" | "P"][]) =>
  rows(
    told
      .flatMap(([fpg, status], at) => [
        `MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|20261020083000||ORU^R01^ORU_R01|M${at}|P|2.5.1||||||UNICODE UTF-8`,
        `PID|1||${id}^^^CHN^NI||林^雅文||19740312|F`,
        "OBR|1|TJ1|TJ1|CHECKUP^Health checkup^L|||20261020083000|||||||||||||||||LAB|F",
        `OBX|1|NM|14771-0^空腹血糖^LN||${fpg}|mmol/L|||||${status}|||20261020083000`,
      ])
      .join("\r"),
  );

/** Everything but when and in which run it happened. */
async function stateOf(w: World) {
  return (await w.dump()).filter(({ pk }) => !pk.startsWith("IMP#"));
}

describe("the real file", () => {
  test("1,000 people go in, each with a proposed assessment; again, in any format, adds nothing", async () => {
    const w = await world();
    expect(await take(w, csv, "export.csv")).toEqual({
      rows: 1000,
      applied: 1000,
      unchanged: 0,
      quarantined: 0,
      rejected: [],
    });
    const state = await stateOf(w);
    expect(state.filter(({ sk }) => sk === "FILE#PROFILE")).toHaveLength(1000);
    const proposed = state.filter(({ sk }) => sk.startsWith("FILE#ASM#"));
    expect(proposed).toHaveLength(1000);
    expect(proposed.every(({ state }) => state === "proposed")).toBe(true);
    expect(await take(w, csv, "again.csv")).toMatchObject({ applied: 0, unchanged: 1000 });
    expect(await take(w, hl7, "messages.hl7")).toMatchObject({
      rows: 100,
      applied: 0,
      unchanged: 100,
      rejected: [],
    });
    expect(await take(w, bundle, "bundle.json")).toMatchObject({
      rows: 10,
      applied: 0,
      unchanged: 10,
      rejected: [],
    });
    expect(await stateOf(w)).toEqual(state);
  });

  test("a process that dies half-way, and the file again, ends exactly where an undisturbed run ends", async () => {
    const [undisturbed, disturbed] = [await world(), await world()];
    await take(undisturbed, hl7, "messages.hl7");
    disturbed.faults.writesUntilDeath = 40;
    const { id: died } = await startImport(disturbed.ctx(disturbed.as.lis), hl7, "messages.hl7");
    await expect(disturbed.drain()).rejects.toBeInstanceOf(ProcessDied);
    disturbed.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
    disturbed.jobs.length = 0;
    expect((await startImport(disturbed.ctx(disturbed.as.lis), hl7, "messages.hl7")).id).toBe(died);
    await disturbed.drain();
    expect(await stateOf(disturbed)).toEqual(await stateOf(undisturbed));
  });

  test("a run whose process died comes back by itself with the sweep", async () => {
    const w = await world();
    w.faults.writesUntilDeath = 20;
    const { id: run } = await startImport(w.ctx(w.as.lis), hl7, "messages.hl7");
    await expect(w.drain()).rejects.toBeInstanceOf(ProcessDied);
    w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
    w.jobs.length = 0;
    w.clock.advance({ minutes: 20 });
    await w.all();
    expect(await readImport(w.ctx(w.as.lis), run)).toMatchObject({ state: "done", rows: 100 });
  });

  test("collisions, throttling and lost answers change nothing of the end", async () => {
    const [calm, stormy] = [await world(), await world()];
    await take(calm, bundle, "bundle.json");
    Object.assign(stormy.faults, { conflict: 0.2, throttle: 0.1, lostAnswer: 0.1 });
    await take(stormy, bundle, "bundle.json");
    Object.assign(stormy.faults, { conflict: 0, throttle: 0, lostAnswer: 0 });
    expect(await stateOf(stormy)).toEqual(await stateOf(calm));
  });
});

test("the same file sent five times at once is one run", async () => {
  const w = await world();
  w.faults.conflict = 0.2;
  const runs = await Promise.all(
    Array.from({ length: 5 }, () => startImport(w.ctx(w.as.lis), bundle, "bundle.json")),
  );
  expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
});

describe("whose results they are", () => {
  test("id, name, birth date and sex agree: her file, and no second one", async () => {
    const w = await world();
    const client = await enrolled(w);
    expect(await take(w, rows(`${header}\n${line()}`), "a.csv")).toMatchObject({ applied: 1 });
    expect((await w.dump()).filter(({ sk }) => sk === "FILE#PROFILE")).toHaveLength(1);
    expect(
      (await w.dump()).some(
        ({ pk, sk }) => pk === `C#${client.number}` && sk.startsWith("FILE#RES#2026-10-20"),
      ),
    ).toBe(true);
  });

  test("the id agrees and the name does not: held back with the reason, sealed, once", async () => {
    const w = await world();
    await enrolled(w);
    const file = rows(`${header}\n${line({ name: "林文" })}`);
    expect(await take(w, file, "a.csv")).toMatchObject({ rows: 1, applied: 0, quarantined: 1 });
    expect(await take(w, file, "a.csv")).toMatchObject({ quarantined: 1 });
    const held = (await w.dump()).filter(({ pk }) => pk.startsWith("HELD#"));
    expect(held).toMatchObject([{ reasons: ["name"] }]);
    expect(JSON.stringify(held)).not.toContain(id);
  });

  test("a valid id nobody has is a prospect without consent; no valid id is rejected by line and column", async () => {
    const w = await world();
    const wrong = `${id.slice(0, 17)}${id.endsWith("0") ? "1" : "0"}`;
    const result = await take(
      w,
      rows(`${header}\n${line()}\n${line({ id: wrong })}\n${line({ id: "" })}`),
      "a.csv",
    );
    expect(result).toMatchObject({
      rows: 3,
      applied: 1,
      rejected: [
        { line: 3, column: "身份证号" },
        { line: 4, column: "身份证号" },
      ],
    });
    const [profile] = (await w.dump()).filter(({ sk }) => sk === "FILE#PROFILE");
    expect(profile).toMatchObject({ state: "prospect", consents: {} });
    expect(profile).not.toHaveProperty("listPk");
  });

  test("an id that contradicts the row's own sex is held back, never filed", async () => {
    const w = await world();
    expect(await take(w, rows(`${header}\n${line({ sex: "男" })}`), "a.csv")).toMatchObject({
      quarantined: 1,
      applied: 0,
    });
    expect((await w.dump()).filter(({ sk }) => sk === "FILE#PROFILE")).toEqual([]);
  });

  test("one person twice in a file with two values for one day: the first goes in, the second is held back", async () => {
    const w = await world();
    expect(await take(w, rows(`${header}\n${line()}\n${line({ fpg: "7.4" })}`), "a.csv")).toMatchObject({
      applied: 1,
      quarantined: 1,
    });
  });
});

describe("the door for machines", () => {
  test("takes a file whose name is not percent-encoded as it stands, and promises no key it does not read", async () => {
    const w = await world();
    const api = create(w.home);
    const send = async (path: string) =>
      api.request(path, {
        method: "POST",
        headers: { authorization: `Bearer ${await w.token(w.as.lis)}`, "x-file-name": "100%zz.csv" },
        body: rows(`${header}\n${line()}`),
      });
    expect((await send("/api/imports/preview")).status).toBe(200);
    const taken = await send("/api/imports");
    expect([taken.status, await taken.json()]).toMatchObject([200, { name: "100%zz.csv" }]);
    const { paths } = openapi() as { paths: Record<string, { post: { parameters: object[] } }> };
    expect(paths["/api/imports"]?.post.parameters).toEqual([]);
  });
});

describe("what was there before", () => {
  test("a value changed by a later file is a new group beside the old one, and the assessment follows it", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await take(w, rows(`${header}\n${line({ fpg: "5.0" })}`), "a.csv");
    expect(await take(w, rows(`${header}\n${line({ fpg: "7.4" })}`), "b.csv")).toMatchObject({ applied: 1 });
    const groups = (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#RES#"));
    expect(groups.map(({ values }) => JSON.parse(String(values)).FPG?.[0])).toEqual([5, 7.4]);
    expect(JSON.parse(String(groups[1]?.["values"]))).not.toHaveProperty("SBP");
    const assessment = (await w.dump()).find(
      ({ pk, sk }) => pk === `C#${number}` && sk.startsWith("FILE#ASM#"),
    );
    expect(assessment?.["path"]).toBe("needs-confirmation");
  });

  const glucose = async (w: World, number: string) =>
    (await readResults(w.ctx(w.as.physician), number))[0]?.results["FPG"]?.value;
  const groupsIn = async (w: World) => (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#RES#"));

  test("the first file uploaded again after the one that corrected it undoes no correction", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const [first, correcting] = ["6.5", "5.4"].map((fpg) => rows(`${header}\n${line({ fpg })}`));
    await take(w, first as Uint8Array, "a.csv");
    await take(w, correcting as Uint8Array, "b.csv");
    expect(await take(w, first as Uint8Array, "a.csv")).toMatchObject({ applied: 0, unchanged: 1 });
    expect(await glucose(w, number)).toBe(5.4);
    expect(await groupsIn(w)).toHaveLength(2);
  });

  test("a person who types the earlier value again is believed", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    for (const fpg of ["6.5", "5.4"]) await take(w, rows(`${header}\n${line({ fpg })}`), `${fpg}.csv`);
    await receiveResults(w.ctx(w.as.nurse), number, {
      date: "2026-10-20",
      results: [{ item: "FPG", value: 6.5, unit: "mmol/L" }],
      from: { source: "desk" },
    });
    expect(await glucose(w, number)).toBe(6.5);
  });

  test("messages that correct and correct back end the same at every upload, and add nothing again", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const file = messages(["6.5", "F"], ["5.4", "C"], ["6.5", "C"]);
    expect(await take(w, file, "a.hl7")).toMatchObject({ applied: 3, quarantined: 0 });
    expect(await take(w, file, "a.hl7")).toMatchObject({ applied: 0, unchanged: 3 });
    expect(await glucose(w, number)).toBe(6.5);
    expect(await groupsIn(w)).toHaveLength(3);
  });

  test("a final result replaces a preliminary one of the same file, and never the reverse", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const file = messages(["6.5", "P"], ["5.4", "F"]);
    expect(await take(w, file, "a.hl7")).toMatchObject({ applied: 2, quarantined: 0 });
    expect(await take(w, file, "a.hl7")).toMatchObject({ applied: 0, unchanged: 2 });
    expect(await take(w, messages(["6.1", "P"]), "late.hl7")).toMatchObject({ applied: 0, unchanged: 1 });
    expect(await glucose(w, number)).toBe(5.4);
  });

  test("a file the desk corrects later does not undo what a person changed in the profile", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await changeClient(w.ctx(), number, { contacts: { phone: "13900000000" } });
    await take(w, rows(`${header}\n${line()}`), "a.csv");
    expect((await clientOf(w.ctx(), number))?.contacts.phone).toBe("+8613900000000");
  });
});
