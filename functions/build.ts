import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BuildResult, build as bundle, type Metafile } from "esbuild";
import { textForEsbuild } from "./web/assets/text-plugin.ts";

/** The functions that are deployed; one machine mounts the same bundles. */
export const deployed = ["api", "web", "fhir", "intake", "tick", "send", "project"] as const;
export type Deployed = (typeof deployed)[number];

export const root = fileURLToPath(new URL("..", import.meta.url));
export const dist = join(root, "dist");

/**
 * Bundles every function into `dist/<function>/`: `handler.mjs` for Lambda, `app.mjs` for one machine,
 * `table.mjs` – the table client out of the same copy of the SDK, so that its errors are the bundle's
 * own –, what they share beside them, and `meta.json` for the bench. Writes `dist/api/openapi.json`.
 * What an earlier build left is taken away.
 */
export async function build(): Promise<void> {
  const began = new Date();
  const functions = deployed.filter((name) => appOf(name));
  await Promise.all([...functions.map(bundleOne), writeOpenApi()]);
  await writeFile(join(dist, "built"), "");
  await utimes(join(dist, "built"), began, began);
}

/** The source of a function's app, if it is there. */
function appOf(name: Deployed): string | undefined {
  return ["app.ts", "app.tsx"].map((file) => join(root, "functions", name, file)).find(existsSync);
}

async function bundleOne(name: Deployed): Promise<void> {
  const handler = join(root, "functions", name, "handler.ts");
  const outdir = join(dist, name);
  const result = await bundle({
    absWorkingDir: root,
    entryPoints: {
      app: appOf(name) ?? "",
      table: join(root, "shared/data/client.ts"),
      ...(existsSync(handler) ? { handler } : {}),
    },
    outdir,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    loader: { ".css": "text", ".svg": "text", ".csv": "text" },
    plugins: [textForEsbuild],
    minify: true,
    minifyIdentifiers: true,
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  await replace(outdir, result);
}

async function replace(
  outdir: string,
  result: BuildResult<{ write: false }> & { metafile: Metafile },
): Promise<void> {
  const wanted = new Map<string, Uint8Array | string>(
    result.outputFiles.map((file) => [relative(outdir, file.path), file.contents]),
  );
  wanted.set("meta.json", JSON.stringify(result.metafile));
  await mkdir(outdir, { recursive: true });
  for (const [path, contents] of wanted) await writeOver(join(outdir, path), contents);
  const keep = new Set([...wanted.keys(), "openapi.json"]);
  for (const name of await readdir(outdir))
    if (!keep.has(name)) await rm(join(outdir, name), { recursive: true, force: true });
}

/** Whole or not at all: a second build or a starting centre never sees half a file. */
async function writeOver(path: string, contents: Uint8Array | string): Promise<void> {
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, contents);
  await rename(beside, path);
}

async function writeOpenApi(): Promise<void> {
  const source = join(root, "functions/api/openapi.ts");
  if (!existsSync(source)) return;
  const { openapi } = (await import(pathToFileURL(source).href)) as { openapi(): object };
  await mkdir(join(dist, "api"), { recursive: true });
  await writeOver(join(dist, "api", "openapi.json"), `${JSON.stringify(openapi(), null, 2)}\n`);
}

if (import.meta.main) await build();
