import { describe, expect, test } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { pages } from "../../functions/web/pages/index.ts";
import { mayEver } from "../../shared/access/index.ts";
import type { Actor, Role } from "../../shared/kernel/context.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const path = (page: { path: string }, client: string) =>
  page.path
    .replace(":client", client)
    .replace(/:date/, "2026-11-20")
    .replace(/:version/, "1")
    .replace(/:\w+(\{[^}]*\})?/g, "none.ics");

const ask = async (w: World, actor: Actor | undefined, page: (typeof pages)[number], client: string) =>
  create(w.home).request(`http://localhost:3000${path(page, client)}`, {
    method: page.method,
    headers: {
      ...(actor ? { cookie: `session=${await w.token(actor)}` } : {}),
      "sec-fetch-site": "same-origin",
    },
    ...(page.method === "POST" ? { body: new FormData() } : {}),
  });

describe("who may see which page", () => {
  test("every page refuses whoever has no column or too low a title for it, and sends a stranger to sign in", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const actors: Record<Exclude<Role, "job"> | "attending", Actor> = {
      "front-desk": w.as.frontDesk,
      nurse: w.as.nurse,
      physician: w.as.physician,
      attending: w.as.attending,
      "health-manager": w.as.healthManager,
      manager: w.as.manager,
      hr: w.as.hr,
      client: w.as.client(number),
      lis: w.as.lis,
    };
    expect(pages.length).toBeGreaterThan(30);
    for (const page of pages) {
      if (page.action === null) continue;
      const stranger = await ask(w, undefined, page, number);
      expect([stranger.status, stranger.headers.get("location")?.split("?")[0]], page.path).toEqual([
        302,
        w.home.signIn.authorizeUrl,
      ]);
      for (const [role, actor] of Object.entries(actors))
        if (!mayEver(actor, page.action))
          expect((await ask(w, actor, page, number)).status, `${role} ${page.method} ${page.path}`).toBe(403);
    }
  });

  test("a form from another site changes nothing", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const before = await w.dump();
    const app = create(w.home);
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://elsewhere.example" },
    ] as Record<string, string>[])
      for (const page of pages.filter(({ method }) => method === "POST")) {
        const cookie = `session=${await w.token(w.as.healthManager)}`;
        const url = `http://localhost:3000${path(page, number)}`;
        const answer = await app.request(url, {
          method: "POST",
          headers: { ...headers, cookie },
          body: new FormData(),
        });
        expect(answer.status, page.path).toBe(403);
      }
    expect(await w.dump()).toEqual(before);
  });

  test("no page is kept by a shared machine's cache, and each has its strict policy", async () => {
    const w = await world();
    const app = create(w.home);
    const answer = await app.request("http://localhost:3000/clients", {
      headers: { cookie: `session=${await w.token(w.as.healthManager)}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self'/);
  });
});
