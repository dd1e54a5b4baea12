import type { Bilingual } from "../../kernel/text.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { CriticalValue } from "../catalogue/catalogue-item.ts";

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
  /** The same as the consensus list keeps it. */
  readonly evidence?: string;
  readonly source: string;
  readonly status: "published" | "needs sign-off";
}

/** The list in force from a date. */
export interface ImportantList {
  readonly id: string;
  readonly effectiveFrom: PlainDate;
  readonly rows: readonly ImportantRow[];
}

/** The numbers of a list that are told at once: class A and the hospital's own. */
export const criticalsIn = ({ rows }: ImportantList): CriticalValue[] =>
  rows.flatMap(({ item, op, threshold, unit, class: of, evidence, source, status }) =>
    item && threshold !== undefined && (op === ">=" || op === "<=") && of !== "B"
      ? [
          {
            item,
            direction: op,
            threshold,
            unit: unit ?? "",
            class: of,
            ...(evidence && { evidence }),
            source,
            status,
          },
        ]
      : [],
  );
