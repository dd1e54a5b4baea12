import { assessmentsIn, planProposal, proposeAnew, ruleBook } from "../../assessment/index.ts";
import { clientIn, type Merge, subjectOf } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Item } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { changesOf, openBookIn, settleByExams } from "../../monitoring/index.ts";
import { examsOf, resultGroupsIn } from "../../testing/index.ts";
import { lookedIn } from "../looked.ts";

/**
 * What a file says once it holds both: what an exam of the one file looked at ends what the other had asked for,
 * and exams that wait are looked at with everything there is. A recalled exam answers nothing.
 */
export async function settleMerge(
  ctx: Ctx,
  { keep, both }: Merge,
  items: readonly Item[],
): Promise<{ changes: Change[]; log: LogEntry[] }> {
  const client = clientIn(items);
  if (!client) return { changes: [], log: [] };
  const rules = await ruleBook(ctx);
  const assessments = assessmentsIn(items);
  const exams = examsOf(resultGroupsIn(items));
  const looked = lookedIn(resultGroupsIn(items), assessments);
  const book = settleByExams(openBookIn(keep, items), looked, { now: ctx.now(), by: ctx.actor.id });
  const waits = (date: string) => {
    const newest = assessments.find((one) => one.date === date);
    return newest && (newest.state === "proposed" || newest.state === "in review");
  };
  const mixed = both.filter((date) => !waits(date) && exams.some((exam) => exam.date === date));
  return {
    changes: [
      ...changesOf(book),
      ...proposeAnew(ctx, client, exams, assessments, rules),
      ...mixed.flatMap((date) => planProposal(ctx, client, exams, date, assessments, rules).changes),
    ],
    log: book.ended.map(({ id, state, closed }) => ({
      subject: subjectOf(keep),
      action: `follow-up.${state}`,
      refs: { followUp: id, ...(closed?.evidence ? { exam: closed.evidence.date } : {}) },
    })),
  };
}
