import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import type { Case } from "./case.ts";
import { caseAt, saveCase } from "./cases.store.ts";

/**
 * Changes one case by a person's word, in one commit with its log entry. What `decide` gives back unchanged
 * is not written.
 * @throws NotFound where there is none for this client and actor; as `decide`.
 */
export async function changeCase(
  ctx: Ctx,
  { client, id }: { client: string; id: string },
  action: string,
  decide: (before: Case) => Case,
): Promise<Case> {
  await reachClient(ctx, "case:work", client);
  return withRetry(ctx, async () => {
    const before = await caseAt(ctx, client, id);
    if (!before) throw new NotFound();
    const after = decide(before);
    if (after === before) return before;
    await commit(ctx, {
      changes: [saveCase(after)],
      log: { subject: `C#${client}`, action, refs: { case: id }, v: before.v + 1 },
    });
    return { ...after, v: before.v + 1 };
  });
}

export const isClosed = () => new Conflict({ en: "This case is closed.", zh: "该个案已结案。" });
