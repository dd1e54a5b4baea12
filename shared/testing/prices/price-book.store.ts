import { type Change, putNew, save } from "../../data/commit.ts";
import { query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere } from "../../kernel/errors.ts";
import { type Edition, type KeptEdition, KeptEditionSchema } from "./price-book.ts";

/** The hospital's one price book. */
export const priceSubject = "PRICES";

export const editionName = ({ kind, id, from }: Pick<Edition, "kind" | "id" | "from">): string =>
  `${kind}#${id}#${from}`;
const keyOf = (edition: Pick<Edition, "kind" | "id" | "from">, n: number) => ({
  pk: priceSubject,
  sk: `EDITION#${editionName(edition)}#${n}`,
});

/** An edition with the number that tells it from those of the same day taken back before. */
export type Numbered = KeptEdition & { n: number };

/** Everything the centre wrote, by one query. */
export async function keptEditions(ctx: Ctx): Promise<Numbered[]> {
  const { items } = await query(ctx, { pk: priceSubject, begins: "EDITION#" });
  return items.map((item) => ({
    ...KeptEditionSchema.parse(item),
    n: Number(item.sk.slice(item.sk.lastIndexOf("#") + 1)),
  }));
}

/** Two at once for one thing and one day ask for the same key, and only one gets it. */
export const addEdition = (kept: Numbered): Change =>
  putNew(
    { ...keyOf(kept.edition, kept.n), ...kept },
    () =>
      new AlreadyThere({
        en: "There is one from this day already. Take it back first, or choose another day.",
        zh: "该日已有生效版本。请先撤回，或另选日期。",
      }),
  );

export const saveEdition = (kept: Numbered): Change => save({ ...keyOf(kept.edition, kept.n), ...kept });
