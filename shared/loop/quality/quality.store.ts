import { deriveItems } from "../../data/derive.ts";
import { getItem, type Key, query, queryLog } from "../../data/read.ts";
import { tailShards } from "../../data/table.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { QualityRow } from "./rows-of.ts";

const partition = (centre: string, month: string): string => `QC#${centre}#${month}`;
const keyOf = (centre: string, { month, code, client, id }: QualityRow): Key => ({
  pk: partition(centre, month),
  sk: `${code}#${client}#${id}`,
});
const listKey = (client: string): Key => ({ pk: `QCLIST#${client}`, sk: "ROWS" });

/** Puts a client's rows where the figures are read, and takes away those that are not true any more. */
export async function refileRows(
  ctx: Ctx,
  centre: string,
  client: string,
  rows: readonly QualityRow[],
): Promise<void> {
  const before = ((await getItem(ctx, listKey(client)))?.["keys"] ?? []) as Key[];
  const keys = rows.map((row) => keyOf(centre, row));
  const now = new Set(keys.map(({ pk, sk }) => `${pk} ${sk}`));
  const drops = before.filter(({ pk, sk }) => !now.has(`${pk} ${sk}`));
  if (!rows.length && !before.length) return;
  await deriveItems(ctx, {
    puts: [...rows.map((row) => ({ ...keyOf(centre, row), ...row })), { ...listKey(client), keys }],
    drops,
  });
}

/** The rows of a month, of one indicator or of all. */
export async function rowsOfMonth(ctx: Ctx, centre: string, month: string, code = ""): Promise<QualityRow[]> {
  const { items } = await query(ctx, { pk: partition(centre, month), begins: code, consistent: false });
  return items.map(({ pk: _pk, sk: _sk, ...row }) => row as unknown as QualityRow);
}

/** Whom anything was written about on a day (UTC), by the log's tail. */
export async function subjectsOf(ctx: Ctx, day: string): Promise<string[]> {
  const shards = Array.from({ length: tailShards }, (_, shard) =>
    queryLog(ctx, { index: "tail", pk: `${day}#${shard}` }),
  );
  const pages = await Promise.all(shards);
  const clients = pages.flatMap(({ items }) =>
    items.flatMap(({ pk }) => (pk.startsWith("C#") ? [pk.slice(2)] : [])),
  );
  return [...new Set(clients)];
}
