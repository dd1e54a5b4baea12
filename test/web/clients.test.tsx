import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, textOf, visitor } from "./visitor.ts";

let here: World;
let client: Client;
beforeEach(async () => {
  here = await world();
  client = await enrolled(here, { name: "张伟" });
});

describe("the clients page", () => {
  it.each(["张伟", "zhangwei", "zw", "8000"])("finds by %s, in both languages", async (typed) => {
    for (const [language, found] of [
      ["en", "1 client found"],
      ["zh", "找到 1 位客户"],
    ] as const) {
      const { html } = await (await visitor(here, here.as.physician, language)).post("/clients/find", {
        find: typed,
      });
      expect(textOf(html)).toContain(found);
      expect(addresses(html)).toContain(`/clients/${client.number}`);
    }
  });

  it("finds by the number as it is said on the phone", async () => {
    const said = client.number.toLowerCase().replace(/(\d{3})/g, "$1 ");
    const { html } = await (await visitor(here, here.as.frontDesk)).post("/clients/find", { find: said });
    expect(addresses(html)).toContain(`/clients/${client.number}`);
  });

  it("says so when nobody is found, and keeps what was typed", async () => {
    const { html } = await (await visitor(here, here.as.frontDesk)).post("/clients/find", { find: "欧阳" });
    expect(textOf(html)).toContain("Nobody found");
    expect(html).toContain('value="欧阳"');
  });

  it("shows health managers their panel, and who has no manager yet", async () => {
    const document = { kind: "national-id" as const, text: nationalId("1980-01-01", 2) };
    const other = await enrolled(here, { name: "唐卫国", document, manager: "" });
    const manager = await visitor(here, here.as.healthManager);
    const mine = addresses((await manager.get("/clients")).html);
    expect(mine).toContain(`/clients/${client.number}`);
    expect(mine).not.toContain(`/clients/${other.number}`);
    const nobodys = addresses((await manager.get("/clients?panel=none")).html);
    expect(nobodys).toContain(`/clients/${other.number}`);
    expect(nobodys).not.toContain(`/clients/${client.number}`);
  });

  it("puts no name into an address", async () => {
    const { html } = await (await visitor(here, here.as.healthManager)).post("/clients/find", {
      find: "张伟",
    });
    expect(addresses(html).join(" ")).not.toMatch(/张伟|zhang/);
  });

  it("is closed to companies and clients, and shows no client of another centre", async () => {
    for (const actor of [here.as.hr, here.as.client(client.number)]) {
      const them = await visitor(here, actor);
      expect((await them.get("/clients")).status).toBe(403);
      expect((await them.post("/clients/find", { find: "zw" })).status).toBe(403);
    }
    const elsewhere = { ...here.as.physician, centre: "centre-2" } as typeof here.as.physician;
    const { html } = await (await visitor(here, elsewhere)).post("/clients/find", { find: client.number });
    expect(textOf(html)).not.toContain("张伟");
  });
});
