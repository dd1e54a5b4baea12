import type { Actor, Ctx } from "../../kernel/context.ts";
import { AppError } from "../../kernel/errors.ts";
import { aliasOf } from "./merges.store.ts";

/**
 * Where a request leads that found nothing because the number it names, or the client who asks, has gone into
 * another file: that file's number and the actor as its client. Undefined for anything else, and for whoever is
 * of another centre.
 */
export async function leadOn(
  ctx: Ctx,
  error: unknown,
  number: string | undefined,
): Promise<{ client: string; actor: Actor } | undefined> {
  if (!(error instanceof AppError) || error.code !== "NotFound") return undefined;
  const { actor } = ctx;
  const named = actor.kind === "client" ? actor.client : number;
  const alias = named === undefined ? undefined : await aliasOf(ctx, named);
  if (!alias || ("centre" in actor && actor.centre !== alias.centre) || actor.kind === "corporate")
    return undefined;
  return { client: alias.to, actor: actor.kind === "client" ? { ...actor, client: alias.to } : actor };
}
