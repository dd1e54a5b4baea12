import type { Ctx } from "../../kernel/context.ts";
import { type Exam, examAt, examInFile, readExamNumber } from "../../testing/index.ts";

/** The exam of this centre that a number names, in the file it stands in now; one that was passed on as well. */
export async function examByNumber(
  ctx: Ctx,
  centre: string,
  written: string | undefined,
): Promise<Exam | undefined> {
  const read = readExamNumber(written ?? "");
  const at = read && (await examAt(ctx, centre, read));
  return at && examInFile(ctx, at);
}
