import { type Change, putNew } from "../data/commit.ts";
import { getItem, type Item } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { digest } from "../kernel/ids.ts";

/** What makes two messages one: who sent it, its control id, and every character of it. */
export const messageMark = (sender: string, controlId: string, text: string): string =>
  digest(JSON.stringify([sender, controlId, text]));

const keyOf = (centre: string, mark: string) => ({ pk: `HL7#${centre}#${mark}`, sk: "MESSAGE" });

/** Remembers that a message was taken, and what became of its rows. */
export const addMessage = (
  ctx: Ctx,
  centre: string,
  mark: string,
  counts: Readonly<Record<string, number>>,
): Change => putNew({ ...keyOf(centre, mark), ...counts, at: ctx.now() } satisfies Item);

export const wasTaken = async (ctx: Ctx, centre: string, mark: string): Promise<boolean> =>
  (await getItem(ctx, keyOf(centre, mark))) !== undefined;
