import { authorize, mayEver } from "../../access/index.ts";
import { planProposal, proposeAnew } from "../../assessment/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import { caseLimitsOf, changesOf, closeByEvidence, planCases } from "../../monitoring/index.ts";
import {
  addResults,
  examsOf,
  freshResults,
  itemsLookedAt,
  type NewResult,
  type Provenance,
  type Reading,
} from "../../testing/index.ts";
import { planOrders } from "../exam-day/plan-orders.ts";
import { type Core, openCore } from "../open-core.ts";

export interface Incoming {
  date: string;
  results: readonly NewResult[];
  from: Provenance;
}

/**
 * Takes in results of one client's exam: what is new is kept, the assessment proposed at once, those of later exams
 * that wait looked at again, every follow-up that these results settle closed, and a case opened for each value
 * somebody must hear of at once; all in one commit, or nothing.
 * @returns `unchanged` when all of it was there already.
 */
export async function receiveResults(
  ctx: Ctx,
  number: string,
  incoming: Incoming,
): Promise<"applied" | "unchanged"> {
  if (!mayEver(ctx.actor, "results:enter")) throw new NotAllowed();
  return withRetry(ctx, async (again) => {
    const core = await openCore(ctx, number, again);
    if (!core) throw new NotFound();
    authorize(ctx, "results:enter", { centre: core.client.centre, client: number });
    return takeIn(ctx, core, incoming);
  });
}

/** Writes what is new for a file that was read. @throws Conflict when the file has changed since. */
export async function takeIn(ctx: Ctx, core: Core, incoming: Incoming): Promise<"applied" | "unchanged"> {
  const planned = planResults(ctx, core, incoming);
  if (!planned) return "unchanged";
  await commit(ctx, planned);
  return "applied";
}

/** What new results change, or undefined when nothing in them is new. */
export function planResults(
  ctx: Ctx,
  { client, groups, assessments, book, cases, eaten, days, rules }: Core,
  { date, results, from }: Incoming,
): { changes: Change[]; log: LogEntry[] } | undefined {
  const fresh = freshResults(groups, date, results, from);
  if (!fresh.length) return undefined;
  const group = addResults(ctx, client.number, date, groups, fresh, from, !eaten.includes(date));
  const exams = examsOf([...groups, group.group]);
  const examined = exams.some((exam) => exam.date === date);
  const proposed = examined ? planProposal(ctx, client, exams, date, assessments, rules) : undefined;
  const later = proposeAnew(ctx, client, exams, assessments, rules, date);
  const looked = exams.map((exam) => ({ date: exam.date, items: itemsLookedAt(exam.results) }));
  const items = looked.find((exam) => exam.date === date)?.items ?? [];
  const settled = closeByEvidence(book, { date, items, others: looked, now: ctx.now(), by: ctx.actor.id });
  const taken = Object.fromEntries((group.group.removed ?? []).map((item) => [item, takenBack(date)]));
  const values = { ...taken, ...examsOf([group.group])[0]?.results };
  const { number, centre } = client;
  const alarm = planCases(cases, {
    client: number,
    centre,
    date,
    values,
    source: from.source,
    ...(from.file === undefined && ctx.actor.kind === "staff" ? { by: ctx.actor.id } : {}),
    limits: caseLimitsOf(rules.importantFor(date)),
    now: ctx.now(),
    newId: ctx.newId,
  });
  const orders = planOrders(days, group.group, [...groups, group.group]);
  const subject = `C#${number}`;
  return {
    changes: [
      group.change,
      ...(proposed?.changes ?? []),
      ...later,
      ...changesOf(settled.book),
      ...alarm.changes,
      ...orders.changes,
    ],
    log: [
      {
        subject,
        action: "results.received",
        refs: {
          date,
          items: fresh.length,
          source: from.source,
          ...(proposed ? { assessment: proposed.version } : {}),
          ...(orders.changes.length ? { orders: true } : {}),
        },
      },
      ...settled.closed.map((one) => ({
        subject,
        action: "follow-up.done",
        refs: { followUp: one.id, exam: date },
      })),
      ...alarm.log,
      ...orders.log,
    ],
  };
}

/** The word on a value that its sender took back, or that was somebody else's. */
export const takenBack = (date: string): Reading => ({ value: "withdrawn 已撤回", unit: "", date });
