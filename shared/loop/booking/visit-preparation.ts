import type { Client } from "../../clients/index.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { type FollowUp, recheckRule } from "../../monitoring/index.ts";
import { type Booking, catalogueItem, preparationFor, recheckVisit } from "../../testing/index.ts";

/**
 * What to do before a visit, each thing once: from the items chosen or of its package, or, for a re-check, from the
 * items that would settle the follow-ups it is for. Never says which items.
 */
export function visitPreparation(
  booking: Pick<Booking, "package" | "items" | "followUps">,
  followUps: readonly FollowUp[],
  sex?: Client["sex"],
): Bilingual[] {
  if (booking.items || booking.package !== recheckVisit.id)
    return preparationFor(booking, sex).map(({ what }) => what);
  return recheckPreparation(followUps.filter(({ id }) => booking.followUps.includes(id)));
}

/** The same for a re-check that is not booked yet. */
export function recheckPreparation(followUps: readonly FollowUp[]): Bilingual[] {
  const codes = followUps.flatMap(({ rule }) =>
    recheckRule(rule).closedBy.anyOf.flatMap((closing) => ("items" in closing ? closing.items : [])),
  );
  const found = codes.flatMap((code) => catalogueItem(code)?.preparation ?? []);
  return [...new Map(found.map((what) => [what.en, what])).values()];
}
