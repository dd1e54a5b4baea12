import type { Change } from "./commit.ts";
import type { Key } from "./read.ts";

/** How far a counter may go, and by which version of its plan (0 where it has none). */
export interface Limit {
  limit: number;
  rev?: number;
}

/**
 * Counts one more, up to `limit`; the limit is written beside the count, so that whoever reads the counter sees
 * both. A counter nobody has used yet begins at 0. Where the limit was set anew since (`fix`), whoever still
 * knows the older one is refused.
 */
export function take({ pk, sk }: Key, { limit, rev = 0 }: Limit, refusal: () => Error): Change {
  if (limit < 1) throw refusal();
  return {
    write: (TableName) => ({
      Update: {
        TableName,
        Key: { pk, sk },
        UpdateExpression: "SET taken = if_not_exists(taken, :zero) + :one, #limit = :limit",
        ConditionExpression:
          "(attribute_not_exists(taken) OR taken < :limit) AND (attribute_not_exists(rev) OR rev <= :rev)",
        ExpressionAttributeNames: { "#limit": "limit" },
        ExpressionAttributeValues: { ":zero": 0, ":one": 1, ":limit": limit, ":rev": rev },
      },
    }),
    refusal,
  };
}

/** Gives one back; where it had been beyond the limit, that is counted down too. A counter never goes below 0. */
export const giveBack = ({ pk, sk }: Key, over: boolean, refusal: () => Error): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: `SET taken = taken - :one${over ? ", #over = #over - :one" : ""}`,
      ConditionExpression: `taken >= :one${over ? " AND #over >= :one" : ""}`,
      ...(over ? { ExpressionAttributeNames: { "#over": "over" } } : {}),
      ExpressionAttributeValues: { ":one": 1 },
    },
  }),
  refusal,
});
