import { dropAssessment, planProposal, proposeAnew, type StoredAssessment } from "../../assessment/index.ts";
import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import {
  caseLimitsOf,
  changesOf,
  followUpsOf,
  isOpen,
  planCases,
  reopenUnsettled,
} from "../../monitoring/index.ts";
import { examsOf, type ResultGroup, resultsIn, withdrawResults } from "../../testing/index.ts";
import { planOrders } from "../exam-day/plan-orders.ts";
import { lookedIn } from "../looked.ts";
import type { Core } from "../open-core.ts";
import { takenBack } from "./receive-results.ts";

/**
 * What taking one group of results out of a file changes, as somebody else's or because its import is undone: the
 * group stays and counts for nothing; the exam's
 * assessment is proposed anew, or goes where nothing of the exam is left, and so are later exams that wait;
 * follow-ups these results alone had settled are open again; a case one of them opened hears that the value
 * is gone.
 * @throws Conflict where a signed assessment rests on them and no amendment of it is open.
 */
export async function planUnlinking(
  ctx: Ctx,
  core: Core,
  group: ResultGroup,
  why: { reason: string; undone?: true },
): Promise<{ changes: Change[]; log: LogEntry[] }> {
  const { client, groups, assessments, book, cases, days, rules } = core;
  const { number, centre } = client;
  const { date } = group;
  if (restsOn(assessments, group)) throw signed();
  const withdrawn = withdrawResults(ctx, group, why);
  const groupsLeft = groups.map((one) => (one === group ? withdrawn.group : one));
  const exams = examsOf(groupsLeft);
  const left = exams.find((exam) => exam.date === date);
  const ofExam = assessments.filter((one) => one.date === date);
  const neverSigned = ofExam.every(({ signedAt }) => !signedAt);
  const redone =
    !left && neverSigned
      ? ofExam.map(dropAssessment)
      : planProposal(ctx, client, exams, date, assessments, rules).changes;
  const now = ctx.now();
  const ended = (await followUpsOf(ctx, number)).filter((one) => !isOpen(one));
  const looked = lookedIn(groupsLeft, assessments);
  const open = reopenUnsettled(book, ended, { date, looked, now, by: ctx.actor.id });
  const brought = resultsIn(group).map(({ item }) => [item, left?.results[item] ?? takenBack(date)] as const);
  // What it had taken back counts again.
  const back = (group.removed ?? []).flatMap((item) => {
    const reading = left?.results[item];
    return reading ? [[item, reading] as const] : [];
  });
  const values = Object.fromEntries([...brought, ...back]);
  const limits = caseLimitsOf(rules.importantFor(date));
  const alarm = planCases(cases, {
    client: number,
    centre,
    date,
    values,
    source: group.source,
    limits,
    now,
    newId: ctx.newId,
  });
  const orders = planOrders(days, group, groupsLeft);
  const subject = `C#${number}`;
  return {
    changes: [
      withdrawn.change,
      ...redone,
      ...proposeAnew(ctx, client, exams, assessments, rules, date),
      ...changesOf(open.book),
      ...open.changes,
      ...alarm.changes,
      ...orders.changes,
    ],
    log: [
      { subject, action: "results.unlinked", refs: { date, group: group.n } },
      ...open.reopened.map(({ id }) => ({ subject, action: "follow-up.reopened", refs: { followUp: id } })),
      ...alarm.log,
      ...orders.log,
    ],
  };
}

/** Whether something signed, of this exam or of a later one that looked back on it, was decided with them. */
export function restsOn(assessments: readonly StoredAssessment[], { date, at }: ResultGroup): boolean {
  return assessments.some(
    (one) =>
      one.date >= date &&
      one.state === "signed" &&
      (one.signedAt ?? "") >= at &&
      !assessments.some((other) => other.date === one.date && other.version > one.version),
  );
}

const signed = () =>
  new Conflict({
    en: "An assessment that rests on these results is signed. Recall the report or begin an amendment first, then take them out.",
    zh: "已有签发的总检依据这些结果。请先召回报告或发起修订，再移出结果。",
  });
