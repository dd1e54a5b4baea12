import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { bookExam, receiveResults } from "../../shared/loop/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const today = "2026-11-23";

let here: World;
let client: Client;
beforeEach(async () => {
  here = await world({ start: "2026-11-23T02:00:00.000Z" });
  client = await enrolled(here, { name: "方书涵" });
});

const form = (results: Record<string, string | string[]>) => ({
  client: client.number,
  date: today,
  set: "basic",
  ...Object.fromEntries(
    Object.entries(results).map(([code, text]) => [code === "confirmed" ? code : `results.${code}`, text]),
  ),
});

const kept = async () => (await readResults(here.ctx(here.as.nurse), client.number))[0]?.results ?? {};

describe("the page for typing results", () => {
  it("finds the client by a posted form, and leads on by number alone", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { html } = await nurse.post("/results/find", { find: "fsh" });
    expect(addresses(html)).toContain(`/results?client=${client.number}`);
    expect(addresses(html).join(" ")).not.toContain("方");
  });

  it("has a row for each item with the last value, the unit and the range, in both languages", async () => {
    const results = [{ item: "FPG", value: 5.4, unit: "mmol/L" }];
    await receiveResults(here.ctx(here.as.nurse), client.number, {
      date: "2025-10-20",
      results,
      from: { source: "desk" },
    });
    for (const [language, said] of [
      ["en", "Fasting glucose 5.4 2025-10-20 mmol/L 3.9–6.1"],
      ["zh", "空腹血糖 5.4 2025-10-20 mmol/L 3.9–6.1"],
    ] as const) {
      const { html } = await (await visitor(here, here.as.nurse, language)).get(
        `/results?client=${client.number}`,
      );
      expect(textOf(html)).toContain(said);
    }
  });

  it("offers the items of the package that is booked on the day", async () => {
    await bookExam(here.ctx(), { client: client.number, package: "advanced", date: today, time: "13:30" });
    const nurse = await visitor(here, here.as.nurse);
    expect((await nurse.get(`/results?client=${client.number}`)).html).toContain('name="results.HBA1C"');
    expect((await nurse.get(`/results?client=${client.number}&set=urine`)).html).not.toContain(
      "results.HBA1C",
    );
  });

  it("saves only what is filled in and shows it with its flags and the way to the file", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { location } = await nurse.post("/results", form({ FPG: "5.6", LDLC: "4.9", HGB: "", UPRO: "1+" }));
    expect(location).toBe(`/results/${client.number}/${today}`);
    expect(await kept()).toMatchObject({ FPG: { value: 5.6 }, LDLC: { value: 4.9 }, UPRO: { value: "1+" } });
    expect(Object.keys(await kept())).toHaveLength(3);
    const { html } = await nurse.get(location);
    expect(textOf(html)).toContain("Fasting glucose 5.6 mmol/L Normal");
    expect(textOf(html)).toContain("LDL-C 4.9 mmol/L High");
    expect(html).toMatch(/data-flag="A"/);
    expect(addresses(html)).toContain(`/clients/${client.number}`);
  });

  it("sent twice keeps one set of results", async () => {
    const nurse = await visitor(here, here.as.nurse);
    await nurse.post("/results", form({ FPG: "5.6" }));
    const items = await here.dump();
    expect((await nurse.post("/results", form({ FPG: "5.6" }))).status).toBe(303);
    expect(await here.dump()).toEqual(items);
  });

  it("understands digits of full width", async () => {
    await (await visitor(here, here.as.nurse)).post("/results", form({ FPG: "５．６" }));
    expect(await kept()).toMatchObject({ FPG: { value: 5.6 } });
  });

  it("refuses what cannot be, in words, and keeps what was typed", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { html, status } = await nurse.post("/results", form({ HGB: "3000", FPG: "5.6", WBC: "viele" }));
    expect(status).toBe(200);
    expect(html).toContain('id="results.HGB-error"');
    expect(html).toContain('id="results.WBC-error"');
    expect(filled(html, "/results")).toMatchObject({
      "results.HGB": ["3000"],
      "results.FPG": ["5.6"],
      "results.WBC": ["viele"],
    });
    expect(await kept()).toEqual({});
  });

  it("asks to look again at an unlikely value; the tick stands for that value and no other", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const asked = await nurse.post("/results", form({ FPG: "56" }));
    expect(textOf(asked.html)).toContain("Did you mean 5.6?");
    expect(textOf(asked.html)).toContain("56 is right");
    const other = await nurse.post("/results", form({ FPG: "58", confirmed: ["FPG 56"] }));
    expect(other.status).toBe(200);
    const sure = await nurse.post("/results", form({ FPG: "56", confirmed: ["FPG 56"] }));
    expect(sure.status).toBe(303);
    expect(textOf((await nurse.get(sure.location)).html)).toContain("Critical high");
  });

  it("asks for a recorded contact after a critical value before another client's results are entered", async () => {
    const other = await enrolled(here, {
      name: "唐卫国",
      document: { kind: "national-id", text: nationalId("1980-05-06", 103) },
    });
    const nurse = await visitor(here, here.as.nurse);
    const saved = await nurse.post("/results", form({ K: "6.8", confirmed: ["K 6.8"] }));
    expect(textOf((await nurse.get(saved.location)).html)).not.toContain("Next client");
    const pages = ["/results", `/results?client=${other.number}`];
    for (const page of pages) {
      const { html } = await nurse.get(page);
      expect(textOf(html)).toContain("Before you go on");
      expect(html).not.toContain('name="find"');
      expect(html).not.toContain('name="results.');
    }
    expect((await nurse.get(`/results?client=${client.number}`)).html).toContain('name="results.FPG"');
    const doctor = await visitor(here, here.as.physician);
    expect((await doctor.get(`/results?client=${other.number}`)).html).toContain('name="results.FPG"');

    const [path = ""] = addresses((await nurse.get("/results")).html).filter((one) =>
      one.startsWith("/cases/P-"),
    );
    const tried = { person: "client", channel: "phone", outcome: "unable to reach" };
    expect((await nurse.post(`${path}/contact`, tried)).status).toBe(303);
    for (const page of pages) expect(textOf((await nurse.get(page)).html)).not.toContain("Before you go on");
  });

  it("a critical value that was mistyped and is corrected holds nobody up", async () => {
    const nurse = await visitor(here, here.as.nurse);
    await nurse.post("/results", form({ K: "6.8", confirmed: ["K 6.8"] }));
    await nurse.post("/results", form({ K: "4.2" }));
    expect(textOf((await nurse.get("/results")).html)).not.toContain("Before you go on");
  });

  it("asks for something when nothing is filled in, and refuses a day that has not come", async () => {
    const nurse = await visitor(here, here.as.nurse);
    expect(textOf((await nurse.post("/results", form({}))).html)).toContain("Nothing is filled in yet.");
    const ahead = await nurse.post("/results", { ...form({ FPG: "5.6" }), date: "2026-11-24" });
    expect(textOf(ahead.html)).toContain("This day has not come yet.");
    const odd = await nurse.post("/results", { ...form({ FPG: "5.6" }), date: "yesterday" });
    expect(odd.html).toContain('id="date-error"');
  });

  it("is closed to the front desk, companies and clients; another centre finds nothing", async () => {
    await (await visitor(here, here.as.nurse)).post("/results", form({ FPG: "5.6" }));
    for (const actor of [here.as.frontDesk, here.as.hr, here.as.client(client.number)]) {
      const them = await visitor(here, actor);
      expect((await them.get(`/results?client=${client.number}`)).status).toBe(403);
      expect((await them.post("/results", form({ FPG: "6.6" }))).status).toBe(403);
      expect([403, 404]).toContain((await them.get(`/results/${client.number}/${today}`)).status);
    }
    const elsewhere = { ...here.as.nurse, centre: "centre-2" } as typeof here.as.nurse;
    const them = await visitor(here, elsewhere);
    expect((await them.post("/results", form({ FPG: "6.6" }))).status).toBe(404);
    expect((await them.get(`/results/${client.number}/${today}`)).status).toBe(404);
  });
});

