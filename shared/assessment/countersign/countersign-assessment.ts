import { mustEver, rankNames } from "../../access/index.ts";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import { type Ctx, type Rank, ranks } from "../../kernel/context.ts";
import { AppError, Conflict, NotAllowed, NotFound } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { assessmentOf, saveAssessment } from "../assessments.store.ts";
import { signatureOf } from "./signature-of.ts";

/**
 * The second physician's signature under a signed version that needs one: the words and the findings stand as
 * they were signed, and the report may now be released. The same hand's again changes nothing.
 * @throws NotFound for a version there is not; NotAllowed below the title the rules ask; Conflict for a version
 * that is not signed, was replaced or recalled, has both signatures, or needs one only; AppError `Unprocessable` for
 * whoever signed first.
 */
export async function countersignAssessment(
  ctx: Ctx,
  number: string,
  date: PlainDate,
  version: number,
): Promise<void> {
  mustEver(ctx.actor, "assessment:countersign");
  await reachClient(ctx, "assessment:countersign", number);
  await withRetry(ctx, async () => {
    const before = await assessmentOf(ctx, number, date, version);
    if (!before) throw new NotFound();
    const { state, second, signedBy } = before;
    if (state !== "signed" || !second) throw notAsked();
    if (signedBy?.id === ctx.actor.id) throw sameHand();
    if (second.by?.id === ctx.actor.id) return;
    if (second.by) throw bothSigned();
    const by = signatureOf(ctx.actor);
    if (!reaches(by.rank, second.rank)) throw tooLow(second.rank);
    await commit(ctx, {
      changes: [saveAssessment({ ...before, second: { ...second, by, at: ctx.now() } })],
      log: {
        subject: `C#${number}`,
        action: "assessment.countersigned",
        refs: { date, version },
        v: before.v + 1,
      },
    });
  });
}

const reaches = (rank: Rank | undefined, least: Rank): boolean =>
  rank !== undefined && ranks.indexOf(rank) >= ranks.indexOf(least);

const notAsked = () =>
  new AppError("Conflict", {
    en: "This version waits for no second signature.",
    zh: "该版本无需第二签名。",
  });

const bothSigned = () =>
  new AppError("Conflict", {
    en: "Another physician has signed second meanwhile.",
    zh: "已由其他医师完成第二签名。",
  });

const sameHand = () =>
  new AppError("Unprocessable", {
    en: "You signed it first. The second signature is another physician's.",
    zh: "您已作第一签名，第二签名须由另一位医师完成。",
  });

const tooLow = (rank: Rank) =>
  new NotAllowed({
    en: `The second signature is for this title or higher: ${rankNames[rank].en}.`,
    zh: `第二签名须由${rankNames[rank].zh}或以上职称的医师完成。`,
  });

/** While the second signature is missing, the client sees nothing. */
export const secondFirst = () =>
  new Conflict({
    en: "A second physician must sign this report before it is released.",
    zh: "该报告须经第二位医师签名后方可发布。",
  });
