import type { StoredAssessment } from "../assessment/index.ts";
import { assessmentsOf, planProposal } from "../assessment/index.ts";
import { type Client, reachClient } from "../clients/index.ts";
import { type Change, commit, withRetry } from "../data/commit.ts";
import type { LogEntry } from "../data/log.ts";
import type { Ctx } from "../kernel/context.ts";
import { changesOf, closeByEvidence, type OpenBook, openBook } from "../monitoring/index.ts";
import {
  addResults,
  examsOf,
  freshResults,
  type NewResult,
  type Provenance,
  type ResultGroup,
  resultGroupsOf,
} from "../testing/index.ts";

/** What is known of a client before new results are looked at. */
export interface Known {
  groups: ResultGroup[];
  assessments: StoredAssessment[];
  book: OpenBook;
}

export interface Incoming {
  date: string;
  results: readonly NewResult[];
  from: Provenance;
}

/**
 * Takes in results of one client's exam: what is new is kept, the assessment proposed at once, and every
 * follow-up that these results settle is closed; all in one commit, or nothing.
 * @returns `unchanged` when all of it was there already.
 */
export async function receiveResults(
  ctx: Ctx,
  number: string,
  incoming: Incoming,
): Promise<"applied" | "unchanged"> {
  const client = await reachClient(
    ctx,
    ctx.actor.kind === "machine" ? "results:import" : "results:enter",
    number,
  );
  return withRetry(ctx, () => receiveFor(ctx, client, incoming));
}

/** The same for a client already reached, reading what there is each time it is tried. */
export async function receiveFor(
  ctx: Ctx,
  client: Client,
  incoming: Incoming,
): Promise<"applied" | "unchanged"> {
  const [groups, assessments, book] = await Promise.all([
    resultGroupsOf(ctx, client.number),
    assessmentsOf(ctx, client.number),
    openBook(ctx, client.number),
  ]);
  const planned = planResults(ctx, client, { groups, assessments, book }, incoming);
  if (!planned) return "unchanged";
  await commit(ctx, planned);
  return "applied";
}

/** What new results change, or undefined when nothing in them is new. */
export function planResults(
  ctx: Ctx,
  client: Client,
  { groups, assessments, book }: Known,
  { date, results, from }: Incoming,
): { changes: Change[]; log: LogEntry[] } | undefined {
  const fresh = freshResults(groups, date, results);
  if (!fresh.length) return undefined;
  const group = addResults(ctx, client.number, date, groups, fresh, from);
  const exams = examsOf([...groups, group.group]);
  const { changes: proposed, version } = planProposal(ctx, client, exams, date, assessments);
  const looked = exams.map((exam) => ({ date: exam.date, items: Object.keys(exam.results) }));
  const items = looked.find((exam) => exam.date === date)?.items ?? [];
  const settled = closeByEvidence(book, { date, items, others: looked, now: ctx.now(), by: ctx.actor.id });
  const subject = `C#${client.number}`;
  return {
    changes: [group.change, ...proposed, ...changesOf(settled.book)],
    log: [
      {
        subject,
        action: "results.received",
        refs: { date, items: fresh.length, source: from.source, assessment: version },
      },
      ...settled.closed.map((one) => ({
        subject,
        action: "follow-up.done",
        refs: { followUp: one.id, exam: date },
      })),
    ],
  };
}
