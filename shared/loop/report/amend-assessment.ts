import { authorize, mustEver } from "../../access/index.ts";
import { planProposal } from "../../assessment/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { examsOf } from "../../testing/index.ts";
import { openCore } from "../open-core.ts";

/**
 * Opens a further version of an exam's signed assessment, for the physician to change: the findings as they are
 * now, the words as they were signed. The signed version stays what it is until the new one is signed; after a
 * recall it is how a right report is made.
 * @returns the version to work on; the one that is open already where there is one.
 * @throws NotFound for an exam without an assessment; Conflict while nothing of it is signed.
 */
export async function amendAssessment(ctx: Ctx, number: string, date: string): Promise<{ version: number }> {
  mustEver(ctx.actor, "assessment:review");
  return withRetry(ctx, async (again) => {
    const core = await openCore(ctx, number, again);
    if (!core) throw new NotFound();
    const { client, groups, assessments, rules } = core;
    authorize(ctx, "assessment:review", { centre: client.centre, client: number });
    const ofExam = assessments.filter((one) => one.date === date);
    const [newest] = ofExam;
    if (!newest) throw new NotFound();
    const signed = ofExam.find(({ state }) => state === "signed" || state === "recalled");
    if (!signed)
      throw new Conflict({ en: "Nothing is signed yet: edit it instead.", zh: "尚未签发，请直接编辑。" });
    if (newest.version > signed.version) return { version: newest.version };
    const { changes, version } = planProposal(ctx, client, examsOf(groups), date, assessments, rules, {
      state: "in review",
      ...(signed.conclusion ? { conclusion: signed.conclusion } : {}),
    });
    await commit(ctx, {
      changes,
      log: { subject: `C#${number}`, action: "assessment.reopened", refs: { date, version }, v: 1 },
    });
    return { version };
  });
}
