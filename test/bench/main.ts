import { writeFile } from "node:fs/promises";
import { findEngine, startEngine } from "../../functions/local/engine.ts";
import { assessmentsPerSecond } from "./assess-speed.ts";
import { bundleSizes } from "./bundles.ts";
import { coldStart } from "./cold-start.ts";
import { dayInWords, examDay } from "./exam-day.ts";
import type { Ledger, Units } from "./floor.ts";
import { importRowsPerSecond } from "./import-speed.ts";
import { type Measured, type Operation, time, unitsOf } from "./measure.ts";
import { operationsOn } from "./operations.ts";
import { pdfOf300Rows } from "./pdf-speed.ts";
import { table } from "./print.ts";

const engine = await startEngine(findEngine());
try {
  const { operations, ours, bare } = await operationsOn(engine.endpoint);
  const measured: Measured[] = [];
  for (const operation of operations) measured.push(await measure(operation, ours, bare));
  const results = {
    operations: measured,
    coldStart: await coldStart(engine.endpoint),
    bundleKb: await bundleSizes(),
    importRowsPerSecond: await importRowsPerSecond(engine.endpoint),
    assessmentsPerSecond: assessmentsPerSecond(),
    pdfOf300Rows: await pdfOf300Rows(),
    examDay: await examDay(engine.endpoint),
  };
  await writeFile(new URL("./results.json", import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  console.log(table(results));
  console.log(dayInWords(results.examDay));
} finally {
  await engine.stop();
}

/** @throws where the bytes of the bare items and the engine's word on them disagree: then the floor is wrong. */
async function measure(operation: Operation, ours: Ledger, bare: Ledger): Promise<Measured> {
  const used = await unitsOf(() => operation.ours("counted"), ours.reported);
  const both = await unitsOf(
    () => operation.bare("counted"),
    () => agreed(operation.name, bare),
  );
  return {
    name: operation.name,
    wru: used.wru,
    rru: used.rru,
    indexWru: used.indexWru,
    floorWru: both.wru,
    floorRru: both.rru,
    floorIndexWru: both.indexWru,
    ...(await time(operation, { rounds: 5, each: 12 })),
  };
}

function agreed(name: string, { counted, reported }: Ledger): Units {
  const floor = counted();
  const said = reported();
  if (floor.wru !== said.wru || floor.rru !== said.rru)
    throw new Error(`${name}: ${JSON.stringify(floor)} counted, ${JSON.stringify(said)} reported`);
  return { ...floor, indexWru: said.indexWru };
}
