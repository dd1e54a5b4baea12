import * as z from "zod";
import { says } from "../kernel/parse.ts";
import { isPlainDate } from "../kernel/time.ts";

/** Results of one exam as a person types them; a unit left out is the catalogue's own. */
export const ResultsSchema = z.strictObject({
  date: z
    .string()
    .refine(isPlainDate, says({ en: "Write the date as YYYY-MM-DD.", zh: "日期格式为 YYYY-MM-DD。" })),
  source: z.string().trim().min(1).max(40).default("desk"),
  /** Item codes whose unlikely value was looked at again and stands. */
  confirmed: z.array(z.string()).default([]),
  results: z
    .array(
      z.strictObject({
        item: z.string(),
        value: z.union([z.number(), z.string().trim().min(1).max(200)]),
        unit: z.string().max(30).optional(),
      }),
    )
    .min(1)
    .max(120),
});
