import { beforeEach, describe, expect, it } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { readClient } from "../../shared/clients/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const id = nationalId("1980-05-06", 421);

/** Everything the form can hold, filled in. */
const everything = {
  "document.kind": "passport",
  "document.text": "E12345678",
  name: "欧阳若兰",
  nameLatin: "OUYANG RUOLAN",
  birthDate: "1979-02-03",
  sex: "female",
  occupation: "Architect",
  manager: "health-manager-1",
  "contacts.phone": "13912345678",
  "contacts.wechat": "ruolan",
  "contacts.email": "ruolan@example.com",
  language: "en",
  channels: ["email", "wechat", ""],
  consents: ["care", "employer-aggregate"],
  "health.smoking": "former",
  "health.alcohol": "sometimes",
  "health.exercise": "regular",
  "health.diagnoses": ["hypertension", "fatty-liver"],
  "health.drugs": ["antihypertensive"],
  "health.medication": "Amlodipine 5 mg",
  allergies: "some",
  "health.allergies.text": "Penicillin: rash",
  "health.history": "Appendix 1999",
  "health.dailyVegFruit": "yes",
  "health.homeNorth": "no",
  "health.everHighGlucose": "yes",
  "health.gestationalDiabetes": "no",
  "health.familyDiabetes": "second-degree",
  "health.familyAscvd": "early",
  "health.familyCancer": "yes",
  "health.neckCm": "34.5",
  "health.pregnant": "yes",
  "family.relation": ["spouse", "father"],
  "family.client": ["", ""],
};

/** What the tick "somebody else" sends. */
const compared = "欧阳若兰 1979-02-03";

let here: World;
beforeEach(async () => {
  here = await world();
  const manager = {
    id: "health-manager-1",
    centre: "centre-1",
    name: "林静",
    roles: ["health-manager"] as const,
  };
  await addStaff(here.ctx(), { ...manager, roles: [...manager.roles] });
});

const key = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
const numberIn = (location: string): string => location.replace("/enrol/", "");

describe("the enrolment page", () => {
  it("asks for the document alone at first, in both languages", async () => {
    for (const [language, title] of [
      ["en", "Enrol a client"],
      ["zh", "客户建档"],
    ] as const) {
      const { html, status } = await (await visitor(here, here.as.frontDesk, language)).get("/enrol");
      expect(status).toBe(200);
      expect(textOf(html)).toContain(title);
      expect(Object.keys(filled(html, "/enrol"))).toEqual(["key", "document.kind", "document.text"]);
    }
  });

  it("fills birth date and sex in from a national id, without a script", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const look = { "document.kind": "national-id", "document.text": id, act: "look" };
    const { html } = await desk.post("/enrol", look);
    expect(filled(html, "/enrol")).toMatchObject({ birthDate: ["1980-05-06"], sex: ["male"], name: [""] });
  });

  it("leaves every consent unticked until somebody ticks it", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { html } = await desk.post("/enrol", { "document.text": id, act: "look" });
    expect(filled(html, "/enrol")["consents"]).toBeUndefined();
    expect(html.match(/name="consents"/g)).toHaveLength(4);
  });

  it("says what is wrong with a mistyped id beside the field, and keeps what was typed", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const wrong = `${id.slice(0, 17)}${id.endsWith("X") ? "1" : "X"}`;
    const { html } = await desk.post("/enrol", { "document.text": wrong, act: "look" });
    expect(html).toContain('href="#document.text"');
    expect(html).toContain('id="document.text-error"');
    expect(filled(html, "/enrol")["document.text"]).toEqual([wrong]);
  });

  it("enrols with everything that was filled in, and ends on the next two tasks", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { status, location } = await desk.post("/enrol", { ...everything, act: "enrol", key });
    expect(status).toBe(303);
    const client = await readClient(here.ctx(), numberIn(location));
    expect(client).toMatchObject({
      name: "欧阳若兰",
      nameLatin: "OUYANG RUOLAN",
      sex: "female",
      birthDate: "1979-02-03",
      occupation: "Architect",
      manager: "health-manager-1",
      contacts: { phone: "+8613912345678", wechat: "ruolan", email: "ruolan@example.com" },
      language: "en",
      channels: ["email", "wechat"],
      health: {
        smoking: "former",
        alcohol: "sometimes",
        exercise: "regular",
        diagnoses: ["hypertension", "fatty-liver"],
        drugs: ["antihypertensive"],
        medication: "Amlodipine 5 mg",
        allergies: { asked: true, text: "Penicillin: rash" },
        history: "Appendix 1999",
        dailyVegFruit: "yes",
        homeNorth: "no",
        homeUrban: "unknown",
        everHighGlucose: "yes",
        gestationalDiabetes: "no",
        familyDiabetes: "second-degree",
        familyAscvd: "early",
        familyHypertension: "unknown",
        familyCancer: "yes",
        neckCm: 34.5,
        pregnant: true,
      },
    });
    expect(Object.keys(client.consents).sort()).toEqual(["care", "employer-aggregate"]);
    const end = await desk.get(location);
    expect(textOf(end.html)).toContain(`Enrolled, number ${client.number}`);
    expect(addresses(end.html)).toContain(`/book?client=${client.number}`);
    expect(addresses(end.html)).toContain(`/clients/${client.number}`);
  });

  it("keeps every typed word and tick when one field is refused", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const typed = { ...everything, "contacts.phone": "139", key };
    const { html, status } = await desk.post("/enrol", { ...typed, act: "enrol" });
    expect(status).toBe(200);
    expect(html).toContain('id="contacts.phone-error"');
    expect(textOf(html)).toContain("3 digits typed, 11 needed");
    const asLists = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, typeof value === "string" ? [value] : [...value]]),
    );
    const { "family.relation": _first, ...rest } = asLists;
    expect(filled(html, "/enrol")).toMatchObject(rest);
  });

  it("does not keep 'allergic to' with nothing behind it as 'none known'", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const unsaid = { ...everything, "health.allergies.text": "", act: "enrol", key };
    const { html } = await desk.post("/enrol", unsaid);
    expect(html).toContain('id="health.allergies.text-error"');
    const said = await desk.post("/enrol", { ...unsaid, allergies: "none" });
    const client = await readClient(here.ctx(), numberIn(said.location));
    expect(client.health.allergies).toEqual({ asked: true, text: "" });
  });

  it("takes no pregnancy of a man", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { location } = await desk.post("/enrol", { ...everything, sex: "male", act: "enrol", key });
    expect((await readClient(here.ctx(), numberIn(location))).health.pregnant).toBe(false);
  });

  it.each([
    ["hk-mo-permit", "H12345678"],
    ["tw-permit", "12345678"],
    ["centre", ""],
  ])("enrols by %s as well", async (kind, text) => {
    const desk = await visitor(here, here.as.frontDesk);
    const typed = { ...everything, "document.kind": kind, "document.text": text };
    const looked = await desk.post("/enrol", { ...typed, act: "look" });
    expect(looked.html).not.toContain("data-errors");
    const { location } = await desk.post("/enrol", { ...typed, act: "enrol", key });
    expect((await readClient(here.ctx(), numberIn(location))).document.kind).toBe(kind);
  });

  it("links a relative by number, and refuses a number nobody here has", async () => {
    const husband = await enrolled(here, { name: "方书涵" });
    const desk = await visitor(here, here.as.frontDesk);
    const linked = { ...everything, "family.client": [husband.number.toLowerCase(), ""], act: "enrol", key };
    const wrong = await desk.post("/enrol", { ...linked, "family.client": ["P-123456789", ""] });
    expect(wrong.html).toContain('id="family.client-error"');
    const { location } = await desk.post("/enrol", linked);
    const client = await readClient(here.ctx(), numberIn(location));
    expect(client.family).toEqual([{ relation: "spouse", client: husband.number }]);
  });

  it("is done once however often it is sent", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const [one, two] = [
      await desk.post("/enrol", { ...everything, act: "enrol", key }),
      await desk.post("/enrol", { ...everything, act: "enrol", key }),
    ];
    expect(two.location).toBe(one.location);
  });
});

