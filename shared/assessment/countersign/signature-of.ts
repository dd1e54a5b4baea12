import type { Actor } from "../../kernel/context.ts";
import type { Signature } from "./second-signature.ts";

/** Who signs, with the title that lets them. */
export const signatureOf = (actor: Actor): Signature => ({
  id: actor.id,
  name: actor.name,
  ...(actor.kind === "staff" && actor.rank ? { rank: actor.rank } : {}),
});
