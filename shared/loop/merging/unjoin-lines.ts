import { itemAt, type Merge, type Part, put, take } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { Item } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { changesOf, type FollowUp, type OpenBook, openBookIn, withLine } from "../../monitoring/index.ts";

type Joined = NonNullable<Part["joined"]>;

/**
 * The lines of two files as they were before they became one, with what has happened since to the follow-up
 * that went on: dates told, calls, a visit. What has ended since stays ended in the file that stays, and is open
 * again in the other, whose finding had no answer of its own.
 */
export async function unjoinLines(
  ctx: Ctx,
  merge: Merge,
  { keep, gone, written }: Joined,
): Promise<Change[]> {
  const found = await Promise.all(written.map((sk) => itemAt(ctx, merge.keep, sk)));
  const endedByMerging = new Map(found.flatMap((item) => (item ? [[item.sk, item] as const] : [])));
  const changes: Change[] = [];
  for (const theirs of gone) {
    const current = await itemAt(ctx, merge.keep, theirs.sk);
    const before = keep.find(({ sk }) => sk === theirs.sk);
    const is = current && openOf(current);
    const [was, ours] = [openOf(theirs), before && openOf(before)];
    const goesOn =
      was && is?.id === was.id ? { ...asItGoesOn(was, is), client: merge.gone, manager: was.manager } : was;
    changes.push(...linesOf(merge.gone, theirs, goesOn, 0));
    const ended = (one: FollowUp | undefined) => one && endedByMerging.get(`FUP#${one.id}`);
    const theirEnd = ended(was);
    if (theirEnd) changes.push(take(theirEnd));
    if (!current || (is && is.id !== was?.id && is.id !== ours?.id)) continue;
    if (!before) changes.push(take(current));
    else if (!ours) changes.push(...linesOf(merge.keep, before, undefined, Number(current["v"])));
    else {
      const ourEnd = ended(ours);
      if (ourEnd) changes.push(take(ourEnd));
      const back = is?.id === ours.id ? asItGoesOn(ours, is) : ours;
      if (ourEnd || is?.id === ours.id)
        changes.push(...linesOf(merge.keep, before, back, Number(current["v"])));
    }
  }
  return changes;
}

/** As it is now; where the other's dates were put upon it, as it was, with what the client has been told since. */
const asItGoesOn = (was: FollowUp, is: FollowUp): FollowUp =>
  is.due === was.due && is.overdueAfter === was.overdueAfter
    ? is
    : { ...was, told: is.told, calls: is.calls };

const openOf = (line: Item): FollowUp | undefined => line["open"] as FollowUp | undefined;

/** The line as it was, its follow-up as it is to be; over version `v` where something stands there. */
function linesOf(client: string, line: Item, open: FollowUp | undefined, v: number): Change[] {
  const [found] = openBookIn(client, [line]).lines.values();
  if (!found) return [put(line)];
  const { open: _open, ...free } = found;
  const book: OpenBook = { ...openBookIn(client, []), client };
  return changesOf(withLine(book, { ...free, ...(open ? { open } : {}), v }));
}
