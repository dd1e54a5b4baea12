import type * as z from "zod";
import { authorize } from "../../access/index.ts";
import { commit } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Licence, type LicenceInputSchema, licenceFor } from "./licence.ts";
import { keepLicence, licenceOf, licenceSubject, licencesOf } from "./licences.store.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { questionnaireCalled } from "./registry.ts";

/**
 * Records the licence a centre holds for a questionnaire, with the words it was given; from then on it can be
 * answered. A later licence stands over an earlier one.
 * @throws NotFound for no such questionnaire; InvalidInput naming the question whose words do not fit it;
 * AppError `Unprocessable` for one whose words are free and shipped.
 */
export async function licenseQuestionnaire(
  ctx: Ctx,
  code: string,
  input: z.input<typeof LicenceInputSchema>,
): Promise<void> {
  authorize(ctx, "questionnaire:license", {});
  const { reference, wording } = parse(licenceFor(notFree(code)), input);
  const before = await licenceOf(ctx, code);
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [keepLicence({ code, reference, wording, by, at: ctx.now(), v: before?.v ?? 0 })],
    log: { subject: licenceSubject, action: "questionnaire.licensed", refs: { questionnaire: code } },
  });
}

/**
 * Ends a licence: the questionnaire is not asked any more.
 * @throws NotFound where none is in force.
 */
export async function endLicence(ctx: Ctx, code: string): Promise<void> {
  authorize(ctx, "questionnaire:license", {});
  const before = await licenceOf(ctx, notFree(code).code);
  if (!before || before.ended) throw new NotFound();
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [keepLicence({ ...before, ended: { by, at: ctx.now() } })],
    log: { subject: licenceSubject, action: "questionnaire.licence-ended", refs: { questionnaire: code } },
  });
}

/** Every licence, for who keeps them. */
export async function readLicences(ctx: Ctx): Promise<Licence[]> {
  authorize(ctx, "questionnaire:license", {});
  return licencesOf(ctx);
}

function notFree(code: string): Questionnaire {
  const found = questionnaireCalled(code);
  if (!found) throw new NotFound();
  if (found.wording)
    throw new AppError("Unprocessable", {
      en: "The words of this questionnaire are free and come with the product.",
      zh: "该问卷文本可免费使用，已随产品提供。",
    });
  return found;
}
