import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deployed, dist } from "../../functions/build.ts";
import { rounded } from "./measure.ts";

interface Meta {
  outputs: Record<string, { bytes: number; imports: { path: string; kind: string; external?: boolean }[] }>;
}

/** KB (1,024 bytes) that each Lambda handler loads at its start: itself and what it imports statically. */
export async function bundleSizes(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of deployed) {
    if (!existsSync(join(dist, name, "handler.mjs"))) continue;
    const meta = JSON.parse(await readFile(join(dist, name, "meta.json"), "utf8")) as Meta;
    sizes[name] = rounded(bytesAtStart(meta, `dist/${name}/handler.mjs`) / 1024, 0);
  }
  return sizes;
}

function bytesAtStart({ outputs }: Meta, entry: string): number {
  const loaded = new Set<string>();
  const load = (path: string): number => {
    const output = outputs[path];
    if (!output || loaded.has(path)) return 0;
    loaded.add(path);
    return output.imports
      .filter(({ kind, external }) => kind === "import-statement" && !external)
      .reduce((sum, { path: next }) => sum + load(next), output.bytes);
  };
  const bytes = load(entry);
  if (!bytes) throw new Error(`${entry} is not in its own meta.json`);
  return bytes;
}
