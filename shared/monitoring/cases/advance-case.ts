import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { advanced, askOf } from "./case-clock.ts";
import { caseAt, saveCase } from "./cases.store.ts";

/**
 * Takes the steps of a case's clock that have come: escalated, or put forward to be looked after. Nothing is
 * sent to anybody. A second worker or a repeated job finds nothing left to take.
 */
export async function advanceCase(ctx: Ctx, client: string, id: string): Promise<void> {
  authorize(ctx, "due:run", { client });
  await withRetry(ctx, async () => {
    const before = await caseAt(ctx, client, id);
    const after = before && advanced(before, ctx.now());
    if (!before || !after || after === before) return;
    await commit(ctx, {
      changes: [saveCase(after)],
      log: {
        subject: `C#${client}`,
        action: askOf(after) === "look" ? "case.look-due" : "case.escalated",
        refs: { case: id },
        v: before.v + 1,
      },
    });
  });
}
