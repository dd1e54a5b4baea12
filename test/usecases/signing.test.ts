import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import {
  assessmentsOf,
  draftVersion,
  readAssessment,
  revokeSignOff,
  ruleBook,
  type StoredAssessment,
  saveAssessment,
  signOffRule,
  signVersion,
} from "../../shared/assessment/index.ts";
import { commit } from "../../shared/data/commit.ts";
import type { Ctx } from "../../shared/kernel/context.ts";
import { openFile, signAssessment } from "../../shared/loop/index.ts";
import { casesFor, followUpsOf, recordContact } from "../../shared/monitoring/index.ts";
import { enrolled } from "../support/people.ts";
import { world } from "../support/world.ts";
import { examDay, examined } from "../web/examined.ts";

/** The same tables seen from a process of its own, with a memory of its own. */
const elsewhere = (ctx: Ctx): Ctx => ({ ...ctx, table: { ...ctx.table } });

/** A process in which something else happens just before it first writes. */
function beforeWriting(ctx: Ctx, act: () => Promise<unknown>): Ctx {
  const { doc } = ctx.table;
  let waiting = true;
  const send = async (command: Parameters<typeof doc.send>[0]) => {
    if (waiting && command instanceof TransactWriteCommand) {
      waiting = false;
      await act();
    }
    return doc.send(command);
  };
  return { ...ctx, table: { ...ctx.table, doc: { send } as typeof doc } };
}

describe("a signature", () => {
  test("is refused to who has not seen what an earlier exam, come in meanwhile, makes of this one", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const physician = w.ctx(w.as.physician);
    await examined(w, number, { FPG: 7.4 });
    const seen = (await readAssessment(physician, number, examDay)).assessment;
    expect(seen.grade.path).toBe("needs-confirmation");
    await examined(w, number, { FPG: 7.6 }, "2026-08-20");
    const sign = (v: number) => signAssessment(physician, number, examDay, 1, { seen: v });
    await expect(sign(seen.v)).rejects.toMatchObject({ code: "Conflict" });
    const now = (await readAssessment(physician, number, examDay)).assessment;
    await sign(now.v);
    const { assessments } = await openFile(physician, number);
    expect(assessments.find(({ date }) => date === examDay)?.path).toBe(now.grade.path);
    expect(now.grade.path).toBe("disease");
  });

  test("says the same of an exam in every list as in what was signed, whatever a list said before", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const physician = w.ctx(w.as.physician);
    await examined(w, number);
    const [kept] = await assessmentsOf(physician, number);
    const older = { ...(kept as StoredAssessment), path: "healthy" as const, urgency: 0, rules: [] };
    await commit(physician, { changes: [saveAssessment(older)], log: [] });
    const { grade, findings } = await signAssessment(physician, number, examDay, 1, {});
    expect(grade.path).not.toBe("healthy");
    expect((await assessmentsOf(physician, number))[0]).toMatchObject({
      path: grade.path,
      rules: findings.map(({ rule }) => rule),
    });
  });

  test("rests on the committee's word as it is now, not as this process remembers it", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const physician = w.ctx(w.as.physician);
    const other = elsewhere(physician);
    await examined(w, number, { PLT: 620, SBP: 148, DBP: 92, FPG: 6.4 });
    const { assessment } = await readAssessment(physician, number);
    const rule = assessment.findings.find(({ status }) => status === "needs sign-off")?.rule ?? "";
    await signOffRule(physician, assessment.ruleSet, rule, {});
    await ruleBook(other);
    await revokeSignOff(physician, assessment.ruleSet, rule, { why: "Wrong source." });
    const signed = await signAssessment(other, number, examDay, 1, {});
    expect(signed.findings.find((finding) => finding.rule === rule)).toMatchObject({
      status: "needs sign-off",
    });
  });

  test.each(["signature", "contact"] as const)(
    "and a contact leave no follow-up that asks for what was done, whichever comes between the other's reading and writing: the %s",
    async (between) => {
      const w = await world();
      const { number } = await enrolled(w);
      const physician = w.ctx(w.as.physician);
      await examined(w, number, { K: 6.8 });
      const id = (await casesFor(physician, number))[0]?.id ?? "";
      const said = { person: "client", channel: "phone", outcome: "confirmed" } as const;
      const sign = (ctx: Ctx) => signAssessment(ctx, number, examDay, 1, {});
      const tell = (ctx: Ctx) => recordContact(ctx, { client: number, id, ...said });
      if (between === "contact") await sign(beforeWriting(physician, () => tell(physician)));
      else await tell(beforeWriting(physician, () => sign(physician)));
      expect((await casesFor(physician, number))[0]?.state).toBe("told");
      const tellings = (await followUpsOf(physician, number)).filter(({ rule }) => rule === "class-a");
      expect(tellings.map(({ state }) => state)).toEqual(["done"]);
    },
  );
});

test("a process that has not heard of a new edition yet reads what was assessed with it", async () => {
  const w = await world();
  const { number } = await enrolled(w);
  const physician = w.ctx(w.as.physician);
  const other = elsewhere(physician);
  await ruleBook(other);
  const change = { rule: "bp-high-normal", path: "when.any.0.limit", limit: 125 };
  const draft = { part: "rules", base: "2026-11", effectiveFrom: "2026-11-23", changes: [change] } as const;
  const { id } = await draftVersion(physician, { ...draft, changes: [change], why: "Our own population." });
  await signVersion(physician, id, {});
  await examined(w, number, { SBP: 128, DBP: 70 }, "2026-11-23");
  expect((await readAssessment(other, number, "2026-11-23")).assessment.ruleSet).toBe(id);
});
