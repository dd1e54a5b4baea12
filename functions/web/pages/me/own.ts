import type { Actor } from "../../../../shared/kernel/context.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { type ClientFile, openFile } from "../../../../shared/loop/index.ts";
import type { PageCall } from "../../page-route.ts";

/**
 * The number of the client who is reading.
 * @throws NotFound for everybody else: these pages are about the reader alone.
 */
export function ownNumber(actor: Actor): string {
  if (actor.kind !== "client") throw new NotFound();
  return actor.client;
}

/** Opens the reader's own file. */
export const ownFile = ({ ctx, actor }: Pick<PageCall, "ctx" | "actor">): Promise<ClientFile> =>
  openFile(ctx, ownNumber(actor));
