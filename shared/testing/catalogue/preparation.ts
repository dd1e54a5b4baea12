import type { Bilingual } from "../../kernel/text.ts";
import type { Sex } from "./catalogue-item.ts";
import { packageById, packageItems } from "./packages.ts";

/** One thing to do before a visit, with the items it is for. */
export interface Preparation {
  what: Bilingual;
  items: Bilingual[];
}

/**
 * How somebody of this sex prepares for a visit: for the items chosen, else for those of its package; each thing
 * once, the one for most items first.
 */
export function preparationFor(
  { package: id, items }: { package: string; items?: readonly string[] | undefined },
  sex?: Sex,
): Preparation[] {
  const codes = items ?? packageById(id)?.items ?? [];
  const found = new Map<string, Preparation>();
  for (const { preparation, name } of packageItems({ items: codes }, sex)) {
    if (!preparation) continue;
    const one = found.get(preparation.en) ?? { what: preparation, items: [] };
    one.items.push(name);
    found.set(preparation.en, one);
  }
  return [...found.values()].sort((a, b) => b.items.length - a.items.length);
}
