import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";

/**
 * One entry of the list of important abnormal results (重要异常结果). `A` needs care at once, `B` further work-up
 * or treatment, `local` is on this hospital's own critical list. A number stands as item, comparison and
 * threshold (in the catalogue unit, or as a multiple of the upper reference limit); what is no number
 * stands in words.
 */
export interface ImportantRow {
  readonly id: string;
  readonly class: "A" | "B" | "local";
  readonly item?: string;
  readonly op?: ">=" | ">" | "<=" | "<";
  readonly threshold?: number;
  readonly timesUpper?: number;
  readonly unit?: string;
  readonly words?: Bilingual;
  /** What must be so beside the number. */
  readonly only?: Bilingual;
  readonly source: string;
  readonly status: "published" | "needs sign-off";
}

/** The list in force from a date. */
export interface ImportantList {
  readonly id: string;
  readonly effectiveFrom: PlainDate;
  readonly rows: readonly ImportantRow[];
}
