import { knowDocument, numberByGuard } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import {
  heldAt,
  type Import,
  importOf,
  noteProgress,
  type ResultRow,
  saveHeld,
  saveImport,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { addMinutes, localDate } from "../../kernel/time.ts";
import { openCore } from "../open-core.ts";
import { centreOf, fileKey, forEachPerson, parseImport } from "./import-file.ts";
import { markOf } from "./receive-row.ts";
import { planUnlinking, restsOn } from "./unlink-results.ts";

const hours = 24;

/** Until when a run can be undone; undefined where there is nothing to undo. */
export const undoUntil = ({ state, endedAt }: Import): string | undefined =>
  state === "done" && endedAt ? addMinutes(endedAt, hours * 60) : undefined;

const word = "导入已撤销 import undone";

/**
 * Takes back what a run brought in, in the background: every group of results it wrote goes out of its file with what
 * was proposed from it, and what it held back is set aside. What something signed rests on stays, and so does what
 * a person filed since. Asking twice is asking once.
 * @throws Conflict more than 24 hours after its end, or while it is still worked through.
 */
export async function undoImport(ctx: Ctx, id: string): Promise<void> {
  const centre = centreOf(ctx);
  await withRetry(ctx, async () => {
    const one = await importOf(ctx, id);
    if (!one || one.centre !== centre) throw new NotFound();
    if (one.state === "undoing" || one.state === "undone") return;
    const until = undoUntil(one);
    if (!until) throw notOver();
    if (ctx.now() > until) throw tooLate();
    await noteProgress(ctx, id, 0, one.rows ?? 0);
    await commit(ctx, {
      changes: [saveImport({ ...one, state: "undoing", undo: { at: ctx.now(), by: ctx.actor.id } })],
      log: { subject: `IMP#${id}`, action: "import.undoing" },
    });
  });
  await ctx.queue.send({ kind: "import", id });
}

/**
 * Works through the file of a run that is to be undone. Every row is dealt with by itself, one commit a group, and
 * may be dealt with again: a crash costs nothing.
 */
export async function runUndo(ctx: Ctx, id: string): Promise<void> {
  const one = await importOf(ctx, id);
  if (one?.state !== "undoing" || !one.undo) return;
  const bytes = await ctx.files.get(fileKey(one.file));
  // The file decided on its rows once: read again the same way, on the day it ended, it names the same people.
  const parsed = bytes && (await parseImport(one, bytes, localDate(one.endedAt ?? one.startedAt)));
  const [kept, rows] = [new Set<number>(), parsed?.rows ?? []];
  let done = 0;
  let taken = 0;
  await forEachPerson(rows, async ({ row }) => {
    const became = await takeBack(ctx, one, row);
    if (became === "kept") kept.add(row.line);
    if (became === "taken") taken++;
    done++;
    if (done % 50 === 0) await noteProgress(ctx, id, done, rows.length);
  });
  const undo = { ...one.undo, taken, kept: [...kept].sort((a, b) => a - b) };
  await commit(ctx, {
    changes: [saveImport({ ...one, state: "undone", undo })],
    log: { subject: `IMP#${id}`, action: "import.undone", refs: { taken, kept: kept.size } },
  });
}

/** What became of a row: a process that died may have taken it out already. `none`: the run brought nothing of it. */
type Outcome = "taken" | "kept" | "none";

async function takeBack(ctx: Ctx, one: Import, row: ResultRow): Promise<Outcome> {
  const heldBack = await setRowAside(ctx, one, row);
  const said = row.person.document;
  const document = said && (await knowDocument(ctx, said.kind, said.value));
  const number = document && (await numberByGuard(ctx, document.stored.guard));
  if (!number) return heldBack;
  return withRetry(ctx, async () => {
    const core = await openCore(ctx, number, true);
    const brought = (core?.groups ?? []).filter(
      ({ date, file, line, held, at }) =>
        date === row.date &&
        file === one.file &&
        line === row.line &&
        held === undefined &&
        at >= one.startedAt,
    );
    const group = brought.find(({ withdrawn }) => !withdrawn);
    if (!core || !group) return brought.some((out) => wasUndone(out.withdrawn, one)) ? "taken" : heldBack;
    if (restsOn(core.assessments, group)) return "kept";
    await commit(ctx, await planUnlinking(ctx, core, group, { reason: word, undone: true }));
    return heldBack === "kept" ? "kept" : "taken";
  });
}

const wasUndone = (out: { at: string; undone?: true | undefined } | undefined, { undo }: Import): boolean =>
  out?.undone === true && undo !== undefined && out.at >= undo.at;

/** @returns kept where a person has filed the held row since. */
async function setRowAside(ctx: Ctx, one: Import, row: ResultRow): Promise<Outcome> {
  const { centre, file, startedAt, undo } = one;
  return withRetry(ctx, async () => {
    const held = await heldAt(ctx, centre, markOf(row));
    if (!held || held.file !== file || held.at < startedAt) return "none";
    if (held.state === "aside") return wasUndone(held.aside, one) ? "taken" : "none";
    if (held.state === "linked") return "kept";
    const step = { at: ctx.now(), by: undo?.by ?? ctx.actor.id };
    await commit(ctx, {
      changes: [
        saveHeld({
          ...held,
          state: "aside",
          aside: { ...step, reason: word, undone: true },
          history: [...held.history, { act: "set aside", ...step }],
        }),
      ],
      log: { subject: `HELD#${centre}`, action: "row.set-aside", refs: { held: held.mark } },
    });
    return "taken";
  });
}

const notOver = () =>
  new Conflict({
    en: "This import is not finished, or brought nothing in. There is nothing to undo.",
    zh: "该导入尚未完成或未导入数据，无可撤销内容。",
  });

const tooLate = () =>
  new Conflict({
    en: "An import can be undone for 24 hours. Take wrong results out of each file instead.",
    zh: "导入仅可在24小时内撤销。请在相应档案中逐一移出错误结果。",
  });
