import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { bookExam } from "../../shared/loop/index.ts";
import { bookingsOf, slotsLeft, waitsOf } from "../../shared/testing/index.ts";
import { finding, openOf, sign } from "../support/follow-ups.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const thursday = "2026-11-26";
const slot = `${thursday} 08:30`;
const key = "01HZZZZZZZZZZZZZZZZZZZZZZZ";

let here: World;
let client: Client;
beforeEach(async () => {
  here = await world({ start: "2026-11-23T00:20:00.000Z" });
  client = await enrolled(here, { name: "方书涵" });
});

const wanted = (otherwise: Record<string, string> = {}) => ({
  client: client.number,
  package: "advanced",
  slot,
  date: "2026-11-23",
  act: "book",
  key,
  ...otherwise,
});

/** Other clients take every place of the slot. */
async function fill(date: string, time: string): Promise<void> {
  const [free] = (await slotsLeft(here.ctx(), "centre-1", date)).filter((one) => one.time === time);
  for (let n = 0; n < (free?.left ?? 0); n++) {
    const document = { kind: "national-id" as const, text: nationalId("1960-01-01", 2 * n) };
    const other = await enrolled(here, { name: `客${"甲乙丙丁戊己庚辛壬癸"[n]}`, document });
    await bookExam(here.ctx(), { client: other.number, package: "basic", date, time });
  }
}

describe("the booking page", () => {
  it("finds the client by a posted form, and leads on by number alone", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    expect((await desk.get("/book")).html).toContain('action="/book/find"');
    const { html } = await desk.post("/book/find", { find: "fangshuhan" });
    expect(addresses(html)).toContain(`/book?client=${client.number}`);
    expect(addresses(html).join(" ")).not.toMatch(/fang|方/);
  });

  it("shows packages with prices and a week of places as radios, in both languages", async () => {
    for (const [language, price, left] of [
      ["en", "¥2,095.25", "10 left"],
      ["zh", "¥2,095.25", "余 10"],
    ] as const) {
      const { html } = await (await visitor(here, here.as.frontDesk, language)).get(
        `/book?client=${client.number}`,
      );
      expect(textOf(html)).toContain(price);
      expect(textOf(html)).toContain(left);
      expect(html.match(/type="radio" name="package"/g)).toHaveLength(3);
      expect(html).toContain(`name="slot" value="${slot}"`);
      expect(html).not.toContain('name="slot" value="2026-11-23 07:30"');
    }
  });

  it("goes to another week without losing the package", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { location } = await desk.post("/book", { ...wanted(), week: "2026-11-30" });
    const { html } = await desk.get(location);
    expect(html).toContain('name="slot" value="2026-12-03 08:30"');
    expect(filled(html, "/book")["package"]).toEqual(["advanced"]);
  });

  it("offers a re-check where follow-ups are to be settled, and books it for them", async () => {
    const physician = here.ctx(here.as.physician);
    const [followUp] = await sign(physician, client, "2026-11-12", [finding("lipid-high")]);
    const desk = await visitor(here, here.as.frontDesk);
    const { html } = await desk.get(`/book?client=${client.number}&followUps=${followUp?.id}`);
    const form = filled(html, "/book");
    expect(form).toMatchObject({ package: ["recheck"], followUps: [followUp?.id] });
    const { location } = await desk.post("/book", { ...form, slot, act: "book" });
    expect(textOf((await desk.get(location)).html)).toContain("Re-check");
    expect(await openOf(here, client)).toMatchObject([{ id: followUp?.id, state: "booked" }]);
  });

  it("asks for what was not chosen, and keeps what was", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { package: _none, ...rest } = wanted();
    const { html } = await desk.post("/book", rest);
    expect(html).toContain('href="#package"');
    expect(filled(html, "/book")).toMatchObject({ slot: [slot], key: [key] });
  });

  it("books, and says how to prepare", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const { location, status } = await desk.post("/book", wanted());
    expect(status).toBe(303);
    const [booking] = await bookingsOf(here.ctx(), client.number);
    expect(location).toBe(`/book/${client.number}/${booking?.id}`);
    const text = textOf((await desk.get(location)).html);
    expect(text).toContain("Thursday 26 November 08:30");
    expect(text).toContain("Nothing to eat for 8 hours");
  });

  it("sent twice is one booking", async () => {
    const desk = await visitor(here, here.as.frontDesk);
    const [one, two] = [await desk.post("/book", wanted()), await desk.post("/book", wanted())];
    expect(two.location).toBe(one.location);
    expect(await bookingsOf(here.ctx(), client.number)).toHaveLength(1);
  });

  it("offers the three nearest free times when the chosen one is full, and one press takes one", async () => {
    await fill(thursday, "08:30");
    const desk = await visitor(here, here.as.frontDesk);
    const { html, status } = await desk.post("/book", wanted());
    expect(status).toBe(200);
    expect(textOf(html)).toContain("This time is full");
    const near = [...html.matchAll(/name="instead" value="([^"]+)"/g)].map(([, value]) => value);
    expect(near).toEqual([`${thursday} 08:00`, `${thursday} 09:00`, `${thursday} 07:30`]);
    expect(filled(html, "/book")["package"]).toEqual(["advanced"]);
    const { status: taken } = await desk.post("/book", wanted({ instead: `${thursday} 09:00` }));
    expect(taken).toBe(303);
    expect(await bookingsOf(here.ctx(), client.number)).toMatchObject([{ date: thursday, time: "09:00" }]);
  });

  it("offers no time on a day that is booked already", async () => {
    await bookExam(here.ctx(), { client: client.number, package: "basic", date: thursday, time: "10:00" });
    const { html } = await (await visitor(here, here.as.frontDesk)).post("/book", wanted());
    expect(textOf(html)).toContain("There is a booking on this day");
    const near = [...html.matchAll(/name="instead" value="([^"]+)"/g)].map(([, value]) => value);
    expect(near).toHaveLength(3);
    expect(near.filter((value) => value?.startsWith(thursday))).toEqual([]);
  });

  it("takes a slot that is none for nothing chosen", async () => {
    const { html } = await (await visitor(here, here.as.frontDesk)).post(
      "/book",
      wanted({ slot: "2026-13-45 08:30" }),
    );
    expect(textOf(html)).toContain("Choose a time.");
  });
});

