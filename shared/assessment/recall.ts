import * as z from "zod";
import { says } from "../kernel/parse.ts";

/** Why a released report is taken back: it is about somebody else, or it should never have been entered. */
export const recallCauses = ["wrong person", "entered in error"] as const;

export const recallReason = { least: 2, most: 300 } as const;

/** `reason` is the physician's own words; the client reads them. */
export const RecallSchema = z.strictObject({
  cause: z.enum(recallCauses),
  reason: z
    .string()
    .trim()
    .refine(
      ({ length }) => length >= recallReason.least && length <= recallReason.most,
      says({
        en: "Say why it is recalled, in 2 to 300 characters. The client will read it.",
        zh: "请写明撤回原因（2至300字），客户会看到。",
      }),
    ),
});

/** What is kept of a recall beside the version it took back. */
export const RecalledSchema = z.object({
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  cause: z.enum(recallCauses),
  reason: z.string(),
});
export type Recalled = z.infer<typeof RecalledSchema>;
