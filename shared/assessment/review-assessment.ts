import type * as z from "zod";
import { reachClient } from "../clients/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AppError, Conflict, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { ConclusionSchema } from "./assessment.ts";
import { assessmentOf, type StoredAssessment, saveAssessment } from "./assessments.store.ts";

/**
 * Keeps the physician's words on an exam that is not signed yet; it is in review from then on.
 * @throws Conflict once the version is signed: a signed version is amended, never edited; and when it is
 * no longer what was `seen`.
 */
export async function reviewAssessment(
  ctx: Ctx,
  number: string,
  date: string,
  version: number,
  input: z.input<typeof ConclusionSchema>,
): Promise<void> {
  const { seen, ...conclusion } = parse(ConclusionSchema, input);
  await reachClient(ctx, "assessment:review", number);
  await withRetry(ctx, async () => {
    const before = await assessmentOf(ctx, number, date, version);
    if (!before) throw new NotFound();
    if (before.signedAt)
      throw new Conflict({
        en: "This version is signed. Amend it instead.",
        zh: "该版本已签发，请使用修订。",
      });
    if (!isAsSeen(before, seen)) throw changedSince();
    await commit(ctx, {
      changes: [saveAssessment({ ...before, state: "in review", conclusion: withoutGaps(conclusion) })],
      log: {
        subject: `C#${number}`,
        action: "assessment.reviewed",
        refs: { date, version },
        v: before.v + 1,
      },
    });
  });
}

/** Whether an assessment still is what somebody saw; nothing said of what was seen is a yes. */
export const isAsSeen = ({ v }: Pick<StoredAssessment, "v">, seen: number | undefined): boolean =>
  seen === undefined || seen === v;

/** Said once and not tried again: only the person who reads the new findings can decide. */
export const changedSince = (): AppError =>
  new AppError("Conflict", {
    en: "Results or words have changed since you opened this page. Look at the findings again, then repeat.",
    zh: "打开本页后，结果或结论已有变化。请重新查看检查发现后再操作。",
  });

/** Leaves out what was not said, instead of keeping it as undefined. */
export const withoutGaps = <T extends object>(from: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as never;
