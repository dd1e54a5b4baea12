import * as z from "zod";
import { digest } from "../../kernel/ids.ts";
import { BilingualSchema } from "../../kernel/text.ts";
import { contactChannels } from "../cases/case.ts";

const openStates = ["planned", "due", "reminded", "booked", "overdue", "escalated", "lost contact"] as const;
const endedStates = ["done", "declined", "superseded", "verified elsewhere", "voided"] as const;
export type EndedState = (typeof endedStates)[number];

/** What a person can do that ends a follow-up, where its rule accepts it. */
export const outcomeKinds = [
  "contact recorded",
  "conversation recorded",
  "referral outcome",
  "treatment recorded",
  "treatment declined",
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Ways and outcomes of calling somebody about a re-check; the last two reached nobody. */
export const callOutcomes = ["will book", "call again", "no answer", "wrong number"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const CallSchema = z.object({
  at: z.string(),
  by: z.string(),
  channel: z.enum(contactChannels),
  outcome: z.enum(callOutcomes),
  note: z.string().optional(),
});
export type Call = z.infer<typeof CallSchema>;

/** What a client says of a re-check done in another place, until staff have looked at it. */
const ClaimSchema = z.object({
  at: z.string(),
  by: z.string(),
  /** The day, the place and the words the client gives. */
  date: z.string().optional(),
  place: z.string().optional(),
  said: z.string().optional(),
  /** The uploaded document: where it is kept, and what it is. */
  document: z.object({ key: z.string(), type: z.string() }).optional(),
  state: z.enum(["waiting", "sent back"]),
  /** Why staff sent it back; the client reads it. */
  reason: z.string().optional(),
});

/** What must be looked at again, why, by when, and who sees to it (FHIR Task). */
export const FollowUpSchema = z.object({
  client: z.string(),
  id: z.string(),
  concern: z.string(),
  site: z.string().optional(),
  /** Which opening of this concern and site it is, from 1. */
  turn: z.number().int().min(1),
  /** Re-check rule and the finding's own rule. */
  rule: z.string(),
  finding: z.string(),
  /** Items whose values raised it, the telling one first. */
  items: z.array(z.string()).default([]),
  name: BilingualSchema,
  why: BilingualSchema,
  act: BilingualSchema,
  /** The exam that raised it. */
  openedBy: z.object({ date: z.string(), version: z.number().int() }),
  openedAt: z.string(),
  /** First day on which looking again means something; the day we ask for; the last day in time. */
  opens: z.string(),
  due: z.string(),
  overdueAfter: z.string(),
  /** The rule's window closes within 30 days of the exam. */
  high: z.boolean(),
  /** The rule's window closes within a day: its clock runs in the critical lane. */
  critical: z.boolean(),
  state: z.enum([...openStates, ...endedStates]),
  owner: z.enum(["health-manager", "physician"]),
  /** The health manager's staff id, "" where the client has none yet. */
  manager: z.string(),
  centre: z.string(),
  zone: z.string(),
  /** The next step of its sequence; none once a person has it in hand. */
  next: z.object({ at: z.string(), step: z.string() }).optional(),
  booking: z.object({ id: z.string(), date: z.string() }).optional(),
  /** Why its manager should look although no date says so. */
  attention: z
    .enum(["not written", "not delivered", "delivery unknown", "which one", "client says done"])
    .optional(),
  /** An exam that may have looked at this one or at another of the same organ: a person says which. */
  asked: z.object({ date: z.string(), items: z.array(z.string()) }).optional(),
  /** Exams of which a person said that they did not look at this one. */
  passed: z.array(z.string()).default([]),
  claim: ClaimSchema.optional(),
  calls: z.array(CallSchema).default([]),
  /** The day its manager means to look at it again, after a call. */
  again: z.string().optional(),
  /** How often its date was moved; a step after a move is another step than the one before. */
  snoozes: z.number().int().default(0),
  /** Steps the client was written to about, or would have been; none is taken twice. */
  told: z.array(z.string()).default([]),
  /** What an earlier exam still asked for when this one took its place. */
  instead: z.record(z.string(), z.unknown()).optional(),
  closed: z
    .object({
      at: z.string(),
      by: z.string(),
      evidence: z
        .object({ items: z.array(z.string()), date: z.string(), record: z.enum(outcomeKinds).optional() })
        .optional(),
      reason: z.string().optional(),
      /** Where it was looked at, if not here, and the document that was seen. */
      place: z.string().optional(),
      document: z.object({ key: z.string(), type: z.string() }).optional(),
    })
    .optional(),
});
export type FollowUp = z.infer<typeof FollowUpSchema>;

/** The place a follow-up holds: one open at a time for a client, a concern and a site, side or lesion. */
export const lineKey = (concern: string, site: string | undefined): string => `${concern}#${site || "-"}`;

/**
 * The id of the nth follow-up of a line: the same for the same place and turn, and silent about what it
 * is for, because ids go into logs and addresses.
 */
export const followUpId = (client: string, concern: string, site: string | undefined, turn: number): string =>
  digest(`${client} ${lineKey(concern, site)} ${turn}`).slice(0, 16);

export const isOpen = (followUp: Pick<FollowUp, "state">): boolean =>
  (openStates as readonly string[]).includes(followUp.state);

/** Whether a client's word that it was done elsewhere waits for staff. */
export const isClaimed = ({ claim }: Pick<FollowUp, "claim">): boolean => claim?.state === "waiting";

/** Whether a call reached the client. */
export const callReached = ({ outcome }: Pick<Call, "outcome">): boolean =>
  outcome === "will book" || outcome === "call again";

/** Whether two attempts by different channels have failed since the client was last reached. */
export function calledTwice({ calls }: Pick<FollowUp, "calls">): boolean {
  const since = calls.slice(calls.findLastIndex(callReached) + 1);
  return new Set(since.map(({ channel }) => channel)).size >= 2;
}

/** What only a person can answer: it stays before the manager whatever is called, written or put off. */
export const stillAsked = ({ attention }: Pick<FollowUp, "attention">): Pick<FollowUp, "attention"> =>
  attention === "which one" || attention === "client says done" ? { attention } : {};

/**
 * Whether it is before its manager whatever its date: yes, no, or from a day on. What only a person can answer
 * is not put off by a call.
 */
export function asksManager({
  state,
  attention,
  again,
}: Pick<FollowUp, "state" | "attention" | "again">): boolean | string {
  if (stillAsked({ attention }).attention) return true;
  return again ?? (state === "escalated" || attention !== undefined);
}

/** Whether the client has been written to or called, and nothing has come of it. */
export const isUnanswered = ({
  told,
  calls,
  booking,
  claim,
}: Pick<FollowUp, "told" | "calls" | "booking" | "claim">): boolean => {
  const last = calls.at(-1);
  return (last ? !callReached(last) : told.length > 0) && !booking && claim?.state !== "waiting";
};
