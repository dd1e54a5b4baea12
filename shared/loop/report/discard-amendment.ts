import { authorize, mustEver } from "../../access/index.ts";
import { dropAssessment } from "../../assessment/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { openCore } from "../open-core.ts";

/**
 * Takes back an amendment opened by mistake: the version goes, with the words saved on it; the signed one stands
 * as it did.
 * @throws NotFound for a version there is not; Conflict for one that amends nothing or is signed, and where results
 * came in or were taken out since the signature: what they say is decided by signing.
 */
export async function discardAmendment(
  ctx: Ctx,
  number: string,
  date: string,
  version: number,
): Promise<void> {
  mustEver(ctx.actor, "assessment:review");
  await withRetry(ctx, async (again) => {
    const core = await openCore(ctx, number, again);
    if (!core) throw new NotFound();
    const { client, groups, assessments } = core;
    authorize(ctx, "assessment:review", { centre: client.centre, client: number });
    const ofExam = assessments.filter((one) => one.date === date);
    const open = ofExam.find((one) => one.version === version);
    if (!open) throw new NotFound();
    const signed = ofExam.find(({ state }) => state === "signed");
    if (open.state !== "in review" || !signed?.signedAt) throw new Conflict();
    const since = signed.signedAt;
    if (
      groups.some(
        (group) => group.date === date && (group.withdrawn?.at ?? group.joinedAt ?? group.at) > since,
      )
    )
      throw resultsSince();
    await commit(ctx, {
      changes: [dropAssessment(open)],
      log: { subject: `C#${number}`, action: "assessment.discarded", refs: { date, version } },
    });
  });
}

const resultsSince = () =>
  new Conflict({
    en: "Results came in after the signature. Sign this version, or leave it open; it cannot be discarded.",
    zh: "签发后又有新结果，本版不能放弃，请签发或保留。",
  });
