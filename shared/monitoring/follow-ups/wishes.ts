import * as z from "zod";
import { contactChannels } from "../cases/case.ts";
import { callOutcomes, outcomeKinds } from "./follow-up.ts";

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
  place: z.string().trim().min(1).max(120),
  /** What staff saw: the value, or what the document says. */
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

/** What a client says of a re-check done in another place; all of it may be left out but the word itself. */
export const ClaimSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  date: z.iso.date().optional(),
  place: z.string().trim().max(120).optional(),
  said: z.string().trim().max(300).optional(),
});

export const SendBackSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  /** The client reads it. */
  reason: z.string().trim().min(1).max(300),
});

export const CallSchema = z.strictObject({
  client: z.string(),
  id: z.string(),
  channel: z.enum(contactChannels),
  outcome: z.enum(callOutcomes),
  note: z.string().trim().max(300).optional(),
  /** The day to look at it again; by the outcome where it is left out. */
  again: z.iso.date().optional(),
});

/** Which of the asked follow-ups an exam looked at. */
export const SettleAskedSchema = z.strictObject({
  client: z.string(),
  date: z.iso.date(),
  covered: z.array(z.string()).max(40).default([]),
  not: z.array(z.string()).max(40).default([]),
});
