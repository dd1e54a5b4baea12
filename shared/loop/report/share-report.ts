import type * as z from "zod";
import {
  type AssessmentView,
  addShare,
  assessmentsOf,
  MakeShareSchema,
  readAssessment,
  type Share,
  saveShare,
  shareOf,
  shareStands,
  sharesAllowed,
  sharesOf,
  visibleIn,
  wrongCodesAllowed,
} from "../../assessment/index.ts";
import { aliasOf, clientOf, reachClient } from "../../clients/index.ts";
import { type Change, commit, inputHash, madeBefore, onceKey, withRetry } from "../../data/commit.ts";
import { logRead } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type AppError, Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { sameText } from "../../kernel/signature.ts";
import { addMinutes } from "../../kernel/time.ts";
import { linkPath, readLink } from "../../messaging/index.ts";

/** A link as its maker sees it. */
export type ShareView = Share & { stands: boolean };

/** A new link: the address and the code, which are to go two different ways. */
export interface Shared {
  id: string;
  path: string;
  code: string;
  expires: string;
}

/**
 * Makes a link to one released report and the code that opens it. The code is kept nowhere: it is worked out
 * from the link's id. The same idempotency key is the same link.
 * @throws NotFound where no report of that exam is released; Conflict where five links stand open already.
 */
export async function shareReport(
  ctx: Ctx,
  number: string,
  input: z.input<typeof MakeShareSchema>,
  idempotencyKey?: string,
): Promise<Shared> {
  const { date, days } = parse(MakeShareSchema, input);
  await reachClient(ctx, "report:share", number);
  const once = idempotencyKey ? onceKey(ctx, "report:share", idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const made = once ? await madeBefore(ctx, once, input) : undefined;
    const before = made && (await shareOf(ctx, number, made["share"] as string));
    if (before) return asMade(ctx, before);
    if (!visibleIn(await assessmentsOf(ctx, number)).some((one) => one.date === date)) throw new NotFound();
    const now = ctx.now();
    const open = (await sharesOf(ctx, number)).filter((one) => one.date === date && shareStands(one, now));
    if (open.length >= sharesAllowed) throw enough();
    const share: Share = {
      client: number,
      id: ctx.newId(),
      date,
      createdAt: now,
      expires: addMinutes(now, days * 24 * 60),
      opened: 0,
      wrong: 0,
      v: 1,
    };
    await commit(ctx, {
      changes: [addShare(share)],
      log: { subject: `C#${number}`, action: "report.shared", refs: { date, share: share.id, days }, v: 1 },
      ...(once ? { once: { key: once, input: inputHash(input), made: { share: share.id } } } : {}),
    });
    return asMade(ctx, share);
  });
}

/** The links to a client's reports, newest first. */
export async function readShares(ctx: Ctx, number: string): Promise<ShareView[]> {
  await reachClient(ctx, "report:share", number);
  const now = ctx.now();
  return (await sharesOf(ctx, number)).map((share) => ({ ...share, stands: shareStands(share, now) }));
}

/** Closes a link at once; closing it again changes nothing. @throws NotFound for a link there is not. */
export async function revokeShare(ctx: Ctx, number: string, id: string): Promise<void> {
  await reachClient(ctx, "report:share", number);
  await withRetry(ctx, async () => {
    const share = await shareOf(ctx, number, id);
    if (!share) throw new NotFound();
    if (share.revokedAt) return;
    await commit(ctx, {
      changes: [saveShare({ ...share, revokedAt: ctx.now() })],
      log: { subject: `C#${number}`, action: "share.revoked", refs: { share: id }, v: share.v + 1 },
    });
  });
}

/** Closes every link to one report, as part of another commit. */
export async function revokeSharesOf(ctx: Ctx, number: string, date: string): Promise<Change[]> {
  const revokedAt = ctx.now();
  return (await sharesOf(ctx, number))
    .filter((one) => one.date === date && shareStands(one, revokedAt))
    .map((share) => saveShare({ ...share, revokedAt }));
}

/**
 * Opens a shared report with its code: counted, and in the client's log. Looking at the link opens nothing.
 * @throws InvalidInput (`code`) for a wrong code, which is counted too: the fifth closes the link for good;
 * NotFound for a link that is not ours, was closed, or whose report is not released any more; `Expired`.
 */
export async function openShare(ctx: Ctx, token: string, code: string): Promise<AssessmentView> {
  const { client: signed, about: id, purpose } = await readLink(ctx, token);
  const client = (await aliasOf(ctx, signed))?.to ?? signed;
  if (purpose !== "share") throw new NotFound();
  const by = { ...ctx, from: ctx.from.replace(/^\S+/, "share") };
  const person = await clientOf(by, client);
  if (!person || person.state === "left" || person.state === "deceased") throw new NotFound();
  const right = sameText(await codeOf(ctx, id), code.replace(/\s/g, ""));
  const share = await withRetry(by, async () => {
    const before = await shareOf(by, client, id);
    if (!before || !shareStands(before, ctx.now())) throw new NotFound();
    const after: Share = right
      ? { ...before, opened: before.opened + 1, lastOpened: ctx.now() }
      : { ...before, wrong: before.wrong + 1 };
    await commit(by, {
      changes: [saveShare(after)],
      log: {
        subject: `C#${client}`,
        action: right ? "share.opened" : "share.refused",
        refs: { share: id },
        v: before.v + 1,
      },
    });
    if (!right) throw wrongCode(wrongCodesAllowed - after.wrong);
    return after;
  });
  await logRead(by, {
    subject: `C#${client}`,
    action: "shared-report.opened",
    refs: { share: id, date: share.date },
  });
  const asClient: Ctx = { ...by, actor: { kind: "client", id: "share", name: "Shared link", client } };
  return readAssessment(asClient, client, share.date);
}

const asMade = async (ctx: Ctx, share: Share): Promise<Shared> => {
  const { client, id, expires } = share;
  const link = await linkPath(ctx, { client, purpose: "share", about: id, expires });
  return { id, path: link.replace(/^\/-\//, "/share/"), code: await codeOf(ctx, id), expires };
};

/** Six digits that only we can work out. */
async function codeOf(ctx: Ctx, id: string): Promise<string> {
  const signed = await ctx.keys.sign(`share ${id}`);
  return String(Number.parseInt(signed.slice(0, 12), 16) % 1_000_000).padStart(6, "0");
}

const wrongCode = (left: number): AppError =>
  new InvalidInput([
    {
      field: "code",
      message:
        left > 0
          ? {
              en: `That is not the code. ${left} more tries, then the link closes.`,
              zh: `验证码不正确，还可再试 ${left} 次，之后链接将关闭。`,
            }
          : {
              en: "That is not the code. The link is closed now; ask for a new one.",
              zh: "验证码不正确，链接已关闭，请向本人索取新链接。",
            },
    },
  ]);

const enough = () =>
  new Conflict({
    en: "Five links to this report are open. Close one first.",
    zh: "该报告已有五个有效链接，请先关闭一个。",
  });
