import { type FollowUp, recheckRule } from "../../monitoring/index.ts";

/** The items a re-check of these follow-ups would look at: for each, its rule's first way of closing by items. */
export function recheckItems(followUps: readonly Pick<FollowUp, "rule">[]): string[] {
  const codes = followUps.flatMap(({ rule }) => {
    const first = recheckRule(rule).closedBy.anyOf.find((way) => "items" in way);
    return first && "items" in first ? first.items : [];
  });
  return [...new Set(codes)];
}
