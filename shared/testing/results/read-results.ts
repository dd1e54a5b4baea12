import { openRecord } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { resultGroupsOf } from "./results.store.ts";
import { type ExamResults, examsOf } from "./results.ts";

/**
 * All exams of a client for those who care for them, newest first, the reading traced. A client's own come
 * with the file, as far as they are released.
 */
export async function readResults(ctx: Ctx, client: string): Promise<ExamResults[]> {
  if (ctx.actor.kind === "client") throw new NotFound();
  await openRecord(ctx, "results:read", client, "results");
  return examsOf(await resultGroupsOf(ctx, client));
}
