import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Document, DocumentSchema } from "./document.ts";

const begins = "DOC#";
const keyOf = ({ client, id }: Pick<Document, "client" | "id">): Key => ({
  pk: `C#${client}`,
  sk: `${begins}${id}`,
});

function itemOf(document: Document): Item & { v: number } {
  const { client: _client, id: _id, ...rest } = document;
  return { ...keyOf(document), ...rest };
}

const documentIn = (item: Item): Document =>
  DocumentSchema.parse({ ...item, client: item.pk.slice(2), id: item.sk.slice(begins.length) });

export const addDocumentItem = (document: Document): Change => putNew(itemOf(document));
export const saveDocument = (document: Document): Change => save(itemOf(document));

/** Every document of a client, the latest first; withdrawn ones too. */
export async function documentsOf(ctx: Ctx, client: string): Promise<Document[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins, newestFirst: true });
  return items.map(documentIn);
}

export async function documentOf(ctx: Ctx, client: string, id: string): Promise<Document | undefined> {
  const item = await getItem(ctx, keyOf({ client, id }));
  return item && documentIn(item);
}
