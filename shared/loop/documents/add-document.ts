import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, inputHash, madeBefore, onceKey, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import { digestBytes } from "../../kernel/ids.ts";
import { parse } from "../../kernel/parse.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { localDate } from "../../kernel/time.ts";
import {
  addDocumentItem,
  catalogueItem,
  type Document,
  documentBytesMax,
  documentOf,
  documentsOf,
  documentTypeOf,
} from "../../testing/index.ts";
import { DocumentAboutSchema } from "./document-schema.ts";

const nameLongest = 120;

/**
 * Puts an image or a paper to a client's exam: PDF, PNG, JPEG, WebP or DICOM by what is inside, up to 5 MB. The same
 * bytes for the same exam and item are the same document, and so is the same idempotency key.
 * @throws as `reachClient` for `document:add`; InvalidInput (`file`, `date`, `item`) for what is not taken.
 */
export async function addDocument(
  ctx: Ctx,
  number: string,
  about: z.input<typeof DocumentAboutSchema>,
  upload: { name: string; bytes: Uint8Array },
  idempotencyKey?: string,
): Promise<Document> {
  const client = await reachClient(ctx, "document:add", number);
  const { date = localDate(ctx.now()), item } = parse(DocumentAboutSchema, about);
  const type = documentTypeOf(upload.bytes);
  const size = upload.bytes.length;
  if (date > localDate(ctx.now())) throw refused("date", ahead);
  if (item !== undefined && !catalogueItem(item)) throw refused("item", noItem);
  if (!size) throw refused("file", empty);
  if (size > documentBytesMax) throw refused("file", tooLarge);
  if (!type) throw refused("file", otherKind);
  const digest = digestBytes(upload.bytes);
  const input = { number: client.number, date, item, digest };
  const once = idempotencyKey ? onceKey(ctx, "document:add", idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const made = once ? await madeBefore(ctx, once, input) : undefined;
    const before = made && (await documentOf(ctx, client.number, String(made["document"])));
    const same = (await documentsOf(ctx, client.number)).find(
      (one) => !one.withdrawn && one.digest === digest && one.date === date && one.item === item,
    );
    const there = before ?? same;
    if (there) return there;
    const id = ctx.newId();
    const file = `documents/${id}`;
    const document: Document = {
      client: client.number,
      id,
      date,
      ...(item === undefined ? {} : { item }),
      name: upload.name.normalize("NFC").trim().slice(0, nameLongest),
      type,
      size,
      digest,
      file,
      ...(ctx.actor.kind === "client" ? { own: true } : {}),
      by: { id: ctx.actor.id, name: ctx.actor.name },
      at: ctx.now(),
      v: 1,
    };
    await ctx.files.put(file, upload.bytes);
    await commit(ctx, {
      changes: [addDocumentItem(document)],
      log: {
        subject: `C#${client.number}`,
        action: "document.added",
        refs: { document: id, date, size },
        v: 1,
      },
      ...(once ? { once: { key: once, input: inputHash(input), made: { document: id } } } : {}),
    });
    return document;
  });
}

/** The document as it is kept. @throws NotFound where there is none. */
export async function keptDocument(ctx: Ctx, client: string, id: string): Promise<Document> {
  const document = await documentOf(ctx, client, id);
  if (!document) throw new NotFound();
  return document;
}

const refused = (field: string, message: Bilingual): InvalidInput => new InvalidInput([{ field, message }]);

const ahead: Bilingual = { en: "This day has not come yet.", zh: "该日期尚未到来。" };
const noItem: Bilingual = { en: "This item is not in the catalogue.", zh: "项目目录中没有该项目。" };
const empty: Bilingual = { en: "Choose a file that is not empty.", zh: "请选择文件，且文件不能为空。" };
const tooLarge: Bilingual = {
  en: "The file is over 5 MB. Save it smaller, or split it.",
  zh: "文件超过 5 MB，请压缩或拆分后上传。",
};
const otherKind: Bilingual = {
  en: "Only PDF, PNG, JPEG, WebP and DICOM files are taken, whatever they are called. Save it as one of these.",
  zh: "仅接收 PDF、PNG、JPEG、WebP 和 DICOM 文件（以内容为准），请转存后上传。",
};
