import { type Change, putNew } from "../../data/commit.ts";
import { fixAllotment } from "../../data/count.ts";
import { getItem, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { type Quota, QuotaSchema } from "./quota.ts";

export const quotaKey = ({ account, id }: Pick<Quota, "account" | "id">): Key => ({
  pk: `CO#${account}`,
  sk: `QUOTA#${id}`,
});

/** One quota a department and first day: saying it again changes it. */
export const quotaId = (department: string, from: string): string =>
  digest(`${department} ${from}`).slice(0, 16);

export async function quotaOf(ctx: Ctx, account: string, id: string): Promise<Quota | undefined> {
  const item = await getItem(ctx, quotaKey({ account, id }));
  return item ? QuotaSchema.parse(item) : undefined;
}

/** A company's quotas, all departments. */
export async function quotasOf(ctx: Ctx, account: string): Promise<Quota[]> {
  const { items } = await query(ctx, { pk: `CO#${account}`, begins: "QUOTA#" });
  return items.map((item) => QuotaSchema.parse(item));
}

export const addQuota = (quota: Quota): Change => putNew({ ...quotaKey(quota), ...quota });

/** Other days or another number; what is taken stays taken. */
export const changeQuota = (quota: Quota): Change =>
  fixAllotment(quotaKey(quota), quota, quota.v, () => new Conflict());
