import fc from "fast-check";

/**
 * Properties draw the same cases in every run, so that a red run can be repeated by whoever sees it.
 * `PROPERTY_SEED=$RANDOM PROPERTY_RUNS=2000 npx vitest run test/rules` looks further.
 */
fc.configureGlobal({
  seed: Number(process.env["PROPERTY_SEED"] ?? 20_261_122),
  ...(process.env["PROPERTY_RUNS"] ? { numRuns: Number(process.env["PROPERTY_RUNS"]) } : {}),
});
