import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build, dist, root } from "../build.ts";
import { takeLock } from "./lock.ts";

/** Builds the bundles when a source is younger than they are; of several who find that, one builds. */
export async function buildIfOlder(): Promise<void> {
  while (isOlder()) {
    const release = await takeLock(`build ${dist}`);
    if (release) return (isOlder() ? build() : Promise.resolve()).finally(release);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isOlder(): boolean {
  const built = join(dist, "built");
  const at = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = ["functions", "shared"].map((folder) => newestIn(join(root, folder)));
  return Math.max(...sources, statSync(join(root, "package-lock.json")).mtimeMs) > at;
}

/** When the youngest file below was changed; what belongs to one machine is in no bundle. */
function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes("functions/local"));
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
