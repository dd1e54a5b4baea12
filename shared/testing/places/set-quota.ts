import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type Quota, type SetQuota, SetQuotaSchema } from "./quota.ts";
import { addQuota, changeQuota, quotaId, quotaOf, quotasOf } from "./quotas.store.ts";
import { refusal } from "./scarce.ts";

/**
 * Gives a company places for one of its departments within some days; said again for the same department and first
 * day, it changes them. What is taken stays taken: a number below that is told by `taken` > `limit`, and nobody more
 * is let in.
 */
export async function setQuota(ctx: Ctx, input: SetQuota): Promise<Quota> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "quota:set", { centre: ctx.actor.centre });
  const wanted = parse(SetQuotaSchema, input);
  if (wanted.until < wanted.from)
    throw refusal("until", { en: "The last day is before the first.", zh: "结束日期早于开始日期。" });
  const id = quotaId(wanted.department, wanted.from);
  return withRetry(ctx, async () => {
    const before = await quotaOf(ctx, wanted.account, id);
    const quota: Quota = { ...wanted, id, taken: before?.taken ?? 0, v: before?.v ?? 1 };
    await commit(ctx, {
      changes: [before ? changeQuota(quota) : addQuota(quota)],
      log: {
        subject: `CO#${wanted.account}`,
        action: "quota.set",
        refs: { quota: id, limit: wanted.limit },
        v: before ? before.v + 1 : 1,
      },
    });
    return { ...quota, v: before ? before.v + 1 : 1 };
  });
}

/** The quota of a department that holds places on a day, the one that begins last where there are several. */
export async function quotaFor(
  ctx: Ctx,
  account: string,
  department: string,
  date: PlainDate,
): Promise<Quota | undefined> {
  const quotas = await quotasOf(ctx, account);
  return quotas
    .filter((one) => one.department === department && one.from <= date && one.until >= date)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
}

/**
 * The quota a booking is counted in once it moves to a day: the one it has as long as that is for the day, else its
 * department's for that day.
 * @throws InvalidInput where the company has no places then.
 */
export async function quotaFrom(
  ctx: Ctx,
  { account, id }: Pick<Quota, "account" | "id">,
  date: PlainDate,
): Promise<Pick<Quota, "account" | "id">> {
  const before = await quotaOf(ctx, account, id);
  if (before && before.from <= date && before.until >= date) return { account, id };
  const other = before && (await quotaFor(ctx, account, before.department, date));
  if (!other) throw noQuota();
  return { account, id: other.id };
}

export const noQuota = () =>
  refusal("quota", {
    en: "The company has no places for this department and day.",
    zh: "该单位部门当日没有名额。",
  });
