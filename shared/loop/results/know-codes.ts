import { commit, withRetry } from "../../data/commit.ts";
import {
  type CodeMap,
  codeMapOf,
  longestCode,
  meaningProblem,
  messagesWithUnknown,
  saveCodeMap,
  saveMessage,
  type UnknownCode,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { centreOf } from "./import-file.ts";
import { takeAgain } from "./receive-messages.ts";

/** So many messages are looked at, or taken again, at once. */
const atOnce = 200;
const codesMax = 500;

/** A code nobody knows yet, with what its laboratory calls it and how many messages wait for it. */
export interface OpenCode extends Pick<UnknownCode, "code" | "text"> {
  messages: number;
  /** Why a message cannot be read as the centre has decided of this code. */
  refused?: Bilingual | undefined;
}

/** What a centre has decided of columns and codes, and which codes its messages wait for. */
export async function readCodes(ctx: Ctx): Promise<{ decided: CodeMap; open: OpenCode[]; waiting: number }> {
  const centre = centreOf(ctx);
  const [{ codes }, { messages, total }] = await Promise.all([
    codeMapOf(ctx, centre),
    messagesWithUnknown(ctx, centre, atOnce),
  ]);
  const open = new Map<string, OpenCode>();
  for (const { code, text, refused } of messages.flatMap(({ unknown }) => unknown)) {
    const there = open.get(code);
    open.set(code, {
      code,
      text: there?.text || text,
      messages: (there?.messages ?? 0) + 1,
      ...((there?.refused ?? refused) ? { refused: there?.refused ?? refused } : {}),
    });
  }
  return { decided: codes, open: [...open.values()], waiting: total };
}

/**
 * Keeps what columns and codes mean for this centre from now on; `undefined` forgets a decision. What came in
 * already is not touched: `takeMessagesAgain` has the kept messages read anew.
 * @throws InvalidInput naming each code whose meaning cannot be.
 */
export async function decideCodes(
  ctx: Ctx,
  said: Readonly<Record<string, CodeMap[string] | undefined>>,
): Promise<void> {
  const centre = centreOf(ctx);
  const problems = Object.entries(said).flatMap(([code, meaning]): FieldProblem[] => {
    const message = meaning && (code.length > longestCode ? tooLong : meaningProblem(meaning));
    return message ? [{ field: code, message }] : [];
  });
  if (problems.length) throw new InvalidInput(problems);
  await withRetry(ctx, async () => {
    const before = await codeMapOf(ctx, centre);
    const kept = Object.entries({ ...before.codes, ...said }).filter(([, meaning]) => meaning);
    if (kept.length > codesMax) throw new InvalidInput([{ field: "codes", message: tooMany }]);
    await commit(ctx, {
      changes: [saveCodeMap(centre, { ...before, codes: Object.fromEntries(kept) as CodeMap })],
      log: { subject: `CODES#${centre}`, action: "codes.decided", refs: { codes: Object.keys(said) } },
    });
  });
}

/**
 * Reads the messages again that wait for a code which has been decided since. Each is dealt with by itself and may be
 * dealt with twice. One that cannot be read as it was decided waits on, with the reason (`readCodes`).
 * @returns how many were read, and how many still wait for some code.
 */
export async function takeMessagesAgain(ctx: Ctx): Promise<{ taken: number; waiting: number }> {
  const centre = centreOf(ctx);
  const { codes } = await codeMapOf(ctx, centre);
  const { messages } = await messagesWithUnknown(ctx, centre, atOnce);
  const ready = messages.filter(({ unknown }) => unknown.some(({ code }) => Object.hasOwn(codes, code)));
  let taken = 0;
  for (const message of ready) {
    const now = message.unknown.map(({ code }) => codes[code]);
    const settled = new Set(now.flatMap((meaning) => (meaning?.kind === "item" ? [meaning.item] : [])));
    const { unknown, refused } = await takeAgain(ctx, centre, message, settled, codes);
    if (!refused) taken++;
    const waits = refused ? message.unknown.map((one) => waitsFor(one, codes, refused)) : unknown;
    if (JSON.stringify(waits) === JSON.stringify(message.unknown)) continue;
    await commit(ctx, {
      changes: [saveMessage(centre, { ...message, unknown: waits })],
      log: {
        subject: `HL7#${centre}`,
        action: refused ? "message.refused-again" : "message.taken-again",
        refs: { message: message.mark },
      },
    }).catch((error) => {
      // Somebody else took it again at the same time.
      if (!(error instanceof Conflict)) throw error;
    });
  }
  return { taken, waiting: (await messagesWithUnknown(ctx, centre, 1)).total };
}

/** The code as a message goes on waiting for it: one that was decided has the reason with it. */
const waitsFor = ({ code, text, at }: UnknownCode, codes: CodeMap, refused: Bilingual) =>
  Object.hasOwn(codes, code) ? { code, text, at, refused } : { code, text, at };

const tooLong = { en: "This name is too long to be remembered.", zh: "名称过长，无法保存。" };
const tooMany = {
  en: "A centre remembers 500 names. Forget some first.",
  zh: "每个中心最多保存 500 个名称，请先删除一些。",
};
