import * as z from "zod";

/** One turn of the loop: opened by a signed assessment, closed by the next one, or by leaving. */
export const CycleSchema = z.object({
  client: z.string(),
  number: z.number().int().min(1),
  state: z.enum(["open", "closing", "closed"]),
  openedBy: z.object({ date: z.string(), version: z.number().int() }),
  openedAt: z.string(),
  closedBy: z.object({ date: z.string(), version: z.number().int() }).optional(),
  closedAt: z.string().optional(),
  v: z.number().int(),
});
export type Cycle = z.infer<typeof CycleSchema>;
