import { authorize } from "../../access/index.ts";
import { commit } from "../../data/commit.ts";
import {
  acknowledge,
  addMessage,
  type CodeMap,
  codeMapOf,
  type Fault,
  faultOf,
  type Message,
  messageFile,
  messageMark,
  messagesOf,
  type RowOutcome,
  readMessage,
  senderOf,
  sniff,
  type TakenMessage,
  type UnknownCode,
  wasTaken,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotAllowed } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { localDate } from "../../kernel/time.ts";
import { receiveRow } from "./receive-row.ts";

/**
 * Takes HL7 v2 messages and answers each as its sender asked. What is answered with AA or CA is kept: filed, or
 * held back for a person; a result whose code nobody here knows is named in the answer, and its message kept whole
 * until the centre has said what the code means. A message with a fault leaves nothing behind. The same message of
 * the same sender a second time changes nothing and is answered as taken.
 * @returns the acknowledgements in the order of the messages; empty where nobody wants any.
 */
export async function receiveMessages(ctx: Ctx, bytes: Uint8Array): Promise<string[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "results:import", { centre });
  const answers: string[] = [];
  const { text, unreadable } = textOf(bytes);
  const messages = [...messagesOf(text)];
  const { codes } = await codeMapOf(ctx, centre);
  for (const message of messages.length ? messages : messagesOf("?")) {
    const { fault, unknown } = unreadable
      ? { fault: unreadable, unknown: [] }
      : await take(ctx, centre, message, codes);
    answers.push(...acknowledge(message, fault, { now: ctx.now(), newId: ctx.newId }, unknown));
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

/** What a message says, character for character: with its sender and control id it tells two messages apart. */
const wordsOf = ({ segments }: Message): string =>
  segments.map(({ fields }) => JSON.stringify(fields)).join("\r");

async function take(
  ctx: Ctx,
  centre: string,
  message: Message,
  codes: CodeMap,
): Promise<{ fault?: Fault; unknown: UnknownCode[] }> {
  const fault = faultOf(message);
  if (fault) return { fault, unknown: [] };
  const text = wordsOf(message);
  const mark = messageMark(senderOf(message), message.segments[0]?.fields[10] ?? "", text);
  const { read, unknown } = readMessage(message, readingNow(ctx, codes));
  if (await wasTaken(ctx, centre, mark)) return { unknown };
  for (const row of read)
    if ("reason" in row)
      return { fault: { rejected: false, code: "102", column: row.column, reason: row.reason }, unknown };
  if (unknown.length) {
    const sealed = await ctx.keys.seal(JSON.stringify(message));
    await ctx.files.put(messageFile(centre, mark), new TextEncoder().encode(sealed));
  }
  const counts: Record<RowOutcome, number> = { applied: 0, unchanged: 0, quarantined: 0 };
  for (const row of read)
    if (!("reason" in row)) counts[await receiveRow(ctx, centre, { ...row, line: 1 }, digest(text))]++;
  const refs = {
    message: mark,
    ...counts,
    ...(unknown.length ? { unknown: unknown.map(({ code }) => code) } : {}),
  };
  try {
    await commit(ctx, {
      changes: [addMessage(ctx, centre, mark, counts, unknown)],
      log: { subject: `HL7#${centre}`, action: "message.taken", refs },
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return { unknown };
}

const readingNow = (ctx: Ctx, columns: CodeMap) => ({
  today: localDate(ctx.now()),
  withoutDocument: true,
  columns,
});

/**
 * Takes a kept message again as the centre's codes stand now: what was understood before is there already and is
 * left alone, what is understood now goes the way of every result, as a word of when the message came. All of it
 * goes, or nothing where a part cannot be read.
 * @returns the codes that are still unknown, and why it cannot be read where it cannot.
 */
export async function takeAgain(
  ctx: Ctx,
  centre: string,
  { mark, at }: Pick<TakenMessage, "mark" | "at">,
  settled: ReadonlySet<string>,
  codes: CodeMap,
): Promise<{ unknown: UnknownCode[]; refused?: Bilingual }> {
  const kept = await ctx.files.get(messageFile(centre, mark));
  if (!kept) return { unknown: [] };
  const message = JSON.parse(await ctx.keys.open(new TextDecoder().decode(kept))) as Message;
  const { read, unknown } = readMessage(message, readingNow(ctx, codes));
  for (const row of read) if ("reason" in row) return { unknown, refused: row.reason };
  for (const row of read) {
    if ("reason" in row) continue;
    const results = row.results.filter(({ item }) => settled.has(item));
    await receiveRow(ctx, centre, { ...row, results, heard: at, line: 1 }, digest(wordsOf(message)));
  }
  return { unknown };
}
