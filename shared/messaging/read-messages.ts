import { openRecord } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import type { Message } from "./message.ts";
import { messagesOf } from "./messages.store.ts";

/** What was written to a client and what became of it, the latest first; the reading is traced. */
export async function readMessages(ctx: Ctx, client: string): Promise<Message[]> {
  await openRecord(ctx, "message:read", client, "messages");
  return messagesOf(ctx, client);
}
