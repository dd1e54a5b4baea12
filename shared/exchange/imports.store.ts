import { type Change, putNew, save } from "../data/commit.ts";
import { deriveItems } from "../data/derive.ts";
import { dueKey } from "../data/due.ts";
import { getItem, getItems, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { addMinutes } from "../kernel/time.ts";
import { type Import, ImportSchema, isOver } from "./import.ts";

const importKey = (id: string): Key => ({ pk: `IMP#${id}`, sk: "IMPORT" });
const progressKey = (id: string): Key => ({ pk: `IMP#${id}`, sk: "PROGRESS" });

function item(one: Import): Item & { v: number } {
  const key = importKey(one.id);
  return {
    ...key,
    ...one,
    listPk: `IMPORTS#${one.centre}`,
    listSk: `${one.startedAt}#${one.id}`,
    ...(isOver(one)
      ? {}
      : dueKey("bulk", `${key.pk}#${key.sk}`, addMinutes(one.undo?.at ?? one.startedAt, 2))),
  };
}

/** A run still under way stays in the due index, so that a crash brings it back. */
export const addImport = (one: Import): Change => putNew(item(one));
export const saveImport = (one: Import): Change => save(item(one));

export async function importOf(ctx: Ctx, id: string): Promise<Import | undefined> {
  const found = await getItem(ctx, importKey(id));
  return found ? ImportSchema.parse(found) : undefined;
}

/** The centre's runs, newest first. */
export async function importsOf(ctx: Ctx, centre: string, limit = 20): Promise<Import[]> {
  const { items } = await query(ctx, { index: "list", pk: `IMPORTS#${centre}`, newestFirst: true, limit });
  return (await getItems(ctx, items)).map((found) => ImportSchema.parse(found));
}

/** How many rows are dealt with; only repeats what the rows themselves say. */
export const noteProgress = (ctx: Ctx, id: string, done: number, of: number): Promise<void> =>
  deriveItems(ctx, { puts: [{ ...progressKey(id), done, of }], drops: [] });

export async function progressOf(ctx: Ctx, id: string): Promise<{ done: number; of: number } | undefined> {
  const found = await getItem(ctx, progressKey(id));
  return found ? { done: found["done"] as number, of: found["of"] as number } : undefined;
}
