import type { Change } from "./commit.ts";
import type { Key } from "./read.ts";

/**
 * Counters of what is scarce. `taken` stays within 0 … `limit` + `over` under any interleaving: `over` counts the
 * places somebody allowed beyond the limit, and is counted down when one of those is given back.
 */

/** How far a counter may go, and by which version of its plan (0 where it has none). */
export interface Limit {
  limit: number;
  rev?: number;
}

/**
 * Counts one more, up to `limit`; the limit is written beside the count, so that whoever reads the counter sees
 * both. A counter nobody has used yet begins at 0. Where the limit was set anew since (`fixLimit`), whoever still
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

/** Counts one beyond a limit that is reached; below it, an ordinary place is to be taken. */
export const takeOver = ({ pk, sk }: Key, limit: number, refusal: () => Error): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression:
        "SET taken = taken + :one, #over = if_not_exists(#over, :zero) + :one, #limit = :limit",
      ConditionExpression: "taken >= :limit",
      ExpressionAttributeNames: { "#limit": "limit", "#over": "over" },
      ExpressionAttributeValues: { ":zero": 0, ":one": 1, ":limit": limit },
    },
  }),
  refusal,
});

/** Counts one more of an allotment that carries its own `limit` and the days it is for (`from` … `until`). */
export const takeAllotted = ({ pk, sk }: Key, date: string, refusal: () => Error): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: "SET taken = taken + :one",
      ConditionExpression: "taken < #limit AND #from <= :date AND #until >= :date",
      ExpressionAttributeNames: { "#limit": "limit", "#from": "from", "#until": "until" },
      ExpressionAttributeValues: { ":one": 1, ":date": date },
    },
  }),
  refusal,
});

/** Gives one back; where it had been beyond the limit, that is counted down too. */
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

/** Says from which version of the plan on a counter may be used, and how far; what is taken stays taken. */
export const fixLimit = ({ pk, sk }: Key, limit: number, rev: number, refusal: () => Error): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: "SET #limit = :limit, rev = :rev",
      ConditionExpression: "attribute_not_exists(rev) OR rev < :rev",
      ExpressionAttributeNames: { "#limit": "limit" },
      ExpressionAttributeValues: { ":limit": limit, ":rev": rev },
    },
  }),
  refusal,
});

/** Sets how much an allotment holds and for which days, over the version that was read; what is taken stays taken. */
export const fixAllotment = (
  { pk, sk }: Key,
  allotted: { limit: number; from: string; until: string },
  v: number,
  refusal: () => Error,
): Change => ({
  write: (TableName) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: "SET #limit = :limit, #from = :from, #until = :until, v = :next",
      ConditionExpression: "v = :v",
      ExpressionAttributeNames: { "#limit": "limit", "#from": "from", "#until": "until" },
      ExpressionAttributeValues: {
        ":limit": allotted.limit,
        ":from": allotted.from,
        ":until": allotted.until,
        ":v": v,
        ":next": v + 1,
      },
    },
  }),
  refusal,
});
