import { authorize } from "../access/index.ts";
import { type Recipient, recipientOf } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { addMinutes } from "../kernel/time.ts";
import { handOverMinutes, morning } from "./compose.ts";
import { deliver, ended, type FactsOf, record, type Ways } from "./deliver.ts";
import { mayWrite } from "./may-write.ts";
import type { Message } from "./message.ts";
import { messageOf } from "./messages.store.ts";
import { isAllowedAt } from "./quiet-hours.ts";

/**
 * Takes up a pending message when its time has come: one that waits is sent if it is still wanted, still
 * allowed and the hour is right; one left between hand-over and answer is handed over again only where
 * that cannot make a second letter, else it is `unknown` and a person decides. Safe to repeat.
 * @returns the message as it is now, or undefined where there is none or another worker has it.
 */
export async function settle(
  ctx: Ctx,
  ways: Ways,
  { client, message: id }: { client: string; message: string },
  factsOf: FactsOf,
): Promise<Message | undefined> {
  authorize(ctx, "due:run", { client });
  const message = await messageOf(ctx, client, id);
  if (!message?.lookAt || message.lookAt > ctx.now()) return message;
  if (message.state === "failed" || message.state === "unknown") return message;
  const to = await recipientOf(ctx, client);
  const facts = await factsOf(ctx, message);
  const way = wayFor(ways, message, to);
  if (!to || !facts || "stop" in way)
    return record(ctx, stopped(message, "stop" in way ? way.stop : "obsolete"));
  if (!isAllowedAt(message.purpose, ctx.now(), to.zone))
    return record(ctx, { ...message, lookAt: morning(to, message, ctx.now()) });
  const claim: Message = {
    ...message,
    state: "sending",
    channel: way.channel,
    lookAt: addMinutes(ctx.now(), handOverMinutes),
  };
  const claimed = await record(ctx, claim);
  return claimed.v === message.v ? undefined : deliver(ctx, ways, claimed, to, facts);
}

function wayFor(ways: Ways, message: Message, to: Recipient | undefined) {
  const way = mayWrite(to, message.purpose, message.refusedBy);
  if ("suppressed" in way) return { stop: way.suppressed };
  if (message.state !== "sending") return way;
  const same = message.channel === way.channel && ways.channels.idempotent(way.channel);
  return same ? way : { stop: "answer lost" };
}

/** What nobody handed over is suppressed; what may have gone out already stays an open question. */
const stopped = (message: Message, reason: string): Message =>
  message.state === "queued"
    ? { ...ended(message), state: "suppressed", reason }
    : { ...message, state: "unknown", reason };
