import { type Change, putNew, save } from "../data/commit.ts";
import { type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type RuleVersion, RuleVersionSchema, type SignOff, SignOffSchema } from "./rule-version.ts";

/** The hospital's one book: its head is written with everything else, so that two signatures never cross. */
export const bookSubject = "RULES";
const headKey = { pk: bookSubject, sk: "HEAD" };
const versionKey = (id: string) => ({ pk: bookSubject, sk: `VERSION#${id}` });
const signOffKey = (set: string, rule: string) => ({ pk: bookSubject, sk: `SIGNOFF#${set}#${rule}` });

export interface WrittenBook {
  /** How often it was written; 0 for a book nobody has written in. */
  head: number;
  versions: RuleVersion[];
  signOffs: SignOff[];
}

/** Everything the hospital wrote in the book, by one query. */
export async function writtenBook(ctx: Ctx): Promise<WrittenBook> {
  const { items } = await query(ctx, { pk: bookSubject });
  const under = (begins: string): Item[] => items.filter(({ sk }) => sk.startsWith(begins));
  return {
    head: (items.find(({ sk }) => sk === headKey.sk)?.["v"] as number | undefined) ?? 0,
    versions: under("VERSION#").map((item) => RuleVersionSchema.parse(item)),
    signOffs: under("SIGNOFF#").map((item) => SignOffSchema.parse(item)),
  };
}

/** Turns a page: refused when somebody has written since the book was read. */
export const turnPage = ({ head }: WrittenBook): Change =>
  head ? save({ ...headKey, v: head }) : putNew({ ...headKey, v: 1 });

export const addVersion = (version: RuleVersion): Change => putNew({ ...versionKey(version.id), ...version });
export const saveVersion = (version: RuleVersion): Change => save({ ...versionKey(version.id), ...version });

/** A first word (`v` 0) is put, a further one stands over it. */
export function keepSignOff(signOff: SignOff): Change {
  const item = { ...signOffKey(signOff.set, signOff.rule), ...signOff };
  return signOff.v ? save(item) : putNew({ ...item, v: 1 });
}
