import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import {
  addDocument,
  openDocument,
  readDocuments,
  receiveResults,
  releaseReport,
  signAssessment,
  withdrawDocument,
} from "../../shared/loop/index.ts";
import { documentTypeOf } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
const pdf = new TextEncoder().encode("%PDF-1.7\nultrasound of 林雅文");
const upload = (bytes: Uint8Array = pdf, name = "林雅文 B超.pdf") => ({ name, bytes });
const nurse = (w: World) => w.ctx(w.as.nurse);
const begun = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array.from({ length: 200 }, () => 1)]);

async function examined() {
  const w = await world();
  const { number } = await enrolled(w);
  const results = [{ item: "FPG", value: 5.4, unit: "mmol/L" }];
  await receiveResults(nurse(w), number, { date: day, results, from: { source: "desk" } });
  return { w, number };
}

describe("a document of an exam", () => {
  test("is opened as it was put in, each opening is in the client's log, and nothing of it in any line", async () => {
    const { w, number } = await examined();
    const { id } = await addDocument(nurse(w), number, { date: day, item: "FPG" }, upload());
    expect(await readDocuments(nurse(w), number)).toMatchObject([
      { id, date: day, item: "FPG", type: "application/pdf", size: pdf.length, by: { id: w.as.nurse.id } },
    ]);
    expect((await openDocument(w.ctx(w.as.physician), number, id)).bytes).toEqual(pdf);
    const opened = (await w.entries()).filter(({ action }) => action === "document.opened");
    expect(opened).toMatchObject([{ subject: `C#${number}`, refs: { document: id } }]);
    expect(JSON.stringify(await w.entries())).not.toMatch(/B超/);
    expect(w.lines.join("\n")).not.toMatch(/林雅文|B超/);
  });

  test("sent twice, at once, with or without a key, is one", async () => {
    const { w, number } = await examined();
    w.faults.conflict = 0.2;
    await Promise.all([1, 2].map(() => addDocument(nurse(w), number, { date: day }, upload(), "key-1")));
    await addDocument(nurse(w), number, { date: day }, upload());
    expect(await readDocuments(nurse(w), number)).toHaveLength(1);
  });

  test("is what its first bytes say, whatever it is called; other kinds and sizes are refused in words", async () => {
    const { w, number } = await examined();
    const text = (said: string) => new TextEncoder().encode(said);
    const dicom = new Uint8Array(200);
    dicom.set(text("DICM"), 128);
    for (const [bytes, type] of [
      [begun(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image/png"],
      [begun(0xff, 0xd8, 0xff), "image/jpeg"],
      [text("RIFF0000WEBPVP8 "), "image/webp"],
      [dicom, "application/dicom"],
      [text("<svg onload='x'>"), undefined],
      [text("<html>%PDF-"), undefined],
      [text("MZ"), undefined],
    ] as const)
      expect(documentTypeOf(bytes)).toBe(type);
    for (const [bytes, words] of [
      [text("<svg/>"), /Only PDF/],
      [new Uint8Array(), /not empty/],
      [new Uint8Array(5 * 1024 * 1024 + 1), /over 5 MB/],
    ] as const)
      await expect(
        addDocument(nurse(w), number, { date: day }, upload(bytes, "a.pdf")),
      ).rejects.toMatchObject({
        problems: [{ field: "file", message: { en: words } }],
      });
    for (const about of [{ date: "2030-01-01" }, { date: day, item: "NOTHING" }])
      await expect(addDocument(nurse(w), number, about, upload())).rejects.toMatchObject({
        code: "InvalidInput",
      });
    expect(await readDocuments(nurse(w), number)).toEqual([]);
  });

  test("is the client's to see once the results of its exam are released, their own at once, nobody else's ever", async () => {
    const { w, number } = await examined();
    const { id } = await addDocument(nurse(w), number, { date: day }, upload());
    const hers = w.ctx(w.as.client(number));
    const own = await addDocument(
      hers,
      number,
      { date: day },
      upload(begun(0xff, 0xd8, 0xff), "外院报告.jpg"),
    );
    const seen = async () => (await readDocuments(hers, number)).map((one) => one.id);
    expect(own.own).toBe(true);
    expect(await seen()).toEqual([own.id]);
    await expect(openDocument(hers, number, id)).rejects.toMatchObject({ code: "NotFound" });
    await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
    await releaseReport(w.ctx(w.as.physician), number, day, 1);
    expect(new Set(await seen())).toEqual(new Set([id, own.id]));
    for (const stranger of [
      w.as.client("P-999999999"),
      { ...w.as.nurse, centre: "centre-2" } as typeof w.as.nurse,
    ])
      await expect(openDocument(w.ctx(stranger), number, id)).rejects.toMatchObject({ code: "NotFound" });
    for (const never of [w.as.hr, w.as.frontDesk, w.as.manager])
      await expect(openDocument(w.ctx(never), number, id)).rejects.toMatchObject({ status: 403 });
  });

  test("put in by mistake is withdrawn with a reason: out of view, kept, and the same file can be put in again", async () => {
    const { w, number } = await examined();
    const { id } = await addDocument(nurse(w), number, { date: day }, upload());
    await expect(withdrawDocument(nurse(w), number, id, { reason: "" })).rejects.toMatchObject({
      code: "InvalidInput",
    });
    await withdrawDocument(nurse(w), number, id, { reason: "传错人" });
    await expect(openDocument(nurse(w), number, id)).rejects.toMatchObject({ code: "NotFound" });
    expect((await w.dump()).find(({ sk }) => sk === `DOC#${id}`)).toMatchObject({
      withdrawn: { reason: "传错人" },
    });
    expect((await addDocument(nurse(w), number, { date: day }, upload())).id).not.toBe(id);
  });
});

test("over the API: put in once by its key, listed without its place, and handed out as the file it is", async () => {
  const { w, number } = await examined();
  const api = create(w.home);
  const ask = async (method: string, path: string, body?: Uint8Array) =>
    api.request(`/api/clients/${number}/documents${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await w.token(w.as.nurse)}`,
        "x-file-name": encodeURIComponent("B超.pdf"),
        "idempotency-key": "one",
      },
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    });
  const made = await ask("POST", `?date=${day}&item=FPG`, pdf);
  expect(made.status).toBe(201);
  const { id, ...rest } = (await made.json()) as { id: string };
  expect(rest).toMatchObject({ name: "B超.pdf", item: "FPG", type: "application/pdf" });
  expect(rest).not.toHaveProperty("file");
  expect(await (await ask("POST", `?date=${day}&item=FPG`, pdf)).json()).toMatchObject({ id });
  expect(await (await ask("GET", "")).json()).toMatchObject({ documents: [{ id }] });
  const file = await ask("GET", `/${id}`);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
  expect(file.headers.get("content-disposition")).toBe(`attachment; filename="document-${id}.pdf"`);
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
});
