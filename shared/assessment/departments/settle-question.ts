import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { examsOf, resultGroupsOf } from "../../testing/index.ts";
import { assessmentsOf } from "../assessments.store.ts";
import { wholeAssessment } from "../read-assessment.ts";
import { SettleSchema } from "./conclusion.ts";
import { addSettled, saidOf } from "./conclusions.store.ts";
import { questionsAbout } from "./questions.ts";

/**
 * A physician's word on what a department and the codes say differently: which of the two stands, and why. It is
 * kept for good; answering again changes nothing.
 * @throws NotFound for a question the exam does not ask.
 */
export async function settleQuestion(
  ctx: Ctx,
  number: string,
  date: PlainDate,
  input: z.input<typeof SettleSchema>,
): Promise<void> {
  const { question, stands, note } = parse(SettleSchema, input);
  const client = await reachClient(ctx, "assessment:review", number);
  await withRetry(ctx, async () => {
    const [versions, groups, said] = await Promise.all([
      assessmentsOf(ctx, number),
      resultGroupsOf(ctx, number),
      saidOf(ctx, number, date),
    ]);
    if (said.settled.some((one) => one.question === question)) return;
    const [newest] = versions.filter((one) => one.date === date);
    if (!newest) throw new NotFound();
    const exams = examsOf(groups);
    const { findings } = await wholeAssessment(ctx, newest, client, exams);
    const results = exams.find((exam) => exam.date === date)?.results ?? {};
    const asked = questionsAbout(said.conclusions, { findings, results }).find(({ id }) => id === question);
    if (!asked) throw new NotFound();
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    await commit(ctx, {
      changes: [addSettled(number, date, { question, stands, note, by, at: ctx.now() })],
      log: {
        subject: `C#${number}`,
        action: "department.question-settled",
        refs: { date, department: asked.department },
      },
    });
  });
}
