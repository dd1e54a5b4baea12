import type { Bilingual } from "../../kernel/text.ts";
import { packageById } from "../catalogue/packages.ts";

/** A visit that looks again at what a follow-up named; its items are the follow-ups' own. */
export const recheckVisit = { id: "recheck", name: { en: "Re-check", zh: "复查" } } as const;

/** What a booking is for: one of the packages, or a re-check. */
export function visitOf(id: string): { id: string; name: Bilingual } | undefined {
  return id === recheckVisit.id ? recheckVisit : packageById(id);
}
