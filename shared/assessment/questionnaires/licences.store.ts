import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Licence, LicenceSchema } from "./licence.ts";

/** The centre's licences stand together: few, and read as a whole. */
export const licenceSubject = "QUESTIONNAIRES";
const keyOf = (code: string) => ({ pk: licenceSubject, sk: code });

/** Every licence ever recorded, ended ones among them. */
export async function licencesOf(ctx: Ctx): Promise<Licence[]> {
  const { items } = await query(ctx, { pk: licenceSubject });
  return items.map((item) => LicenceSchema.parse(item));
}

export async function licenceOf(ctx: Ctx, code: string): Promise<Licence | undefined> {
  const item = await getItem(ctx, keyOf(code));
  return item && LicenceSchema.parse(item);
}

/** A first licence (`v` 0) is put, a further one stands over it. */
export function keepLicence(licence: Licence): Change {
  const item = { ...keyOf(licence.code), ...licence };
  return licence.v ? save(item) : putNew({ ...item, v: 1 });
}
