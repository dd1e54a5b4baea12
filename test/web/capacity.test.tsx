import { describe, expect, it } from "vitest";
import { bookExam } from "../../shared/loop/index.ts";
import { readCalendar, slotsOn } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { world } from "../support/world.ts";
import { textOf, visitor } from "./visitor.ts";

const saturday = "2026-11-28";

describe("the capacity page", () => {
  it("closes a public holiday for every resource, tells who is booked then, and takes it back", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await bookExam(w.ctx(), { client: number, package: "basic", date: saturday, time: "08:00" });
    const manager = await visitor(w, w.as.manager, "en");
    const { html } = await manager.get("/capacity?resource=vip");
    expect(textOf(html)).toContain("07:30 to 10:00, every 30 min, 2 places");
    const every = /name="every-resource" value="([^"]*)"/.exec(html)?.[1] ?? "";
    const holiday = { resource: "vip", "every-resource": every, all: "on", first: saturday, why: "检修" };
    const sent = await manager.post("/capacity/days", holiday);
    const after = await manager.get(sent.location ?? "");
    expect(textOf(after.html)).toContain("More people than places");
    expect(textOf(after.html)).toContain("1 booked for 0 places");
    const { resources } = await readCalendar(w.ctx());
    expect(["general", "vip", "ultrasound"].flatMap((id) => slotsOn(resources, saturday, id))).toEqual([]);
    for (const resource of ["general", "vip", "ultrasound"])
      await manager.post("/capacity/usual", { resource, day: saturday });
    expect(slotsOn((await readCalendar(w.ctx())).resources, saturday)).not.toEqual([]);
  });

  it("sets another week from a day on, and keeps what was typed where it is refused", async () => {
    const w = await world();
    const manager = await visitor(w, w.as.manager, "en");
    const week = { resource: "vip", days0: "2", from0: "8:00", last0: "09:00", every0: "30", places0: "3" };
    const refused = await manager.post("/capacity/week", { ...week, from: "2026-11-01" });
    expect(textOf(refused.html)).toContain("A calendar changes from 2026-11-23 on");
    await manager.post("/capacity/week", { ...week, from: "2026-12-01" });
    const { resources } = await readCalendar(w.ctx());
    expect(
      slotsOn(resources, "2026-12-01", "vip").map(({ time, capacity }) => `${time} ${capacity}`),
    ).toEqual(["08:00 3", "08:30 3", "09:00 3"]);
  });

  it("is read by every member of staff and changed by the manager alone", async () => {
    const w = await world();
    const desk = await visitor(w, w.as.frontDesk, "en");
    expect((await desk.get("/capacity")).html).not.toContain('action="/capacity/days"');
    expect((await desk.post("/capacity/days", { resource: "vip" })).status).toBe(403);
  });
});