describe("what is typed and not saved", () => {
  const typed = (results: Record<string, string>) => form(results);
  const entry = () => `/results?client=${client.number}&date=${today}&set=basic`;

  it("is there again when its writer comes back, and nobody's result; saving ends it", async () => {
    const nurse = await visitor(here, here.as.nurse);
    expect((await nurse.post("/results/draft", typed({ FPG: "5.", HGB: "" }))).status).toBe(204);
    await nurse.post("/results/draft", typed({ FPG: "5.6", HGB: "140" }));
    const { html } = await nurse.get(entry());
    expect(filled(html, "/results")).toMatchObject({ "results.FPG": ["5.6"], "results.HGB": ["140"] });
    expect(textOf(html)).toContain("2 values were typed here before");
    expect(await kept()).toEqual({});
    await nurse.post("/results", typed({ FPG: "5.6", HGB: "140" }));
    expect((await here.dump()).filter(({ pk }) => pk.startsWith("DRAFT#"))).toEqual([]);
    expect(textOf((await nurse.get(entry())).html)).not.toContain("typed here before");
  });

  it("is seen by nobody else, sealed where it is kept, and gone when it is given up or a week old", async () => {
    const nurse = await visitor(here, here.as.nurse);
    await nurse.post("/results/draft", typed({ FPG: "5.678" }));
    const doctor = await visitor(here, here.as.physician);
    expect((await doctor.get(entry())).html).not.toContain("5.678");
    expect(JSON.stringify(await here.dump())).not.toContain("5.678");
    here.clock.advance({ days: 8 });
    expect((await nurse.get(entry())).html).not.toContain("5.678");
    expect((await nurse.post("/results/draft", typed({ FPG: "5.678" }))).status).toBe(204);
    expect((await nurse.get(entry())).html).toContain("5.678");
    await nurse.post("/results/draft/forget", typed({ FPG: "5.678" }));
    expect((await nurse.get(entry())).html).not.toContain("5.678");
  });

  it("is kept for clients of one's own centre only", async () => {
    const elsewhere = { ...here.as.nurse, centre: "centre-2" } as typeof here.as.nurse;
    const them = await visitor(here, elsewhere);
    expect((await them.post("/results/draft", typed({ FPG: "5.6" }))).status).toBe(404);
    expect((await them.get(entry())).status).toBe(404);
  });

  it("says how far a value is from the last one", async () => {
    const results = [{ item: "FPG", value: 5.4, unit: "mmol/L" }];
    await receiveResults(here.ctx(here.as.nurse), client.number, {
      date: "2025-10-20",
      results,
      from: { source: "desk" },
    });
    const nurse = await visitor(here, here.as.nurse);
    await nurse.post("/results/draft", typed({ FPG: "5.1" }));
    expect(textOf((await nurse.get(entry())).html)).toContain("−0.3");
  });
});

