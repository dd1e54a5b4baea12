import { aliasOf } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Exam } from "./exam.ts";
import { examOf } from "./exams.store.ts";

/**
 * The exam a queue number or a ticket of the floor names, in the file it stands in now: a file that was merged into
 * another meanwhile leads there.
 */
export async function examInFile(
  ctx: Ctx,
  { client, exam }: { client: string; exam: string },
): Promise<Exam | undefined> {
  const found = await examOf(ctx, client, exam);
  if (found) return found;
  const alias = await aliasOf(ctx, client);
  return alias && examInFile(ctx, { client: alias.to, exam });
}
