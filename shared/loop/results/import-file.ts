import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import {
  addImport,
  codeMapOf,
  type Import,
  importOf,
  importsOf,
  isOver,
  noteProgress,
  parseResultsFile,
  progressOf,
  type Rejection,
  type ResultRow,
  type RowOutcome,
  saveImport,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, InvalidInput, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { digestBytes } from "../../kernel/ids.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { localDate, type PlainDate } from "../../kernel/time.ts";
import { hold, receiveRow } from "./receive-row.ts";

export const fileKey = (file: string): string => `imports/${file}`;
const rejectionsKey = (id: string): string => `imports/${id}/rejected.json`;

/**
 * Takes a results file in: kept, and queued to be worked through. The same bytes while they are still
 * being worked through are the same run; afterwards they are a new run, which finds everything there.
 */
export async function startImport(ctx: Ctx, bytes: Uint8Array, name: string): Promise<Import> {
  const centre = centreOf(ctx);
  if (!bytes.length)
    throw new InvalidInput([{ field: "file", message: { en: "The file is empty.", zh: "文件为空。" } }]);
  const file = digestBytes(bytes);
  await ctx.files.put(fileKey(file), bytes);
  const one = await withRetry(ctx, () => runOf(ctx, centre, file, name));
  await ctx.queue.send({ kind: "import", id: one.id });
  return one;
}

/** The run of this file that is still under way, or a new one after the last. */
async function runOf(ctx: Ctx, centre: string, file: string, name: string): Promise<Import> {
  for (let run = 1; ; run++) {
    const id = runId(file, run);
    const before = await importOf(ctx, id);
    if (before && (isOver(before) || before.centre !== centre || before.state === "undoing")) continue;
    if (before) return before;
    const { codes } = await codeMapOf(ctx, centre);
    const one: Import = {
      id,
      centre,
      file,
      run,
      name: name.slice(0, 120),
      state: "queued",
      by: ctx.actor.id,
      startedAt: ctx.now(),
      ...(Object.keys(codes).length ? { columns: codes } : {}),
      v: 1,
    };
    await commit(ctx, {
      changes: [addImport(one)],
      log: { subject: `IMP#${id}`, action: "import.queued", refs: { run } },
    });
    return one;
  }
}

/**
 * A look at a file before it goes in: what its columns are, how many rows would be refused, and whether these very
 * bytes went in before.
 */
export async function previewImport(ctx: Ctx, bytes: Uint8Array, name: string) {
  const centre = centreOf(ctx);
  const { codes } = await codeMapOf(ctx, centre);
  const parsed = await parseResultsFile(bytes, name, { today: localDate(ctx.now()), columns: codes });
  const before = await lastRunOf(ctx, centre, digestBytes(bytes));
  return {
    ...(before ? { before } : {}),
    format: parsed.format,
    encoding: parsed.encoding,
    columns: parsed.columns,
    rows: parsed.total,
    good: parsed.rows.length,
    rejected: parsed.rejections.map(({ cells: _cells, ...one }) => one),
  };
}

/** The latest run of a file, if it has had one here. */
async function lastRunOf(ctx: Ctx, centre: string, file: string): Promise<Import | undefined> {
  let last: Import | undefined;
  for (let run = 1; ; run++) {
    const one = await importOf(ctx, runId(file, run));
    if (!one) return last;
    if (one.centre === centre) last = one;
  }
}

const runId = (file: string, run: number): string => `${file.slice(0, 16)}-${run}`;

/**
 * Works through a queued file. Every row is dealt with by itself and may be dealt with again, so a crash
 * costs nothing: the run comes back by the due index and ends in the same state.
 */
export async function runImport(ctx: Ctx, id: string): Promise<void> {
  const one = await importOf(ctx, id);
  if (!one || isOver(one) || one.state === "undoing") return;
  const bytes = await ctx.files.get(fileKey(one.file));
  if (!bytes)
    return fail(ctx, one, { en: "The file is gone. Upload it again.", zh: "文件已丢失，请重新上传。" });
  let parsed: Awaited<ReturnType<typeof parseResultsFile>>;
  try {
    parsed = await parseImport(one, bytes, localDate(ctx.now()));
  } catch (error) {
    if (error instanceof AppError) return fail(ctx, one, error.sentence);
    throw error;
  }
  const counts: Record<RowOutcome, number> = { applied: 0, unchanged: 0, quarantined: 0 };
  let done = parsed.rejections.length;
  await forEachPerson(parsed.rows, async ({ row, clash }) => {
    counts[
      clash
        ? await hold(ctx, one.centre, row, one.file, "", [clash])
        : await receiveRow(ctx, one.centre, row, one.file)
    ]++;
    done++;
    if (done % 50 === 0) await noteProgress(ctx, id, done, parsed.total);
  });
  await noteProgress(ctx, id, parsed.total, parsed.total);
  const handedBack: HandedBack = {
    head: parsed.columns.map(({ header }) => header),
    rejected: parsed.rejections,
  };
  await ctx.files.put(rejectionsKey(id), new TextEncoder().encode(JSON.stringify(handedBack)));
  const unknown = parsed.columns.flatMap(({ header, meaning, decided }) =>
    meaning.kind === "unknown" && !decided ? [header] : [],
  );
  const ended: Import = {
    ...one,
    state: "done",
    ...(unknown.length ? { unknown: unknown.slice(0, unknownMax) } : {}),
    format: parsed.format,
    rows: parsed.total,
    ...counts,
    rejected: parsed.rejections.length,
    endedAt: ctx.now(),
  };
  await commit(ctx, {
    changes: [saveImport(ended)],
    log: {
      subject: `IMP#${id}`,
      action: "import.done",
      refs: {
        rows: parsed.total,
        ...counts,
        rejected: parsed.rejections.length,
        ...(ended.unknown ? { unknown: ended.unknown } : {}),
      },
    },
  });
}

/** More columns of one file nobody needs to read of. */
const unknownMax = 100;

/** The file of a run as the run reads it: with the centre's decisions at its beginning. */
export const parseImport = (one: Import, bytes: Uint8Array, today: PlainDate) =>
  parseResultsFile(bytes, one.name, { today, ...(one.columns ? { columns: one.columns } : {}) });

/** What is kept of the rows that stayed out: under the heads of their table, as they stood in it. */
interface HandedBack {
  head: string[];
  rejected: readonly Rejection[];
}

export interface ImportView extends Import {
  progress: { done: number; of: number } | undefined;
  /** The heads of the table, under which rows that stayed out have their cells. */
  head?: string[];
  result?: {
    rows: number;
    applied: number;
    unchanged: number;
    quarantined: number;
    rejected: readonly Rejection[];
  };
}

/** One run with its progress, and once it is done what became of every row. */
export async function readImport(ctx: Ctx, id: string): Promise<ImportView> {
  const centre = centreOf(ctx);
  const one = await importOf(ctx, id);
  if (!one || one.centre !== centre) throw new NotFound();
  const progress = await progressOf(ctx, id);
  if (one.state !== "done" && one.state !== "undone") return { ...one, progress };
  const kept = await ctx.files.get(rejectionsKey(id));
  const { head, rejected }: HandedBack = kept
    ? JSON.parse(new TextDecoder().decode(kept))
    : { head: [], rejected: [] };
  const { rows = 0, applied = 0, unchanged = 0, quarantined = 0 } = one;
  return { ...one, progress, head, result: { rows, applied, unchanged, quarantined, rejected } };
}

/** The centre's latest runs, newest first. */
export const recentImports = (ctx: Ctx): Promise<Import[]> => importsOf(ctx, centreOf(ctx));

/** How many people are worked on at once. */
const together = 8;

/** Does something for every row of a file: one person's in the file's order, several people's at once. */
export async function forEachPerson(
  rows: readonly ResultRow[],
  act: (one: Clashing) => Promise<void>,
): Promise<void> {
  const people = byPerson(rows).reverse();
  const work = async () => {
    for (let own = people.pop(); own; own = people.pop()) for (const one of own) await act(one);
  };
  await Promise.all(Array.from({ length: together }, work));
}

interface Clashing {
  row: ResultRow;
  clash?: string;
}

/**
 * Rows of one person go in one after the other, in the order of the file. Two rows of one person and date
 * that contradict each other cannot both be right: the later one is held back. A correction contradicts
 * nothing, and neither do a preliminary and a final result.
 */
function byPerson(rows: readonly ResultRow[]): Clashing[][] {
  const people = new Map<string, Clashing[]>();
  for (const row of rows) {
    const { kind, value } = row.person.document ?? { kind: "", value: row.person.name };
    const mine = people.get(`${kind}:${value}`) ?? [];
    const clash = mine.find((other) => other.row.date === row.date && contradicts(other.row, row));
    mine.push(clash ? { row, clash: `line ${clash.row.line} says otherwise` } : { row });
    people.set(`${kind}:${value}`, mine);
  }
  return [...people.values()];
}

const contradicts = (a: ResultRow, b: ResultRow): boolean =>
  b.results.some(({ item, value, status }) => {
    const other = a.results.find((one) => one.item === item);
    if (!other || other.value === value || status === "corrected") return false;
    return (other.status === "preliminary") === (status === "preliminary");
  });

async function fail(ctx: Ctx, one: Import, why: Bilingual): Promise<void> {
  await commit(ctx, {
    changes: [saveImport({ ...one, state: "failed", why, endedAt: ctx.now() })],
    log: { subject: `IMP#${one.id}`, action: "import.failed" },
  });
}

export function centreOf(ctx: Ctx): string {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "results:import", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}
