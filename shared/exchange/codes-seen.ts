import { itemCodeOf, recogniseColumn, unitFor } from "./columns.ts";
import type { RecognisedColumn } from "./result-row.ts";

export interface Coding {
  code: string;
  text: string;
  loinc: boolean;
}

/**
 * Finds the item of a coded observation and remembers every code met, so that a file says which codes it
 * did not understand. A LOINC code means what it means: its text is never asked instead.
 */
export function codesSeen() {
  const met = new Map<string, RecognisedColumn>();
  return {
    columns: (): RecognisedColumn[] => [...met.values()],
    find(codings: readonly Coding[]) {
      const usable = codings.filter(({ code, text }) => code !== "" || text !== "");
      for (const { code, text, loinc } of usable) {
        const item = itemCodeOf(code) ?? (loinc ? undefined : itemCodeOf(text));
        if (!item) continue;
        const shown = code || text;
        if (!met.has(shown)) met.set(shown, { header: shown, meaning: { kind: "item", item, unit: "" } });
        return {
          item,
          code: shown,
          unitFor: (unit: string) => unitFor(loinc ? code : `${code} ${text}`, unit),
        };
      }
      const shown = usable.map(({ code, text }) => code || text)[0];
      if (shown && !met.has(shown)) met.set(shown, recogniseColumn(shown, { kind: "unknown" }));
      return undefined;
    },
  };
}
