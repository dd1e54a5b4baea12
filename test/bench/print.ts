import type { Measured } from "./measure.ts";

export interface Results {
  operations: Measured[];
  coldStart: { ms: number; bareMs: number; wallMs: number; bareWallMs: number };
  bundleKb: Record<string, number>;
  importRowsPerSecond: number;
  assessmentsPerSecond: number;
  pdfOf300Rows: { firstMs: number; ms: number };
}

const columns = [
  "operation",
  "WRU",
  "floor",
  "RRU",
  "floor",
  "index",
  "bare",
  "CPU ms",
  "bare",
  "p50",
  "p95",
  "bare p50",
  "p95",
];

/** The results as a table for a terminal; a figure over 1.25 times its floor is marked. */
export function table(results: Results): string {
  const { operations, coldStart, bundleKb, importRowsPerSecond, assessmentsPerSecond, pdfOf300Rows } =
    results;
  const rows = operations.map((one) =>
    [
      one.name,
      marked(one.wru, one.floorWru),
      one.floorWru,
      marked(one.rru, one.floorRru),
      one.floorRru,
      one.indexWru,
      one.floorIndexWru,
      one.cpuMs,
      one.bareCpuMs,
      one.p50,
      one.p95,
      one.bareP50,
      one.bareP95,
    ].map(String),
  );
  const widths = columns.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join("  ");
  return [
    line(columns),
    ...rows.map(line),
    "",
    `cold start: ${marked(coldStart.ms, coldStart.bareMs)} ms CPU, ${coldStart.bareMs} bare; ${coldStart.wallMs} ms wall, ${coldStart.bareWallMs} bare`,
    `loaded at start, KB: ${Object.entries(bundleKb)
      .map(([name, kb]) => `${name} ${kb}`)
      .join(" · ")}`,
    `import: ${importRowsPerSecond} rows a second`,
    `assessments: ${assessmentsPerSecond} a second and core`,
    `PDF of 300 results: ${pdfOf300Rows.ms} ms, ${pdfOf300Rows.firstMs} the first of a process`,
  ].join("\n");
}

const marked = (ours: number, floor: number): string => (ours > 1.25 * floor ? `! ${ours}` : String(ours));
