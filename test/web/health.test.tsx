import { describe, expect, test } from "vitest";
import { readClient } from "../../shared/clients/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { world } from "../support/world.ts";
import { filled, textOf, visitor } from "./visitor.ts";

const told = {
  smoking: "never",
  diagnoses: ["diabetes", "atrial-fibrillation"],
  diabetesSince: 2015,
  familyDiabetes: "first-degree",
  everHighGlucose: "yes",
  allergies: { asked: true, text: "青霉素" },
  neckCm: 34.5,
} as const;
const file = { ...told, diagnoses: [...told.diagnoses] };

describe("the health file's form", () => {
  test("shows what is kept, and sent back untouched changes nothing", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: file });
    const nurse = await visitor(w, w.as.nurse);
    const path = `/clients/${number}/health`;
    const form = filled((await nurse.get(path)).html, path);
    expect(form).toMatchObject({
      "health.smoking": ["never"],
      "health.homeNorth": ["unknown"],
      "health.diagnoses": file.diagnoses,
      "health.diabetesSince": ["2015"],
      "health.neckCm": ["34.5"],
      allergies: ["some"],
    });
    const before = await w.dump();
    expect(await nurse.post(path, form)).toMatchObject({ status: 303, location: `/clients/${number}` });
    expect(await w.dump()).toEqual(before);
  });

  test("keeps what is changed, and takes back what is emptied", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: file });
    const nurse = await visitor(w, w.as.nurse, "zh");
    const path = `/clients/${number}/health`;
    const form = filled((await nurse.get(path)).html, path);
    await nurse.post(path, {
      ...form,
      "health.familyAscvd": "age-unknown",
      "health.neckCm": "",
      "health.smoking": "unknown",
    });
    const { health } = await readClient(w.ctx(), number);
    expect(health).toMatchObject({ familyAscvd: "age-unknown", smoking: "unknown", diabetesSince: 2015 });
    expect(health).not.toHaveProperty("neckCm");
  });

  test("says beside the field what cannot be, and keeps what was typed", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: file });
    const nurse = await visitor(w, w.as.nurse);
    const path = `/clients/${number}/health`;
    const form = filled((await nurse.get(path)).html, path);
    const typed = { ...form, "health.diabetesSince": "1850", "health.smoking": "former" };
    const { html, status } = await nurse.post(path, typed);
    expect(status).toBe(200);
    expect(html).toContain('id="health.diabetesSince-error"');
    expect(textOf(html)).toContain("Diabetes since: ");
    expect(filled(html, path)).toMatchObject({
      "health.diabetesSince": ["1850"],
      "health.smoking": ["former"],
    });
    const letters = await nurse.post(path, { ...form, "health.neckCm": "wide" });
    expect(textOf(letters.html)).toContain("Write a whole number or a decimal");
  });

  test("tells who is late that somebody saved first", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: file });
    const nurse = await visitor(w, w.as.nurse);
    const path = `/clients/${number}/health`;
    const form = filled((await nurse.get(path)).html, path);
    await nurse.post(path, {
      ...form,
      "health.smoking": "current",
      "health.diagnoses": [],
      "health.pregnant": "yes",
    });
    const late = await nurse.post(path, { ...form, "health.smoking": "former" });
    expect(late.html).toContain("Somebody changed this file since you opened it");
    const said = textOf(late.html);
    expect(said).toContain("Smoking: The file says now: Smokes.");
    expect(said).toContain("Known diagnoses: The file says now: nothing.");
    expect(said).toContain("Pregnancy: The file says now: Yes.");
    expect(said).not.toContain("Alcohol: The file says now");
    expect(late.html).toContain('id="health.smoking-error"');
    expect(filled(late.html, path)).toMatchObject({ "health.smoking": ["former"] });
    expect((await readClient(w.ctx(), number)).health.smoking).toBe("current");
  });

  test("asks a man nothing of pregnancies, and stands behind the file of those who may answer", async () => {
    const w = await world();
    const { number } = await enrolled(w, {
      document: { kind: "national-id", text: nationalId("1974-03-12", 123) },
    });
    const nurse = await visitor(w, w.as.nurse);
    const { html } = await nurse.get(`/clients/${number}/health`);
    expect(html).not.toContain("health.gestationalDiabetes");
    expect(html).not.toContain("health.pregnant");
    for (const actor of [w.as.nurse, w.as.physician, w.as.frontDesk, w.as.healthManager])
      expect((await (await visitor(w, actor)).get(`/clients/${number}`)).html).toContain(
        `/clients/${number}/health"`,
      );
    expect((await (await visitor(w, w.as.client(number))).get(`/clients/${number}/health`)).status).toBe(403);
  });

  test("is summed up on the file with what nobody has answered yet", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: file });
    const text = textOf((await (await visitor(w, w.as.physician)).get(`/clients/${number}`)).html);
    expect(text).toContain("Diabetes, Atrial fibrillation");
    expect(text).toContain("diabetes (Parent, brother, sister or child)");
    expect(text).toMatch(/Not asked or not known: .*Vegetables or fruit every day/);
  });
});
