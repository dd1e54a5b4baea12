import type * as z from "zod";
import { type Client, reachClient } from "../clients/index.ts";
import { commit } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import type { PlainDate } from "../kernel/time.ts";
import { examsOf, resultGroupsOf } from "../testing/index.ts";
import type { Assessment } from "./assessment.ts";
import { assessmentsOf } from "./assessments.store.ts";
import { type Conversation, ConversationSchema, sensitiveItems } from "./conversation.ts";
import { addConversation, lastConversation } from "./conversations.store.ts";

/**
 * Keeps that the physician has spoken with the client about an exam. The log says that it was, never
 * about what.
 * @throws NotFound for a day without an assessment; InvalidInput without a note.
 */
export async function recordConversation(
  ctx: Ctx,
  number: string,
  date: PlainDate,
  input: z.input<typeof ConversationSchema>,
): Promise<void> {
  const { note } = parse(ConversationSchema, input);
  await reachClient(ctx, "assessment:review", number);
  if (!(await assessmentsOf(ctx, number)).some((one) => one.date === date)) throw new NotFound();
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [addConversation({ client: number, date, note, at: ctx.now(), by })],
    log: { subject: `C#${number}`, action: "conversation.recorded", refs: { date } },
  });
}

/**
 * Whether a signed assessment waits for a conversation, and the last there was: an abnormal sensitive
 * result is told by a person first, and one that came in after the conversation is told again.
 */
export async function conversationAbout(
  ctx: Ctx,
  client: Client,
  { date, signedAt = ctx.now(), findings }: Pick<Assessment, "date" | "signedAt" | "findings">,
): Promise<{ waits: boolean; last: Conversation | undefined }> {
  const [every, last] = await Promise.all([
    resultGroupsOf(ctx, client.number),
    lastConversation(ctx, client.number, date),
  ]);
  const groups = every.filter((group) => group.date === date && group.at <= signedAt);
  const results = examsOf(groups)[0]?.results ?? {};
  const items = sensitiveItems(findings, results, { ...client, date });
  const told = last?.at ?? "";
  const untold = groups
    .filter(({ at }) => at > told)
    .flatMap((group) => Object.keys(examsOf([group])[0]?.results ?? {}));
  return { waits: items.some((item) => !last || untold.includes(item)), last };
}
