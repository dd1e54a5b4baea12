import type { Item } from "../../shared/data/read.ts";
import type { NewResult } from "../../shared/testing/index.ts";

export type Row = Record<string, unknown>;

/** What the bare calls write: the facts of one client of the product, without what a key already says. */
export interface Facts {
  /** A new sortable id. */
  id(): string;
  guard(client: string): string;
  date: string;
  profile: Row;
  values: string;
  assessment: Row;
  body: Uint8Array;
  followUp: Row;
  followUps: Row[];
  plan: Row;
  reading: Row[];
  booking: Row;
}

export const examDate = "2026-11-20";
export const earlierDate = "2025-11-18";

const fortyItems: readonly (readonly [string, number, string])[] = [
  ["WBC", 6.1, "10*9/L"],
  ["RBC", 4.45, "10*12/L"],
  ["HGB", 133, "g/L"],
  ["HCT", 0.41, "L/L"],
  ["MCV", 91, "fL"],
  ["MCH", 30.5, "pg"],
  ["MCHC", 335, "g/L"],
  ["PLT", 238, "10*9/L"],
  ["NEUTP", 57.5, "%"],
  ["NEUT", 3.5, "10*9/L"],
  ["LYMP", 33.1, "%"],
  ["LYM", 2.02, "10*9/L"],
  ["ALT", 52, "U/L"],
  ["AST", 24, "U/L"],
  ["GGT", 26, "U/L"],
  ["ALP", 67, "U/L"],
  ["TP", 75, "g/L"],
  ["ALB", 46, "g/L"],
  ["TBIL", 10.3, "umol/L"],
  ["DBIL", 3.1, "umol/L"],
  ["UREA", 4.8, "mmol/L"],
  ["CREA", 62, "umol/L"],
  ["UA", 401, "umol/L"],
  ["CYSC", 0.82, "mg/L"],
  ["FPG", 7.4, "mmol/L"],
  ["HBA1C", 6.2, "%"],
  ["TC", 5.9, "mmol/L"],
  ["TG", 1.72, "mmol/L"],
  ["HDLC", 1.31, "mmol/L"],
  ["LDLC", 4.2, "mmol/L"],
  ["K", 4.2, "mmol/L"],
  ["NA", 141, "mmol/L"],
  ["CL", 103, "mmol/L"],
  ["CA", 2.33, "mmol/L"],
  ["P", 1.12, "mmol/L"],
  ["MG", 0.88, "mmol/L"],
  ["TSH", 2.14, "mIU/L"],
  ["FT3", 4.61, "pmol/L"],
  ["FT4", 15.2, "pmol/L"],
  ["HCY", 9.8, "umol/L"],
];

/** Forty results as one laboratory reports them, some out of range. */
export const fortyResults: readonly NewResult[] = fortyItems.map(([item, value, unit]) => ({
  item,
  value,
  unit,
}));

/** The facts of a client who was examined, signed, booked and reminded, from the items the product keeps. */
export function factsFrom(items: readonly Item[], id: () => string): Facts {
  const all = (begins: string) => items.filter(({ sk }) => sk.startsWith(begins));
  const one = (begins: string): Row => {
    const found = all(begins).at(-1);
    if (!found) throw new Error(`no ${begins} to take the facts from`);
    return found;
  };
  const { ruleSet, path, rules, urgency } = one(`FILE#ASM#${examDate}`);
  const lines = all("FILE#LINE#").map((line) => factsOfLine(line));
  const guard = String((one("FILE#PROFILE")["document"] as Row)["guard"]).slice(0, -9);
  return {
    id,
    guard: (client) => `${guard}${client.slice(-9)}`,
    date: examDate,
    profile: without(one("FILE#PROFILE"), "number", "manager", "centre"),
    values: JSON.stringify(Object.fromEntries(fortyItems.map(([item, ...reading]) => [item, reading]))),
    assessment: { state: "proposed", ruleSet, path, rules, urgency },
    body: one("SIGNED#")["body"] as Uint8Array,
    followUp: lines[0] ?? {},
    followUps: lines,
    plan: without(one("PLAN#"), "client", "number"),
    reading: all("EDU#").map((item) => without(item, "client")),
    booking: without(one("BOOK#"), "id", "client", "centre", "prepareAt", "endsAt"),
  };
}

function factsOfLine(line: Item): Row {
  const kept = { ...line, ...(line["open"] as Row) };
  return without(kept, "open", "client", "manager", "centre", "next", "dueSk", "duePk");
}

const without = (row: Row, ...names: string[]): Row =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => !["pk", "sk", "listPk", "listSk", "duePk", "dueSk", "v", ...names].includes(name),
    ),
  );