describe("a booking", () => {
  async function booked() {
    return bookExam(here.ctx(), { client: client.number, package: "basic", date: thursday, time: "08:30" });
  }

  it("comes as a calendar file, which names nobody; the client may take it too", async () => {
    const { id } = await booked();
    for (const actor of [here.as.frontDesk, here.as.client(client.number)]) {
      const file = await (await visitor(here, actor)).get(`/book/${client.number}/${id}.ics`);
      expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(file.html).toContain("DTSTART:20261126T003000Z");
      expect(file.html).not.toMatch(/方书涵|P-\d/);
    }
    const other = await visitor(here, here.as.client("P-000000000"));
    expect((await other.get(`/book/${client.number}/${id}.ics`)).status).toBe(404);
  });

  it("is cancelled with a reason, never without, and gives its place back once", async () => {
    const { id } = await booked();
    const desk = await visitor(here, here.as.frontDesk);
    const path = `/book/${client.number}/${id}/cancel`;
    const refused = await desk.post(path, { reason: " " });
    expect(refused.html).toContain('id="reason-error"');
    for (const time of [1, 2])
      expect((await desk.post(path, { reason: "moved house" })).status, `${time}`).toBe(303);
    const left = (await slotsLeft(here.ctx(), "centre-1", thursday)).find(({ time }) => time === "08:30");
    expect(left?.taken).toBe(0);
    expect(textOf((await desk.get(`/book/${client.number}/${id}`)).html)).toContain("moved house");
  });

  it("is closed to companies, to clients and to other centres", async () => {
    const { id } = await booked();
    const elsewhere = { ...here.as.frontDesk, centre: "centre-2" } as typeof here.as.frontDesk;
    for (const [actor, refusals] of [
      [here.as.hr, [403]],
      [here.as.client(client.number), [403, 404]],
      [elsewhere, [404]],
    ] as const) {
      const them = await visitor(here, actor);
      for (const answer of [
        await them.get(`/book?client=${client.number}`),
        await them.get(`/book/${client.number}/${id}`),
        await them.post("/book", wanted()),
      ])
        expect(refusals).toContain(answer.status);
    }
  });
});

