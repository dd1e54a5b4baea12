import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { tableClient } from "../../shared/data/client.ts";
import type { StoredEntry } from "../../shared/data/log.ts";
import type { Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import { build, type Deployed, deployed, dist, root } from "../build.ts";
import type { Answer } from "./door.ts";

/** A Hono app, as far as we care. */
export interface Hears {
  fetch: Answer;
}

/** What each deployed function makes of a home. */
export interface Made {
  api: Hears;
  web: Hears;
  fhir: Hears;
  intake: { handle(job: Job): Promise<void> };
  send: { handle(job: Job): Promise<void> };
  tick: { run(): Promise<unknown> };
  project: { handle(entries: StoredEntry[]): Promise<void> };
}

/** Builds the bundles when a source is younger than they are. */
export async function buildIfOlder(): Promise<void> {
  const built = join(dist, "built");
  const at = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = ["functions", "shared"].map((folder) => newestIn(join(root, folder)));
  if (Math.max(...sources, statSync(join(root, "package-lock.json")).mtimeMs) > at) await build();
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(0, ...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

/**
 * Loads the built functions and gives each a home. A function's table client comes out of its own bundle,
 * so that the SDK's errors are the ones its code knows.
 */
export async function load(homeWith: (make: typeof tableClient) => Home): Promise<Partial<Made>> {
  const there = deployed.filter((name) => existsSync(join(dist, name, "app.mjs")));
  const made = await Promise.all(
    there.map(async (name) => {
      const [app, table] = await Promise.all([
        part<{ create(home: Home): unknown }>(name, "app"),
        part<{ tableClient: typeof tableClient }>(name, "table"),
      ]);
      return [name, app.create(homeWith(table.tableClient))];
    }),
  );
  return Object.fromEntries(made) as Partial<Made>;
}

const part = <T>(name: Deployed, file: "app" | "table"): Promise<T> =>
  import(pathToFileURL(join(dist, name, `${file}.mjs`)).href) as Promise<T>;