describe("somebody who may be here already", () => {
  it("is shown as soon as the document is looked up, with the way to the file", async () => {
    const client = await enrolled(here, { document: { kind: "national-id", text: id }, name: "方书涵" });
    const desk = await visitor(here, here.as.frontDesk);
    const { html } = await desk.post("/enrol", { "document.text": id, act: "look" });
    expect(textOf(html)).toContain("This document has a file here");
    expect(addresses(html)).toContain(`/clients/${client.number}`);
    expect(html).not.toContain('name="consents"');
  });

  it("is shown beside what was typed when name and birth date agree; a tick says it is somebody else", async () => {
    const other = await enrolled(here, {
      name: "欧阳若兰",
      document: { kind: "national-id", text: nationalId("1979-02-03", 2) },
    });
    const desk = await visitor(here, here.as.frontDesk);
    const refused = await desk.post("/enrol", { ...everything, act: "enrol", key });
    expect(refused.status).toBe(200);
    expect(addresses(refused.html)).toContain(`/clients/${other.number}`);
    expect(filled(refused.html, "/enrol")).toMatchObject({ name: ["欧阳若兰"], key: [key] });
    expect(refused.html).toContain(`value="${compared}"`);
    const earlier = { ...everything, act: "enrol", key, notADuplicate: "唐卫国 1979-02-03" };
    expect((await desk.post("/enrol", earlier)).status, "compared with somebody else").toBe(200);
    const { status, location } = await desk.post("/enrol", {
      ...everything,
      act: "enrol",
      key,
      notADuplicate: compared,
    });
    expect(status).toBe(303);
    expect(numberIn(location)).not.toBe(other.number);
  });

  it("is not shown to another centre", async () => {
    await enrolled(here, { document: { kind: "national-id", text: id }, name: "方书涵" });
    const elsewhere = await visitor(here, {
      ...here.as.frontDesk,
      centre: "centre-2",
    } as typeof here.as.frontDesk);
    const { html } = await elsewhere.post("/enrol", { "document.text": id, act: "look" });
    expect(textOf(html)).not.toContain("方书涵");
  });
});

describe("what the page gives away", () => {
  it("puts no name, document or phone into an address", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    await enrolled(here, {
      name: "欧阳若兰",
      document: { kind: "national-id", text: nationalId("1979-02-03", 2) },
    });
    const refused = await desk.post("/enrol", { ...everything, act: "enrol", key });
    const { location } = await desk.post("/enrol", {
      ...everything,
      act: "enrol",
      key,
      notADuplicate: compared,
    });
    const { html } = await desk.get(location);
    const all = [location, ...addresses(refused.html), ...addresses(html)].join(" ");
    for (const secret of ["欧阳", "OUYANG", "E12345678", "139123", "ruolan"])
      expect(all).not.toContain(secret);
  });

  it("is closed to nurses, companies and clients", async () => {
    const client = await enrolled(here);
    for (const actor of [here.as.nurse, here.as.hr, here.as.client(client.number)]) {
      const them = await visitor(here, actor);
      expect((await them.get("/enrol")).status).toBe(403);
      expect((await them.post("/enrol", { "document.text": id, act: "look" })).status).toBe(403);
      expect((await them.get(`/enrol/${client.number}`)).status).toBe(403);
    }
  });
});
