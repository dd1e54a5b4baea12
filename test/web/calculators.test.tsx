import { describe, expect, test } from "vitest";
import { formulas } from "../../shared/assessment/index.ts";
import { world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const physician = async (language: "en" | "zh" = "en") => {
  const w = await world();
  return { w, v: await visitor(w, w.as.physician, language) };
};

describe("the calculators", () => {
  test("list every formula there is, with its source and what is not signed off yet", async () => {
    const { v } = await physician();
    const { html } = await v.get("/calculators");
    const links = addresses(html);
    for (const { id, name, source } of formulas) {
      expect(links, id).toContain(`/calculators/${id}`);
      expect(textOf(html), id).toContain(name.en);
      expect(textOf(html), id).toContain(source);
    }
    expect(html).toContain("needs clinical sign-off");
  });

  test("have a form for every formula that can be sent as it stands, in both languages", async () => {
    for (const language of ["en", "zh"] as const) {
      const { v } = await physician(language);
      for (const { id, name } of formulas) {
        const path = `/calculators/${id}`;
        const empty = await v.get(path);
        expect(empty.status, id).toBe(200);
        expect(textOf(empty.html), id).toContain(name[language]);
        const sent = await v.post(path, filled(empty.html, path));
        expect(sent.status, id).toBe(200);
        expect(sent.html, id).toMatch(language === "zh" ? /结果/ : /Result/);
      }
    }
  });

  test("say the result, what it reads as, what went in, the formula and its source; nothing is kept, nothing is in the address", async () => {
    const { w, v } = await physician();
    const before = await w.dump();
    const answer = await v.post("/calculators/FLEISCHNER-2017", {
      "in.type": "solid",
      "in.multiplicity": "single",
      "in.meanDiameterMm": "７.0",
      "in.risk": "high",
    });
    expect(answer.status).toBe(200);
    const said = textOf(answer.html);
    expect(said).toContain("CT 6-12 mo, then 18-24 mo");
    expect(said).toContain("Fleischner Society 2017");
    expect(filled(answer.html, "/calculators/FLEISCHNER-2017")["in.meanDiameterMm"]).toEqual(["７.0"]);
    expect(await w.dump()).toEqual(before);
  });

  test("take a value in the unit people measure it in", async () => {
    const { v } = await physician();
    const { html } = await v.post("/calculators/LDL-SAMPSON", { "in.x": "" });
    expect(textOf(html)).toMatch(/Total cholesterol, mmol\/L/);
    const answer = await v.post("/calculators/LDL-SAMPSON", {
      "in.totalCholMgdl": "5.0",
      "in.hdlMgdl": "1.3",
      "in.tgMgdl": "1.5",
    });
    expect(textOf(answer.html)).not.toContain("Not computed");
  });

  test("say why there is no result, and mend what cannot be read where it was typed", async () => {
    const { v } = await physician();
    const path = "/calculators/EGFR";
    const missing = await v.post(path, { "in.sex": "female", "in.age": "50" });
    expect(textOf(missing.html)).toContain("Not computed; missing: creatinine");
    const young = await v.post(path, { "in.sex": "female", "in.age": "12", "in.creatinineUmol": "80" });
    expect(textOf(young.html)).toContain("outside what the score is valid for: age");
    expect(young.html).toMatch(/id="in.age-error"/);
    const typed = await v.post(path, { "in.sex": "female", "in.age": "fifty", "in.creatinineUmol": "80" });
    expect(textOf(typed.html)).toContain("Type a number");
    expect(filled(typed.html, path)["in.age"]).toEqual(["fifty"]);
  });

  test("score a questionnaire by its answers alone, and ask for all of them", async () => {
    const { v } = await physician();
    const answers = (some: number) =>
      Object.fromEntries(Array.from({ length: some }, (_, at) => [`in.items.${at + 1}`, "2"]));
    expect(textOf((await v.post("/calculators/PHQ-9", answers(9))).html)).toMatch(/18/);
    expect(textOf((await v.post("/calculators/PHQ-9", answers(4))).html)).toContain("Answer every question");
  });

  test("know no other formula, whatever the address says", async () => {
    const { v } = await physician();
    for (const id of ["NONE", "__proto__", "constructor"])
      expect((await v.get(`/calculators/${id}`)).status).toBe(404);
  });

  test("cannot be led astray by words nobody offered", async () => {
    const { v } = await physician();
    for (const { id, inputs } of formulas) {
      const fields = Object.fromEntries(
        Object.keys(inputs).flatMap((key) => [
          [`in.${key}`, "<script>1e999"],
          [`in.${key}.1`, "-1"],
        ]),
      );
      const { status, html } = await v.post(`/calculators/${id}`, fields);
      expect(status, id).toBe(200);
      expect(html, id).not.toContain("<script>1e999");
      expect(html, id).not.toMatch(/NaN|Infinity/);
    }
  });
});
