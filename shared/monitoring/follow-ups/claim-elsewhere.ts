import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { changeFollowUp } from "./change-follow-up.ts";
import { documentType } from "./document-type.ts";
import type { FollowUp } from "./follow-up.ts";
import { followUpOf } from "./follow-ups.store.ts";
import { waiting } from "./reminder-steps.ts";
import { ClaimSchema, SendBackSchema } from "./wishes.ts";

/**
 * A client's word that a re-check was done in another place, with the document where there is one. It ends
 * nothing: the letters stop, staff look at it, and after three days it is before the manager again.
 * @throws NotFound where it is not open for this client; InvalidInput for a day to come or before the finding,
 * and for a document that is neither PDF, JPEG nor PNG, or over 6 MB.
 */
export async function claimElsewhere(
  ctx: Ctx,
  input: z.input<typeof ClaimSchema>,
  document?: Uint8Array,
): Promise<FollowUp> {
  const { client, id, date, place, said } = parse(ClaimSchema, input);
  await reachClient(ctx, "follow-up:claim", client);
  const before = await followUpOf(ctx, client, id);
  if (!before || before.closed) throw new NotFound();
  const now = ctx.now();
  if (date && (date > localDate(now, before.zone) || date < before.openedBy.date)) throw wrongDay();
  const kept = document?.length ? await keep(ctx, client, id, document) : before.claim?.document;
  return changeFollowUp(ctx, { client, id }, "follow-up.claimed", (followUp) =>
    waiting(
      {
        ...followUp,
        attention: "client says done",
        claim: {
          at: now,
          by: ctx.actor.id,
          ...(date ? { date } : {}),
          ...(place ? { place } : {}),
          ...(said ? { said } : {}),
          ...(kept ? { document: kept } : {}),
          state: "waiting",
        },
      },
      now,
    ),
  );
}

/**
 * Sends a client's word back, because the document does not show it or nothing came: the client reads why, and
 * the letters go on.
 * @throws NotFound where no word waits for this actor.
 */
export async function sendClaimBack(ctx: Ctx, input: z.input<typeof SendBackSchema>): Promise<FollowUp> {
  const { client, id, reason } = parse(SendBackSchema, input);
  await reachClient(ctx, "follow-up:work", client);
  return changeFollowUp(ctx, { client, id }, "follow-up.claim-sent-back", (followUp) => {
    const { claim, attention, ...rest } = followUp;
    if (!claim) throw new NotFound();
    if (claim.state === "sent back") return followUp;
    const other = attention && attention !== "client says done" ? { attention } : {};
    return waiting({ ...rest, ...other, claim: { ...claim, state: "sent back", reason } }, ctx.now());
  });
}

/**
 * The document a client sent with a word on a re-check, or staff ended it by.
 * @throws NotFound where there is none for this actor.
 */
export async function claimDocument(
  ctx: Ctx,
  client: string,
  id: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const followUp = await followUpOf(ctx, client, id);
  const document = followUp?.claim?.document ?? followUp?.closed?.document;
  const bytes = document && (await ctx.files.get(document.key));
  if (!document || !bytes) throw new NotFound();
  return { bytes, type: document.type };
}

const mostBytes = 6 * 1024 * 1024;

async function keep(ctx: Ctx, client: string, id: string, bytes: Uint8Array) {
  const type = documentType(bytes);
  if (!type || bytes.length > mostBytes) throw wrongDocument();
  const key = `elsewhere/${client}/${id}/${ctx.newId()}`;
  await ctx.files.put(key, bytes);
  return { key, type };
}

const wrongDocument = () =>
  new InvalidInput([
    {
      field: "document",
      message: {
        en: "Send a PDF, JPEG or PNG of at most 6 MB.",
        zh: "请上传不超过 6 MB 的 PDF、JPEG 或 PNG 文件。",
      },
    },
  ]);

const wrongDay = () =>
  new InvalidInput([
    {
      field: "date",
      message: {
        en: "Give the day it was looked at: after the finding, and not in the future.",
        zh: "请填写实际复查日期：应晚于本次发现，且不晚于今天。",
      },
    },
  ]);
