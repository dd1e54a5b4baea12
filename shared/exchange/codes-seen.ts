import { itemCodeOf, recogniseColumn, unitFor } from "./columns.ts";
import type { ParseOptions, RecognisedColumn, UnknownCode } from "./result-row.ts";

export interface Coding {
  code: string;
  text: string;
  loinc: boolean;
}

/**
 * Finds the item of a coded observation and remembers every code met, so that a file says which codes it
 * did not understand. A LOINC code means what it means: its text is never asked instead. What the centre decided
 * of a code goes before what it is called.
 */
export function codesSeen(decided: ParseOptions["columns"] = {}) {
  const met = new Map<string, RecognisedColumn>();
  const strange = new Map<string, UnknownCode>();
  return {
    columns: (): RecognisedColumn[] => [...met.values()],
    /** Codes nobody here knows or has decided to leave out. */
    unknown: (): UnknownCode[] => [...strange.values()],
    find(codings: readonly Coding[], at = "") {
      const usable = codings.filter(({ code, text }) => code !== "" || text !== "");
      for (const { code, text, loinc } of usable) {
        const shown = code || text;
        const meaning = Object.hasOwn(decided, shown) ? decided[shown] : undefined;
        const own = meaning?.kind === "item" ? meaning : undefined;
        const item =
          own?.item ?? (meaning ? undefined : (itemCodeOf(code) ?? (loinc ? undefined : itemCodeOf(text))));
        if (!item) continue;
        const column: RecognisedColumn = {
          header: shown,
          meaning: { kind: "item", item, unit: "" },
          ...(own ? { decided: true } : {}),
        };
        if (!met.has(shown)) met.set(shown, column);
        return {
          item,
          code: shown,
          unitFor: (unit: string) => unitFor(loinc ? code : `${code} ${text}`, unit || (own?.unit ?? "")),
        };
      }
      const [first] = usable;
      if (!first) return undefined;
      const shown = first.code || first.text;
      const leftOut = usable.some(({ code, text }) => Object.hasOwn(decided, code || text));
      if (!met.has(shown))
        met.set(shown, {
          ...recogniseColumn(shown, { kind: "unknown" }),
          ...(leftOut ? { decided: true } : {}),
        });
      if (!leftOut && !strange.has(shown)) strange.set(shown, { code: shown, text: first.text, at });
      return undefined;
    },
  };
}
