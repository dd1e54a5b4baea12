import { aliasOf } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { examAt, examOf, readExamNumber } from "../../testing/index.ts";

/**
 * Whose exam a number names, where it is one of this centre's; with the number as it is kept. Of an exam that was
 * passed on to somebody else nothing is ever resulted, so its number names nobody.
 */
export async function examByNumber(
  ctx: Ctx,
  centre: string,
  written: string | undefined,
): Promise<{ client: string; number: string } | undefined> {
  const read = readExamNumber(written ?? "");
  const at = read && (await examAt(ctx, centre, read));
  const client = at && ((await aliasOf(ctx, at.client))?.to ?? at.client);
  const exam = at && client && (await examOf(ctx, client, at.exam));
  return exam && exam.state !== "passed" ? { client: exam.client, number: exam.number } : undefined;
}
