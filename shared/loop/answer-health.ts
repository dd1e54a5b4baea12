import type * as z from "zod";
import { proposeAnew } from "../assessment/index.ts";
import { type ChangeHealthSchema, type Client, changeHealth } from "../clients/index.ts";
import type { Change } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { examsOf } from "../testing/index.ts";
import { openCore } from "./open-core.ts";

/**
 * Keeps answers of the health file. What is said of an exam that nobody has signed yet is said anew with the same
 * commit, so that whoever has it open is told before signing; what is signed stays as it was.
 * @throws as `changeHealth`.
 */
export const answerHealth = (
  ctx: Ctx,
  number: string,
  input: z.input<typeof ChangeHealthSchema>,
): Promise<Client> => changeHealth(ctx, number, input, (client) => assessedAnew(ctx, client));

/** Every exam of the client that waits for a signature, looked at again with the file as it will be. */
export async function assessedAnew(ctx: Ctx, client: Client): Promise<Change[]> {
  const core = await openCore(ctx, client.number, true);
  if (!core) return [];
  const { groups, assessments, rules } = core;
  return proposeAnew(ctx, client, examsOf(groups), assessments, rules);
}