describe("images and documents", () => {
  const upload = (text: string, name = "B超.pdf"): FormData => {
    const data = new FormData();
    data.append("file", new File([text], name));
    data.append("item", "FPG");
    data.append("key", "one");
    return data;
  };

  it("are added to a result, opened where they are listed, and withdrawn with a reason", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { location } = await nurse.post("/results", form({ FPG: "5.6" }));
    expect((await nurse.post(`${location}/documents`, upload("%PDF-1.7 x"))).location).toBe(location);
    const { html } = await nurse.get(location);
    expect(textOf(html)).toContain("B超.pdf PDF · 1 KB Fasting glucose");
    const [address = ""] = addresses(html).filter((one) => /^\/documents\/[^/]+\/[^/]+$/.test(one));
    const file = await nurse.get(address);
    expect([file.html, file.headers.get("content-type")]).toEqual(["%PDF-1.7 x", "application/pdf"]);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    const gone = await nurse.post(`${address}/withdraw`, { date: today, reason: "传错人" });
    expect(gone.location).toBe(location);
    expect(textOf((await nurse.get(location)).html)).toContain(
      "No image or document belongs to this exam yet.",
    );
    expect((await nurse.get(address)).status).toBe(404);
  });

  it("of another kind are refused beside the field", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { location } = await nurse.post("/results", form({ FPG: "5.6" }));
    const { html } = await nurse.post(`${location}/documents`, upload("<svg/>"));
    expect(html).toContain('id="file-error"');
    expect(textOf(html)).toContain("Only PDF, PNG, JPEG, WebP and DICOM files are taken");
  });
});
