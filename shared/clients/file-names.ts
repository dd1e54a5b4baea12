import type { Ctx } from "../kernel/context.ts";
import { clientOf, refile } from "./clients.store.ts";
import { aliasOf } from "./merging/merges.store.ts";
import { termsOf } from "./search-terms.ts";

/**
 * Keeps the search terms of a client in step with the file. May run twice or late: it reads the file
 * as it is now. Pinyin is loaded only here, by the function that projects.
 */
export async function fileNames(ctx: Ctx, number: string): Promise<void> {
  const client = await clientOf(ctx, number);
  if (!client) {
    const alias = await aliasOf(ctx, number);
    if (alias) await refile(ctx, alias.centre, number, []);
    return;
  }
  const { pinyin, polyphonic } = await import("pinyin-pro");
  const readings = (name: string): string[][] => {
    const plain = pinyin(name, { toneType: "none", type: "array", v: true, surname: "head" });
    const every = polyphonic(name, { toneType: "none", type: "array", v: true });
    const surnames = [...new Set([plain[0] ?? "", ...(every[0] ?? [])])];
    return surnames.map((first) => [first, ...plain.slice(1)].map((syllable) => syllable.replace("v", "ü")));
  };
  await refile(ctx, client.centre, number, termsOf(client, readings));
}
