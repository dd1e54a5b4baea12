import { openRecord } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { resultGroupsOf } from "./results.store.ts";
import { type ExamResults, examsOf } from "./results.ts";

/** All exams of a client, newest first, the reading traced. */
export async function readResults(ctx: Ctx, client: string): Promise<ExamResults[]> {
  await openRecord(ctx, "results:read", client, "results");
  return examsOf(await resultGroupsOf(ctx, client));
}
