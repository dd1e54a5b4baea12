import type { Ctx } from "../../kernel/context.ts";
import { type Message, settle, type Ways } from "../../messaging/index.ts";
import { noteDelivery } from "../../monitoring/index.ts";
import { factsOf } from "./message-facts.ts";

/** Takes up a pending message; one that did not arrive puts what it was about before a person. */
export async function settleMessage(
  ctx: Ctx,
  ways: Ways,
  job: { client: string; message: string },
): Promise<Message | undefined> {
  const message = await settle(ctx, ways, job, factsOf);
  if (message) await noteDelivery(ctx, message);
  return message;
}
