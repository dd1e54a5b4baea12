import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { addStaff } from "../../shared/access/index.ts";
import { readAssessment, reviewAssessment } from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { receiveResults, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { claimsOf } from "../support/actors.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-20";
const refusal = { code: "NotAllowed", sentence: { zh: expect.stringMatching(/副主任医师以上.*第十四条/) } };

async function examined(w: World): Promise<string> {
  const { number } = await enrolled(w);
  const results = [{ item: "SBP", value: 148, unit: "mm[Hg]" }];
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
  return number;
}

const titled = (w: World, rank: string): Actor => ({ ...w.as.physician, rank }) as Actor;

describe("a checkup report", () => {
  test.each(["associate-chief", "chief"])("is signed and released by a physician who is %s", async (rank) => {
    const w = await world();
    const number = await examined(w);
    const ctx = w.ctx(titled(w, rank));
    expect(await signAssessment(ctx, number, day, 1, {})).toMatchObject({
      state: "signed",
      signedBy: { name: "周志远", rank },
    });
    await releaseReport(ctx, number, day, 1);
    const { assessment } = await readAssessment(w.ctx(w.as.client(number)), number);
    expect(assessment.signedBy).toMatchObject({ rank });
  });

  test.each(["resident", "attending", "professor", ""])(
    "is neither signed nor released by one whose title is %j, who is told why; nothing is written",
    async (rank) => {
      const w = await world();
      const number = await examined(w);
      const before = await w.dump();
      const ctx = w.ctx(titled(w, rank));
      await expect(signAssessment(ctx, number, day, 1, {})).rejects.toMatchObject(refusal);
      await expect(releaseReport(ctx, number, day, 1)).rejects.toMatchObject(refusal);
      expect(await w.dump()).toEqual(before);
    },
  );

  test("is reviewed by an attending physician all the same", async () => {
    const w = await world();
    const number = await examined(w);
    await reviewAssessment(w.ctx(w.as.attending), number, day, 1, { zh: "建议复测血压。" });
    const { assessment } = await readAssessment(w.ctx(w.as.attending), number);
    expect(assessment).toMatchObject({ state: "in review", conclusion: { zh: "建议复测血压。" } });
  });

  test("goes by the title in the token: neither the staff list nor a request can raise it", async () => {
    const w = await world();
    const number = await examined(w);
    const { id, name, centre } = { id: "physician-3", name: "孙晓燕", centre: "centre-1" };
    await addStaff(w.ctx(), { id, name, centre, roles: ["physician"], rank: "chief" });
    const sign = async (actor: Actor, body: object) =>
      create(w.home).request(`/api/clients/${number}/assessments/${day}/1/sign`, {
        method: "POST",
        headers: { authorization: `Bearer ${await w.token(actor)}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect(claimsOf(w.as.attending)["custom:rank"]).toBe("attending");
    const refused = await sign(w.as.attending, {});
    expect(refused.status).toBe(403);
    expect(await refused.text()).toMatch(/art\. 14|第十四条/);
    expect((await sign(w.as.attending, { rank: "chief" })).status).toBe(403);
    expect((await sign(w.as.physician, { rank: "chief" })).status).toBe(400);
    expect((await sign(w.as.physician, {})).status).toBe(200);
  });
});
