import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { EndedState, FollowUp } from "./follow-up.ts";
import { changesOf, followUpOf, openBook } from "./follow-ups.store.ts";
import { openIn, withEnded } from "./open-book.ts";

/** What else a word that ends a follow-up changes, in the same commit. */
export interface Besides {
  changes: readonly Change[];
  log: readonly LogEntry[];
}

/**
 * Ends one open follow-up by a person's word. Saying the same again is answered with what was said first.
 * @throws NotFound where it is not open.
 */
export function endFollowUp(
  ctx: Ctx,
  ending: {
    client: string;
    id: string;
    state: EndedState;
    closed: Omit<NonNullable<FollowUp["closed"]>, "at" | "by">;
    check?: (followUp: FollowUp) => void;
    besides?: (followUp: FollowUp) => Promise<Besides>;
  },
): Promise<FollowUp> {
  const { client, id, state } = ending;
  return withRetry(ctx, async () => {
    const book = await openBook(ctx, client);
    const followUp = openIn(book).find((one) => one.id === id);
    if (!followUp) {
      const before = await followUpOf(ctx, client, id);
      if (before?.state === state) return before;
      throw new NotFound();
    }
    ending.check?.(followUp);
    const after = withEnded(book, followUp, state, { at: ctx.now(), by: ctx.actor.id, ...ending.closed });
    const besides = await ending.besides?.(followUp);
    await commit(ctx, {
      changes: [...changesOf(after), ...(besides?.changes ?? [])],
      log: [
        {
          subject: `C#${client}`,
          action: `follow-up.${state.replace(" ", "-")}`,
          refs: { followUp: id },
        },
        ...(besides?.log ?? []),
      ],
    });
    return after.ended[0] as FollowUp;
  });
}
