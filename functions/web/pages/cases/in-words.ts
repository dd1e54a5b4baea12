import { unitText } from "../../../../shared/assessment/index.ts";
import { epochMs, type Instant } from "../../../../shared/kernel/time.ts";
import { type CaseView, isHistory } from "../../../../shared/monitoring/index.ts";
import { catalogueItem } from "../../../../shared/testing/index.ts";
import type { FlagCode } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { valueText } from "../client/measures.ts";

type Seen = CaseView["seen"][number];

export const casePath = ({ client, id }: Pick<CaseView, "client" | "id">): string => `/cases/${client}/${id}`;

export const itemName = (t: Text, item: string): string =>
  t.pick(catalogueItem(item)?.name ?? { en: item, zh: item });

/** 6.8 mmol/L */
export const seenText = (t: Text, { value, comparator, unit }: Seen): string =>
  [valueText(t, { value, comparator }), unitText(unit)].filter(Boolean).join(" ");

/** The word on the value that counts: the last one; of an answer about safety, the last that asks for somebody. */
const countingOf = ({ kind, seen }: CaseView): Seen | undefined =>
  (kind === "safety" ? seen.findLast(({ limit }) => limit) : undefined) ?? seen.at(-1);

/** What it is about, with the value that counts: Potassium 6.8 mmol/L. */
export function whatOf(t: Text, one: CaseView): string {
  const seen = countingOf(one);
  if (!one.item || !seen) return t("cases.hidden");
  if (one.kind === "safety") return t("cases.safety", { value: valueText(t, seen) });
  return `${itemName(t, one.item)} ${seenText(t, seen)}`;
}

/** The mark of the value as it stands; none once it was corrected. */
export function flagOfCase(one: CaseView): Extract<FlagCode, "HH" | "LL" | "A"> | undefined {
  const limit = countingOf(one)?.limit;
  if (!limit) return undefined;
  if (one.kind === "safety") return "A";
  return limit.direction === ">=" ? "HH" : "LL";
}

export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((epochMs(to) - epochMs(from)) / 60_000));

/** 25 min · 3 h 10 min · 2 days 4 h */
export function longText(t: Text, minutes: number): string {
  if (minutes < 60) return t("cases.minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("cases.hours", { h: hours, m: minutes % 60 });
  return t("cases.days", { n: Math.floor(hours / 24), h: hours % 24 });
}

/** How much of its time is left, or how long it is over. */
export function clockText(t: Text, { askBy }: CaseView, now: Instant): string {
  return askBy > now
    ? t("cases.left", { long: longText(t, minutesBetween(now, askBy)) })
    : t("cases.over", { long: longText(t, minutesBetween(askBy, now)) });
}

/** The next step in words; none for a closed case. */
export function nextText(t: Text, one: CaseView): string | undefined {
  const look = one.looks.find(({ done }) => !done);
  switch (one.ask) {
    case undefined:
      return undefined;
    case "escalated":
    case "tell":
      return t(one.state === "lost contact" ? "cases.next.reach" : "cases.next.tell");
    case "reach":
      return t("cases.next.reach");
    case "look":
      if (isHistory(one)) return t("cases.next.history");
      return t("cases.next.look", { look: t(`cases.look.${look?.id ?? "24 h"}`) });
    case "close":
      return t(one.corrected ? "cases.next.close-corrected" : "cases.next.close");
    case "wait":
      return t("cases.next.wait", { when: look ? t.moment(look.at) : "" });
  }
}

/** Whether somebody still has to be told. */
export const asksToTell = ({ ask }: CaseView): boolean =>
  ask === "escalated" || ask === "tell" || ask === "reach";

/** Whether it holds the report of its exam back: nobody told, and contact not given up. */
export const holdsBack = (one: CaseView): boolean => asksToTell(one) && one.state !== "lost contact";
