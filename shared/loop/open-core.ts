import { assessmentsIn, type RuleBook, ruleBook, type StoredAssessment } from "../assessment/index.ts";
import { type Client, clientIn, subjectOf } from "../clients/index.ts";
import { type Item, query } from "../data/read.ts";
import { type Assignment, assignmentsIn } from "../education/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Case, type Cycle, casesIn, cyclesIn, type OpenBook, openBookIn } from "../monitoring/index.ts";
import { daysEatenIn, type Exam, examDaysIn, type ResultGroup, resultGroupsIn } from "../testing/index.ts";

/** What every decision about a client's exam starts from. */
export interface Core {
  client: Client;
  groups: ResultGroup[];
  assessments: StoredAssessment[];
  book: OpenBook;
  cases: Case[];
  /** Days on which the client came without fasting. */
  eaten: string[];
  /** The days they came to be examined, with the orders of each. */
  days: Exam[];
  rules: RuleBook;
}

/** What a signature starts from as well. */
export interface Turn extends Core {
  cycles: Cycle[];
  assignments: Assignment[];
}

/**
 * Profile, results, assessments, follow-up lines and cases of a client by one query: their keys stand together
 * (`FILE#`). Read as it may have been a moment ago; whoever decides on it writes on the condition that it
 * still is so, and asks for `consistent` when it was not.
 */
export async function openCore(ctx: Ctx, number: string, consistent = false): Promise<Core | undefined> {
  const found = await itemsOf(ctx, number, "FILE#", consistent);
  return found && coreIn(number, found.client, found.items, await ruleBook(ctx));
}

/** The same with the turns and the reading, whose keys (`CYC#`, `EDU#`) stand just before. */
export async function openTurn(ctx: Ctx, number: string, consistent = false): Promise<Turn | undefined> {
  const found = await itemsOf(ctx, number, "CYC#", consistent);
  if (!found) return undefined;
  return {
    ...coreIn(number, found.client, found.items, await ruleBook(ctx)),
    cycles: cyclesIn(found.items),
    assignments: assignmentsIn(found.items),
  };
}

/** A file that does not seem to be there is looked for again: it may be as young as that. */
async function itemsOf(
  ctx: Ctx,
  number: string,
  from: string,
  consistent: boolean,
): Promise<{ client: Client; items: Item[] } | undefined> {
  const { items } = await query(ctx, { pk: subjectOf(number), from, to: "FILE#~", consistent });
  const client = clientIn(items);
  if (client) return { client, items };
  return consistent ? undefined : itemsOf(ctx, number, from, true);
}

const coreIn = (number: string, client: Client, items: readonly Item[], rules: RuleBook): Core => ({
  client,
  groups: resultGroupsIn(items),
  assessments: assessmentsIn(items),
  book: openBookIn(number, items),
  cases: casesIn(items),
  eaten: daysEatenIn(items),
  days: examDaysIn(items),
  rules,
});
