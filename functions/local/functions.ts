import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { tableClient } from "../../shared/data/client.ts";
import type { StoredEntry } from "../../shared/data/log.ts";
import type { Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import { type Deployed, deployed, dist } from "../build.ts";
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

interface Output {
  imports: { path: string; kind: string }[];
  inputs: Record<string, unknown>;
}

/**
 * Loads what the functions keep for later, so that the first click is as quick as the second and a build
 * beneath a running centre takes nothing away from it.
 */
export async function warm(): Promise<void> {
  for (const name of deployed.filter((one) => existsSync(join(dist, one, "meta.json")))) {
    const meta = JSON.parse(await readFile(join(dist, name, "meta.json"), "utf8"));
    const outputs = meta.outputs as Record<string, Output>;
    const wanted = new Set([`dist/${name}/app.mjs`]);
    for (const path of wanted)
      for (const { path: next } of outputs[path]?.imports ?? []) if (isOurs(outputs[next])) wanted.add(next);
    for (const path of wanted) await import(pathToFileURL(join(dist, "..", path)).href);
  }
}

/** The SDK's own spare parts, ways to find credentials, are never needed here. */
const isOurs = (output: Output | undefined): boolean =>
  output !== undefined &&
  Object.keys(output.inputs).some((path) => !/node_modules\/@(aws-sdk|smithy)\//.test(path));
