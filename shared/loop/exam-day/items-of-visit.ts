import type { Client } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { followUpsOf, recheckRule } from "../../monitoring/index.ts";
import { type Booking, catalogueItem, packageById, packageItems } from "../../testing/index.ts";

/** The items a visit is for: those chosen, else its package's for this sex, else those its re-checks ask for. */
export async function itemsOfVisit(
  ctx: Ctx,
  client: Pick<Client, "number" | "sex">,
  booking: Pick<Booking, "package" | "followUps"> & { items?: readonly string[] | undefined },
): Promise<string[]> {
  const bundle = packageById(booking.package);
  const codes = booking.items ?? bundle?.items ?? (await recheckItems(ctx, client.number, booking.followUps));
  const offered = packageItems({ items: codes }, client.sex).map(({ code }) => code);
  return [...new Set(offered)];
}

/** Of each follow-up, what its rule asks for first; a finding read off a report means that examination. */
async function recheckItems(ctx: Ctx, number: string, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const meant = (await followUpsOf(ctx, number)).filter(({ id }) => ids.includes(id));
  return meant.flatMap(({ rule }) => {
    const first = recheckRule(rule).closedBy.anyOf.find((closing) => "items" in closing);
    return (first && "items" in first ? first.items : []).map(
      (code) => catalogueItem(code)?.partOf?.[0] ?? code,
    );
  });
}
