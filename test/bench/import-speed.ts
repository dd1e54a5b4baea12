import { readFile } from "node:fs/promises";
import { create as intake } from "../../functions/intake/app.ts";
import { engineConfig } from "../../functions/local/tables.ts";
import { tableClient } from "../../shared/data/client.ts";
import { contextFor } from "../../shared/kernel/home.ts";
import { readImport, startImport } from "../../shared/loop/index.ts";
import { world } from "../support/world.ts";
import { rounded } from "./measure.ts";

/** The laboratory's real file of 1,000 rows, taken in as the intake function does, assessments included. */
export async function importRowsPerSecond(endpoint: string): Promise<number> {
  const w = await world({ endpoint, seed: 8 });
  const { records, log } = w.home.table;
  const home = { ...w.home, table: tableClient(engineConfig(endpoint), { records, log }) };
  const ctx = contextFor(home, w.as.lis, "bench");
  const bytes = await readFile(new URL("../data/exams/lis-export-gb18030.csv", import.meta.url));
  const start = performance.now();
  const { id } = await startImport(ctx, bytes, "lis-export-gb18030.csv");
  await intake(home).handle({ kind: "import", id });
  const seconds = (performance.now() - start) / 1000;
  const { result } = await readImport(ctx, id);
  if (result?.applied !== 1000) throw new Error(`only ${result?.applied} of 1,000 rows went in`);
  return rounded(result.rows / seconds, 0);
}
