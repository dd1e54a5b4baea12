import type { Ctx } from "../kernel/context.ts";
import { InvalidInput } from "../kernel/errors.ts";
import { localDate } from "../kernel/time.ts";
import type { Client, DocumentKind, Sex } from "./client.ts";
import { clientNumber, maskDocument, parseDocument } from "./identity.ts";

/** A document as the file keeps it, with what it tells about its holder. */
export interface KnownDocument {
  stored: Client["document"];
  birthDate?: string;
  sex?: Sex;
  /** Seed of the client number: keyed, so that a number tells nothing about the document. */
  seed: string;
}

/**
 * Checks a document and makes it safe to keep: hashed for look-up, sealed for display, masked for lists.
 * Without a document the centre gives a number of its own.
 * @throws InvalidInput naming `document.text`.
 */
export async function knowDocument(ctx: Ctx, kind: DocumentKind, text: string): Promise<KnownDocument> {
  const parsed = parseDocument(
    kind,
    kind === "centre" && text === "" ? `N${ctx.newId()}` : text,
    localDate(ctx.now()),
  );
  if (!parsed.ok) throw new InvalidInput([{ field: "document.text", message: parsed.reason }]);
  const { hash, version } = await ctx.keys.mac(`${kind}:${parsed.id}`);
  return {
    stored: {
      kind,
      guard: `${kind}#${version}#${hash}`,
      sealed: await ctx.keys.seal(parsed.id),
      masked: maskDocument(kind, parsed.id),
    },
    ...(parsed.birthDate ? { birthDate: parsed.birthDate } : {}),
    ...(parsed.sex ? { sex: parsed.sex } : {}),
    seed: hash,
  };
}

/** The number a client is known by, from the document's keyed hash; `attempt` counts the ones taken. */
export const numberFor = (seed: string, attempt: number): string => clientNumber(seed, attempt);
