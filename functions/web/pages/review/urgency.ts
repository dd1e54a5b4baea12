import type { Finding } from "../../../../shared/assessment/index.ts";

export const urgencies = ["now", "soon", "months", "know"] as const;
export type Urgency = (typeof urgencies)[number];

const words: Readonly<Record<Finding["severity"], Urgency>> = { 4: "now", 3: "soon", 2: "months", 1: "know" };

/** Urgency in words; nothing found at all is good to know. */
export const urgencyOf = (severity: number): Urgency => words[severity as Finding["severity"]] ?? "know";
