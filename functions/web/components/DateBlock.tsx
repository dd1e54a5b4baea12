import type { Text } from "../text/index.ts";

/** A day as a leaf of a calendar, beside words that say the same; so it is not read aloud. */
export function DateBlock({ t, at }: { t: Text; at: string }) {
  const [month = "", day = ""] = [t.date(at).slice(5, 7), t.date(at).slice(8)];
  return (
    <div class="date" aria-hidden="true">
      <span>{t.language === "zh" ? `${Number(month)} 月` : t.month(at).slice(0, 3)}</span>
      <b>{Number(day)}</b>
      <span>{t.weekday(at)}</span>
    </div>
  );
}
