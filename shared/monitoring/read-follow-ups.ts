import { openRecord } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import type { FollowUp } from "./follow-up.ts";
import { followUpsOf } from "./follow-ups.store.ts";

/** Everything ever followed up for a client, open ones first, the reading traced. */
export async function readFollowUps(ctx: Ctx, client: string): Promise<FollowUp[]> {
  await openRecord(ctx, "follow-up:read", client, "follow-ups");
  return followUpsOf(ctx, client);
}
