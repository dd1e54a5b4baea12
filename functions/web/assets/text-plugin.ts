import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { buildSync, type Plugin } from "esbuild";

const suffix = "?text";
/** The oldest browser in a hospital we serve: the last Chromium for Windows 7. */
const floor = "chrome109";

/** A style sheet or a script as the browser gets it, smallest; anything else as it is on disk. */
export function assetText(file: string): string {
  if (!/\.(css|ts)$/.test(file)) return readFileSync(file, "utf8");
  const built = buildSync({
    entryPoints: [file],
    bundle: file.endsWith(".ts"),
    format: "iife",
    minify: true,
    charset: "utf8",
    target: floor,
    write: false,
    logLevel: "error",
  });
  return built.outputFiles[0]?.text ?? "";
}

/** For esbuild: `import css from "./base.css?text"` gives the built text. */
export const textForEsbuild: Plugin = {
  name: "text",
  setup(build) {
    build.onResolve({ filter: /\?text$/ }, (args) => ({
      path: resolve(args.resolveDir, args.path.slice(0, -suffix.length)),
      namespace: "text",
    }));
    build.onLoad({ filter: /.*/, namespace: "text" }, (args) => ({
      contents: assetText(args.path),
      loader: "text",
      watchFiles: [args.path],
    }));
  },
};

/** The same import for Vitest. */
export const textForVite = {
  name: "text",
  enforce: "pre" as const,
  resolveId(source: string, importer: string | undefined): string | undefined {
    if (!source.endsWith(suffix) || !importer) return undefined;
    return `\0text:${resolve(dirname(importer), source.slice(0, -suffix.length))}.js`;
  },
  load(id: string): string | undefined {
    if (!id.startsWith("\0text:")) return undefined;
    return `export default ${JSON.stringify(assetText(id.slice("\0text:".length, -".js".length)))};`;
  },
};
