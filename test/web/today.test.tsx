import { beforeEach, describe, expect, it } from "vitest";
import { bookExam, cancelBooking } from "../../shared/loop/index.ts";
import { bookingOf } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const monday = "2026-11-23";
const monday0820 = "2026-11-23T00:20:00.000Z";

let here: World;
beforeEach(async () => {
  here = await world({ start: "2026-11-22T01:00:00.000Z" });
});

async function expected(name: string, time: string, serial: number) {
  const document = { kind: "national-id" as const, text: nationalId("1974-03-12", serial) };
  const client = await enrolled(here, { name, document });
  const input = { client: client.number, package: "basic", date: monday, time };
  return { client, booking: await bookExam(here.ctx(), input) };
}

describe("the day's page", () => {
  it("lists who comes under each half hour, with the places taken, in both languages", async () => {
    await expected("方书涵", "08:30", 122);
    await expected("唐卫国", "08:00", 123);
    for (const [language, places] of [
      ["en", "1 of 10 places taken"],
      ["zh", "10 个名额已约 1 个"],
    ] as const) {
      const { html } = await (await visitor(here, here.as.frontDesk, language)).get(`/today?date=${monday}`);
      const text = textOf(html);
      expect(text).toContain(places);
      expect(text.indexOf("唐卫国")).toBeLessThan(text.indexOf("方书涵"));
    }
  });

  it("says on a closed day when the next open one is", async () => {
    const { html } = await (await visitor(here, here.as.frontDesk)).get("/today");
    expect(textOf(html)).toContain("Next open day: Monday 23 November");
    expect(addresses(html)).toContain(`/today?date=${monday}`);
  });

  it("leads to the day before and the day after", async () => {
    const { html } = await (await visitor(here, here.as.nurse)).get(`/today?date=${monday}`);
    expect(addresses(html)).toEqual(
      expect.arrayContaining(["/today?date=2026-11-22", "/today?date=2026-11-24"]),
    );
  });

  it("takes a date that is none for today", async () => {
    const { status, html } = await (await visitor(here, here.as.nurse)).get("/today?date=2026-02-30");
    expect([status, textOf(html).includes("22 November")]).toEqual([200, true]);
  });
});

describe("checking in", () => {
  it("is one button, remembers the fasting tick, and then says since when", async () => {
    const { client, booking } = await expected("方书涵", "08:30", 122);
    here.clock.set(monday0820);
    const nurse = await visitor(here, here.as.nurse);
    const { html } = await nurse.get("/today");
    const form = filled(html, "/today/check-in");
    expect(form["fasting"]).toBeUndefined();
    const sent = await nurse.post("/today/check-in", { ...form, fasting: "yes" });
    expect(sent.location).toBe(`/today?date=${monday}`);
    expect(await bookingOf(here.ctx(), client.number, booking.id)).toMatchObject({
      state: "arrived",
      fasting: true,
    });
    expect(textOf((await nurse.get(sent.location)).html)).toContain("Already checked in 08:20 Fasting");
  });

  it("pressed twice stays the first time", async () => {
    const { client, booking } = await expected("方书涵", "08:30", 122);
    here.clock.set(monday0820);
    const desk = await visitor(here, here.as.frontDesk);
    const form = { client: client.number, booking: booking.id, date: monday };
    await desk.post("/today/check-in", { ...form, fasting: "yes" });
    here.clock.advance({ minutes: 5 });
    expect((await desk.post("/today/check-in", form)).status).toBe(303);
    const kept = await bookingOf(here.ctx(), client.number, booking.id);
    expect(kept).toMatchObject({ arrivedAt: monday0820, fasting: true });
  });

  it("is not offered for a visit that was cancelled", async () => {
    const { client, booking } = await expected("方书涵", "08:30", 122);
    await cancelBooking(here.ctx(), client.number, booking.id, "moved");
    const { html } = await (await visitor(here, here.as.frontDesk)).get(`/today?date=${monday}`);
    expect(html).not.toContain("/today/check-in");
  });
});

describe("the search of the day", () => {
  it("finds by initials and offers the check-in at once, or the way to a booking", async () => {
    await expected("方书涵", "08:30", 122);
    const other = await enrolled(here, {
      name: "傅珊华",
      document: { kind: "national-id", text: nationalId("1980-01-01", 2) },
    });
    here.clock.set(monday0820);
    const desk = await visitor(here, here.as.frontDesk);
    const { html } = await desk.post(`/today?date=${monday}`, { find: "fsh" });
    expect(html.match(/action="\/today\/check-in"/g)).toHaveLength(2);
    expect(addresses(html)).toContain(`/book?client=${other.number}&date=${monday}`);
  });

  it("puts no name into an address", async () => {
    await expected("方书涵", "08:30", 122);
    const { html } = await (await visitor(here, here.as.frontDesk)).post(`/today?date=${monday}`, {
      find: "方书涵",
    });
    expect(addresses(html).join(" ")).not.toMatch(/方书涵|fang/i);
  });
});

it("the day is closed to companies and clients, and another centre's visits stay its own", async () => {
  const { client, booking } = await expected("方书涵", "08:30", 122);
  for (const actor of [here.as.hr, here.as.client(client.number)]) {
    const them = await visitor(here, actor);
    expect((await them.get("/today")).status).toBe(403);
    expect((await them.post("/today/check-in", { client: client.number, booking: booking.id })).status).toBe(
      403,
    );
  }
  const elsewhere = { ...here.as.nurse, centre: "centre-2" } as typeof here.as.nurse;
  const them = await visitor(here, elsewhere);
  expect(textOf((await them.get(`/today?date=${monday}`)).html)).not.toContain("方书涵");
  expect((await them.post("/today/check-in", { client: client.number, booking: booking.id })).status).toBe(
    404,
  );
});
