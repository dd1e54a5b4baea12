import { type ClientCard, clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Case, contactsNow } from "./case.ts";
import { waitsForTelling } from "./case-clock.ts";
import { casesAt, listedCases } from "./cases.store.ts";
import { type CaseView, caseView, centreOf } from "./read-cases.ts";

const toTell: readonly string[] = ["escalated", "tell"];

/**
 * Cases opened by a value the actor typed for which nobody has tried to reach anybody yet, whoever's they are: what
 * must be recorded before the next client's results are entered. An attempt that failed counts as recorded; the
 * clock goes on. One trace names those it showed.
 */
export async function untoldOfMine(ctx: Ctx): Promise<{ case: CaseView; client: ClientCard }[]> {
  const listed = await listedCases(ctx, centreOf(ctx));
  const cases = await casesAt(
    ctx,
    listed.filter(({ ask }) => toTell.includes(ask)),
  );
  const mine = cases.filter(
    (one) => waitsForTelling(one) && !contactsNow(one).length && wordOfNow(one)?.by === ctx.actor.id,
  );
  const numbers = mine.map(({ client }) => client);
  await openList(ctx, "cases", numbers);
  const cards = mine.length ? await clientCards(ctx, numbers) : new Map<string, ClientCard>();
  return mine.flatMap((one) => {
    const client = cards.get(one.client);
    return client ? [{ case: caseView(ctx.actor, one), client }] : [];
  });
}

/** The word that started the present clock. */
const wordOfNow = ({ seen, since }: Case): Case["seen"][number] | undefined =>
  seen.find(({ at, limit }) => limit && at >= since);
