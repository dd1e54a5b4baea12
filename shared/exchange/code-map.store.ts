import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, type Key } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type CodeMap, CodeMapSchema } from "./code-map.ts";

const keyOf = (centre: string): Key => ({ pk: `CODES#${centre}`, sk: "CODES" });

/** What a centre has decided so far; `v` is undefined where it has decided nothing yet. */
export async function codeMapOf(ctx: Ctx, centre: string): Promise<{ codes: CodeMap; v?: number }> {
  const found = await getItem(ctx, keyOf(centre));
  return found ? { codes: CodeMapSchema.parse(found["codes"]), v: Number(found["v"]) } : { codes: {} };
}

export const saveCodeMap = (centre: string, { codes, v }: { codes: CodeMap; v?: number }): Change => {
  const item = { ...keyOf(centre), codes };
  return v === undefined ? putNew(item) : save({ ...item, v });
};
