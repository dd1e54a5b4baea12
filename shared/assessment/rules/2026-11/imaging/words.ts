import type { Bilingual } from "../../../../kernel/text.ts";
import type { Condition, Rule } from "../../../rule-set.ts";

/** A coded item says one of these words; conditions compare in lower case. */
export const says = (item: string, ...words: readonly string[]): Condition => ({
  item,
  oneOf: words.map((word) => word.toLowerCase()),
});
export const from = (item: string, limit: number): Condition => ({ item, op: ">=", limit });
export const under = (item: string, limit: number): Condition => ({ item, op: "<", limit });
export const all = (...of: readonly Condition[]): Condition => ({ all: of });
export const any = (...of: readonly Condition[]): Condition => ({ any: of });
export const unmeasured = (item: string): Condition => ({ not: { measured: item } });

/** `{ITEM.name}: {ITEM}` of what the finding rests on. */
export const told = (...items: readonly string[]): Bilingual => ({
  en: `${items.map((item) => `{${item}.name}: {${item}}`).join("; ")}.`,
  zh: `${items.map((item) => `{${item}.name}：{${item}}`).join("；")}。`,
});

/** What malignancy or a treatable disease is asked about and no tissue has answered yet. */
export const suspected = { class: "suspected", severity: 3, needsConfirmation: true } as const;
/**
 * Malignant in more than one of ten: on the path of disease, so that a referral follows. The centre's policy; the
 * name says that it is a suspicion.
 */
export const likelyMalignant = {
  class: "disease",
  severity: 3,
  needsConfirmation: false,
  status: "needs sign-off",
} as const satisfies Partial<Rule>;
export const watched = { class: "sub-health", severity: 2, needsConfirmation: false } as const;
