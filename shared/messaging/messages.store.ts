import { type Change, putNew, save } from "../data/commit.ts";
import { dueKey } from "../data/due.ts";
import { getItem, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Message, MessageSchema } from "./message.ts";

const messageKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `MSG#${id}` });

function messageItem(message: Message): Item & { v: number } {
  const key = messageKey(message.client, message.id);
  return {
    ...key,
    ...message,
    ...(message.lookAt ? dueKey("care", `${key.pk}#${key.sk}`, message.lookAt) : {}),
  };
}

/** One message for one id: the second is refused. */
export const addMessage = (message: Message): Change => putNew(messageItem(message));
export const saveMessage = (message: Message): Change => save(messageItem(message));

export async function messageOf(ctx: Ctx, client: string, id: string): Promise<Message | undefined> {
  const item = await getItem(ctx, messageKey(client, id));
  return item ? MessageSchema.parse(item) : undefined;
}

/** Everything written or meant for a client, the latest first. */
export async function messagesOf(ctx: Ctx, client: string): Promise<Message[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "MSG#" });
  return messagesIn(items);
}

/** The same among the items of a client. */
export const messagesIn = (items: readonly Item[]): Message[] =>
  items
    .filter(({ sk }) => sk.startsWith("MSG#"))
    .map((item) => MessageSchema.parse(item))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id));
