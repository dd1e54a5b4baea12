import { commit, withRetry } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { FollowUp } from "./follow-up.ts";
import { changesOf, openBook } from "./follow-ups.store.ts";
import { openIn, withOpen } from "./open-book.ts";

/**
 * Changes one open follow-up of a client, and says so in the log. A change into itself writes nothing.
 * @throws NotFound where it is not open.
 */
export function changeFollowUp(
  ctx: Ctx,
  { client, id }: { client: string; id: string },
  action: string,
  change: (before: FollowUp) => FollowUp,
  refs: LogEntry["refs"] = {},
): Promise<FollowUp> {
  return withRetry(ctx, async () => {
    const book = await openBook(ctx, client);
    const before = openIn(book).find((one) => one.id === id);
    if (!before) throw new NotFound();
    const after = change(before);
    if (after === before) return before;
    await commit(ctx, {
      changes: changesOf(withOpen(book, after)),
      log: { subject: `C#${client}`, action, refs: { followUp: id, ...refs } },
    });
    return after;
  });
}
