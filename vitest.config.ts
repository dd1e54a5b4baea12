import { defineConfig } from "vitest/config";
import { textForVite } from "./functions/web/assets/text-plugin.ts";

export default defineConfig({
  plugins: [textForVite],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/bench/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    globalSetup: ["test/support/engine.ts"],
    setupFiles: ["test/support/properties.ts"],
  },
});
