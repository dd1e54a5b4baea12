import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { routes } from "../../functions/api/routes/index.ts";
import { pages } from "../../functions/web/pages/index.ts";
import { mayEver, policy, reachOf } from "../../shared/access/index.ts";
import type { Actor, Role } from "../../shared/kernel/context.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { sampleBodies } from "./samples.ts";

const path = (route: { path: string }, client: string) =>
  `/api${route.path
    .replace(":client", client)
    .replace(/:date/, "2026-11-20")
    .replace(/:version/, "1")
    .replace(/:\w+/g, "none")}`;

const ask = async (w: World, actor: Actor, route: (typeof routes)[number], client: string) =>
  create(w.home).request(path(route, client), {
    method: route.method,
    headers: { authorization: `Bearer ${await w.token(actor)}`, "content-type": "application/json" },
    ...(route.method === "GET" ? {} : { body: bodyFor(route, client) }),
  });

const bodyFor = (route: (typeof routes)[number], client: string): string =>
  JSON.stringify(sampleBodies[route.body ?? ""]?.(client) ?? {});

describe("who may do what", () => {
  test("every route and every page names a row of the policy table", () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(pages.length).toBeGreaterThan(15);
    for (const { action, path } of [...routes, ...pages]) {
      if (action === null)
        expect(path, "only a signed link, and the numbers in the hall").toMatch(
          /^\/(-|share|verify)\/|^\/board$/,
        );
      else expect(policy, path).toHaveProperty([action]);
    }
  });

  test("every route refuses whoever has no column or too low a title for it, and nobody else", async () => {
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
    for (const route of routes)
      for (const [role, actor] of Object.entries(actors)) {
        const allowed = route.action === null || mayEver(actor, route.action);
        const { status } = await ask(w, actor, route, number);
        const what = `${role} ${route.method} ${route.path} → ${status}`;
        if (allowed) expect([401, 403], what).not.toContain(status);
        else expect(status, what).toBe(403);
      }
  });

  test("without a token, with a forged one or a stranger's, nothing is answered", async () => {
    const w = await world();
    const api = create(w.home);
    for (const authorization of ["", "Bearer x.y.z", `Bearer ${await (await world()).token(w.as.hr)}x`])
      expect((await api.request("/api/packages", { headers: { authorization } })).status).toBe(401);
  });

  test("another client's things and nobody's things read exactly the same, and nothing is written", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const elsewhere = (actor: Actor) => ({ ...actor, centre: "centre-2" }) as Actor;
    const strangers: [Role, Actor][] = [
      ["client", w.as.client("P-999999999")],
      ["health-manager", elsewhere(w.as.healthManager)],
      ["physician", elsewhere(w.as.physician)],
      ["nurse", elsewhere(w.as.nurse)],
      ["front-desk", elsewhere(w.as.frontDesk)],
    ];
    const about = routes.filter(
      ({ path, body }) =>
        path.includes(":client") || ["BookExamSchema", "MakeAppointmentSchema"].includes(body ?? ""),
    );
    const before = await w.dump();
    const asked: string[] = [];
    for (const [route, [role, stranger]] of about.flatMap((one) =>
      strangers.map((who) => [one, who] as const),
    )) {
      if (reachOf(route.action as never, role) === undefined) continue;
      asked.push(route.method);
      if (route.body) expect(sampleBodies, route.path).toHaveProperty(route.body);
      const [theirs, nobodys] = await Promise.all([
        ask(w, stranger, route, number),
        ask(w, stranger, route, "P-111111118"),
      ]);
      const words = async (response: Response) => ({ ...((await response.json()) as object), requestId: "" });
      const what = `${role} ${route.method} ${route.path}`;
      expect([theirs.status, await words(theirs)], what).toEqual([nobodys.status, await words(nobodys)]);
      expect(theirs.status, what).toBe(404);
    }
    expect(asked).toEqual(expect.arrayContaining(["GET", "POST", "PUT"]));
    expect(await w.dump()).toEqual(before);
  });

  test("a company's HR reaches no route about a client, whatever it asks", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    for (const route of routes) {
      const response = await ask(w, w.as.hr, route, number);
      expect(response.status, route.path).toBe(403);
      expect(await response.text()).not.toContain(number);
    }
  });
});
