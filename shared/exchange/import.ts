import * as z from "zod";
import { BilingualSchema } from "../kernel/text.ts";
import { CodeMapSchema } from "./code-map.ts";

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
  state: z.enum(["queued", "running", "done", "failed", "undoing", "undone"]),
  format: z.enum(["csv", "hl7", "fhir", "xlsx"]).optional(),
  rows: z.number().int().optional(),
  applied: z.number().int().optional(),
  unchanged: z.number().int().optional(),
  quarantined: z.number().int().optional(),
  rejected: z.number().int().optional(),
  /** Columns and codes that were left out, because nobody knew them. */
  unknown: z.array(z.string()).optional(),
  /** What the centre had decided of columns and codes when the run began. */
  columns: CodeMapSchema.optional(),
  why: BilingualSchema.optional(),
  undo: z
    .object({
      at: z.string(),
      by: z.string(),
      /** Groups of results that went out of their files again, and held rows set aside. */
      taken: z.number().int().optional(),
      /** Lines that stay, because something signed rests on them or a person filed them since. */
      kept: z.array(z.number().int()).optional(),
    })
    .optional(),
  by: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  v: z.number().int(),
});
export type Import = z.infer<typeof ImportSchema>;

/** Whether nothing more is to be done for a run. */
export const isOver = ({ state }: Pick<Import, "state">): boolean =>
  state === "done" || state === "failed" || state === "undone";

/** What became of one row. */
export type RowOutcome = "applied" | "unchanged" | "quarantined";
