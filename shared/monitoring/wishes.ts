import * as z from "zod";

/** What a person may say about an open follow-up. */
export const DeclineSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  reason: z.string().trim().min(1).max(300),
});

export const ElsewhereSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  /** The day it was looked at; today where it is left out. */
  date: z.iso.date().optional(),
  /** What staff saw: from where, and what the document says. */
  reason: z.string().trim().min(1).max(300),
});

export const SnoozeSchema = z.strictObject({ client: z.string(), id: z.string(), until: z.iso.date() });
