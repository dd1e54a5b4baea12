import type { FlagAsked } from "../formula.ts";
import type { Known } from "../known.ts";

/** Diabetes of a parent, brother, sister or child; asked and not known is missing, not no. */
export const familyHistoryDm = {
  kind: "flag",
  label: { en: "diabetes of a parent, brother, sister or child", zh: "一级亲属糖尿病史" },
  items: ["familyDiabetes"],
  read: ({ facts }: Known) =>
    facts.family?.diabetes === undefined ? undefined : facts.family.diabetes === "first-degree",
} as const satisfies FlagAsked;

export const active = {
  kind: "flag",
  label: { en: "at least 30 minutes of movement on most days", zh: "多数日子活动30分钟以上" },
  items: ["exercise"],
  read: ({ facts }: Known) => facts.active,
  lever: { to: true },
} as const satisfies FlagAsked;
