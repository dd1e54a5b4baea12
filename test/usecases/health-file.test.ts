import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { readAssessment } from "../../shared/assessment/index.ts";
import { changeClient, readClient } from "../../shared/clients/index.ts";
import { answerHealth, signAssessment } from "../../shared/loop/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examDay, waiting } from "../web/examined.ts";

const healthOf = async (w: World, client: string) => (await readClient(w.ctx(), client)).health;
const told = { smoking: "former", diagnoses: ["gout"], familyAscvd: "early", neckCm: 38 } as const;

describe("the health file", () => {
  test("of a new client says nothing that was not told: every answer is unknown", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const health = await healthOf(w, number);
    const { diet: _, sleep: __, history: ___, medication: ____, ...rest } = health;
    expect(new Set(Object.values(rest).filter((answer) => typeof answer === "string"))).toEqual(
      new Set(["unknown"]),
    );
    expect(health).not.toHaveProperty("diabetesSince");
    expect(health).not.toHaveProperty("neckCm");
  });

  test("keeps every other answer when one is changed, whichever door it comes by", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: { ...told, diagnoses: [...told.diagnoses] } });
    const before = await healthOf(w, number);
    await answerHealth(w.ctx(w.as.nurse), number, { homeNorth: "yes" });
    await changeClient(w.ctx(), number, { health: { exercise: "some" } });
    await answerHealth(w.ctx(w.as.nurse), number, { neckCm: null });
    const { neckCm: _, ...kept } = before;
    expect(await healthOf(w, number)).toEqual({ ...kept, homeNorth: "yes", exercise: "some" });
  });

  test("is answered by whoever is with the client, and by nobody else", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const { frontDesk, nurse, physician, healthManager, manager, hr } = w.as;
    const answer = (actor: typeof nurse) => answerHealth(w.ctx(actor), number, { smoking: "never" });
    for (const actor of [frontDesk, nurse, physician, healthManager])
      expect((await answer(actor)).health.smoking).toBe("never");
    for (const actor of [manager, hr, w.as.client(number)])
      await expect(answer(actor)).rejects.toMatchObject({ code: "NotAllowed" });
    const elsewhere = { ...nurse, centre: "centre-2" } as typeof nurse;
    await expect(answer(elsewhere)).rejects.toMatchObject({ code: "NotFound" });
  });

  test("is not saved over what somebody else has saved meanwhile", async () => {
    const w = await world();
    const { number, v } = await enrolled(w);
    await answerHealth(w.ctx(w.as.nurse), number, { smoking: "never", seen: v });
    const late = answerHealth(w.ctx(w.as.physician), number, { smoking: "current", seen: v });
    await expect(late).rejects.toMatchObject({ code: "Conflict" });
    expect((await healthOf(w, number)).smoking).toBe("never");
  });

  test("that is told again the same is not written again", async () => {
    const w = await world();
    const { number } = await enrolled(w, { health: { smoking: "never" } });
    const before = [await w.dump(), await w.entries()];
    await answerHealth(w.ctx(w.as.nurse), number, { smoking: "never" });
    const fresh = (await w.entries()).filter(({ id }) => id.startsWith("w#"));
    expect([await w.dump(), fresh.length]).toEqual([
      before[0],
      before[1]?.filter((entry) => "id" in entry && String(entry.id).startsWith("w#")).length,
    ]);
  });

  test("takes no pregnancy and no diabetes of pregnancy of a man", async () => {
    const w = await world();
    const { number } = await enrolled(w, {
      document: { kind: "passport", text: "E12345678" },
      sex: "male",
      birthDate: "1974-03-12",
    });
    const nurse = w.ctx(w.as.nurse);
    for (const change of [{ pregnant: true }, { gestationalDiabetes: "yes" as const }])
      await expect(answerHealth(nurse, number, change)).rejects.toMatchObject({
        code: "InvalidInput",
        problems: [{ field: Object.keys(change)[0] }],
      });
    await answerHealth(nurse, number, { gestationalDiabetes: "no" });
  });

  test.each([1949, 2027])("takes no diabetes since %i of somebody born in 1974", async (diabetesSince) => {
    const w = await world();
    const { number } = await enrolled(w);
    const refusal = { code: "InvalidInput", problems: [{ field: expect.stringMatching(/diabetesSince$/) }] };
    await expect(answerHealth(w.ctx(w.as.nurse), number, { diabetesSince })).rejects.toMatchObject(refusal);
    await expect(changeClient(w.ctx(), number, { health: { diabetesSince } })).rejects.toMatchObject(refusal);
  });

  test("refuses an answer it does not know instead of dropping it", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const answer = await create(w.home).request(`/api/clients/${number}/health`, {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${await w.token(w.as.nurse)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ familyHistory: ["diabetes"] }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("familyHistory");
  });
});

describe("an exam that waits for its signature", () => {
  const physicianReads = (w: World, client: string) => readAssessment(w.ctx(w.as.physician), client, examDay);

  test("is looked at again with every answer, and who had it open is told before signing", async () => {
    const w = await world();
    const { number } = await waiting(w);
    const { assessment } = await physicianReads(w, number);
    await answerHealth(w.ctx(w.as.nurse), number, { diagnoses: ["diabetes"] });
    const after = (await physicianReads(w, number)).assessment;
    expect(after.v).toBe(assessment.v + 1);
    expect(after.grade.path).toBe("disease");
    const stored = (await w.dump()).find(({ sk }) => sk.startsWith("FILE#ASM#"));
    expect(stored).toMatchObject({ path: "disease" });
    const sign = (seen: number) => signAssessment(w.ctx(w.as.physician), number, examDay, 1, { seen });
    await expect(sign(assessment.v)).rejects.toMatchObject({ code: "Conflict" });
    expect((await sign(after.v)).state).toBe("signed");
  });

  test("is not touched once it is signed", async () => {
    const w = await world();
    const { number } = await waiting(w);
    await signAssessment(w.ctx(w.as.physician), number, examDay, 1, {});
    const { assessment } = await physicianReads(w, number);
    await answerHealth(w.ctx(w.as.nurse), number, { diagnoses: ["diabetes"] });
    expect((await physicianReads(w, number)).assessment).toEqual(assessment);
  });
});
