import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";

/** Places a company has for one of its departments within some days. */
export const QuotaSchema = z.object({
  account: z.string(),
  id: z.string(),
  department: z.string(),
  from: z.string(),
  until: z.string(),
  /** How many places it holds, and how many are taken. */
  limit: z.number().int(),
  taken: z.number().int(),
  v: z.number().int(),
});
export type Quota = z.infer<typeof QuotaSchema>;

export const SetQuotaSchema = z.strictObject({
  account: z.string().min(1).max(40),
  department: z.string().trim().min(1).max(60),
  from: PlainDateSchema,
  until: PlainDateSchema,
  limit: z.number().int().min(0).max(100_000),
});
export type SetQuota = z.input<typeof SetQuotaSchema>;
