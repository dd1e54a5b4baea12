import type * as z from "zod";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AppError } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { localDate } from "../kernel/time.ts";
import type { Client } from "./client.ts";
import { type Along, nothingAlong, saveClient, subjectOf } from "./clients.store.ts";
import { healthAfter, mustBePossible } from "./health-file.ts";
import { reachClient } from "./reach.ts";
import { ChangeHealthSchema } from "./wishes.ts";

/**
 * Keeps answers of the health file; what was not sent stays as it is, and answers that are there already change
 * nothing.
 * @throws InvalidInput for an impossible answer; Conflict when the file is no longer what was `seen`.
 */
export async function changeHealth(
  ctx: Ctx,
  number: string,
  input: z.input<typeof ChangeHealthSchema>,
  along: Along = nothingAlong,
): Promise<Client> {
  const { seen, ...answers } = parse(ChangeHealthSchema, input);
  return withRetry(ctx, async () => {
    const before = await reachClient(ctx, "health:change", number);
    if (seen !== undefined && seen !== before.v) throw changedMeanwhile();
    const health = healthAfter(before.health, answers);
    mustBePossible(health, before, localDate(ctx.now(), before.zone), "");
    if (JSON.stringify(health) === JSON.stringify(before.health)) return before;
    const client = { ...before, health };
    await commit(ctx, {
      changes: [saveClient(client), ...(await along(client, before))],
      log: { subject: subjectOf(number), action: "client.changed", v: before.v + 1 },
    });
    return { ...client, v: before.v + 1 };
  });
}

/** Said once and not tried again: whoever typed compares first. */
const changedMeanwhile = () =>
  new AppError("Conflict", {
    en: "Somebody changed this file since you opened it. Compare what it says now, then save again.",
    zh: "打开本页后档案已被他人修改。请核对现有内容后再保存。",
  });
