import * as z from "zod";
import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, getItems, type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { digest } from "../kernel/ids.ts";
import { BilingualSchema } from "../kernel/text.ts";

/** What makes two messages one: who sent it, its control id, and every character of it. */
export const messageMark = (sender: string, controlId: string, text: string): string =>
  digest(JSON.stringify([sender, controlId, text]));

const UnknownSchema = z.object({
  code: z.string(),
  text: z.string(),
  at: z.string(),
  /** It was decided, and its message cannot be read that way. */
  refused: BilingualSchema.optional(),
});

/** A message that was taken, and the codes in it that nobody knew; with such it is kept whole, sealed. */
const MessageSchema = z.object({
  mark: z.string(),
  at: z.string(),
  unknown: z.array(UnknownSchema).default([]),
  v: z.number().int(),
});
export type TakenMessage = z.infer<typeof MessageSchema>;

const keyOf = (centre: string, mark: string) => ({ pk: `HL7#${centre}#${mark}`, sk: "MESSAGE" });
const listOf = (centre: string): string => `HL7-CODES#${centre}`;
/** Where a message with unknown codes is kept until they are settled. */
export const messageFile = (centre: string, mark: string): string => `hl7/${centre}/${mark}`;

const itemOf = (centre: string, { mark, unknown, at, ...rest }: Omit<TakenMessage, "v">): Item => ({
  ...keyOf(centre, mark),
  ...rest,
  at,
  ...(unknown.length ? { unknown, listPk: listOf(centre), listSk: `${at}#${mark}` } : {}),
});

/** Remembers that a message was taken, what became of its rows, and which of its codes nobody knew. */
export const addMessage = (
  ctx: Ctx,
  centre: string,
  mark: string,
  counts: Readonly<Record<string, number>>,
  unknown: TakenMessage["unknown"],
): Change => putNew({ ...itemOf(centre, { mark, at: ctx.now(), unknown }), ...counts });

export const saveMessage = (centre: string, { v, ...message }: TakenMessage): Change =>
  save({ ...itemOf(centre, message), v });

export const wasTaken = async (ctx: Ctx, centre: string, mark: string): Promise<boolean> =>
  (await getItem(ctx, keyOf(centre, mark))) !== undefined;

/** Messages with codes nobody knows yet, the oldest first, and how many there are in all. */
export async function messagesWithUnknown(
  ctx: Ctx,
  centre: string,
  limit: number,
): Promise<{ messages: TakenMessage[]; total: number }> {
  const { items } = await query(ctx, { index: "list", pk: listOf(centre) });
  const found = await getItems(ctx, items.slice(0, limit));
  const markOf = ({ pk }: Item) => pk.slice(`HL7#${centre}#`.length);
  return {
    messages: found.map((item) => MessageSchema.parse({ ...item, mark: markOf(item) })),
    total: items.length,
  };
}
