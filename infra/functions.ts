import type { Reach } from "./grants.ts";

export const functionNames = ["api", "web", "fhir", "intake", "send", "tick", "project"] as const;
export type FunctionName = (typeof functionNames)[number];

interface FunctionFacts {
  memoryMb: number;
  seconds: number;
  reach: Reach;
  /** arm64 unless a part of it is published for x86_64 only. */
  cpu?: "x86_64";
  /** Who is hurt when it fails; the text of its alarms. */
  impact: string;
}

const acts = { log: "append and read", files: "read and write", sends: ["intake"] } as const;

/** Every deployed function: its size, what it may touch, and who is hurt when it fails. */
export const functions: Record<FunctionName, FunctionFacts> = {
  api: {
    memoryMb: 1024,
    seconds: 29,
    reach: { ...acts, keys: ["look-up", "seal", "open"] },
    impact: "Clients cannot open their report or book, and the laboratory's results are not taken in.",
  },
  web: {
    memoryMb: 1024,
    seconds: 29,
    reach: { ...acts, keys: ["look-up", "seal", "open"] },
    cpu: "x86_64",
    impact: "Staff stand before the client without her file: no enrolment, no review, no signature.",
  },
  fhir: {
    memoryMb: 1024,
    seconds: 29,
    reach: { ...acts, keys: ["look-up", "seal"] },
    impact:
      "Other systems of the hospital do not get or deliver records; people wait for a result that exists.",
  },
  intake: {
    memoryMb: 1769,
    seconds: 300,
    reach: { log: "append", files: "read and write", keys: ["look-up", "seal"] },
    impact: "Results lie in a file and are not assessed; an abnormal value waits unseen.",
  },
  send: {
    memoryMb: 512,
    seconds: 60,
    reach: { log: "append", keys: ["look-up"], mail: true },
    impact: "A client is not told that a re-check is due, or how to prepare for tomorrow's exam.",
  },
  tick: {
    memoryMb: 512,
    seconds: 50,
    reach: { log: "append", sends: ["jobs", "intake"] },
    impact: "Nothing falls due any more: no reminder goes out and no overdue follow-up is escalated.",
  },
  project: {
    memoryMb: 512,
    seconds: 60,
    reach: { log: "append" },
    impact: "Search, counts and dashboards fall behind what was written; a new client is not found by name.",
  },
};
