import type { Recipient } from "../clients/index.ts";
import { commit } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { Conflict } from "../kernel/errors.ts";
import type { Channels, Delivery, Letter } from "../kernel/ports.ts";
import { addDays, addMinutes, instantAt, localDate } from "../kernel/time.ts";
import { handOverMinutes } from "./compose.ts";
import { linkPath } from "./links.ts";
import { mayWrite } from "./may-write.ts";
import type { Message } from "./message.ts";
import { saveMessage } from "./messages.store.ts";
import { render, templates } from "./templates.ts";

/** What handing over needs from the place it runs in. */
export interface Ways {
  channels: Channels;
  /** Where clients reach us; no trailing slash. */
  publicUrl: string;
}

/** What is true now for the gaps of a template, and what its link opens. */
export interface Facts {
  words: Readonly<Record<string, string>>;
  link: { purpose: string; about: string };
}

/** The facts of a message, or undefined when nobody needs it any more. */
export type FactsOf = (ctx: Ctx, message: Message) => Promise<Facts | undefined>;

/** Hand-overs of one message before a person is asked, and the minutes between them. */
const mostAttempts = 6;
const backOffMinutes = [5, 15, 60, 180, 720];

/**
 * Hands a claimed message (`sending`, committed) to its channel and records what came of it: sent; busy,
 * then later again; refused, then by the client's next way, and `failed` after the last. Where the answer
 * is lost it stays `sending` if the channel takes the same id twice without a second letter, else `unknown`.
 * What is `failed` or `unknown` stays pending until somebody was told (`letGo`).
 * @returns the message as recorded, or as it was when somebody else has recorded it meanwhile.
 */
export async function deliver(
  ctx: Ctx,
  ways: Ways,
  claimed: Message,
  to: Recipient,
  facts: Facts,
): Promise<Message> {
  let message = claimed;
  for (;;) {
    const way = to.channels.find(({ channel }) => channel === message.channel);
    if (!way) return record(ctx, { ...message, state: "failed", reason: "no channel" });
    const answer = await ways.channels.send(await letterFor(ctx, ways, message, way, to.zone, facts));
    const after = afterAnswer(ctx, ways, { ...message, attempts: message.attempts + 1 }, to, answer);
    const recorded = await record(ctx, after);
    if (answer.outcome !== "refused" || recorded.state !== "sending" || recorded.v === message.v)
      return recorded;
    message = recorded;
  }
}

function afterAnswer(ctx: Ctx, ways: Ways, message: Message, to: Recipient, answer: Delivery): Message {
  const now = ctx.now();
  switch (answer.outcome) {
    case "accepted":
      return { ...ended(message), state: "sent", sentAt: now, providerId: answer.providerId };
    case "busy":
      return message.attempts >= mostAttempts
        ? { ...message, state: "failed", reason: answer.reason }
        : { ...message, state: "queued", lookAt: later(now, message.attempts) };
    case "unknown":
      return message.channel && ways.channels.idempotent(message.channel) && message.attempts < mostAttempts
        ? { ...message, lookAt: later(now, message.attempts) }
        : { ...message, state: "unknown", reason: answer.reason };
    case "refused": {
      const refusedBy = [...message.refusedBy, ...(message.channel ? [message.channel] : [])];
      const next = mayWrite(to, message.purpose, refusedBy);
      return "suppressed" in next
        ? { ...message, refusedBy, state: "failed", reason: answer.reason }
        : { ...message, refusedBy, channel: next.channel, lookAt: addMinutes(now, handOverMinutes) };
    }
  }
}

const later = (now: string, attempts: number): string =>
  addMinutes(now, backOffMinutes[Math.min(attempts, backOffMinutes.length) - 1] ?? 5);

/** A message nobody has to look at again. */
export function ended(message: Message): Message {
  const { lookAt: _lookAt, ...rest } = message;
  return rest;
}

/** Takes a message that failed, or that nobody knows about, off the clock: a person has been told. */
export const letGo = (ctx: Ctx, message: Message): Promise<Message> => record(ctx, ended(message));

/** The text is the same each time it is made, so that a second hand-over is the same letter. */
async function letterFor(
  ctx: Ctx,
  ways: Ways,
  message: Message,
  way: Recipient["channels"][number],
  zone: string,
  facts: Facts,
): Promise<Letter> {
  const lastDay = addDays(localDate(message.createdAt, zone), templates[message.template].linkDays);
  const path = await linkPath(ctx, {
    client: message.client,
    ...facts.link,
    expires: instantAt(lastDay, "23:59", zone),
  });
  const words = { ...facts.words, link: `${ways.publicUrl}${path}` };
  const { subject, text } = render(message.template, message.language, words);
  return { id: message.id, channel: way.channel, to: way.address, subject, text };
}

/** Writes how far a message came; whoever came first has said it already. */
export async function record(ctx: Ctx, message: Message): Promise<Message> {
  try {
    await commit(ctx, {
      changes: [saveMessage(message)],
      log: {
        subject: `C#${message.client}`,
        action: `message.${message.state}`,
        refs: { message: message.id, ...(message.channel ? { channel: message.channel } : {}) },
        v: message.v + 1,
      },
    });
  } catch (error) {
    if (error instanceof Conflict) return message;
    throw error;
  }
  return { ...message, v: message.v + 1 };
}
