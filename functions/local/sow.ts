import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { Home } from "../../shared/kernel/home.ts";
import { writeWhole } from "./files.ts";
import type { Folder } from "./folder.ts";
import { notePersona } from "./people.ts";
import { seed, seedCentre } from "./seed.ts";

/** Written when a folder's first start has put everything in. */
const mark = "sown.json";
const made = [
  "engine.db",
  "engine.db-wal",
  "engine.db-shm",
  "files",
  "mail.jsonl",
  "tail.json",
  "persona.json",
];

/** Clears a folder whose first start was cut off: nobody had been served yet. */
export async function clearUnfinished(folder: Folder): Promise<void> {
  if (existsSync(folder.file(mark))) return;
  for (const name of made) await rm(folder.file(name), { recursive: true, force: true });
}

/** Puts in what every centre has and, on the first start of a folder, the demo clients, unless `empty`. */
export async function sow(home: Home, folder: Folder, empty: boolean): Promise<void> {
  await seedCentre(home);
  if (existsSync(folder.file(mark))) return;
  const client = empty ? undefined : await seed(home);
  if (client) await notePersona(folder.path, client);
  await writeWhole(folder.file(mark), JSON.stringify({ demo: !empty }));
}
