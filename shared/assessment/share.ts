import * as z from "zod";
import { says } from "../kernel/parse.ts";

/** For how many days a link to a report may stand open; the client chooses one. */
export const shareDays = [1, 7, 30] as const;
export const wrongCodesAllowed = 5;
/** Links one report may have open at a time. */
export const sharesAllowed = 5;

/**
 * A link by which somebody the client chose reads one report, with a code of six digits told apart from it.
 */
export const ShareSchema = z.object({
  client: z.string(),
  id: z.string(),
  /** The exam whose report it opens, whichever version is in force. */
  date: z.iso.date(),
  createdAt: z.string(),
  expires: z.string(),
  opened: z.int().min(0),
  lastOpened: z.string().optional(),
  wrong: z.int().min(0),
  revokedAt: z.string().optional(),
  v: z.int().min(1),
});
export type Share = z.infer<typeof ShareSchema>;

export const MakeShareSchema = z.strictObject({
  date: z.iso.date(),
  days: z.coerce
    .number()
    .refine(
      (days) => (shareDays as readonly number[]).includes(days),
      says({ en: "Choose 1, 7 or 30 days.", zh: "请选择 1、7 或 30 天。" }),
    ),
});

/** Whether a link still opens its report. */
export const shareStands = (share: Share, now: string): boolean =>
  !share.revokedAt && share.expires > now && share.wrong < wrongCodesAllowed;
