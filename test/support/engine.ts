import type { TestProject } from "vitest/node";
import { findEngine, startEngine } from "../../functions/local/engine.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the one embedded DynamoDB of the run. */
    engine: string;
  }
}

/** One engine in memory for all test files; each world brings its own tables. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine(findEngine());
  project.provide("engine", engine.endpoint);
  return () => engine.stop();
}
