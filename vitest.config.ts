import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Style sheets and drawings are text in the bundles (esbuild loader "text"), so also here. */
const asText = {
  name: "as-text",
  enforce: "pre" as const,
  load(id: string) {
    return /\.(css|svg)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : null;
  },
};

export default defineConfig({
  plugins: [asText],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/bench/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    globalSetup: ["test/support/engine.ts"],
  },
});
