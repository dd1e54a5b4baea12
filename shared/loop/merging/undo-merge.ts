import type * as z from "zod";
import {
  type Merge,
  mergeOf,
  mergesInto,
  reachClient,
  saveMerge,
  subjectOf,
  UndoMergeSchema,
} from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addMinutes } from "../../kernel/time.ts";
import { continueMerge } from "./continue-merge.ts";

/**
 * Takes a merge back: step by step in the opposite order, each file has what it had, with what has happened to
 * it since; what is new since then stays with the file that stays. What only the two together had settled is
 * open again. Asked twice, it is done once.
 * @throws NotFound where there is no such merge for this actor; Conflict while it is still moving, and where a
 * later merge stands in the way.
 */
export async function undoMerge(
  ctx: Ctx,
  number: string,
  id: string,
  input: z.input<typeof UndoMergeSchema>,
): Promise<Merge> {
  const { reason } = parse(UndoMergeSchema, input);
  await reachClient(ctx, "client:merge", number);
  await withRetry(ctx, async () => {
    const merge = await mergeOf(ctx, number, id);
    if (!merge) throw new NotFound();
    if (merge.state === "undoing" || merge.state === "undone") return;
    const later = (await mergesInto(ctx, number)).some((one) => one.id > id && one.state !== "undone");
    if (later || merge.state === "moving") throw notYet();
    await commit(ctx, {
      changes: [saveMerge({ ...merge, state: "undoing", lookAt: addMinutes(ctx.now(), 10) })],
      log: {
        subject: subjectOf(number),
        action: "client.unmerge-begun",
        refs: { merge: id, from: merge.gone },
        why: reason,
      },
    });
  });
  return (await continueMerge(ctx, number, id)) as Merge;
}

const notYet = () =>
  new Conflict({
    en: "Another merge of this file comes first: finish it, or take the later one back.",
    zh: "该档案还有其他合并需先处理：请先完成，或先撤销较晚的合并。",
  });
