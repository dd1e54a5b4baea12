import type { PriceList } from "../price-book.ts";

/**
 * The lists a centre starts with: illustrative, to be replaced in the price book. A tier changes what is paid,
 * never what is offered. Contracts are written by the centre.
 */
export const shippedLists: readonly PriceList[] = [
  {
    id: "tier-gold",
    name: { en: "Gold members", zh: "金卡会员" },
    of: "tier",
    key: "gold",
    from: "2026-01-01",
    terms: [{ on: "everything", percentOff: 5 }],
  },
  {
    id: "tier-platinum",
    name: { en: "Platinum members", zh: "白金会员" },
    of: "tier",
    key: "platinum",
    from: "2026-01-01",
    terms: [
      { on: "everything", percentOff: 8 },
      { on: "code:S-COMPANION", percentOff: 100 },
    ],
  },
  {
    id: "campaign-lung-2026",
    name: { en: "Lung month 2026", zh: "2026 护肺月" },
    of: "campaign",
    key: "LUNG26",
    from: "2026-11-01",
    until: "2026-12-31",
    terms: [
      { on: "code:LDCT", fixedFen: 26000 },
      { on: "code:S-QUIT", percentOff: 50 },
    ],
  },
];
