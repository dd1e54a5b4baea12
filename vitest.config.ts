import { defineConfig } from "vitest/config";
import { textForVite } from "./functions/web/assets/text-plugin.ts";

export default defineConfig({
  plugins: [textForVite],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/bench/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A poll waits for what must come; how soon is the bench's business, and a busy machine takes its time.
    expect: { poll: { timeout: 60_000, interval: 50 } },
    maxWorkers: 2,
    globalSetup: ["test/support/engine.ts"],
    setupFiles: ["test/support/properties.ts"],
  },
});
