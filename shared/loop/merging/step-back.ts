import {
  addClient,
  asideOf,
  clientIn,
  dropAlias,
  dropPart,
  everythingOf,
  itemAt,
  joinProfiles,
  type Merge,
  move,
  type Part,
  partOf,
  repointIdentity,
  saveClient,
  saveMerge,
  subjectOf,
  take,
} from "../../clients/index.ts";
import { type Change, commit } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { unjoinLines } from "./unjoin-lines.ts";
import { unjoinNumbered } from "./unjoin-numbered.ts";
import { unsettle } from "./unsettle.ts";

/** One step of a merge taken back. @returns whether there was one. */
export async function stepBack(ctx: Ctx, merge: Merge): Promise<boolean> {
  if (merge.parts === 0) return false;
  const part = await partOf(ctx, merge, merge.parts);
  if (!part) throw new Error("a part of a merge's journal is missing");
  const last = part.joined?.what === "profile";
  const { changes, log } = last
    ? await apart(ctx, merge, part)
    : { changes: await back(ctx, merge, part), log: [] };
  const { lookAt: _lookAt, ...rest } = merge;
  await commit(ctx, {
    changes: [
      ...changes,
      dropPart(merge, merge.parts, part),
      saveMerge(
        last
          ? { ...rest, state: "undone", parts: 0, undoneAt: ctx.now() }
          : { ...merge, parts: merge.parts - 1 },
      ),
    ],
    log: [
      {
        subject: subjectOf(merge.keep),
        action: last ? "client.unmerged" : "client.unmerge-moved",
        refs: { merge: merge.id, part: merge.parts },
      },
      ...log,
    ],
  });
  return true;
}

async function back(ctx: Ctx, merge: Merge, { moved, joined }: Part): Promise<Change[]> {
  if (joined?.what === "lines") return unjoinLines(ctx, merge, joined);
  if (joined) return unjoinNumbered(ctx, merge, joined);
  const steps = await Promise.all(moved.map((one) => wayBack(ctx, merge, one)));
  return steps.flat();
}

/** What was moved goes back as it is now; what is gone since stays gone. */
async function wayBack(ctx: Ctx, merge: Merge, { from, to, of }: Part["moved"][number]): Promise<Change[]> {
  const aside = to.startsWith(asideOf(""));
  const home = of === "keep" ? merge.keep : merge.gone;
  const now = aside ? home : merge.keep;
  const item = await itemAt(ctx, now, to);
  if (!item) return [];
  return aside && (await itemAt(ctx, home, from)) ? [] : move(item, now, home, from);
}

/** The last step: two profiles, two numbers, and each file by itself. */
async function apart(
  ctx: Ctx,
  merge: Merge,
  { joined }: Part,
): Promise<{ changes: Change[]; log: LogEntry[] }> {
  const [ours, theirs] = await Promise.all([everythingOf(ctx, merge.keep), everythingOf(ctx, merge.gone)]);
  const aside = await itemAt(ctx, merge.gone, asideOf("FILE#PROFILE"));
  const now = clientIn(ours);
  const before = clientIn(joined?.keep ?? []);
  const gone = aside && clientIn([{ ...aside, sk: "FILE#PROFILE" }]);
  if (!now || !before || !gone) throw new Error("a profile of a merge is missing");
  const theirDocuments = [gone.document, ...(gone.alsoDocuments ?? [])];
  const kept = unjoined(joinProfiles(before, gone), before, now);
  const { changes, log } = await unsettle(ctx, merge, kept, ours, theirs);
  return {
    changes: [
      dropAlias(merge),
      saveClient({ ...kept, v: now.v }),
      ...theirDocuments.map(({ guard }) => repointIdentity(guard, merge.keep, merge.gone)),
      addClient(gone, () => new Conflict()),
      take(aside),
      ...changes,
    ],
    log: [{ subject: subjectOf(merge.gone), action: "client.unmerged", refs: { merge: merge.id } }, ...log],
  };
}

/** What was changed since the merge stays changed; everything else is as it was before it. */
function unjoined<T extends object>(joined: T, before: T, now: T): T {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<keyof T>;
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [was, made, is] = [before[name], joined[name], now[name]];
      const value =
        isPlain(was) && isPlain(made) && isPlain(is) ? unjoined(made, was, is) : same(is, made) ? was : is;
      return value === undefined ? [] : [[name, value]];
    }),
  ) as T;
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => {
  if (!isPlain(a) || !isPlain(b)) return JSON.stringify(a) === JSON.stringify(b);
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<never>;
  return [...names].every((name) => same(a[name], b[name]));
};
