import { assessmentsIn, type StoredAssessment } from "../assessment/index.ts";
import { type Client, clientIn, subjectOf } from "../clients/index.ts";
import { query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type OpenBook, openBookIn } from "../monitoring/index.ts";
import { type ResultGroup, resultGroupsIn } from "../testing/index.ts";

/** What every decision about a client's exam starts from. */
export interface Core {
  client: Client;
  groups: ResultGroup[];
  assessments: StoredAssessment[];
  book: OpenBook;
}

/**
 * Profile, results, assessments and follow-up lines of a client by one query: their keys stand together
 * (`FILE#`). Read as it may have been a moment ago; whoever decides on it writes on the condition that it
 * still is so.
 */
export async function openCore(ctx: Ctx, number: string): Promise<Core | undefined> {
  const { items } = await query(ctx, { pk: subjectOf(number), begins: "FILE#", consistent: false });
  const client = clientIn(items);
  if (!client) return undefined;
  return {
    client,
    groups: resultGroupsIn(items),
    assessments: assessmentsIn(items),
    book: openBookIn(number, items),
  };
}
