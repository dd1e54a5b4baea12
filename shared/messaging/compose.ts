import type { Recipient } from "../clients/index.ts";
import type { Change } from "../data/commit.ts";
import { bucketOf } from "../kernel/ids.ts";
import { addMinutes, type Instant } from "../kernel/time.ts";
import { mayWrite } from "./may-write.ts";
import { type About, type Message, messageId, type TemplateId } from "./message.ts";
import { addMessage } from "./messages.store.ts";
import { isAllowedAt, nextAllowed } from "./quiet-hours.ts";
import { templates } from "./templates.ts";

/** Minutes a hand-over may take before somebody looks what became of it. */
export const handOverMinutes = 15;
/** Minutes over which what waited for the morning is spread. */
const spreadMinutes = 180;

export interface Words {
  client: string;
  template: TemplateId;
  about: readonly About[];
}

/**
 * A message as of now: `sending` inside the client's hours (whoever commits it hands it over), `queued`
 * for the next allowed hour outside them, or `suppressed` with the reason.
 */
export function composeMessage(to: Recipient | undefined, words: Words, now: Instant): Message {
  const { client, template, about } = words;
  const { purpose } = templates[template];
  const message = {
    client,
    id: messageId(client, template, about),
    purpose,
    template,
    language: to?.language ?? "zh",
    about: [...about],
    refusedBy: [],
    createdAt: now,
    attempts: 0,
    v: 1,
  };
  const way = mayWrite(to, purpose);
  if (!to || "suppressed" in way)
    return {
      ...message,
      state: "suppressed",
      reason: "suppressed" in way ? way.suppressed : "not reachable",
    };
  return isAllowedAt(purpose, now, to.zone)
    ? { ...message, state: "sending", channel: way.channel, lookAt: addMinutes(now, handOverMinutes) }
    : { ...message, state: "queued", channel: way.channel, lookAt: morning(to, message, now) };
}

/**
 * A message for a commit of another verb: it leaves by itself with the next sweep, inside the client's
 * hours, once, however often it is asked for (the second is refused as a Conflict).
 */
export function queueMessage(
  to: Recipient | undefined,
  words: Words,
  now: Instant,
): { message: Message; change: Change } {
  const composed = composeMessage(to, words, now);
  const message: Message =
    composed.state === "sending" ? { ...composed, state: "queued", lookAt: now } : composed;
  return { message, change: addMessage(message) };
}

/** The next allowed instant for a client, spread over the morning when it is not now. */
export const morning = (
  to: Pick<Recipient, "client" | "zone">,
  { purpose }: Pick<Message, "purpose">,
  from: Instant,
): Instant => nextAllowed(purpose, from, to.zone, bucketOf(to.client, spreadMinutes));
