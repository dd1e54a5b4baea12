import type * as z from "zod";
import { assessmentsIn } from "../../assessment/index.ts";
import {
  addAlias,
  addMerge,
  addPart,
  asideOf,
  clientIn,
  everythingOf,
  joinProfiles,
  type Merge,
  MergeFilesSchema,
  mergesInto,
  move,
  reachClient,
  repointIdentity,
  saveClient,
  subjectOf,
} from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Item } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addMinutes } from "../../kernel/time.ts";
import { resultGroupsIn } from "../../testing/index.ts";
import { continueMerge } from "./continue-merge.ts";
import { obstacles } from "./obstacles.ts";

/** Minutes after which the sweep looks for a merge that stopped on its way. */
export const stalledMinutes = 10;

/**
 * Merges the file `gone` into `number`: one person, one file. The first commit makes the other number an alias of
 * this one, leads its documents here and joins the profiles; what the file holds follows in commits of a
 * journal, each whole, that a crash interrupts and the sweep takes up again. Nothing is lost: what finds no
 * place of its own is kept beside the alias, and all of it can go back (`undoMerge`).
 * @throws InvalidInput with what speaks against it; NotFound where either file is not there for this actor;
 * Conflict while one of the two is being merged.
 */
export async function mergeFiles(
  ctx: Ctx,
  number: string,
  input: z.input<typeof MergeFilesSchema>,
): Promise<Merge> {
  const { gone: other, reason } = parse(MergeFilesSchema, input);
  await reachClient(ctx, "client:merge", number);
  const before = await mergesInto(ctx, number);
  const same = before.find(({ gone, state }) => gone === other && (state === "moving" || state === "merged"));
  if (same) return (await continueMerge(ctx, number, same.id)) ?? same;
  await reachClient(ctx, "client:merge", other);
  const begun = await withRetry(ctx, () => begin(ctx, number, other, reason));
  return (await continueMerge(ctx, number, begun.id)) ?? begun;
}

async function begin(ctx: Ctx, number: string, other: string, reason: string): Promise<Merge> {
  const [ours, theirs, merges, others] = await Promise.all([
    everythingOf(ctx, number),
    everythingOf(ctx, other),
    mergesInto(ctx, number),
    mergesInto(ctx, other),
  ]);
  const [keep, gone] = [clientIn(ours), clientIn(theirs)];
  if (!keep || !gone || number === other) throw new NotFound();
  if ([...merges, ...others].some(({ state }) => state === "moving" || state === "undoing")) throw underWay();
  const against = obstacles(keep, gone, { keep: assessmentsIn(ours), gone: assessmentsIn(theirs) });
  if (against.length) throw new InvalidInput(against.map((message) => ({ field: "gone", message })));
  const days = (items: readonly Item[]) =>
    new Set(
      resultGroupsIn(items)
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ date }) => date),
    );
  const now = ctx.now();
  const merge: Merge = {
    id: ctx.newId(),
    keep: number,
    gone: other,
    centre: keep.centre,
    state: "moving",
    reason,
    by: { id: ctx.actor.id, name: ctx.actor.name },
    startedAt: now,
    both: [...days(theirs)].filter((date) => days(ours).has(date)),
    parts: 0,
    lookAt: addMinutes(now, stalledMinutes),
    v: 1,
  };
  const [profile, theirProfile] = [ours, theirs].map((items) =>
    items.find(({ sk }) => sk === "FILE#PROFILE"),
  );
  if (!profile || !theirProfile) throw new NotFound();
  const joined = { what: "profile", keep: [profile], gone: [], written: [] };
  const documents = [gone.document, ...(gone.alsoDocuments ?? [])];
  await commit(ctx, {
    changes: [
      addAlias(merge),
      ...move(theirProfile, other, other, asideOf("FILE#PROFILE")),
      saveClient(joinProfiles(keep, gone)),
      ...documents.map(({ guard }) => repointIdentity(guard, other, number)),
      addPart(merge, { moved: [], joined }),
      addMerge({ ...merge, parts: 1 }),
    ],
    log: [
      {
        subject: subjectOf(number),
        action: "client.merged",
        refs: { from: other, merge: merge.id },
        v: keep.v + 1,
      },
      { subject: subjectOf(other), action: "client.alias", refs: { to: number, merge: merge.id }, v: gone.v },
    ],
  });
  return { ...merge, parts: 1 };
}

const underWay = () =>
  new Conflict({
    en: "One of these files is being merged at this moment. Look again in a minute.",
    zh: "其中一份档案正在合并，请稍后再看。",
  });
