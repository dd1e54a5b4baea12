import { openRecord } from "../../clients/index.ts";
import { type StoredEntry, storedEntry } from "../../data/log.ts";
import { queryLog } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { FollowUp } from "./follow-up.ts";
import { followUpOf } from "./follow-ups.store.ts";

/** One thing that happened to a follow-up. */
export type FollowUpEntry = Pick<StoredEntry, "id" | "at" | "by" | "action" | "refs">;

/**
 * A follow-up with everything that ever happened to it, oldest first: by whom, when. The reading is traced.
 * @throws NotFound where there is none for this actor.
 */
export async function followUpHistory(
  ctx: Ctx,
  client: string,
  id: string,
): Promise<{ followUp: FollowUp; entries: FollowUpEntry[] }> {
  const { formerly = [] } = await openRecord(ctx, "follow-up:read", client, "follow-up");
  const followUp = await followUpOf(ctx, client, id);
  if (!followUp) throw new NotFound();
  const pages = await Promise.all(
    [client, ...formerly].map((number) => queryLog(ctx, { pk: `C#${number}`, begins: "w#" })),
  );
  const entries = pages
    .flatMap(({ items }) => items.map(storedEntry))
    .filter(({ refs }) => refs?.["followUp"] === id || names(refs?.["followUps"], id))
    .sort((a, b) => a.id.localeCompare(b.id));
  return { followUp, entries };
}

const names = (listed: unknown, id: string): boolean => Array.isArray(listed) && listed.includes(id);
