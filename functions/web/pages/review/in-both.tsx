import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { type Key, textFor } from "../../text/index.ts";

export const zh = textFor("zh");
export const en = textFor("en");

/** Sentences of the report without a gap to fill. */
type Plain =
  | Exclude<Extract<Key, `report.${string}`>, "report.title" | "report.covers">
  | "dept.all"
  | "second.paper"
  | "second.waits";

/** Chinese, and English smaller beside it. */
export function Two({ both }: { both: Bilingual }) {
  return (
    <>
      {both.zh} <span lang="en">{both.en}</span>
    </>
  );
}

export const said = (key: Plain): Bilingual => ({ zh: zh(key), en: en(key) });
