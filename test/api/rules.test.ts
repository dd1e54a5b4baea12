import { expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { type World, world } from "../support/world.ts";

const ask = async (w: World, actor: Actor, method: string, path: string, body?: object) => {
  const answer = await create(w.home).request(`/api${path}`, {
    method,
    headers: { authorization: `Bearer ${await w.token(actor)}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, said: answer.status === 204 ? undefined : await answer.json() };
};

test("a version is drafted, read cut-off by cut-off, signed and in force from its day", async () => {
  const w = await world();
  const draft = {
    base: "2026-11",
    effectiveFrom: "2026-12-01",
    changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3 }],
    why: "委员会决议",
  };
  const made = await ask(w, w.as.attending, "POST", "/rules/versions", draft);
  expect(made).toEqual({ status: 201, said: { id: "2026-11.1" } });
  const sheet = await ask(w, w.as.nurse, "GET", "/rules/2026-11.1");
  expect(sheet.said.entries.find(({ id }: { id: string }) => id === "ldl-borderline")).toMatchObject({
    cutOffs: [{ path: "when.limit", code: "LDLC", op: ">=", limit: 3 }],
    status: "needs sign-off",
    home: "2026-11.1",
    followUps: expect.any(Array),
  });
  expect((await ask(w, w.as.attending, "POST", "/rules/versions/2026-11.1/sign", {})).status).toBe(403);
  expect((await ask(w, w.as.physician, "POST", "/rules/versions/2026-11.1/sign", { seen: 1 })).status).toBe(
    204,
  );
  expect((await ask(w, w.as.manager, "GET", "/rules")).said.rules.inForce).toBe("2026-11");
  w.clock.set("2026-12-01T01:00:00.000Z");
  expect((await ask(w, w.as.manager, "GET", "/rules")).said.rules.inForce).toBe("2026-11.1");
  expect((await ask(w, w.as.physician, "GET", "/rules/none")).status).toBe(404);
});

test("a change that cannot stand is answered with its field and the mend, in the asker's language", async () => {
  const w = await world();
  const answer = await ask(w, w.as.physician, "POST", "/rules/versions", {
    base: "2026-11",
    effectiveFrom: "2026-12-01",
    changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3000 }],
    why: "委员会决议",
  });
  expect(answer).toMatchObject({ status: 400 });
  expect(JSON.stringify(answer.said)).toContain("该数值不可能出现");
});
