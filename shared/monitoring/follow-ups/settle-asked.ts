import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { FollowUp } from "./follow-up.ts";
import { changesOf, followUpOf, openBook } from "./follow-ups.store.ts";
import { type OpenBook, openIn, withEnded, withOpen, withoutAsking } from "./open-book.ts";
import { SettleAskedSchema } from "./wishes.ts";

/** The open follow-ups of which a person is asked whether an exam looked at them. */
export const askedIn = (book: OpenBook, date: string): FollowUp[] =>
  openIn(book).filter(({ asked }) => asked?.date === date);

/**
 * A person's word on which follow-ups an exam looked at: those end as done by its evidence, the others stay
 * open and are not asked about this exam again. Said twice, it changes nothing.
 * @throws InvalidInput where one of the asked is in neither list; NotFound where none is open for this actor.
 */
export async function settleAsked(
  ctx: Ctx,
  input: z.input<typeof SettleAskedSchema>,
): Promise<{ closed: FollowUp[]; kept: FollowUp[] }> {
  const { client, date, covered, not } = parse(SettleAskedSchema, input);
  await reachClient(ctx, "follow-up:work", client);
  return withRetry(ctx, async () => {
    const before = await openBook(ctx, client);
    const asked = askedIn(before, date);
    if (!asked.length) {
      const said = await saidBefore(ctx, before, { client, date, covered, not });
      if (said) return said;
      throw new NotFound();
    }
    if (asked.some(({ id }) => covered.includes(id) === not.includes(id))) throw sayEach();
    const closed = asked.filter(({ id }) => covered.includes(id));
    const kept = asked.filter(({ id }) => not.includes(id));
    const now = ctx.now();
    const ended = closed.reduce(
      (so, one) =>
        withEnded(so, one, "done", {
          at: now,
          by: ctx.actor.id,
          evidence: { items: one.asked?.items ?? [], date },
        }),
      before,
    );
    const book = kept.reduce(
      (so, one) => withOpen(so, { ...withoutAsking(one), passed: [...one.passed, date] }),
      ended,
    );
    const subject = `C#${client}`;
    await commit(ctx, {
      changes: changesOf(book),
      log: [
        ...closed.map(({ id }) => ({
          subject,
          action: "follow-up.done",
          refs: { followUp: id, exam: date },
        })),
        ...kept.map(({ id }) => ({
          subject,
          action: "follow-up.not-covered",
          refs: { followUp: id, exam: date },
        })),
      ],
    });
    return { closed: [...book.ended], kept };
  });
}

/** The same word as it was taken before; undefined where it was another one. */
async function saidBefore(
  ctx: Ctx,
  book: OpenBook,
  { client, date, covered, not }: z.output<typeof SettleAskedSchema>,
): Promise<{ closed: FollowUp[]; kept: FollowUp[] } | undefined> {
  const named = await Promise.all(covered.map((id) => followUpOf(ctx, client, id)));
  const closed = named.flatMap((one) => (one?.closed?.evidence?.date === date ? one : []));
  const kept = openIn(book).filter(({ id, passed }) => not.includes(id) && passed.includes(date));
  const all = closed.length === covered.length && kept.length === not.length;
  return all && covered.length + not.length > 0 ? { closed, kept } : undefined;
}

const sayEach = () =>
  new InvalidInput([
    {
      field: "covered",
      message: {
        en: "Say of each one whether this exam looked at it.",
        zh: "请逐项说明本次检查是否查看了该部位。",
      },
    },
  ]);
