import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { bookExam, bookSecondVisit, checkIn } from "../../shared/loop/index.ts";
import { bookingOf, changeOrders, readSales } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { filled, textOf, visitor } from "./visitor.ts";

let here: World;
let client: Client;
let desk: Awaited<ReturnType<typeof visitor>>;
beforeEach(async () => {
  here = await world();
  client = await enrolled(here);
  desk = await visitor(here, here.as.frontDesk);
});

const without = (fields: Record<string, string[]>, name: string, value: string) => ({
  ...fields,
  [name]: (fields[name] ?? []).filter((one) => one !== value),
});
const more = (fields: Record<string, string[]>, name: string, ...values: string[]) => ({
  ...fields,
  [name]: [...(fields[name] ?? []), ...values],
});
const form = (html: string) => filled(html, "/sell");
const netFen = (html: string) => Number(form(html)["netFen"]?.[0]);
const start = async (more = "") => (await desk.get(`/sell?client=${client.number}${more}`)).html;

describe("the sale page", () => {
  it.each([
    ["en", ["Basic", "Advanced", "Comprehensive", "Effect", "Risk", "Next", "Could be added"]],
    ["zh", ["基础套餐", "进阶套餐", "尊享全面套餐", "作用", "风险", "下次", "可加项目"]],
  ] as const)(
    "shows the three levels side by side with effect, risk and next date: %s",
    async (language, words) => {
      const { html } = await (await visitor(here, here.as.frontDesk, language)).get(
        `/sell?client=${client.number}`,
      );
      for (const word of words) expect(textOf(html)).toContain(word);
      expect(html.match(/name="package" value="[^"]+"/g)).toHaveLength(3);
    },
  );

  it("takes a part's own share off when its tick goes, adds what is ticked, and starts a new level whole", async () => {
    const first = await start();
    const unticked = without(form(first), "keep", "CXR");
    const { html: less } = await desk.post("/sell/quote", unticked);
    expect(netFen(first) - netFen(less)).toBe(6_400);
    expect(form(less)["keep"]).not.toContain("CXR");
    const { html: added } = await desk.post("/sell/quote", more(form(less), "add", "LPA"));
    expect(netFen(added) - netFen(less)).toBe(1_800);
    const { html: level } = await desk.post("/sell/quote", { ...form(added), package: ["advanced"] });
    expect(form(level)["keep"]).toContain("LDCT");
    expect(form(level)["add"]).toContain("LPA");
    const { html: single } = await desk.post("/sell/quote", { ...form(added), package: [""] });
    expect(netFen(single)).toBe(1_800);
  });

  it("swaps one for another, and takes the swap back when its tick goes", async () => {
    const first = await start();
    const { html: swapped } = await desk.post("/sell/quote", { ...form(first), out: ["CXR"], in: ["LDCT"] });
    expect(form(swapped)["swap"]).toEqual(["CXR>LDCT"]);
    expect(netFen(swapped) - netFen(first)).toBe(32_000 - 1_600 - 6_400);
    const { html: back } = await desk.post("/sell/quote", { ...form(swapped), swap: [] });
    expect(netFen(back)).toBe(netFen(first));
    expect(form(back)["keep"]).toContain("CXR");
  });

  it("proposes add-ons unticked, with reason, source and sign-off state, and says why others are not", async () => {
    const text = textOf(await start());
    expect(text).toContain("From 50, hidden blood in the stool every year.");
    expect(text).toContain("2025 health checkup guide");
    expect(text).toContain("needs sign-off");
    expect(form(await start())["add"]).toEqual([""]);
  });

  it("sells at the price that is shown; where ticks moved it, it shows the new one first", async () => {
    const first = await start();
    const changed = without(form(first), "keep", "CXR");
    const moved = await desk.post("/sell", changed);
    expect(moved.status).toBe(200);
    expect(textOf(moved.html)).toContain("The price follows what is ticked now.");
    expect(await readSales(here.ctx(), client.number)).toEqual([]);
    const sold = await desk.post("/sell", form(moved.html));
    expect(sold.status).toBe(303);
    expect(sold.location).toMatch(new RegExp(`^/sales/${client.number}/`));
    const again = await desk.post("/sell", form(moved.html));
    expect(again.location).toBe(sold.location);
  });

  it("begins with what the booking is for, and leaves the booking for what was sold", async () => {
    const day = "2026-11-26";
    const { id } = await bookExam(here.ctx(), {
      client: client.number,
      package: "basic",
      date: day,
      time: "08:30",
    });
    const first = await start(`&booking=${id}`);
    const { html } = await desk.post("/sell/quote", without(form(first), "keep", "CXR"));
    await desk.post("/sell", form(html));
    expect((await bookingOf(here.ctx(), client.number, id))?.items).not.toContain("CXR");
    const page = await desk.get(`/book/${client.number}/${id}`);
    expect(page.html).toContain(`/sell?client=${client.number}&amp;booking=${id}`);
  });

  it("asks nothing for a second visit: what was put off was sold with the first", async () => {
    const { number } = client;
    const { id } = await bookExam(here.ctx(), {
      client: number,
      package: "basic",
      date: "2026-11-26",
      time: "08:30",
    });
    here.clock.set("2026-11-26T00:20:00.000Z");
    await checkIn(here.ctx(), number, id, true);
    const put = { to: "deferred" as const, items: ["USABD"], reason: "设备检修" };
    await changeOrders(here.ctx(here.as.nurse), number, id, put);
    const second = await bookSecondVisit(here.ctx(), number, id, { date: "2026-11-27", time: "08:30" });
    const text = textOf((await desk.get(`/book/${number}/${second.id}`)).html);
    expect(text).toContain("Sold with the first visit");
    expect(text).not.toContain("Items and payment");
  });

  it("is closed to clients, companies, nurses and other centres", async () => {
    const elsewhere = { ...here.as.frontDesk, centre: "centre-2" } as typeof here.as.frontDesk;
    for (const [actor, status] of [
      [here.as.hr, 403],
      [here.as.nurse, 403],
      [here.as.client(client.number), 403],
      [elsewhere, 404],
    ] as const)
      expect((await (await visitor(here, actor)).get(`/sell?client=${client.number}`)).status).toBe(status);
  });
});

describe("a sale", () => {
  const sold = async () => (await desk.post("/sell", form(await start()))).location;
  const act = async (path: string, name: string, fields: Record<string, string | string[]>) => {
    const { html } = await desk.get(path);
    return desk.post(`${path}/${name}`, { ...filled(html, `${path}/${name}`), ...fields });
  };

  it("takes payments until it is settled, refuses more with the words that mend it, and keeps what was typed", async () => {
    const path = await sold();
    const refused = await act(path, "pay", { amountFen: "99999", reference: "" });
    expect(textOf(refused.html)).toContain("is open");
    expect(filled(refused.html, `${path}/pay`)["amountFen"]).toEqual(["99999"]);
    const wrong = await act(path, "pay", { amountFen: "1,00.5.0" });
    expect(textOf(wrong.html)).toContain("such as 1234.50");
    expect(
      (await act(path, "pay", { amountFen: "100.50", payer: "company", "payer.name": "常青科技" })).status,
    ).toBe(303);
    expect((await act(path, "pay", {})).status).toBe(303);
    const { html } = await desk.get(path);
    expect(textOf(html)).toContain("Settled");
    expect(textOf(html)).toContain("Company 常青科技");
    const receipt = textOf((await desk.get(`${path}/receipt`)).html);
    expect(receipt).toContain("This receipt is not a fapiao.");
    expect(receipt).toContain("¥100.50");
  });

  it("gives back what was given up once, and records a fapiao request with a tax number that checks", async () => {
    const path = await sold();
    await act(path, "pay", {});
    const before = await desk.get(path);
    const fields = { ...filled(before.html, `${path}/refund`), items: ["CXR"], reason: "幽闭恐惧" };
    expect((await desk.post(`${path}/refund`, fields)).status).toBe(303);
    expect((await desk.post(`${path}/refund`, fields)).status).toBe(303);
    const refused = await desk.post(`${path}/refund`, { ...fields, key: "another" });
    expect(textOf(refused.html)).toContain("refunded before");
    const { html } = await desk.get(path);
    expect(textOf(html).match(/Given back/g)).toHaveLength(1);
    const fapiao = await act(path, "fapiao", {
      kind: "company",
      title: "常青科技",
      taxNumber: "91350100M000100Y44",
    });
    expect(textOf(fapiao.html)).toContain("A tax number has 18 characters");
    expect(
      (await act(path, "fapiao", { kind: "company", title: "常青科技", taxNumber: "91350100M000100Y43" }))
        .status,
    ).toBe(303);
  });

  it("is changed at its own prices, and what was paid too much goes back", async () => {
    const path = await sold();
    await act(path, "pay", {});
    const id = path.split("/").at(-1);
    const change = (await desk.get(`/sell?client=${client.number}&sale=${id}`)).html;
    const { html } = await desk.post("/sell/quote", without(form(change), "keep", "CXR"));
    expect(textOf(html)).toContain("−¥64");
    expect((await desk.post("/sell", form(html))).location).toBe(path);
    expect(textOf((await desk.get(path)).html)).toContain("To give back");
    expect((await act(path, "return", {})).status).toBe(303);
    expect(textOf((await desk.get(path)).html)).toContain("Settled");
  });
});

describe("the cash book", () => {
  it("shows each desk by method, is closed with a reason for a difference, and says so", async () => {
    const path = (await desk.post("/sell", form(await start()))).location;
    const { html } = await desk.get(path);
    await desk.post(`${path}/pay`, { ...filled(html, `${path}/pay`), amountFen: "500" });
    const cash = await desk.get("/cash");
    expect(textOf(cash.html)).toContain("The entries come to ¥500.");
    const fields = { ...filled(cash.html, "/cash"), countedFen: "499" };
    const refused = await desk.post("/cash", fields);
    expect(textOf(refused.html)).toContain("Say why it differs.");
    expect((await desk.post("/cash", { ...fields, reason: "找零" })).status).toBe(303);
    expect(textOf((await desk.get("/cash")).html)).toContain("−¥1");
  });
});

describe("the cash book of a day that gave back more than it took", () => {
  it("is closed on the sum below zero that was counted", async () => {
    const path = (await desk.post("/sell", form(await start()))).location;
    const at = async (name: string, fields: object) =>
      desk.post(`${path}/${name}`, { ...filled((await desk.get(path)).html, `${path}/${name}`), ...fields });
    await at("pay", {});
    here.clock.set("2026-11-23T01:00:00.000Z");
    await at("refund", { items: ["CXR"], reason: "幽闭恐惧" });
    const cash = await desk.get("/cash");
    expect(textOf(cash.html)).toContain("The entries come to −¥64.");
    const closed = await desk.post("/cash", { ...filled(cash.html, "/cash"), countedFen: "-64" });
    expect(closed.status).toBe(303);
    expect(textOf((await desk.get("/cash")).html)).toContain("Difference ¥0");
  });
});

describe("the catalogue and prices", () => {
  it("shows every item with LOINC and its state, and lets the manager alone write prices from a later day on", async () => {
    const manager = await visitor(here, here.as.manager);
    const { html } = await manager.get("/settings/catalogue");
    expect(textOf(html)).toMatch(/Cervical cytology \(TCT\) PAP · women · sensitive 10524-7 verify first/);
    expect((await desk.get("/settings/catalogue")).html).not.toContain("/settings/catalogue/part/");
    expect((await desk.get("/settings/catalogue/part/LPA")).status).toBe(403);
    const page = "/settings/catalogue/part/LPA";
    const fields = filled((await manager.get(page)).html, page);
    expect(fields["priceFen"]).toEqual(["18.00"]);
    const refused = await manager.post(page, { ...fields, priceFen: "20", from: "2026-11-22" });
    expect(textOf(refused.html)).toContain("Choose a later day than today");
    expect((await manager.post(page, { ...fields, priceFen: "20", from: "2026-11-24" })).status).toBe(303);
    expect(textOf((await manager.get("/settings/catalogue")).html)).toContain("Not begun");
    here.clock.set("2026-11-24T01:00:00.000Z");
    expect(textOf((await manager.get("/settings/catalogue")).html)).toContain("¥20");
  });

  it("changes what a level holds and a price list's terms, and takes back what has not begun", async () => {
    const manager = await visitor(here, here.as.manager);
    const page = "/settings/catalogue/package/basic";
    const fields = filled((await manager.get(page)).html, page);
    const items = (fields["items"] ?? []).filter((code) => code !== "CXR");
    expect(
      (await manager.post(page, { ...fields, items, services: ["S-DIET"], percentOff: "10" })).status,
    ).toBe(303);
    const list = "/settings/catalogue/list/new";
    const typed = {
      ...filled((await manager.get(list)).html, list),
      id: "contract-acme",
      "name.zh": "常青科技",
      of: "contract",
      key: "account-9",
      terms: "everything 12%\npackage:basic 500\ncode:LDCT 260",
    };
    const refused = await manager.post(list, { ...typed, terms: "everything lots" });
    expect(textOf(refused.html)).toContain("“everything lots”");
    expect((await manager.post(list, typed)).status).toBe(303);
    const lists = await manager.get("/settings/catalogue?show=lists");
    const back = { ...filled(lists.html, "/settings/catalogue/withdraw"), why: "写错" };
    expect((await manager.post("/settings/catalogue/withdraw", back)).status).toBe(303);
    here.clock.set("2026-11-23T01:00:00.000Z");
    const sell = await start();
    expect(form(sell)["keep"]).not.toContain("CXR");
    expect(form(sell)["keep"]).toContain("S-DIET");
    expect(textOf(sell)).not.toContain("常青科技");
  });
});
