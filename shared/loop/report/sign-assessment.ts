import type * as z from "zod";
import { authorize, mustEver } from "../../access/index.ts";
import {
  type Assessment,
  changedSince,
  conclusionsToSign,
  countersignRules,
  forgetRuleBook,
  isAsSeen,
  keepSigned,
  SignSchema,
  type StoredAssessment,
  saidOf,
  saveAssessment,
  secondSignatureFor,
  sensitiveItems,
  signatureOf,
  summary,
  wholeAssessment,
  withoutGaps,
} from "../../assessment/index.ts";
import { saveClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Actor, Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { ageOn } from "../../kernel/time.ts";
import { examsOf } from "../../testing/index.ts";
import { lookedIn } from "../looked.ts";
import { openTurn, type Turn } from "../open-core.ts";
import { planTurn } from "./plan-turn.ts";

/**
 * The signature that turns the loop, in one commit: the assessment is kept whole and for good, the turn
 * before it closes and the next opens, every finding that needs one has exactly one open follow-up, the
 * plan is drafted and reading is given. The same signature sent again changes nothing.
 * Where a version of the exam was signed before, this one amends it and needs the reason.
 * @throws NotFound for a version there is not; InvalidInput (`reason`) for an amendment without one; Conflict for
 * a version that was replaced, or that is no longer what was `seen`; AppError `Unprocessable` while a department
 * and the codes contradict each other and nobody has answered.
 */
export async function signAssessment(
  ctx: Ctx,
  number: string,
  date: string,
  version: number,
  input: z.input<typeof SignSchema>,
): Promise<Assessment> {
  const { conclusion, reason, seen } = parse(SignSchema, input);
  mustEver(ctx.actor, "assessment:sign");
  return withRetry(ctx, async (again) => {
    const asked = (turn: Turn | undefined) =>
      turn?.assessments.find((one) => one.date === date && one.version === version);
    const soon = await openTurn(ctx, number, again);
    const found = asked(soon);
    const fits = found && isAsSeen(found, seen);
    const before = soon && !fits ? await openTurn(ctx, number, true) : soon;
    if (!before) throw new NotFound();
    const { client, groups, assessments: versions } = before;
    authorize(ctx, "assessment:sign", { centre: client.centre, client: number });
    const kept = asked(before);
    if (!kept) throw new NotFound();
    const exams = examsOf(groups);
    if (kept.state === "signed") {
      if (!isOwnSignature(kept, ctx.actor, conclusion)) throw signedMeanwhile();
      return wholeAssessment(ctx, kept, client, exams);
    }
    if (kept.state === "superseded" || kept.state === "recalled") throw new Conflict();
    if (!isAsSeen(kept, seen)) throw changedSince();
    const replaced = versions.find((one) => one.date === date && one.state === "signed");
    if (replaced && !reason) throw unexplained();
    // Words of the committee hold from when they are written: what is signed for good rests on no older book.
    forgetRuleBook(ctx);
    const whole = await wholeAssessment(ctx, kept, client, exams);
    const { ruleSet, findings, scores, grade, gone } = whole;
    const departments = conclusionsToSign(await saidOf(ctx, number, date), whole, exams);
    const signed: StoredAssessment = {
      ...kept,
      ...summary(whole),
      state: "signed",
      conclusion: withoutGaps({ ...kept.conclusion, ...conclusion }),
      signedAt: ctx.now(),
      signedBy: signatureOf(ctx.actor),
      ...(replaced && reason ? { reason } : {}),
      ...withoutGaps({ second: secondSignatureOf(before, whole) }),
    };
    const looked = lookedIn(groups, [signed, ...versions.filter((one) => one !== kept)]);
    const turn = await planTurn(ctx, before, whole, looked);
    await commit(ctx, {
      changes: [
        saveAssessment(signed),
        keepSigned(number, date, version, {
          ...{ ruleSet, findings, scores, grade, gone },
          ...(departments.length ? { departments } : {}),
        }),
        ...(replaced ? [saveAssessment({ ...replaced, state: "superseded" })] : []),
        ...(client.state === "enrolled" ? [saveClient({ ...client, state: "active" })] : []),
        ...turn.changes,
      ],
      log: [
        {
          subject: `C#${number}`,
          action: replaced ? "assessment.amended" : "assessment.signed",
          refs: { date, version, ruleSet: kept.ruleSet },
          v: kept.v + 1,
        },
        ...turn.log,
      ],
    });
    return { ...whole, ...signed, ...(departments.length ? { departments } : {}), v: kept.v + 1 };
  });
}

/** Whether a signature sent again is the one that stands: the same hand, and no other words. */
const isOwnSignature = (
  { signedBy, conclusion }: StoredAssessment,
  actor: Actor,
  words: { [L in keyof Bilingual]?: string | undefined },
): boolean =>
  signedBy?.id === actor.id &&
  (["zh", "en"] as const).every((language) => !words[language] || words[language] === conclusion?.[language]);

const signedMeanwhile = () =>
  new Conflict({
    en: "This version was signed meanwhile, with other words or by another physician. Your words were not kept: open it, and amend it if they must stand.",
    zh: "该版本已由他人或以其他结论签发，您的内容未保存。请打开查看，如需更改请使用修订。",
  });

const unexplained = () =>
  new InvalidInput([
    {
      field: "reason",
      message: {
        en: "A version is signed already. Say why you amend it; the client will read the reason.",
        zh: "已有签发版本。请写明修订原因，客户会看到该原因。",
      },
    },
  ]);

/** The second signature the rules ask of an exam as it is signed now. */
function secondSignatureOf({ client, groups, rules }: Turn, { date, findings }: Assessment) {
  const results = examsOf(groups).find((exam) => exam.date === date)?.results ?? {};
  return secondSignatureFor(countersignRules, {
    findings,
    results,
    sensitive: sensitiveItems(findings, results, { ...client, date }),
    list: rules.importantFor(date),
    who: { sex: client.sex, age: ageOn(client.birthDate, date) },
  });
}
