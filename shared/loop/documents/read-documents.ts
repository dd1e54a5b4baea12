import type * as z from "zod";
import { shownTo } from "../../assessment/index.ts";
import { openRecord, reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import { logRead } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Document, documentsOf, saveDocument } from "../../testing/index.ts";
import { UnlinkSchema } from "../results/quarantine-schema.ts";
import { keptDocument } from "./add-document.ts";

/**
 * The documents of a client that stand, the latest first: staff see all, clients what they brought and what belongs to
 * results that were released to them. The look is traced.
 */
export async function readDocuments(ctx: Ctx, number: string): Promise<Document[]> {
  const client = await openRecord(ctx, "document:read", number, "documents");
  const shown = await visibleTo(ctx, client.number);
  return (await documentsOf(ctx, client.number)).filter((one) => !one.withdrawn && shown(one));
}

/**
 * One document with its file; the opening is in the client's log.
 * @throws NotFound where there is none for this reader, or it was withdrawn.
 */
export async function openDocument(
  ctx: Ctx,
  number: string,
  id: string,
): Promise<{ document: Document; bytes: Uint8Array }> {
  const client = await reachClient(ctx, "document:read", number);
  const document = await keptDocument(ctx, client.number, id);
  const shown = await visibleTo(ctx, client.number);
  if (document.withdrawn || !shown(document)) throw new NotFound();
  await logRead(ctx, { subject: `C#${client.number}`, action: "document.opened", refs: { document: id } });
  const bytes = await ctx.files.get(document.file);
  if (!bytes) throw new NotFound();
  return { document, bytes };
}

/** Takes a document that was put in by mistake out of view, with the reason; again it changes nothing. */
export async function withdrawDocument(
  ctx: Ctx,
  number: string,
  id: string,
  input: z.input<typeof UnlinkSchema>,
): Promise<void> {
  const client = await reachClient(ctx, "document:withdraw", number);
  const { reason } = parse(UnlinkSchema, input);
  await withRetry(ctx, async () => {
    const document = await keptDocument(ctx, client.number, id);
    if (document.withdrawn) return;
    const withdrawn = { at: ctx.now(), by: ctx.actor.id, reason };
    await commit(ctx, {
      changes: [saveDocument({ ...document, withdrawn })],
      log: {
        subject: `C#${client.number}`,
        action: "document.withdrawn",
        refs: { document: id },
        v: document.v + 1,
      },
    });
  });
}

async function visibleTo(ctx: Ctx, client: string): Promise<(one: Document) => boolean> {
  const shown = await shownTo(ctx, client);
  return (one) => one.own === true || shown.results(one);
}
