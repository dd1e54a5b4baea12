import { expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { casesFor } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { world } from "../support/world.ts";

test("an answer about self-harm opens its case although the others are blank; the refusal names those", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  const send = async (answers: (number | null)[]) => {
    const answer = await create(w.home).request(`/api/clients/${number}/questionnaires/PHQ9/answers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await w.token(w.as.client(number))}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ answers }),
    });
    return { status: answer.status, said: JSON.stringify(await answer.json()) };
  };
  const gaps = await send([...Array.from({ length: 8 }, () => null), 2]);
  expect(gaps.status).toBeGreaterThanOrEqual(400);
  expect(gaps.said).toContain("answers.0");
  expect(await casesFor(w.ctx(), number)).toMatchObject([{ kind: "safety", state: "open" }]);
  expect((await send([0, 0, 0, 0, 0, 0, 0, 0, 2])).status).toBeLessThan(300);
  expect(await casesFor(w.ctx(), number)).toHaveLength(1);
});
