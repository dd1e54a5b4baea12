import * as z from "zod";
import { BilingualSchema } from "../kernel/text.ts";

export const RejectionSchema = z.object({
  line: z.number().int(),
  column: z.string(),
  reason: BilingualSchema,
});

/** One run of one results file: what it was, how far it is, what became of its rows. */
export const ImportSchema = z.object({
  id: z.string(),
  centre: z.string(),
  /** Digest of the bytes: the same file is recognised whatever it is called. */
  file: z.string(),
  run: z.number().int(),
  name: z.string(),
  state: z.enum(["queued", "running", "done", "failed"]),
  format: z.enum(["csv", "hl7", "fhir", "xlsx"]).optional(),
  rows: z.number().int().optional(),
  applied: z.number().int().optional(),
  unchanged: z.number().int().optional(),
  quarantined: z.number().int().optional(),
  rejected: z.number().int().optional(),
  why: BilingualSchema.optional(),
  by: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  v: z.number().int(),
});
export type Import = z.infer<typeof ImportSchema>;

/** What became of one row. */
export type RowOutcome = "applied" | "unchanged" | "quarantined";
