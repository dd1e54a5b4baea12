import { assessmentsIn } from "../../assessment/index.ts";
import {
  addPart,
  asideOf,
  clientIn,
  everythingOf,
  type Merge,
  mergeOf,
  move,
  type Part,
  put,
  saveMerge,
  subjectOf,
  take,
} from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Item } from "../../data/read.ts";
import { itemOfPlan, joinPlans, plansIn } from "../../guidance/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { addMinutes } from "../../kernel/time.ts";
import {
  changesOf,
  cyclesIn,
  itemOfCycle,
  joinBooks,
  joinCycles,
  openBookIn,
} from "../../monitoring/index.ts";
import { resultGroupsIn } from "../../testing/index.ts";
import { lookedIn } from "../looked.ts";
import { settleMerge } from "./settle-merge.ts";
import { stepBack } from "./step-back.ts";
import { over } from "./unjoin-numbered.ts";

/** Items that one commit of the journal moves; each is a write here and one there. */
const batch = 20;
/** Lines that one commit joins: up to four writes each. */
const linesAtOnce = 15;
/** Minutes after which a merge is looked at once more, for what a writer of before has left in the old file. */
const lateMinutes = 60;

interface Step {
  changes: Change[];
  part: Part;
}

/**
 * Takes a merge on, or back, from where its journal stands, to the end. Several at once, or a crash at any
 * point, come to the same. @returns the merge as it stands then; undefined where there is none.
 */
export async function continueMerge(ctx: Ctx, keep: string, id: string): Promise<Merge | undefined> {
  for (;;) {
    const done = await withRetry(ctx, async () => {
      const merge = await mergeOf(ctx, keep, id);
      if (!merge || merge.state === "undone") return { merge };
      if (merge.state === "undoing") return (await stepBack(ctx, merge)) ? undefined : { merge };
      if (merge.state === "merged" && !merge.lookAt) return { merge };
      return stepOn(ctx, merge);
    });
    if (done) return done.merge;
  }
}

/** One commit further. @returns the merge once nothing is left to do. */
async function stepOn(ctx: Ctx, merge: Merge): Promise<{ merge: Merge } | undefined> {
  const [theirs, ours] = await Promise.all([everythingOf(ctx, merge.gone), everythingOf(ctx, merge.keep)]);
  const step = nextStep(ctx, merge, theirs, ours);
  const subject = subjectOf(merge.keep);
  if (step) {
    await commit(ctx, {
      changes: [
        ...step.changes,
        addPart(merge, step.part),
        saveMerge({ ...merge, state: "moving", parts: merge.parts + 1 }),
      ],
      log: {
        subject,
        action: "client.merge-moved",
        refs: { merge: merge.id, part: merge.parts + 1, items: step.part.moved.length },
      },
    });
    return undefined;
  }
  const now = ctx.now();
  const { lookAt, ...rest } = merge;
  const late = merge.state === "merged" && lookAt !== undefined && lookAt <= now;
  if (merge.state === "merged" && !late) return { merge };
  const settled: Merge = late
    ? rest
    : { ...rest, state: "merged", mergedAt: merge.mergedAt ?? now, lookAt: addMinutes(now, lateMinutes) };
  const { changes, log } = late ? { changes: [], log: [] } : await settleMerge(ctx, merge, ours);
  await commit(ctx, {
    changes: [...changes, saveMerge(settled)],
    log: [
      { subject, action: late ? "client.merge-looked" : "client.merge-settled", refs: { merge: merge.id } },
      ...log,
    ],
  });
  return { merge: { ...settled, v: merge.v + 1 } };
}

function nextStep(ctx: Ctx, merge: Merge, theirs: readonly Item[], ours: readonly Item[]): Step | undefined {
  if (!theirs.length) return undefined;
  const begins = (prefix: string) => theirs.filter(({ sk }) => sk.startsWith(prefix));
  const lines = begins("FILE#LINE#").slice(0, linesAtOnce);
  if (lines.length) return joinedLines(ctx, merge, lines, theirs, ours);
  if (begins("CYC#").length)
    return renumbered("cycles", begins("CYC#"), startingWith(ours, "CYC#"), (all) =>
      joinCycles(merge.keep, cyclesIn(all)).map(itemOfCycle),
    );
  if (begins("PLAN#").length)
    return renumbered("plans", begins("PLAN#"), startingWith(ours, "PLAN#"), (all) =>
      joinPlans(merge.keep, plansIn(all)).map(itemOfPlan),
    );
  const aside = unsignedBeside(theirs, ours);
  if (aside.length) return setAside(merge, aside);
  return movedOver(ctx, merge, theirs, ours);
}

const startingWith = (items: readonly Item[], prefix: string): Item[] =>
  items.filter(({ sk }) => sk.startsWith(prefix));

