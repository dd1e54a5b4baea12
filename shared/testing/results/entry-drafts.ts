import * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { type Change, commit, drop, putFree, save, withRetry } from "../../data/commit.ts";
import { getItem, type Key } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { epochMs, type PlainDate } from "../../kernel/time.ts";

/** Which form: a person's own, for one client's exam and one set of items. */
export interface DraftOf {
  client: string;
  date: PlainDate;
  set: string;
}

/** What stands in the form, by field; unjudged, for it is nobody's result yet. */
const DraftSchema = z.record(z.string().max(60), z.array(z.string().max(200)).max(130));
export type Draft = z.infer<typeof DraftSchema>;

/** Typed work nobody came back to is forgotten after a week. */
const keptDays = 7;

const keyOf = (ctx: Ctx, { client, date, set }: DraftOf): Key => ({
  pk: `DRAFT#${ctx.actor.id}`,
  sk: `${client}#${date}#${set}`,
});

/**
 * Keeps what somebody has typed so far, sealed, for nobody but them; an empty form is forgotten.
 * @throws as `reachClient` for `results:enter`.
 */
export async function keepDraft(ctx: Ctx, of: DraftOf, typed: Draft): Promise<void> {
  await reachClient(ctx, "results:enter", of.client, true);
  const draft = DraftSchema.parse(typed);
  if (!Object.keys(draft).length) return forgetDraft(ctx, of);
  const sealed = await ctx.keys.seal(JSON.stringify(draft));
  const expires = Math.floor(epochMs(ctx.now()) / 1000) + keptDays * 24 * 3600;
  await withRetry(ctx, async () => {
    const key = keyOf(ctx, of);
    const there = await versionAt(ctx, key);
    const item = { ...key, sealed, expires };
    await write(
      ctx,
      of,
      there === undefined ? putFree(ctx, item) : save({ ...item, v: there }),
      "draft.kept",
    );
  });
}

/** What the actor has typed and not saved, if anything. */
export async function draftOf(ctx: Ctx, of: DraftOf): Promise<Draft | undefined> {
  const found = await getItem(ctx, keyOf(ctx, of));
  return found && DraftSchema.parse(JSON.parse(await ctx.keys.open(String(found["sealed"]))));
}

/** The work is saved, or given up. */
export async function forgetDraft(ctx: Ctx, of: DraftOf): Promise<void> {
  await withRetry(ctx, async () => {
    const key = keyOf(ctx, of);
    const v = await versionAt(ctx, key);
    if (v !== undefined) await write(ctx, of, drop({ ...key, v }), "draft.forgotten");
  });
}

async function versionAt(ctx: Ctx, key: Key): Promise<number | undefined> {
  const found = await getItem(ctx, key);
  return found && Number(found["v"]);
}

const write = (ctx: Ctx, { client, date }: DraftOf, change: Change, action: string): Promise<void> =>
  commit(ctx, { changes: [change], log: { subject: `A#${ctx.actor.id}`, action, refs: { client, date } } });