describe("places at the desk", () => {
  it("a place is held, says until when, and is confirmed or let go", async () => {
    const desk = await visitor(here, here.as.frontDesk, "en");
    const { location } = await desk.post("/book", wanted({ act: "hold" }));
    const held = await desk.get(location ?? "");
    expect(textOf(held.html)).toContain("15 minutes more; then it is given back by itself");
    expect(textOf((await desk.get(`/book?client=${client.number}`)).html)).toContain("Held");
    expect((await desk.get(`${location}.ics`)).status).toBe(404);
    await desk.post(`${location}/hold`, { act: "confirm" });
    const late = await desk.post(`${location}/hold`, { act: "let-go" });
    expect(textOf(late.html)).toContain("This place was confirmed meanwhile");
    expect((await bookingsOf(here.ctx(), client.number)).map(({ state }) => state)).toEqual(["confirmed"]);
    const other = await desk.post(
      "/book",
      wanted({ slot: `${thursday.slice(0, 8)}27 08:30`, act: "hold", key: "k2" }),
    );
    await desk.post(`${other.location}/hold`, { act: "let-go" });
    expect(textOf((await desk.get(other.location ?? "")).html)).toContain("Given back");
  });

  it("each resource has a week of its own, and a booking goes to the one that is shown", async () => {
    const desk = await visitor(here, here.as.frontDesk, "en");
    const { location } = await desk.post("/book", wanted({ resource: "vip" }));
    expect(location).toContain("resource=vip");
    expect(textOf((await desk.get(location ?? "")).html)).toContain("2 left");
    await desk.post("/book", wanted({ on: "vip" }));
    expect((await bookingsOf(here.ctx(), client.number))[0]).toMatchObject({ resource: "vip" });
  });

  it("a full time offers the waiting list beside the nearest ones; who waits is said, and can leave", async () => {
    await fill(thursday, "08:30");
    const desk = await visitor(here, here.as.frontDesk, "en");
    const { html } = await desk.post("/book", wanted());
    expect(textOf(html)).toContain("Put on the waiting list");
    await desk.post("/book", wanted({ act: "wait", any: "on" }));
    const page = textOf((await desk.get(`/book?client=${client.number}&date=${thursday}`)).html);
    expect(page).toContain("Full, 1 waits");
    expect(page).toContain("Waiting for");
    const [wait] = await waitsOf(here.ctx(), client.number);
    expect(wait).toMatchObject({ state: "waiting", anyTime: true, time: "08:30" });
    await desk.post("/book", wanted({ leave: wait?.id ?? "" }));
    expect((await waitsOf(here.ctx(), client.number))[0]).toMatchObject({ state: "left" });
  });

  it("a full time is booked by the manager alone, with a reason, and is said to be beyond", async () => {
    await fill(thursday, "08:30");
    const desk = await visitor(here, here.as.frontDesk, "en");
    expect(textOf((await desk.post("/book", wanted())).html)).not.toContain("Book beyond capacity");
    expect((await desk.post("/book", wanted({ act: "override", reason: "院长特批" }))).location).toBe("");
    const manager = await visitor(here, here.as.manager, "en");
    const refused = await manager.post("/book", wanted());
    expect(textOf(refused.html)).toContain("Book beyond capacity");
    const without = await manager.post("/book", wanted({ act: "override", reason: "" }));
    expect(textOf(without.html)).toContain("Say why, in a few words.");
    const { location } = await manager.post("/book", wanted({ act: "override", reason: "院长特批" }));
    expect(textOf((await manager.get(location ?? "")).html)).toContain("院长特批");
  });

  it("a link is made by which the client books that visit alone", async () => {
    const desk = await visitor(here, here.as.frontDesk, "en");
    const { html } = await desk.post("/book", wanted({ act: "invite", slot: "" }));
    const link = /<code>https?:\/\/[^/]+(\/-\/[^<]+)<\/code>/.exec(html)?.[1] ?? "";
    const opened = await (await visitor(here, here.as.client("P-000000000"))).get(link);
    expect(opened.status).toBe(200);
    expect(opened.html).not.toMatch(/方书涵|P-\d/);
    expect(await bookingsOf(here.ctx(), client.number)).toEqual([]);
  });

  it("a booking is moved, keeps where it was, and its calendar file takes the older one's place", async () => {
    const desk = await visitor(here, here.as.frontDesk, "en");
    const { location } = await desk.post("/book", wanted());
    const before = await desk.get(`${location}.ics`);
    const move = location?.split("/").at(-1) ?? "";
    expect(addresses((await desk.get(location ?? "")).html).join(" ")).toContain(`move=${move}`);
    const page = await desk.get(`/book?client=${client.number}&move=${move}&package=advanced`);
    expect(textOf(page.html)).toContain("Move here");
    const friday = "2026-11-27 09:00";
    const moved = await desk.post("/book", wanted({ act: "move", move, slot: friday, key: "k2" }));
    expect(moved.location).toBe(location);
    expect(textOf((await desk.get(location ?? "")).html)).toContain("Moved from");
    const after = await desk.get(`${location}.ics`);
    const line = (text: string, name: string) => new RegExp(`^${name}[:].*$`, "m").exec(text)?.[0];
    expect(line(after.html, "UID")).toBe(line(before.html, "UID"));
    const sequence = (text: string) => Number(line(text, "SEQUENCE")?.split(":")[1]);
    expect(sequence(after.html)).toBeGreaterThan(sequence(before.html));
    await desk.post(`${location}/cancel`, { reason: "出差" });
    expect((await desk.get(`${location}.ics`)).html).toContain("METHOD:CANCEL");
  });
});
