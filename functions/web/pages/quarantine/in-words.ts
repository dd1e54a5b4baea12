import { catalogueItem } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";

const known = {
  name: "quarantine.reason.name",
  sex: "quarantine.reason.sex",
  "birth date": "quarantine.reason.birth-date",
  "exam number": "quarantine.reason.exam-number",
  "no document": "quarantine.reason.no-document",
  "sex or birth date missing": "quarantine.reason.missing",
  "taken out": "quarantine.reason.taken-out",
  "taken out before": "quarantine.reason.taken-out-before",
  "another centre": "quarantine.reason.elsewhere",
} as const;

/** Why results wait, as it is kept, in the reader's words. */
export const reasonsText = (t: Text, reasons: readonly string[]): string =>
  t.list(reasons.map((reason) => t(known[reason as keyof typeof known] ?? "quarantine.reason.contradicts")));

/** The name of an item in the reader's words. */
export const itemText = (t: Text, item: string): string =>
  t.pick(catalogueItem(item)?.name ?? { en: item, zh: item });
