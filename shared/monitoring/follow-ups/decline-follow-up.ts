import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { parse } from "../../kernel/parse.ts";
import { endFollowUp } from "./end-follow-up.ts";
import type { FollowUp } from "./follow-up.ts";
import { DeclineSchema } from "./wishes.ts";

/**
 * Ends a follow-up because the client does not want it, with the reason on record.
 * @throws NotFound where it is not open for this client and actor.
 */
export async function declineFollowUp(ctx: Ctx, input: z.input<typeof DeclineSchema>): Promise<FollowUp> {
  const { client, id, reason } = parse(DeclineSchema, input);
  await reachClient(ctx, "follow-up:work", client);
  return endFollowUp(ctx, { client, id, state: "declined", closed: { reason } });
}
