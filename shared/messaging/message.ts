import * as z from "zod";
import { digest } from "../kernel/ids.ts";
import { channelNames } from "../kernel/ports.ts";
import { languages } from "../kernel/text.ts";

const messagePurposes = ["care", "service", "marketing"] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

const messageStates = ["queued", "sending", "sent", "delivered", "failed", "suppressed", "unknown"] as const;

const templateIds = [
  "recheck-reminder",
  "booking-preparation",
  "booking-confirmed",
  "place-offered",
  "appointment-set",
  "appointment-reminder",
  "appointment-cancelled",
  "report-ready",
  "report-recalled",
] as const;
export type TemplateId = (typeof templateIds)[number];

/** Why nothing was sent: what the client has not allowed, cannot receive, or no longer needs. */
const suppressions = ["consent", "no channel", "not reachable", "obsolete"] as const;
export type Suppression = (typeof suppressions)[number];

/**
 * Words to a client (FHIR Communication): what about, by which way, how far it came. Its text is made when
 * it is handed over, from what is true then, and is kept nowhere.
 */
export const MessageSchema = z.object({
  client: z.string(),
  id: z.string(),
  purpose: z.enum(messagePurposes),
  template: z.enum(templateIds),
  language: z.enum(languages),
  /** What it speaks of: one step of one thing each. */
  about: z.array(z.object({ type: z.string(), id: z.string(), step: z.string() })).min(1),
  state: z.enum(messageStates),
  reason: z.string().optional(),
  /** The way it goes or went, and the ways that refused it. */
  channel: z.enum(channelNames).optional(),
  refusedBy: z.array(z.enum(channelNames)).default([]),
  createdAt: z.string(),
  /** While pending: when somebody looks at it again. */
  lookAt: z.string().optional(),
  sentAt: z.string().optional(),
  providerId: z.string().optional(),
  attempts: z.number().int().default(0),
  v: z.number().int(),
});
export type Message = z.infer<typeof MessageSchema>;
export type About = Message["about"][number];

/** The same words about the same steps have the same id, so that saying them twice is one message. */
export const messageId = (client: string, template: TemplateId, about: readonly About[]): string =>
  digest([client, template, ...about.map(({ type, id, step }) => `${type} ${id} ${step}`).sort()].join("\n"));
