import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { dist, root } from "./build.ts";

const typesetter = "@myriaddreamin/typst-ts-node-compiler";
const binary = `${typesetter}-linux-x64-gnu`;
const fonts = "@expo-google-fonts/noto-sans-sc";
const faces = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"];

/**
 * Lays the typesetter and its fonts beside the web bundle, as its Lambda needs them: Linux on x86_64, for which the
 * binary is published in our version (it is not for arm64). On another kind of machine npm fetches it. Run after
 * `build` and before a deployment; without it the cloud refuses a PDF in words, and the report page prints instead.
 */
async function pack(): Promise<void> {
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const installed = join(root, "node_modules");
  const fetched = await mkdtemp(join(tmpdir(), "perennial-pack-"));
  try {
    const there = existsSync(join(installed, binary));
    if (!there) {
      const target = ["--os=linux", "--cpu=x64", "--libc=glibc"];
      const quiet = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
      const wanted = `${typesetter}@${dependencies[typesetter]}`;
      await promisify(execFile)("npm", ["install", "--prefix", fetched, ...quiet, ...target, wanted]);
    }
    const from = there ? installed : join(fetched, "node_modules");
    const beside = join(dist, "web", "node_modules");
    await rm(beside, { recursive: true, force: true });
    for (const part of [typesetter, binary])
      await cp(join(from, part), join(beside, part), { recursive: true, dereference: true });
    for (const part of ["package.json", ...faces])
      await cp(join(installed, fonts, part), join(beside, fonts, part), { recursive: true });
  } finally {
    await rm(fetched, { recursive: true, force: true });
  }
}

await pack();
