import { describe, expect, test } from "vitest";
import { followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { finding, sign, somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";
import { addressesIn, followed, visitor } from "./examined.ts";

/** The open follow-up of a client's blood pressure. */
async function pressureOf(w: World, number: string) {
  const found = (await followUpsOf(w.ctx(), number)).find(({ concern }) => concern === "blood-pressure");
  if (!found) throw new Error("the exam raised no blood-pressure follow-up");
  return found;
}

const stateOf = async (w: World, number: string, id: string) =>
  (await followUpsOf(w.ctx(), number)).find((one) => one.id === id);

describe("the list", () => {
  test("groups what is open by the day it must be done, with the last value, in either language", async () => {
    const w = await world();
    const { number } = await followed(w);
    const inEnglish = await (await visitor(w, w.as.healthManager)).get("/worklist");
    expect(inEnglish.html).toContain("Later");
    expect(inEnglish.html).toContain("148/92");
    expect(inEnglish.html).toContain(number);
    const inChinese = await (await visitor(w, w.as.healthManager, "zh")).get("/worklist");
    expect(inChinese.html).toContain("血压轻度升高");
    w.clock.advance({ days: 60 });
    const later = await (await visitor(w, w.as.healthManager)).get("/worklist?filter=overdue");
    expect(later.html).toMatch(/\d+ days over/);
  });

  test("keeps its filter in the address, with a count on every chip", async () => {
    const w = await world();
    await followed(w);
    const { html } = await (await visitor(w, w.as.healthManager)).get("/worklist?filter=overdue");
    expect(html).toMatch(/aria-current="true">Overdue<b>0<\/b>/);
    expect(html).toContain("All clear");
    expect(html).toMatch(/Next due \w+ \d+ \w+/);
    expect(addressesIn(html)).toContain("/worklist?filter=high&amp;of=health-manager-1");
  });

  test("is for the health manager and the physician, and for nobody else", async () => {
    const w = await world();
    await followed(w);
    for (const actor of [w.as.healthManager, w.as.physician])
      expect((await (await visitor(w, actor)).get("/worklist")).status).toBe(200);
    for (const actor of [w.as.frontDesk, w.as.nurse, w.as.manager])
      expect((await (await visitor(w, actor)).get("/worklist")).status).toBe(403);
  });

  test("never puts a name into an address", async () => {
    const w = await world();
    await followed(w, { nameLatin: "Lin Yawen" });
    const { html } = await (await visitor(w, w.as.healthManager)).get("/worklist");
    for (const address of addressesIn(html)) expect(address).not.toMatch(/林|雅文|yawen/i);
  });
});

describe("the open row", () => {
  test("says why, what to do by which rule, how to reach, and that only evidence ends it", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await pressureOf(w, number);
    const { html } = await (await visitor(w, w.as.healthManager)).get(`/worklist?open=${number}~${id}`);
    expect(html).toContain("rule bp-grade1-unconfirmed");
    expect(html).toContain("Needs clinical sign-off");
    expect(html).toContain("WeChat, Text message");
    expect(html).toContain("Only evidence ends it");
    expect(html).not.toMatch(/>\s*Done\s*</);
    expect(addressesIn(html)).toContain(`/book?client=${number}&amp;followUps=${id}`);
    expect(html).toContain("Needs clinical sign-off");
  });

  test("leaves the trace of an opened file", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await pressureOf(w, number);
    await (await visitor(w, w.as.healthManager)).get(`/worklist?open=${number}~${id}`);
    const traces = (await w.entries()).filter(({ id: entry }) => entry.startsWith("r#"));
    expect(traces.map(({ action, subject }) => `${action} ${subject}`)).toContain(`file.opened C#${number}`);
    expect(traces.find(({ action }) => action === "worklist.listed")?.refs).toMatchObject({
      clients: [number],
    });
  });

  test("is snoozed to a day in its window, and the way back is offered while there is one", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id, due } = await pressureOf(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const fields = { client: number, id, filter: "all", of: "health-manager-1" };
    const done = await manager.post("/worklist/snooze", { ...fields, until: "2026-12-05" });
    expect(done.status).toBe(303);
    expect(done.toast?.text).toBe(`${number}: snoozed until 5 Dec.`);
    expect(await stateOf(w, number, id)).toMatchObject({ due: "2026-12-05" });
    await manager.post(done.toast?.undo?.action ?? "", done.toast?.undo?.fields ?? {});
    expect(await stateOf(w, number, id)).toMatchObject({ due });
  });

  test("refuses a day past the window and keeps the day that was typed", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id, overdueAfter } = await pressureOf(w, number);
    const refused = await (await visitor(w, w.as.healthManager)).post("/worklist/snooze", {
      client: number,
      id,
      open: `${number}~${id}`,
      until: "2027-06-01",
    });
    expect(refused.status).toBe(200);
    expect(refused.html).toContain(`no later than ${overdueAfter}`);
    expect(refused.html).toContain('value="2027-06-01"');
  });

  test("ends as declined only with a reason, which stays on record", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await pressureOf(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const fields = { client: number, id, open: `${number}~${id}`, declined: "1" };
    const refused = await manager.post("/worklist/decline", { ...fields, reason: " " });
    expect(refused.html).toContain("Please fill this in.");
    expect(await stateOf(w, number, id)).toSatisfy(isOpen);
    const done = await manager.post("/worklist/decline", { ...fields, reason: "Moves abroad" });
    expect(done.status).toBe(303);
    expect(await stateOf(w, number, id)).toMatchObject({
      state: "declined",
      closed: { reason: "Moves abroad" },
    });
  });

  test("ends as looked at elsewhere with the day and what was seen; a day to come is refused and kept", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await pressureOf(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const fields = {
      client: number,
      id,
      open: `${number}~${id}`,
      elsewhere: "1",
      place: "City hospital",
      reason: "Ward letter, 124/78",
    };
    const refused = await manager.post("/worklist/elsewhere", { ...fields, date: "2026-12-24" });
    expect(refused.html).toContain("not in the future");
    expect(refused.html).toContain("Ward letter, 124/78");
    expect(refused.html).toContain('value="2026-12-24"');
    await manager.post("/worklist/elsewhere", { ...fields, date: "2026-11-21" });
    expect(await stateOf(w, number, id)).toMatchObject({ state: "verified elsewhere" });
  });

  test("what only had to be told is done by saying so; where the rule takes no record none is offered", async () => {
    const w = await world();
    const client = await somebody(w);
    const physician = w.ctx(w.as.physician);
    const [told, measured] = await sign(physician, client, "2026-11-22", [
      finding("class-a"),
      finding("lipid-high"),
    ]);
    const manager = await visitor(w, w.as.healthManager);
    const pane = (id = "") => manager.get(`/worklist?open=${client.number}~${id}`);
    expect((await pane(measured?.id)).html).not.toContain("/worklist/outcome");
    const { html } = await pane(told?.id);
    expect(html).toContain("Client told, and said it back");
    expect(html).not.toContain("Treatment begun");
    const fields = {
      client: client.number,
      id: told?.id ?? "",
      open: `${client.number}~${told?.id}`,
      outcome: "1",
      kind: "contact recorded",
      date: "2026-11-22",
    };
    const refused = await manager.post("/worklist/outcome", {
      ...fields,
      date: "2026-12-24",
      note: "By phone",
    });
    expect(refused.html).toContain("not in the future");
    expect(refused.html).toContain("By phone");
    await manager.post("/worklist/outcome", { ...fields, note: "By phone" });
    expect(await stateOf(w, client.number, fields.id)).toMatchObject({
      state: "done",
      closed: { reason: "By phone", evidence: { record: "contact recorded" } },
    });
    expect((await manager.get(`/clients/${client.number}`)).html).toContain("Client told, and said it back");
  });

  test("of another centre's client is nothing", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await pressureOf(w, number);
    const stranger = await visitor(w, { ...w.as.healthManager, centre: "centre-2" } as never);
    expect((await stranger.get(`/worklist?open=${number}~${id}`)).status).toBe(404);
    const fields = { client: number, id, reason: "mine", declined: "1" };
    expect((await stranger.post("/worklist/decline", fields)).status).toBe(404);
    expect(await stateOf(w, number, id)).toSatisfy(isOpen);
  });
});
