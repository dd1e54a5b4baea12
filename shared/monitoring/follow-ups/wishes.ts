import * as z from "zod";
import { outcomeKinds } from "./follow-up.ts";

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

export const OutcomeSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  kind: z.enum(outcomeKinds),
  /** The day it happened; today where it is left out. */
  date: z.iso.date().optional(),
  /** What was said or found. */
  note: z.string().trim().min(1).max(300),
});

export const SnoozeSchema = z.strictObject({ client: z.string(), id: z.string(), until: z.iso.date() });
