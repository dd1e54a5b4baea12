import { openRecord } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { examsOf, resultGroupsOf } from "../../testing/index.ts";
import { answersKept } from "./mark-answers.ts";
import { type Offered, offeredTo } from "./offered.ts";

/** A questionnaire that may be asked, and the exam it was last answered for. */
export interface Asking extends Offered {
  answered: PlainDate | undefined;
  /** What was answered then, as points; for those who care for the client. */
  answers?: readonly number[];
}

/** What may be asked of a client, the reading traced. A client is told when they answered, and not again what. */
export async function readQuestionnaires(ctx: Ctx, number: string): Promise<Asking[]> {
  const client = await openRecord(ctx, "questionnaire:answer", number, "questionnaires");
  const [offered, groups] = await Promise.all([offeredTo(ctx, client), resultGroupsOf(ctx, number)]);
  const exams = examsOf(groups);
  return offered.map((one) => {
    const item = one.questionnaire.answersItem;
    const exam = exams.find(({ results }) => results[item]);
    const answers = ctx.actor.kind === "client" ? undefined : answersKept(exam?.results[item]?.value);
    return {
      ...one,
      answered: exam?.date,
      ...(answers ? { answers } : {}),
    };
  });
}
