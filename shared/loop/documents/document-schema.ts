import * as z from "zod";
import { says } from "../../kernel/parse.ts";
import { isPlainDate } from "../../kernel/time.ts";

/** What a document is about; without a day it is about today's exam. */
export const DocumentAboutSchema = z.object({
  date: z
    .string()
    .refine(isPlainDate, says({ en: "Write the date as YYYY-MM-DD.", zh: "日期格式为 YYYY-MM-DD。" }))
    .optional(),
  item: z.string().max(40).optional(),
});
