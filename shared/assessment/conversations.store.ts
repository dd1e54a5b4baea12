import { type Change, putNew } from "../data/commit.ts";
import { type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { Conversation } from "./conversation.ts";

const begins = (date: PlainDate): string => `TALK#${date}#`;

export const addConversation = ({ client, date, ...rest }: Conversation): Change =>
  putNew({ pk: `C#${client}`, sk: `${begins(date)}${rest.at}`, ...rest });

/** The last conversation about an exam. */
export async function lastConversation(
  ctx: Ctx,
  client: string,
  date: PlainDate,
): Promise<Conversation | undefined> {
  const found = { pk: `C#${client}`, begins: begins(date), newestFirst: true, limit: 1 };
  const { items } = await query(ctx, found);
  const conversation = ({ pk: _pk, sk: _sk, v: _v, ...rest }: Item) =>
    ({ client, date, ...rest }) as unknown as Conversation;
  return items[0] && conversation(items[0]);
}
