import { assessmentsIn, proposeAnew, ruleBook } from "../../assessment/index.ts";
import { type Client, type Merge, subjectOf } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Item } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { changesOf, followUpsIn, isOpen, openBookIn, reopenUnsettled } from "../../monitoring/index.ts";
import { examsOf, resultGroupsIn } from "../../testing/index.ts";
import { lookedIn } from "../looked.ts";

/**
 * What the file that stays says without the other's exams: what only they had ended since the merge is open
 * again, and exams that wait are looked at with what is left.
 */
export async function unsettle(
  ctx: Ctx,
  merge: Merge,
  client: Client,
  ours: readonly Item[],
  theirs: readonly Item[],
): Promise<{ changes: Change[]; log: LogEntry[] }> {
  const now = ctx.now();
  const exams = examsOf(resultGroupsIn(ours));
  const looked = lookedIn(resultGroupsIn(ours), assessmentsIn(ours));
  const days = new Set(resultGroupsIn(theirs).map(({ date }) => date));
  const ended = followUpsIn(merge.keep, ours)
    .filter((one) => !isOpen(one) && (one.closed?.at ?? "") >= merge.startedAt)
    .map((one) => (one.state === "superseded" ? { ...one, state: "done" as const } : one));
  let book = openBookIn(merge.keep, ours);
  const changes: Change[] = [];
  const reopened: string[] = [];
  for (const date of [...days].sort()) {
    const open = reopenUnsettled(book, ended, { date, looked, now, by: ctx.actor.id });
    book = open.book;
    changes.push(...open.changes);
    reopened.push(...open.reopened.map(({ id }) => id));
  }
  const rules = await ruleBook(ctx);
  return {
    changes: [...changes, ...changesOf(book), ...proposeAnew(ctx, client, exams, assessmentsIn(ours), rules)],
    log: reopened.map((followUp) => ({
      subject: subjectOf(merge.keep),
      action: "follow-up.reopened",
      refs: { followUp },
    })),
  };
}
