import { authorize } from "../../access/index.ts";
import { commit } from "../../data/commit.ts";
import {
  acknowledge,
  addMessage,
  type Fault,
  faultOf,
  type Message,
  messageMark,
  messagesOf,
  type RowOutcome,
  readMessage,
  senderOf,
  sniff,
  wasTaken,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotAllowed } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { localDate } from "../../kernel/time.ts";
import { receiveRow } from "./receive-row.ts";

/**
 * Takes HL7 v2 messages and answers each as its sender asked. What is answered with AA or CA is kept: filed, or
 * held back for a person. A message with a fault leaves nothing behind. The same message of the same sender a
 * second time changes nothing and is answered as taken.
 * @returns the acknowledgements in the order of the messages; empty where nobody wants any.
 */
export async function receiveMessages(ctx: Ctx, bytes: Uint8Array): Promise<string[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "results:import", { centre });
  const answers: string[] = [];
  const { text, unreadable } = textOf(bytes);
  const messages = [...messagesOf(text)];
  for (const message of messages.length ? messages : messagesOf("?")) {
    const fault = unreadable ?? (await take(ctx, centre, message));
    answers.push(...acknowledge(message, fault, { now: ctx.now(), newId: ctx.newId }));
  }
  return answers;
}

/** The text of what was sent; where it is in no encoding we know, enough of it to answer its sender. */
function textOf(bytes: Uint8Array): { text: string; unreadable?: Fault } {
  try {
    return sniff(bytes);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const head = new TextDecoder("latin1")
      .decode(bytes.subarray(0, 2000))
      .replace(/[^\x20-\x7e\r\n\v]/g, "?");
    const first = head.match(/MSH[^\r\n]*/)?.[0] ?? "";
    return {
      text: first || "?",
      unreadable: { rejected: false, code: "102", column: "MSH-18", reason: error.sentence },
    };
  }
}

async function take(ctx: Ctx, centre: string, message: Message): Promise<Fault | undefined> {
  const fault = faultOf(message);
  if (fault) return fault;
  const text = message.segments.map(({ fields }) => JSON.stringify(fields)).join("\r");
  const mark = messageMark(senderOf(message), message.segments[0]?.fields[10] ?? "", text);
  if (await wasTaken(ctx, centre, mark)) return undefined;
  const read = readMessage(message, { today: localDate(ctx.now()), withoutDocument: true });
  for (const row of read)
    if ("reason" in row) return { rejected: false, code: "102", column: row.column, reason: row.reason };
  const counts: Record<RowOutcome, number> = { applied: 0, unchanged: 0, quarantined: 0 };
  for (const row of read)
    if (!("reason" in row)) counts[await receiveRow(ctx, centre, { ...row, line: 1 }, digest(text))]++;
  try {
    await commit(ctx, {
      changes: [addMessage(ctx, centre, mark, counts)],
      log: { subject: `HL7#${centre}`, action: "message.taken", refs: { message: mark, ...counts } },
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return undefined;
}
