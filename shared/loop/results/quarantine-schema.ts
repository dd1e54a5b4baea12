import * as z from "zod";
import { says } from "../../kernel/parse.ts";

/** Why results are taken out of a file: for whoever reads the file next year. */
export const UnlinkSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(2, says({ en: "Say why, in a few words.", zh: "请简要写明原因。" }))
    .max(300),
});

export const LinkSchema = z.strictObject({ client: z.string().trim().min(1).max(20) });