/** The open follow-ups of both files: one line a concern and site, in one commit. */
function joinedLines(
  ctx: Ctx,
  merge: Merge,
  lines: readonly Item[],
  theirs: readonly Item[],
  ours: readonly Item[],
): Step {
  const there = lines.flatMap(({ sk }) => ours.find((one) => one.sk === sk) ?? []);
  const gone = [...openBookIn(merge.gone, lines).lines.values()];
  const manager = clientIn(ours)?.manager ?? "";
  const all = [...ours, ...theirs];
  const looked = lookedIn(resultGroupsIn(all), assessmentsIn(all));
  const book = joinBooks(openBookIn(merge.keep, there), gone, looked, {
    manager,
    now: ctx.now(),
    by: ctx.actor.id,
  });
  return {
    changes: [...changesOf(book), ...lines.map(take)],
    part: {
      moved: [],
      joined: {
        what: "lines",
        keep: there,
        gone: [...lines],
        written: book.ended.map(({ id }) => `FUP#${id}`),
      },
    },
  };
}

/** What is numbered through is numbered anew, over both files. */
function renumbered(
  what: "cycles" | "plans",
  theirs: readonly Item[],
  ours: readonly Item[],
  join: (all: Item[]) => Item[],
): Step {
  const joined = join([...ours, ...theirs]);
  const known = new Map(ours.map((item) => [item.sk, item]));
  const writes = joined.map((item) => {
    const before = known.get(item.sk);
    return before ? over(item, before) : put({ ...item, v: 1 });
  });
  return {
    changes: [...writes, ...theirs.map(take)],
    part: {
      moved: [],
      joined: { what, keep: [...ours], gone: [...theirs], written: joined.map(({ sk }) => sk) },
    },
  };
}

/** Assessments nobody has signed, of a day that the other file has one of too: they are made anew from both. */
function unsignedBeside(theirs: readonly Item[], ours: readonly Item[]): Item[] {
  const [gone, keep] = [assessmentsIn(theirs), assessmentsIn(ours)];
  const day = ({ sk }: Item) => sk.split("#")[2] ?? "";
  const isAssessment = ({ sk }: Item) => sk.startsWith("FILE#ASM#");
  const unsigned = (items: readonly Item[]) =>
    items.filter((item) => isAssessment(item) && !item["signedAt"] && item["state"] !== "recalled");
  const signedHere = (date: string) => gone.some((one) => one.date === date && one.signedAt);
  return [
    ...unsigned(theirs).filter(
      (item) => keep.some(({ date }) => date === day(item)) && !signedHere(day(item)),
    ),
    ...unsigned(ours).filter((item) => signedHere(day(item))),
  ];
}

function setAside(merge: Merge, items: readonly Item[]): Step {
  const some = items.slice(0, batch);
  const numberOf = ({ pk }: Item) => pk.slice(2);
  return {
    changes: some.flatMap((item) => move(item, numberOf(item), numberOf(item), asideFor(merge, item))),
    part: {
      moved: some.map((item) => ({
        from: item.sk,
        to: asideFor(merge, item),
        ...(numberOf(item) === merge.keep ? { of: "keep" as const } : {}),
      })),
    },
  };
}

const asideFor = (merge: Merge, { sk }: Item): string => asideOf(`${merge.id}#${sk}`);

/** Everything else as it is, under its own key where that is free. */
function movedOver(ctx: Ctx, merge: Merge, theirs: readonly Item[], ours: readonly Item[]): Step {
  const taken = new Set(ours.map(({ sk }) => sk));
  const some = theirs.slice(0, batch).map((item) => {
    const sk = freePlace(item.sk, taken);
    if (sk) taken.add(sk);
    const joins = merge.both.includes(/^FILE#RES#([^#]+)/.exec(item.sk)?.[1] ?? "");
    return { item: joins ? { ...item, joinedAt: ctx.now() } : item, sk };
  });
  return {
    changes: some.flatMap(({ item, sk }) =>
      sk ? move(item, merge.gone, merge.keep, sk) : move(item, merge.gone, merge.gone, asideFor(merge, item)),
    ),
    part: { moved: some.map(({ item, sk }) => ({ from: item.sk, to: sk ?? asideFor(merge, item) })) },
  };
}

/** Groups of results of one day count on; any other place that is taken has its own already. */
function freePlace(sk: string, taken: ReadonlySet<string>): string | undefined {
  if (!taken.has(sk)) return sk;
  const [, day] = /^(FILE#RES#[^#]+)#\d+$/.exec(sk) ?? [];
  if (!day) return undefined;
  for (let n = 1; ; n++) {
    const next = `${day}#${String(n).padStart(2, "0")}`;
    if (!taken.has(next)) return next;
  }
}
